// All members of the gym, filtered, sorted and paged; the address holds what is shown.
import { useErrorText } from '../../../graphql/useErrorText';
import { useQuery } from '../../../graphql/useQuery';
import { useText } from '../../../i18n/text';
import { Button } from '../../../ui/Button';
import { Card } from '../../../ui/Card';
import { EmptyState } from '../../../ui/EmptyState';
import { ErrorState } from '../../../ui/ErrorState';
import { Pager } from '../../../ui/Pager';
import { SkeletonLines } from '../../../ui/Skeleton';
import { usePageTitle } from '../../usePageTitle';
import { isFiltered, pageSize, toVariables } from './listState';
import { MemberFilter } from './MemberFilter';
import { MembersDocument } from './Members.generated';
import styles from './Members.module.css';
import { MemberTable } from './MemberTable';
import { membersTexts } from './messages';
import { useListState } from './useListState';

export default function MembersPage() {
  const text = useText(membersTexts);
  const sentence = useErrorText();
  const [state, change] = useListState();
  const {
    data: current,
    previousData,
    error,
    refetch,
  } = useQuery(MembersDocument, { variables: toVariables(state), fetchPolicy: 'cache-and-network' });
  usePageTitle(text.title);

  // The rows stay until the next ones are there: nothing jumps while somebody types.
  const data = current ?? previousData;
  const members = data?.members;
  return (
    <div className={styles.page}>
      <header className={styles.header}>
        <h1>{text.title}</h1>
        <span className={`${styles.count} figures`} role="status">
          {members && text.count(members.totalCount)}
        </span>
      </header>
      <MemberFilter state={state} change={change} />
      {error && !current && <ErrorState message={sentence(error)} onRetry={() => void refetch()} />}
      {!members && !error && (
        <Card>
          <SkeletonLines lines={10} />
        </Card>
      )}
      {members && !(error && !current) && (
        <Card isFlush isBusy={!current && !error}>
          {members.items.length > 0 ? (
            <MemberTable members={members.items} state={state} onSort={change} />
          ) : isFiltered(state) || state.page > 1 ? (
            <EmptyState
              icon="filter"
              title={text.emptyTitle}
              action={
                <Button onClick={() => change({ query: '', tagIds: [], employee: '', status: [] })}>
                  {text.clearFilter}
                </Button>
              }
            >
              {text.empty}
            </EmptyState>
          ) : (
            <EmptyState icon="members" title={text.noneTitle}>
              {text.none}
            </EmptyState>
          )}
          <Pager
            page={state.page}
            pageSize={pageSize}
            totalCount={members.totalCount}
            onPage={(page) => change({ page })}
          />
        </Card>
      )}
    </div>
  );
}
