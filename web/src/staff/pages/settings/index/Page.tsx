// Settings: all of them in one place. Type and press Enter, or look through them; each leads to its own address.
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { useErrorText } from '../../../../graphql/useErrorText';
import { useQuery } from '../../../../graphql/useQuery';
import { useLocale } from '../../../../i18n/locale';
import { useText } from '../../../../i18n/text';
import { Card } from '../../../../ui/Card';
import { ChoiceList } from '../../../../ui/ChoiceList';
import { ErrorState } from '../../../../ui/ErrorState';
import { Icon } from '../../../../ui/Icon';
import { SkeletonLines } from '../../../../ui/Skeleton';
import { shellTexts } from '../../../messages';
import { usePageTitle } from '../../../usePageTitle';
import { addressOf, findSettings } from '../findSettings';
import { settingsTexts } from '../messages';
import { pagesFor, type SettingsPage } from '../settingsIndex';
import { SettingsHeader } from '../SettingsHeader';
import styles from './SettingsIndex.module.css';
import { SettingsIndexPageDocument } from './SettingsIndexPage.generated';

export default function SettingsIndexPage() {
  const text = useText(settingsTexts);
  const shell = useText(shellTexts);
  const sentence = useErrorText();
  const { data, error, refetch } = useQuery(SettingsIndexPageDocument);
  const [typed, setTyped] = useState('');
  usePageTitle(shell.settings);
  const permissions = data?.viewer?.permissions;
  const pages = permissions ? pagesFor(permissions) : [];
  return (
    <>
      <SettingsHeader title={shell.settings} hint={text.hint} />
      <SearchCard pages={pages} typed={typed} onType={setTyped} />
      {error && !data && <ErrorState message={sentence(error)} onRetry={() => void refetch()} />}
      {!data && !error && (
        <Card>
          <SkeletonLines lines={12} />
        </Card>
      )}
      {typed.trim() === '' && (
        <div className={styles.pages}>
          {pages.map((page) => (
            <PageCard key={page.path} page={page} />
          ))}
        </div>
      )}
    </>
  );
}

interface SearchCardProps {
  pages: readonly SettingsPage[];
  typed: string;
  onType: (typed: string) => void;
}

function SearchCard({ pages, typed, onType }: SearchCardProps) {
  const text = useText(settingsTexts);
  const { locale } = useLocale();
  const navigate = useNavigate();
  const found = findSettings(typed, pages);
  const isNothing = typed.trim() !== '' && pages.length > 0 && found.length === 0;
  return (
    <Card>
      <ChoiceList
        label={text.search}
        hideLabel
        typed={typed}
        onType={onType}
        isComing={pages.length === 0}
        choices={found.map((one) => ({
          id: addressOf(one),
          label: one.setting?.label[locale] ?? one.page.title[locale],
          mark: <Icon name={one.page.icon} size={16} />,
          detail: one.setting ? one.page.title[locale] : undefined,
        }))}
        onChoose={(address) => void navigate(address)}
      >
        {isNothing && <p role="status">{text.nothing(typed.trim())}</p>}
      </ChoiceList>
    </Card>
  );
}

function PageCard({ page }: { page: SettingsPage }) {
  const { locale } = useLocale();
  return (
    <section className={styles.page}>
      <h2 className={styles.title}>
        <Icon name={page.icon} />
        <Link to={addressOf({ page, setting: null })}>{page.title[locale]}</Link>
      </h2>
      <p className={styles.hint}>{page.hint[locale]}</p>
      {page.settings.length > 0 && (
        <ul className={styles.settings}>
          {page.settings.map((setting) => (
            <li key={setting.id}>
              <Link to={addressOf({ page, setting })}>{setting.label[locale]}</Link>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
