// What opens over the list of employees. Who still has something in hand is asked to hand it over first.
import { HandOverDialog } from '../../../../features/hand-over/HandOverDialog';
import { InviteDialog } from '../../../../features/role/InviteDialog';
import { RemoveDialog } from '../../../../features/role/RemoveDialog';
import { RoleDialog } from '../../../../features/role/RoleDialog';
import type { EmployeeTable_EmployeeFragment as Employee } from '../../../../features/role/Role.generated';
import { useEmployment } from '../../../../features/role/useEmployment';
import { useViewer } from '../../../session';
import type { Opened } from './Page';

interface DialogsProps {
  opened: Opened;
  employees: readonly Employee[];
  refetch: () => void;
  onClose: () => void;
}

export default function Dialogs({ opened, employees, refetch, onClose }: DialogsProps) {
  const remove = useRemove(refetch);
  if (opened.kind === 'invite') return <InviteDialog invitee={opened.invitee} onClose={onClose} />;
  const { kind, employee } = opened;
  if (kind === 'role') return <RoleDialog employee={employee} onChanged={refetch} onClose={onClose} />;
  const leave = (leaveOpenWork: boolean) => {
    onClose();
    void remove(employee, leaveOpenWork);
  };
  if (kind === 'remove' && employee.memberCount + employee.openWorkCount === 0)
    return <RemoveDialog fullName={employee.fullName} onRemove={() => leave(false)} onClose={onClose} />;
  return (
    <HandOverDialog
      employee={employee}
      people={employees.filter(({ isArchived }) => !isArchived)}
      remove={kind === 'remove' ? { afterwards: () => leave(false), without: () => leave(true) } : undefined}
      onHandedOver={refetch}
      onClose={onClose}
    />
  );
}

/** Who removes themself is signed out by it. */
function useRemove(refetch: () => void) {
  const viewer = useViewer();
  const { remove } = useEmployment();
  return async (employee: Employee, leaveOpenWork: boolean) => {
    if (!(await remove(employee, { leaveOpenWork }))) return;
    if (employee.id === viewer?.id) window.location.assign('/sign-in');
    else refetch();
  };
}
