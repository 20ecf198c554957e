// Chooses who looks after a member, or that nobody does.
import { useApolloClient, useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useReversible } from '../../actions/useReversible';
import { useErrorText } from '../../graphql/useErrorText';
import { folded } from '../../i18n/folded';
import { useText } from '../../i18n/text';
import { ChoiceList } from '../../ui/ChoiceList';
import { Dialog } from '../../ui/Dialog';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorState } from '../../ui/ErrorState';
import { SkeletonLines } from '../../ui/Skeleton';
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
  const [typed, setTyped] = useState('');
  const { data, error, refetch } = useQuery(LinkableEmployeesDocument);
  const linked = member.employee?.id ?? nobody;
  const people = (data?.employees ?? []).map(({ id, fullName }) => ({ id, label: fullName }));
  const choices = [...people, { id: nobody, label: text.none }]
    .filter(({ label }) => folded(label).includes(folded(typed)))
    .map((choice) => ({ ...choice, isChosen: choice.id === linked }));
  const choose = (id: string) => {
    if (id !== linked) link(data?.employees.find((employee) => employee.id === id) ?? null);
    onClose();
  };
  return (
    <Dialog open title={text.chooseTitle(member.fullName)} onClose={onClose}>
      <ChoiceList
        label={text.narrow}
        hideLabel
        isComing={!data && !error}
        typed={typed}
        onType={setTyped}
        choices={data ? choices : []}
        onChoose={choose}
      >
        {error && !data && <ErrorState message={sentence(error)} onRetry={() => void refetch()} />}
        {!data && !error && <SkeletonLines lines={4} />}
        {data && choices.length === 0 && <EmptyState icon="person" title={text.noneLike(typed)} />}
      </ChoiceList>
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
