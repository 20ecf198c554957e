// Chooses who looks after a member, or that nobody does.
import { useApolloClient } from '@apollo/client/react';
import { useReversible } from '../../actions/useReversible';
import { useErrorText } from '../../graphql/useErrorText';
import { useQuery } from '../../graphql/useQuery';
import { useText } from '../../i18n/text';
import { ChoosePersonDialog } from '../../ui/ChoosePersonDialog';
import {
  LinkableEmployeesDocument,
  LinkEmployeeDocument,
  type LinkedEmployee_MemberFragment,
} from './LinkedEmployee.generated';
import { staffTexts } from './messages';

type Employee = LinkedEmployee_MemberFragment['employee'];

interface LinkEmployeeDialogProps {
  member: LinkedEmployee_MemberFragment & { fullName: string };
  onClose: () => void;
}

const nobody = 'nobody';

export default function LinkEmployeeDialog({ member, onClose }: LinkEmployeeDialogProps) {
  const text = useText(staffTexts);
  const sentence = useErrorText();
  const link = useLinkEmployee(member);
  const { data, error, refetch } = useQuery(LinkableEmployeesDocument);
  const people = data?.employees.map(({ id, fullName }) => ({ id, label: fullName }));
  return (
    <ChoosePersonDialog
      title={text.chooseTitle(member.fullName)}
      label={text.narrow}
      people={people && [...people, { id: nobody, label: text.none }]}
      chosen={member.employee?.id ?? nobody}
      noneLike={text.noneLike}
      failure={error && sentence(error)}
      onRetry={() => void refetch()}
      onChoose={(id) => link(data?.employees.find((employee) => employee.id === id) ?? null)}
      onClose={onClose}
    />
  );
}

function useLinkEmployee(member: LinkedEmployee_MemberFragment) {
  const client = useApolloClient();
  const text = useText(staffTexts);
  const act = useReversible();
  const set = (employee: Employee) =>
    client.mutate({
      mutation: LinkEmployeeDocument,
      variables: { input: { memberId: member.id, employeeId: employee?.id ?? null } },
      optimisticResponse: {
        linkEmployee: {
          __typename: 'MemberPayload' as const,
          member: {
            __typename: 'Member' as const,
            id: member.id,
            employee: employee && { ...employee, __typename: 'Employee' as const },
          },
        },
      },
    });
  return (employee: Employee) =>
    void act({
      run: () => set(employee),
      undo: () => set(member.employee),
      done: employee ? text.linked(employee.fullName) : text.unlinked,
      failed: text.failed,
    });
}
