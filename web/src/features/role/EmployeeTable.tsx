// Who works here, or did: as what, what they have in hand, and what can be done about it.
import { useText } from '../../i18n/text';
import { Badge } from '../../ui/Badge';
import { IconButton } from '../../ui/IconButton';
import { Table, type Column } from '../../ui/Table';
import { roleTexts } from './messages';
import styles from './Role.module.css';
import type { EmployeeTable_EmployeeFragment as Employee } from './Role.generated';

interface EmployeeTableProps {
  caption: string;
  employees: readonly Employee[];
  onInvite: (employee: Employee) => void;
  onChangeRole: (employee: Employee) => void;
  onHandOver: (employee: Employee) => void;
  onRemove: (employee: Employee) => void;
  onReopen: (employee: Employee) => void;
}

export function EmployeeTable({ caption, employees, ...actions }: EmployeeTableProps) {
  const text = useText(roleTexts);
  const columns: Column<Employee>[] = [
    {
      id: 'name',
      header: text.columns.name,
      isRowHeader: true,
      cell: ({ fullName, email }) => (
        <span>
          <span className={styles.name}>{fullName}</span>
          <span className={styles.note}>{email}</span>
        </span>
      ),
    },
    {
      id: 'role',
      header: text.columns.role,
      cell: ({ role, hasAccount, isArchived }) => (
        <span>
          <Badge tone={role === 'ADMIN' ? 'info' : undefined}>{text.roles[role]}</Badge>
          {!hasAccount && !isArchived && <span className={styles.note}>{text.noAccount}</span>}
        </span>
      ),
    },
    { id: 'work', header: text.columns.work, cell: (employee) => <Work employee={employee} /> },
    {
      id: 'actions',
      header: text.columns.actions,
      hideHeader: true,
      cell: (employee) => <Actions employee={employee} {...actions} />,
    },
  ];
  return <Table caption={caption} columns={columns} rows={employees} rowKey={({ id }) => id} />;
}

const hasWork = ({ memberCount, openWorkCount }: Employee) => memberCount + openWorkCount > 0;

function Work({ employee }: { employee: Employee }) {
  const text = useText(roleTexts);
  if (!hasWork(employee)) return text.nothing;
  const { memberCount, openWorkCount } = employee;
  return [memberCount && text.members(memberCount), openWorkCount && text.open(openWorkCount)]
    .filter(Boolean)
    .join(' · ');
}

function Actions({
  employee,
  onInvite,
  onChangeRole,
  onHandOver,
  onRemove,
  onReopen,
}: Omit<EmployeeTableProps, 'caption' | 'employees'> & { employee: Employee }) {
  const text = useText(roleTexts);
  const { fullName, isArchived, hasAccount, isLastAdmin } = employee;
  const refusal = isLastAdmin ? text.lastAdmin : null;
  return (
    <span>
      {!hasAccount && !isArchived && (
        <IconButton icon="link" label={text.inviteOne(fullName)} onClick={() => onInvite(employee)} />
      )}
      {hasWork(employee) && (
        <IconButton icon="arrowRight" label={text.handOver(fullName)} onClick={() => onHandOver(employee)} />
      )}
      {!isArchived && (
        <IconButton
          icon="pencil"
          label={text.changeRole(fullName)}
          disabledReason={refusal}
          onClick={() => onChangeRole(employee)}
        />
      )}
      {isArchived ? (
        <IconButton icon="restore" label={text.reopen(fullName)} onClick={() => onReopen(employee)} />
      ) : (
        <IconButton
          icon="archive"
          label={text.remove(fullName)}
          disabledReason={refusal}
          onClick={() => onRemove(employee)}
        />
      )}
    </span>
  );
}
