// Gives a member a checklist: choose one, and it is theirs. Taking it back closes it again.
import { useApolloClient } from '@apollo/client/react';
import { useState, type ReactNode } from 'react';
import { useReversible } from '../../actions/useReversible';
import { newId } from '../../graphql/newId';
import { useErrorText } from '../../graphql/useErrorText';
import { useQuery } from '../../graphql/useQuery';
import { folded } from '../../i18n/folded';
import { useText } from '../../i18n/text';
import { ButtonLink } from '../../ui/ButtonLink';
import { ChoiceList } from '../../ui/ChoiceList';
import { Dialog } from '../../ui/Dialog';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorState } from '../../ui/ErrorState';
import { Select } from '../../ui/Select';
import { SkeletonLines } from '../../ui/Skeleton';
import {
  AssignableChecklistsDocument,
  AssignChecklistDocument,
  TakeChecklistBackDocument,
} from './AssignChecklistDialog.generated';
import { checklistTexts } from './messages';

interface About {
  id: string;
  fullName: string;
}

interface AssignChecklistDialogProps {
  member: About;
  /** Stands above the list, e.g. to look another member up. */
  children?: ReactNode;
  onAssigned?: () => void;
  onClose: () => void;
}

export default function AssignChecklistDialog({ member, children, onAssigned, onClose }: AssignChecklistDialogProps) {
  const text = useText(checklistTexts);
  const sentence = useErrorText();
  const client = useApolloClient();
  const act = useReversible();
  const [typed, setTyped] = useState('');
  const [employeeId, setEmployeeId] = useState('');
  const { data, error, refetch } = useQuery(AssignableChecklistsDocument, { fetchPolicy: 'cache-and-network' });
  const templates = data?.checklistTemplates.filter(({ name }) => folded(name).includes(folded(typed)));
  const choose = (templateId: string) => {
    const id = newId();
    const name = templates?.find((one) => one.id === templateId)?.name ?? '';
    onClose();
    const assign = () =>
      client.mutate({
        mutation: AssignChecklistDocument,
        variables: { input: { id, memberId: member.id, templateId, employeeId: employeeId || null } },
      });
    void act({
      run: () => assign().then(onAssigned),
      undo: () => client.mutate({ mutation: TakeChecklistBackDocument, variables: { input: { id } } }).then(onAssigned),
      isAwaited: true,
      done: text.assigned(name),
      failed: text.assignFailed,
    });
  };
  return (
    <Dialog open title={text.chooseTitle(member.fullName)} onClose={onClose}>
      {children}
      <ChoiceList
        label={text.narrow}
        hideLabel
        isComing={!data && !error}
        typed={typed}
        onType={setTyped}
        choices={(templates ?? []).map(({ id, name, actions }) => ({
          id,
          label: name,
          detail: text.actions(actions.length),
        }))}
        onChoose={choose}
      >
        {error && !data && <ErrorState message={sentence(error)} onRetry={() => void refetch()} />}
        {!data && !error && <SkeletonLines lines={3} />}
        {templates?.length === 0 && (
          <EmptyState
            icon="list"
            title={typed ? text.noneLike(typed) : text.noneKept}
            action={<ButtonLink to="/settings/checklists">{text.toSettings}</ButtonLink>}
          />
        )}
      </ChoiceList>
      {data && (
        <Select
          label={text.forWhom}
          value={employeeId}
          options={[
            { value: '', label: text.linkedEmployee },
            ...data.employees.map(({ id, fullName }) => ({ value: id, label: fullName })),
          ]}
          onChange={setEmployeeId}
        />
      )}
    </Dialog>
  );
}
