// An action that shows its effect at once and can be taken back. The mutation carries an optimisticResponse:
// Apollo draws it before the server answers and rolls it back when the server refuses.
import { useCallback } from 'react';
import { useText } from '../i18n/text';
import { dismissToast, showToast } from '../ui/toasts';
import { uiTexts } from '../ui/messages';
import { useErrorText } from '../graphql/useErrorText';

export interface Reversible {
  /** Runs the mutation (with its optimisticResponse). Called again when somebody tries again. */
  run: () => Promise<unknown>;
  /** What happened, e.g. "Tag removed". */
  done: string;
  /** What did not happen, e.g. "The tag was not removed". The server's reason is added. Not for forms, which say it themselves. */
  failed?: string;
  /** Takes it back; leave it out when there is no way back. */
  undo?: () => Promise<unknown>;
  /** The form waits for the server, so nothing is called done before it has answered. */
  isAwaited?: boolean;
  /** Shows it where it was typed. */
  onFailed?: (error: unknown) => void;
}

/** Resolves to true once the server has it. */
export type Reverse = (action: Reversible) => Promise<boolean>;

export function useReversible(): Reverse {
  const text = useText(uiTexts);
  const sentence = useErrorText();
  return useCallback(
    async function start(action: Reversible): Promise<boolean> {
      const fail = (what: string, error: unknown, again: () => void) =>
        showToast({ kind: 'error', text: `${what} ${sentence(error)}`, action: { label: text.retry, run: again } });
      const undo = action.undo;
      const running = action.run();
      const takeBack = () => {
        // Never overtakes the mutation it takes back.
        void running.then(undo, () => {}).catch((error: unknown) => fail(text.undoFailed, error, takeBack));
      };
      const say = () => showToast({ kind: 'success', text: action.done, undo: undo && takeBack });
      const said = action.isAwaited ? null : say();
      try {
        await running;
        if (said === null) say();
        return true;
      } catch (error) {
        if (said !== null) dismissToast(said);
        action.onFailed?.(error);
        if (action.failed) fail(action.failed, error, () => void start(action));
        return false;
      }
    },
    [text, sentence],
  );
}
