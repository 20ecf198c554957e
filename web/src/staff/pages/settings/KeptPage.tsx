// A page of the settings that keeps a list: what is in use, what is archived, and every state in between. Who may not change
// it is told so once, and looks.
import type { ReactNode } from 'react';
import { ActionButton } from '../../../actions/ActionButton';
import type { Action } from '../../../actions/Action';
import { useErrorText } from '../../../graphql/useErrorText';
import { useText } from '../../../i18n/text';
import { Card } from '../../../ui/Card';
import { EmptyState } from '../../../ui/EmptyState';
import { ErrorState } from '../../../ui/ErrorState';
import type { IconName } from '../../../ui/Icon';
import { InlineMessage } from '../../../ui/InlineMessage';
import { keptTexts } from '../../../ui/keptTexts';
import { SkeletonLines } from '../../../ui/Skeleton';
import { usePageTitle } from '../../usePageTitle';
import styles from './Settings.module.css';
import { SettingsHeader } from './SettingsHeader';
import { settingIdsOf } from './settingsIndex';

interface KeptPageProps<Row> {
  icon: IconName;
  /** Where it is below /settings. */
  path: string;
  text: { title: string; hint: string; emptyTitle: string; empty: string; archivedHint: string };
  create: Action;
  /** Undefined: not read yet. */
  rows: readonly Row[] | undefined;
  error: unknown;
  onRetry: () => void;
  table: (caption: string, rows: readonly Row[]) => ReactNode;
}

export function KeptPage<Row extends { isArchived: boolean }>({
  icon,
  path,
  text,
  create,
  rows,
  error,
  onRetry,
  table,
}: KeptPageProps<Row>) {
  const kept = useText(keptTexts);
  const sentence = useErrorText();
  usePageTitle(text.title);
  const live = rows?.filter((row) => !row.isArchived);
  const archived = rows?.filter((row) => row.isArchived) ?? [];
  const button = <ActionButton action={create} variant="primary" />;
  return (
    <>
      <SettingsHeader title={text.title} hint={text.hint} action={button} />
      {create.disabledReason && rows && <InlineMessage>{kept.readOnly}</InlineMessage>}
      {error && !rows ? <ErrorState message={sentence(error)} onRetry={onRetry} /> : null}
      {!rows && !error && (
        <Card>
          <SkeletonLines lines={6} />
        </Card>
      )}
      {live && (
        <Card isFlush settings={settingIdsOf(path)}>
          {live.length > 0 ? (
            table(text.title, live)
          ) : (
            <EmptyState icon={icon} title={text.emptyTitle} action={button}>
              {text.empty}
            </EmptyState>
          )}
        </Card>
      )}
      {archived.length > 0 && (
        <Card title={kept.archivedTitle} count={archived.length} isFlush>
          <p className={styles.padded}>{text.archivedHint}</p>
          {table(kept.archivedTitle, archived)}
        </Card>
      )}
    </>
  );
}
