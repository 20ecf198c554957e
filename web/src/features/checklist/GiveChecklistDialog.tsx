// Gives a checklist to an employee, or back to whoever is linked to the member.
import { useApolloClient } from '@apollo/client/react';
import { useReversible } from '../../actions/useReversible';
import { useErrorText } from '../../graphql/useErrorText';
import { useQuery } from '../../graphql/useQuery';
import { useText } from '../../i18n/text';
import { ChoosePersonDialog } from '../../ui/ChoosePersonDialog';
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
  const { data, error, refetch } = useQuery(ChecklistEmployeesDocument);
  const people = data?.employees.map(({ id, fullName }) => ({ id, label: fullName }));
  return (
    <ChoosePersonDialog
      title={text.giveTitle(checklist.name)}
      label={text.narrow}
      people={people && [{ id: linked, label: text.linkedEmployee }, ...people]}
      chosen={checklist.employee?.id ?? linked}
      noneLike={text.nobodyLike}
      failure={error && sentence(error)}
      onRetry={() => void refetch()}
      onChoose={(id) => give(data?.employees.find((one) => one.id === id) ?? null)}
      onClose={onClose}
    />
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
