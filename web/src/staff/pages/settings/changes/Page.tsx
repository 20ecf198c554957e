// Settings → Changes: who changed what, for administrators; what it is narrowed to stands in the address.
import { Link, useSearchParams } from 'react-router';
import { ChangeList } from '../../../../features/audit/ChangeList';
import { changeTexts } from '../../../../features/audit/messages';
import { useErrorText } from '../../../../graphql/useErrorText';
import { useQuery } from '../../../../graphql/useQuery';
import { useText } from '../../../../i18n/text';
import { Card } from '../../../../ui/Card';
import { EmptyState } from '../../../../ui/EmptyState';
import { ErrorState } from '../../../../ui/ErrorState';
import { MoreButton } from '../../../../ui/MoreButton';
import { SkeletonLines } from '../../../../ui/Skeleton';
import { useViewer } from '../../../session';
import { usePageTitle } from '../../../usePageTitle';
import { SettingsHeader } from '../SettingsHeader';
import { ChangeFilters } from './ChangeFilters';
import { ChangesPageDocument } from './ChangesPage.generated';
import { readChangesState, variablesOf, writeChangesState } from './changesState';

export default function ChangesPage() {
  const text = useText(changeTexts);
  const viewer = useViewer();
  const sentence = useErrorText();
  const [search, setSearch] = useSearchParams();
  const state = readChangesState(search, Object.keys(text.subjects));
  // Who may not read it gets the rest of the answer, and is told so.
  const { data, previousData, error, refetch, fetchMore } = useQuery(ChangesPageDocument, {
    variables: variablesOf(state),
    errorPolicy: 'all',
    fetchPolicy: 'cache-and-network',
  });
  usePageTitle(text.title);
  const changes = data?.changes ?? (error ? null : previousData?.changes);
  const isRefused = viewer && !viewer.permissions.includes('MANAGE_SETTINGS');
  return (
    <>
      <SettingsHeader title={text.title} hint={text.hint} />
      {isRefused && <EmptyState icon="key" title={text.forAdmins} />}
      {!isRefused && (
        <ChangeFilters state={state} onChange={(next) => setSearch(writeChangesState(next), { replace: true })} />
      )}
      {error && !changes && !isRefused ? <ErrorState message={sentence(error)} onRetry={() => void refetch()} /> : null}
      {!changes && !error && (
        <Card>
          <SkeletonLines lines={12} />
        </Card>
      )}
      {changes && (
        <Card title={text.list} isBusy={!data && !error}>
          {changes.nodes.length === 0 ? (
            <EmptyState icon="list" title={text.emptyTitle}>
              {text.empty}
            </EmptyState>
          ) : (
            <ChangeList
              changes={changes.nodes}
              currency={viewer?.gym.currency ?? 'EUR'}
              memberLink={(id, name) => <Link to={`/members/${id}`}>{name}</Link>}
            />
          )}
          <MoreButton
            shown={changes.nodes.length}
            connection={changes}
            onMore={(after) => fetchMore({ variables: { after } })}
          />
        </Card>
      )}
    </>
  );
}
