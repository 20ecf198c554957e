// Ticks and closes at once, each with its way back.
import { useApolloClient } from '@apollo/client/react';
import { useReversible } from '../../actions/useReversible';
import { useText } from '../../i18n/text';
import {
  CloseChecklistDocument,
  ReopenChecklistDocument,
  TickChecklistActionDocument,
  UntickChecklistActionDocument,
  type Checklist_ChecklistFragment,
} from './ChecklistCard.generated';
import { checklistTexts } from './messages';

type Checklist = Checklist_ChecklistFragment;
type Action = Checklist['actions'][number];

/** As it will be: the last tick closes it, taking one away opens it. */
function withTick(checklist: Checklist, actionId: string, isDone: boolean): Checklist {
  const now = new Date().toISOString();
  const actions = checklist.actions.map((action) =>
    action.id === actionId ? { ...action, doneAt: isDone ? now : null, doneBy: null } : action,
  );
  const isAllDone = actions.every(({ doneAt }) => doneAt);
  return { ...checklist, actions, closedAt: isDone ? (checklist.closedAt ?? (isAllDone ? now : null)) : null };
}

const payload = (checklist: Checklist) => ({ __typename: 'ChecklistPayload' as const, checklist });

export function useChecklist(checklist: Checklist) {
  const client = useApolloClient();
  const text = useText(checklistTexts);
  const act = useReversible();
  const setTick = ({ id }: Action, isDone: boolean) => {
    const variables = { input: { id } };
    const changed = payload(withTick(checklist, id, isDone));
    return isDone
      ? client.mutate({
          mutation: TickChecklistActionDocument,
          variables,
          optimisticResponse: { tickChecklistAction: changed },
        })
      : client.mutate({
          mutation: UntickChecklistActionDocument,
          variables,
          optimisticResponse: { untickChecklistAction: changed },
        });
  };
  const setClosed = (isClosed: boolean) => {
    const variables = { input: { id: checklist.id } };
    const changed = payload({ ...checklist, closedAt: isClosed ? new Date().toISOString() : null });
    return isClosed
      ? client.mutate({ mutation: CloseChecklistDocument, variables, optimisticResponse: { closeChecklist: changed } })
      : client.mutate({
          mutation: ReopenChecklistDocument,
          variables,
          optimisticResponse: { reopenChecklist: changed },
        });
  };
  return {
    tick: (action: Action, isDone: boolean) =>
      act({
        run: () => setTick(action, isDone),
        undo: () => setTick(action, !isDone),
        done: isDone ? text.ticked(action.text) : text.unticked(action.text),
        failed: text.tickFailed,
      }),
    setClosed: (isClosed: boolean) =>
      act({
        run: () => setClosed(isClosed),
        undo: () => setClosed(!isClosed),
        done: isClosed ? text.closed(checklist.name) : text.reopened(checklist.name),
        failed: text.tickFailed,
      }),
  };
}
