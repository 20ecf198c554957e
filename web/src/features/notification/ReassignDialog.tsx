// Gives a notification to an employee, or back to whoever is linked to the member.
import { useErrorText } from '../../graphql/useErrorText';
import { useQuery } from '../../graphql/useQuery';
import { useText } from '../../i18n/text';
import { ChoosePersonDialog } from '../../ui/ChoosePersonDialog';
import { dialogTexts } from './dialogTexts';
import type { NotificationDialogProps } from './NotificationDialogs';
import { AssignableEmployeesDocument } from './NotificationDialogs.generated';
import { usePassOn } from './usePassOn';

const linked = 'linked';

export function ReassignDialog({ notification, onClose }: NotificationDialogProps) {
  const text = useText(dialogTexts);
  const sentence = useErrorText();
  const { give } = usePassOn(notification);
  const { data, error, refetch } = useQuery(AssignableEmployeesDocument);
  const { isReassigned, assignee } = notification;
  const people = data?.employees.map(({ id, fullName }) => ({ id, label: fullName }));
  return (
    <ChoosePersonDialog
      title={text.reassignTitle}
      label={text.narrow}
      people={people && [{ id: linked, label: text.linkedEmployee }, ...people]}
      chosen={isReassigned ? assignee?.id : linked}
      noneLike={text.noneLike}
      failure={error && sentence(error)}
      onRetry={() => void refetch()}
      onChoose={(id) => void give(data?.employees.find((one) => one.id === id) ?? null)}
      onClose={onClose}
    />
  );
}
