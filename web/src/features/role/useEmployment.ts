// What is done at once from the list: roles, removing, letting in again, revoking. Whether somebody is the last Admin
// depends on all, so the lists are read again after each.
import { useApolloClient } from '@apollo/client/react';
import { useReversible } from '../../actions/useReversible';
import type { Role } from '../../graphql/schema.generated';
import { useText } from '../../i18n/text';
import { roleTexts } from './messages';
import {
  ChangeEmployeeRoleDocument,
  EmploymentDocument,
  RemoveEmployeeDocument,
  ReopenEmployeeDocument,
  RevokeEmployeeInvitationDocument,
  type EmployeeTable_EmployeeFragment as Employee,
  type InvitationTable_InvitationFragment as Invitation,
} from './Role.generated';

export function useEmployment() {
  const client = useApolloClient();
  const text = useText(roleTexts);
  const act = useReversible();
  const readAgain = useReadEmployment();
  const setRole = ({ id }: Employee, role: Role) =>
    client.mutate({ mutation: ChangeEmployeeRoleDocument, variables: { input: { id, role } } }).then(readAgain);
  const setRemoved = ({ id }: Employee, leaveOpenWork: boolean) =>
    client.mutate({ mutation: RemoveEmployeeDocument, variables: { input: { id, leaveOpenWork } } }).then(readAgain);
  const setReopened = ({ id }: Employee) =>
    client.mutate({ mutation: ReopenEmployeeDocument, variables: { input: { id } } }).then(readAgain);
  const setRevoked = ({ id }: Invitation) =>
    client.mutate({ mutation: RevokeEmployeeInvitationDocument, variables: { input: { id } } }).then(readAgain);
  return {
    changeRole: (employee: Employee, role: Role) =>
      act({
        run: () => setRole(employee, role),
        undo: () => setRole(employee, employee.role),
        done: text.isNow(employee.fullName, text.roles[role].toLowerCase()),
        failed: text.roleFailed(employee.fullName),
        isAwaited: true,
      }),
    remove: (employee: Employee, { leaveOpenWork = false } = {}) =>
      act({
        run: () => setRemoved(employee, leaveOpenWork),
        undo: () => setReopened(employee),
        done: text.removed(employee.fullName),
        failed: text.removeFailed(employee.fullName),
        isAwaited: true,
      }),
    reopen: (employee: Employee) =>
      act({
        run: () => setReopened(employee),
        done: text.reopened(employee.fullName),
        failed: text.reopenFailed(employee.fullName),
        isAwaited: true,
      }),
    revoke: (invitation: Invitation) =>
      act({
        run: () => setRevoked(invitation),
        done: text.revoked(invitation.firstName),
        failed: text.revokeFailed(invitation.firstName),
        isAwaited: true,
      }),
  };
}

/** The lists as they are by now. That reading them fails, e.g. for who is no Admin any more, takes nothing back. */
export function useReadEmployment() {
  const client = useApolloClient();
  return async () => {
    await client.query({ query: EmploymentDocument, fetchPolicy: 'network-only', errorPolicy: 'all' }).catch(() => {});
  };
}
