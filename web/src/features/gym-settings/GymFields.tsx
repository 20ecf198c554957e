// The fields of the gym, card by card.
import { useFormat } from '../../format/useFormat';
import { useLocale } from '../../i18n/locale';
import { useText } from '../../i18n/text';
import { Card } from '../../ui/Card';
import { DateField } from '../../ui/DateField';
import { FactRow } from '../../ui/FactRow';
import { InlineMessage } from '../../ui/InlineMessage';
import { Select } from '../../ui/Select';
import { TextArea, TextField, type FieldProps } from '../../ui/TextField';
import type { GymSetting } from './gymForm';
import type { GymSettingsForm_SettingsFragment } from './GymSettings.generated';
import styles from './GymSettings.module.css';
import { gymSettingsTexts } from './messages';
import { countryOptions, zoneOptions } from './places';

interface FieldsProps {
  field: (name: GymSetting) => FieldProps & { name: string };
}

interface SettingsProps extends FieldsProps {
  settings: GymSettingsForm_SettingsFragment;
}

export function ContactFields({ field }: FieldsProps) {
  const text = useText(gymSettingsTexts);
  return (
    <Card title={text.gymTitle}>
      <div className={styles.pair}>
        <TextField {...field('name')} maxLength={80} autoComplete="off" />
        <TextField {...field('website')} type="url" maxLength={200} autoComplete="off" />
        <TextField {...field('email')} type="email" maxLength={200} autoComplete="off" />
        <TextField {...field('phone')} type="tel" maxLength={30} autoComplete="off" />
        <TextArea {...field('address')} rows={3} maxLength={300} />
      </div>
    </Card>
  );
}

export function PlaceFields({ field, settings, isOtherZone }: SettingsProps & { isOtherZone: boolean }) {
  const text = useText(gymSettingsTexts);
  const { locale } = useLocale();
  const languages = (['NL', 'EN'] as const).map((value) => ({ value, label: text.locales[value] }));
  return (
    <Card title={text.placeTitle}>
      <div className={styles.pair}>
        <Select {...field('timeZone')} options={zoneOptions(settings.timeZone)} />
        <Select {...field('country')} options={countryOptions(locale)} />
        <Select {...field('locale')} options={languages} />
        <div data-settings="currency">
          <FactRow term={text.labels.currency} note={<p className={styles.hint}>{text.hints.currency}</p>}>
            {settings.currency}
          </FactRow>
        </div>
      </div>
      {isOtherZone && <InlineMessage tone="warning">{text.zoneChanges}</InlineMessage>}
    </Card>
  );
}

export function NumberFields({ field, settings }: SettingsProps) {
  const text = useText(gymSettingsTexts);
  const format = useFormat();
  const number = (name: GymSetting) => <TextField {...field(name)} inputMode="decimal" autoComplete="off" />;
  const megabytes = (value: number) => format.bytes(value * 1024 * 1024);
  return (
    <>
      <Card title={text.trendTitle}>
        <div className={styles.fields}>
          <p className={styles.hint}>{text.trendHint}</p>
          <div className={styles.pair}>
            {number('trendRecentWeeks')}
            {number('trendEarlierWeeks')}
            {number('trendMinimumVisits')}
            {number('trendMinimumPercent')}
          </div>
        </div>
      </Card>
      <Card title={text.membersTitle}>
        <div className={styles.pair}>{number('newMemberDays')}</div>
      </Card>
      <Card title={text.filesTitle}>
        <div className={styles.fields}>
          <p className={styles.hint}>
            {text.filesHint(megabytes(settings.hostFileLimitMb), megabytes(settings.hostMemberLimitMb))}
          </p>
          <div className={styles.pair}>
            {number('attachmentFileLimitMb')}
            {number('attachmentMemberLimitMb')}
          </div>
        </div>
      </Card>
      <Card title={text.chargesTitle}>
        <div className={styles.pair}>
          <DateField {...field('chargesFrom')} />
        </div>
      </Card>
    </>
  );
}
