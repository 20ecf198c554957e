// The fields of the gym, card by card.
import { useFormat } from '../../format/useFormat';
import { useLocale } from '../../i18n/locale';
import { useText } from '../../i18n/text';
import { Card } from '../../ui/Card';
import { DateField } from '../../ui/DateField';
import { FactRow } from '../../ui/FactRow';
import { InlineMessage } from '../../ui/InlineMessage';
import { FieldHint, FieldPair, Fields } from '../../ui/KeptForm';
import { Select } from '../../ui/Select';
import { TextArea, TextField, type FieldProps } from '../../ui/TextField';
import type { GymSetting } from './gymForm';
import type { GymSettingsForm_SettingsFragment } from './GymSettings.generated';
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
      <FieldPair>
        <TextField {...field('name')} maxLength={80} autoComplete="off" />
        <TextField {...field('website')} type="url" maxLength={200} autoComplete="off" />
        <TextField {...field('email')} type="email" maxLength={200} autoComplete="off" />
        <TextField {...field('phone')} type="tel" maxLength={30} autoComplete="off" />
        <TextArea {...field('address')} rows={3} maxLength={300} />
      </FieldPair>
    </Card>
  );
}

export function PlaceFields({ field, settings, isOtherZone }: SettingsProps & { isOtherZone: boolean }) {
  const text = useText(gymSettingsTexts);
  const { locale } = useLocale();
  const languages = (['NL', 'EN'] as const).map((value) => ({ value, label: text.locales[value] }));
  return (
    <Card title={text.placeTitle}>
      <Fields>
        <FieldPair>
          <Select {...field('timeZone')} options={zoneOptions(settings.timeZone)} />
          <Select {...field('country')} options={countryOptions(locale)} />
          <Select {...field('locale')} options={languages} />
          <div data-settings="currency">
            <FactRow term={text.labels.currency} note={<FieldHint>{text.hints.currency}</FieldHint>}>
              {settings.currency}
            </FactRow>
          </div>
        </FieldPair>
        {isOtherZone && <InlineMessage tone="warning">{text.zoneChanges}</InlineMessage>}
      </Fields>
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
        <Fields>
          <FieldHint>{text.trendHint}</FieldHint>
          <FieldPair>
            {number('trendRecentWeeks')}
            {number('trendEarlierWeeks')}
            {number('trendMinimumVisits')}
            {number('trendMinimumPercent')}
          </FieldPair>
        </Fields>
      </Card>
      <Card title={text.membersTitle}>
        <FieldPair>{number('newMemberDays')}</FieldPair>
      </Card>
      <Card title={text.filesTitle}>
        <Fields>
          <FieldHint>
            {text.filesHint(megabytes(settings.hostFileLimitMb), megabytes(settings.hostMemberLimitMb))}
          </FieldHint>
          <FieldPair>
            {number('attachmentFileLimitMb')}
            {number('attachmentMemberLimitMb')}
          </FieldPair>
        </Fields>
      </Card>
      <Card title={text.chargesTitle}>
        <FieldPair>
          <DateField {...field('chargesFrom')} />
        </FieldPair>
      </Card>
    </>
  );
}
