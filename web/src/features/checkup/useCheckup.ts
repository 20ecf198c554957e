// Plans, moves, completes and calls off, each with its way back.
import { useApolloClient } from '@apollo/client/react';
import { useReversible } from '../../actions/useReversible';
import { newId } from '../../graphql/newId';
import { useText } from '../../i18n/text';
import {
  CancelCheckupDocument,
  CompleteCheckupDocument,
  MoveCheckupDocument,
  PlanCheckupDocument,
  ReopenCheckupDocument,
} from './CheckupRows.generated';
import { checkupTexts } from './messages';

interface Moment {
  /** yyyy-mm-dd and HH:MM on the gym's clock. */
  on: string;
  at: string;
}

type OnFailed = (error: unknown) => void;

export function useCheckup() {
  const client = useApolloClient();
  const text = useText(checkupTexts);
  const act = useReversible();
  const move = (id: string, moment: Moment) =>
    client.mutate({ mutation: MoveCheckupDocument, variables: { input: { id, ...moment } } });
  const cancel = (id: string) => client.mutate({ mutation: CancelCheckupDocument, variables: { input: { id } } });
  const reopen = (id: string) => client.mutate({ mutation: ReopenCheckupDocument, variables: { input: { id } } });
  const complete = (id: string) => client.mutate({ mutation: CompleteCheckupDocument, variables: { input: { id } } });
  return {
    plan: (memberId: string, moment: Moment, onFailed: OnFailed) => {
      const id = newId();
      return act({
        run: () => client.mutate({ mutation: PlanCheckupDocument, variables: { input: { id, memberId, ...moment } } }),
        undo: () => cancel(id),
        isAwaited: true,
        done: text.planned,
        onFailed,
      });
    },
    move: (id: string, moment: Moment, before: Moment, onFailed: OnFailed) =>
      act({
        run: () => move(id, moment),
        undo: () => move(id, before),
        isAwaited: true,
        done: text.moved,
        onFailed,
      }),
    complete: (id: string) =>
      act({ run: () => complete(id), undo: () => reopen(id), done: text.completed, failed: text.completeFailed }),
    callOff: (id: string) =>
      act({ run: () => cancel(id), undo: () => reopen(id), done: text.calledOff, failed: text.callOffFailed }),
  };
}
