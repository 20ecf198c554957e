// Gives a checklist to an employee, or back to whoever is linked to the member.
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
import type { Checklist_ChecklistFragment } from './ChecklistCard.generated';
import { ChecklistEmployeesDocument, ReassignChecklistDocument } from './GiveChecklistDialog.generated';
import { giveTexts } from './giveTexts';

type Employee = Checklist_ChecklistFragment['employee'];

interface GiveChecklistDialogProps {
  checklist: Checklist_ChecklistFragment;
  onClose: () => void;
}

const linked = 'linked';

export default function GiveChecklistDialog({ checklist, onClose }: GiveChecklistDialogProps) {
  const text = useText(giveTexts);
  const sentence = useErrorText();
  const give = useGiveChecklist(checklist);
  const [typed, setTyped] = useState('');
  const { data, error, refetch } = useQuery(ChecklistEmployeesDocument);
  const chosen = checklist.employee?.id ?? linked;
  const people = (data?.employees ?? []).map(({ id, fullName }) => ({ id, label: fullName }));
  const choices = [{ id: linked, label: text.linkedEmployee }, ...people]
    .filter(({ label }) => folded(label).includes(folded(typed)))
    .map((choice) => ({ ...choice, isChosen: choice.id === chosen }));
  const choose = (id: string) => {
    if (id !== chosen) give(data?.employees.find((one) => one.id === id) ?? null);
    onClose();
  };
  return (
    <Dialog open title={text.giveTitle(checklist.name)} onClose={onClose}>
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
        {data && choices.length === 0 && <EmptyState icon="person" title={text.nobodyLike(typed)} />}
      </ChoiceList>
    </Dialog>
  );
}

function useGiveChecklist(checklist: Checklist_ChecklistFragment) {
  const client = useApolloClient();
  const text = useText(giveTexts);
  const act = useReversible();
  const set = (employee: Employee) =>
    client.mutate({
      mutation: ReassignChecklistDocument,
      variables: { input: { id: checklist.id, employeeId: employee?.id ?? null } },
      optimisticResponse: {
        reassignChecklist: { __typename: 'ChecklistPayload' as const, checklist: { ...checklist, employee } },
      },
    });
  return (employee: Employee) =>
    void act({
      run: () => set(employee),
      undo: () => set(checklist.employee),
      done: employee ? text.givenTo(checklist.name, employee.fullName) : text.givenBack(checklist.name),
      failed: text.notGiven,
    });
}
