// Chooses who looks after a member.
import { useApolloClient, useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useReversible } from '../../actions/useReversible';
import { useErrorText } from '../../graphql/useErrorText';
import { useText } from '../../i18n/text';
import { Button } from '../../ui/Button';
import { Combobox } from '../../ui/Combobox';
import { Dialog } from '../../ui/Dialog';
import { ErrorState } from '../../ui/ErrorState';
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

export default function LinkEmployeeDialog({ member, onClose }: LinkEmployeeDialogProps) {
  const text = useText(staffTexts);
  const sentence = useErrorText();
  const link = useLinkEmployee(member);
  const [chosen, setChosen] = useState<string | null>(member.employee?.id ?? null);
  const { data, error, refetch } = useQuery(LinkableEmployeesDocument);
  const employees = data?.employees ?? (member.employee ? [member.employee] : []);
  const submit = () => {
    const employee = employees.find(({ id }) => id === chosen) ?? null;
    if (employee?.id !== member.employee?.id) link(employee);
    onClose();
  };
  return (
    <Dialog
      open
      title={text.chooseTitle(member.fullName)}
      onClose={onClose}
      onSubmit={submit}
      footer={
        <>
          <Button onClick={onClose}>{text.cancel}</Button>
          <Button type="submit" variant="primary">
            {text.save}
          </Button>
        </>
      }
    >
      {error && !data && <ErrorState message={sentence(error)} onRetry={() => void refetch()} />}
      <Combobox
        label={text.employee}
        placeholder={text.none}
        value={chosen}
        onChange={setChosen}
        options={employees.map(({ id, fullName }) => ({ value: id, label: fullName }))}
        clearable
        autoFocus
      />
    </Dialog>
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
