// The members of one page of the list.
import { MemberTag } from '../../../features/tag/MemberTag';
import { useFormat } from '../../../format/useFormat';
import { useText } from '../../../i18n/text';
import { Badge, type Tone } from '../../../ui/Badge';
import { Table, type Column } from '../../../ui/Table';
import type { MemberSortField } from '../../../graphql/schema.generated';
import type { ListState } from './listState';
import type { MemberTable_MemberFragment } from './Members.generated';
import styles from './Members.module.css';
import { membersTexts } from './messages';

type Member = MemberTable_MemberFragment;
const tones: Record<NonNullable<Member['status']>, Tone> = {
  ACTIVE: 'good',
  PENDING: 'info',
  FORMER: 'neutral',
  PROSPECT: 'neutral',
};

interface MemberTableProps {
  members: readonly Member[];
  state: ListState;
  onSort: (sort: Pick<ListState, 'sortBy' | 'direction'>) => void;
}

export function MemberTable({ members, state, onSort }: MemberTableProps) {
  const text = useText(membersTexts);
  const format = useFormat();
  const sort = (field: MemberSortField) => {
    const isCurrent = state.sortBy === field;
    return {
      direction: isCurrent ? (state.direction === 'ASC' ? ('ascending' as const) : ('descending' as const)) : null,
      toggle: () => onSort({ sortBy: field, direction: isCurrent && state.direction === 'ASC' ? 'DESC' : 'ASC' }),
    };
  };
  const columns: Column<Member>[] = [
    { id: 'name', header: text.columns.NAME, isRowHeader: true, sort: sort('NAME'), cell: (member) => member.fullName },
    {
      id: 'number',
      header: text.columns.MEMBER_NUMBER,
      isNumeric: true,
      sort: sort('MEMBER_NUMBER'),
      cell: (member) => member.memberNumber,
    },
    {
      id: 'status',
      header: text.columns.status,
      cell: ({ status }) => status && <Badge tone={tones[status]}>{text.statuses[status]}</Badge>,
    },
    {
      id: 'tags',
      header: text.columns.tags,
      cell: (member) =>
        member.tags &&
        member.tags.length > 0 && (
          <span className={styles.tags}>
            {member.tags.map((tag) => (
              <MemberTag key={tag.id} tag={tag} />
            ))}
          </span>
        ),
    },
    {
      id: 'employee',
      header: text.columns.employee,
      cell: (member) => <span className={styles.employee}>{member.employee?.fullName ?? '–'}</span>,
    },
    {
      id: 'lastVisit',
      header: text.columns.LAST_VISIT,
      sort: sort('LAST_VISIT'),
      cell: ({ visitStatistics }) => {
        if (!visitStatistics) return <span className={styles.none}>–</span>;
        const visit = visitStatistics.lastVisit;
        return visit ? (
          <time dateTime={visit.session.startsAt}>{format.relativeDayOf(visit.session.startsAt)}</time>
        ) : (
          <span className={styles.none}>{text.never}</span>
        );
      },
    },
    {
      id: 'joinedOn',
      header: text.columns.JOINED_ON,
      sort: sort('JOINED_ON'),
      cell: (member) => <time dateTime={member.joinedOn}>{format.day(member.joinedOn)}</time>,
    },
  ];
  return (
    <Table
      caption={text.title}
      columns={columns}
      rows={members}
      rowKey={({ id }) => id}
      rowHref={({ id }) => `/members/${id}`}
    />
  );
}
