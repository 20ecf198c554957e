// Gives a notification to an employee, or back to whoever is linked to the member.
import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useErrorText } from '../../graphql/useErrorText';
import { folded } from '../../i18n/folded';
import { useText } from '../../i18n/text';
import { ChoiceList } from '../../ui/ChoiceList';
import { Dialog } from '../../ui/Dialog';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorState } from '../../ui/ErrorState';
import { SkeletonLines } from '../../ui/Skeleton';
import { dialogTexts } from './dialogTexts';
import type { NotificationDialogProps } from './NotificationDialogs';
import { AssignableEmployeesDocument } from './NotificationDialogs.generated';
import { usePassOn } from './usePassOn';

const linked = 'linked';

export function ReassignDialog({ notification, onClose }: NotificationDialogProps) {
  const text = useText(dialogTexts);
  const sentence = useErrorText();
  const { give } = usePassOn(notification);
  const [typed, setTyped] = useState('');
  const { data, error, refetch } = useQuery(AssignableEmployeesDocument);
  const { isReassigned, assignee } = notification;
  const chosen = isReassigned ? assignee?.id : linked;
  const people = (data?.employees ?? []).map(({ id, fullName }) => ({ id, label: fullName }));
  const choices = [{ id: linked, label: text.linkedEmployee }, ...people]
    .filter(({ label }) => folded(label).includes(folded(typed)))
    .map((choice) => ({ ...choice, isChosen: choice.id === chosen }));
  const choose = (id: string) => {
    const employee = data?.employees.find((one) => one.id === id) ?? null;
    if (id !== chosen) void give(employee);
    onClose();
  };
  return (
    <Dialog open title={text.reassignTitle} onClose={onClose}>
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
