// Settings → Employees: who works here and as what, who is invited, and the way out.
import { useState } from 'react';
import { ActionButton } from '../../../../actions/ActionButton';
import { useActions } from '../../../../actions/useActions';
import { EmployeeTable } from '../../../../features/role/EmployeeTable';
import { InvitationTable } from '../../../../features/role/InvitationTable';
import type { Invitee } from '../../../../features/role/InviteDialog';
import { roleTexts } from '../../../../features/role/messages';
import type {
  EmployeeTable_EmployeeFragment as Employee,
  InvitationTable_InvitationFragment,
} from '../../../../features/role/Role.generated';
import { useEmployment } from '../../../../features/role/useEmployment';
import { useErrorText } from '../../../../graphql/useErrorText';
import { useQuery } from '../../../../graphql/useQuery';
import { useText } from '../../../../i18n/text';
import { Card } from '../../../../ui/Card';
import { EmptyState } from '../../../../ui/EmptyState';
import { ErrorState } from '../../../../ui/ErrorState';
import { SkeletonLines } from '../../../../ui/Skeleton';
import { useViewer } from '../../../session';
import { usePageTitle } from '../../../usePageTitle';
import { SettingsHeader } from '../SettingsHeader';
import { EmployeesPageDocument } from './EmployeesPage.generated';
import { later } from '../../../../ui/later';

const Dialogs = later(() => import('./Dialogs'));

export type Opened =
  | { kind: 'invite'; invitee: Invitee | null }
  | { kind: 'role' | 'hand-over' | 'remove'; employee: Employee };

export default function EmployeesPage() {
  const text = useText(roleTexts);
  const sentence = useErrorText();
  const viewer = useViewer();
  const [opened, setOpened] = useState<Opened | null>(null);
  // Who may not read it gets the rest of the answer, and is told so.
  const { data, error, refetch } = useQuery(EmployeesPageDocument, {
    errorPolicy: 'all',
    fetchPolicy: 'cache-and-network',
  });
  usePageTitle(text.title);
  const [invite] = useActions(
    [
      {
        id: 'employee.invite',
        label: text.invite,
        group: text.group,
        icon: 'plus',
        shortcut: 'N',
        permission: 'MANAGE_EMPLOYEES',
        run: () => setOpened({ kind: 'invite', invitee: null }),
      },
    ],
    viewer?.permissions,
  );
  const isRefused = viewer && !viewer.permissions.includes('MANAGE_EMPLOYEES');
  const { employeeRecords: employees, employeeInvitations: invitations } = data ?? {};
  const isKnown = employees && invitations;
  return (
    <>
      <SettingsHeader title={text.title} hint={text.hint} action={<ActionButton action={invite} variant="primary" />} />
      {isRefused && (
        <EmptyState icon="key" title={text.forAdmins}>
          {text.forAdminsHint}
        </EmptyState>
      )}
      {error && !isKnown && !isRefused ? <ErrorState message={sentence(error)} onRetry={() => void refetch()} /> : null}
      {!isKnown && !error && (
        <Card>
          <SkeletonLines lines={6} />
        </Card>
      )}
      {isKnown && !isRefused && <Lists employees={employees} invitations={invitations} onOpen={setOpened} />}
      {opened && employees && (
        <Dialogs opened={opened} employees={employees} refetch={() => void refetch()} onClose={() => setOpened(null)} />
      )}
    </>
  );
}

interface ListsProps {
  employees: readonly Employee[];
  invitations: readonly InvitationTable_InvitationFragment[];
  onOpen: (opened: Opened) => void;
}

function Lists({ employees, invitations, onOpen }: ListsProps) {
  const text = useText(roleTexts);
  const { reopen, revoke } = useEmployment();
  const present = employees.filter(({ isArchived }) => !isArchived);
  const former = employees.filter(({ isArchived }) => isArchived);
  const actions = {
    onInvite: ({ firstName, lastName, email, role }: Employee) =>
      onOpen({ kind: 'invite', invitee: { firstName, lastName, email, role } }),
    onChangeRole: (employee: Employee) => onOpen({ kind: 'role', employee }),
    onHandOver: (employee: Employee) => onOpen({ kind: 'hand-over', employee }),
    onRemove: (employee: Employee) => onOpen({ kind: 'remove', employee }),
    onReopen: (employee: Employee) => void reopen(employee),
  };
  return (
    <>
      <Card isFlush>
        <EmployeeTable caption={text.title} employees={present} {...actions} />
      </Card>
      {invitations.length > 0 && (
        <Card title={text.invitationsTitle} count={invitations.length} isFlush>
          <InvitationTable
            invitations={invitations}
            onAgain={({ firstName, lastName, email, role }) =>
              onOpen({ kind: 'invite', invitee: { firstName, lastName, email, role } })
            }
            onRevoke={(invitation) => void revoke(invitation)}
          />
        </Card>
      )}
      {former.length > 0 && (
        <Card title={text.formerTitle} count={former.length} isFlush>
          <EmployeeTable caption={text.formerTitle} employees={former} {...actions} />
        </Card>
      )}
    </>
  );
}
