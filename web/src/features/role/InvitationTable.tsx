// Who was invited and has not come yet.
import { useFormat } from '../../format/useFormat';
import { useText } from '../../i18n/text';
import { Badge } from '../../ui/Badge';
import { IconButton } from '../../ui/IconButton';
import { Table, type Column } from '../../ui/Table';
import { roleTexts } from './messages';
import styles from './Role.module.css';
import type { InvitationTable_InvitationFragment as Invitation } from './Role.generated';

interface InvitationTableProps {
  invitations: readonly Invitation[];
  onAgain: (invitation: Invitation) => void;
  onRevoke: (invitation: Invitation) => void;
}

export function InvitationTable({ invitations, onAgain, onRevoke }: InvitationTableProps) {
  const text = useText(roleTexts);
  const format = useFormat();
  const nameOf = ({ firstName, lastName }: Invitation) => `${firstName} ${lastName}`;
  const columns: Column<Invitation>[] = [
    {
      id: 'name',
      header: text.columns.name,
      isRowHeader: true,
      cell: (invitation) => (
        <span>
          <span className={styles.name}>{nameOf(invitation)}</span>
          <span className={styles.note}>{invitation.email}</span>
        </span>
      ),
    },
    { id: 'role', header: text.columns.role, cell: ({ role }) => text.roles[role] },
    { id: 'by', header: text.columns.by, cell: ({ createdByName }) => createdByName },
    {
      id: 'until',
      header: text.columns.until,
      cell: ({ expiresAt, isExpired }) =>
        isExpired ? (
          <Badge tone="warning">{text.expired}</Badge>
        ) : (
          <time dateTime={expiresAt}>{format.dayOf(expiresAt)}</time>
        ),
    },
    {
      id: 'actions',
      header: text.columns.actions,
      hideHeader: true,
      cell: (invitation) => (
        <span>
          <IconButton icon="link" label={text.again(nameOf(invitation))} onClick={() => onAgain(invitation)} />
          <IconButton icon="trash" label={text.revoke(nameOf(invitation))} onClick={() => onRevoke(invitation)} />
        </span>
      ),
    },
  ];
  return <Table caption={text.invitationsTitle} columns={columns} rows={invitations} rowKey={({ id }) => id} />;
}
