// Signs, moves and revokes, each with its way back.
import { useApolloClient } from '@apollo/client/react';
import { useReversible } from '../../actions/useReversible';
import type { AmendMandateInput, SignMandateInput } from '../../graphql/schema.generated';
import { useText } from '../../i18n/text';
import { mandateTexts } from './mandateTexts';
import {
  AmendMandateDocument,
  RestoreMandateDocument,
  RevealIbanDocument,
  RevokeMandateDocument,
  SignMandateDocument,
} from './Mandate.generated';

type OnFailed = (error: unknown) => void;
/** The id is made by the form: trying again is the same submit. */
type WithId<Input> = Input & { id: string };

export function useMandate() {
  const client = useApolloClient();
  const text = useText(mandateTexts);
  const act = useReversible();
  const revoke = (id: string, reason: string) =>
    client.mutate({ mutation: RevokeMandateDocument, variables: { input: { id, reason } } });
  const restore = (id: string) => client.mutate({ mutation: RestoreMandateDocument, variables: { input: { id } } });
  return {
    sign: (input: WithId<SignMandateInput>, onFailed: OnFailed) =>
      act({
        run: () => client.mutate({ mutation: SignMandateDocument, variables: { input } }),
        undo: () => revoke(input.id, text.undoReason),
        isAwaited: true,
        done: text.didSign,
        onFailed,
      }),
    amend: (input: WithId<AmendMandateInput>, onFailed: OnFailed) =>
      act({
        run: () => client.mutate({ mutation: AmendMandateDocument, variables: { input } }),
        undo: () => restore(input.mandateId),
        isAwaited: true,
        done: text.didAmend,
        onFailed,
      }),
    revoke: (id: string, reason: string, onFailed: OnFailed) =>
      act({
        run: () => revoke(id, reason),
        undo: () => restore(id),
        isAwaited: true,
        done: text.didRevoke,
        onFailed,
      }),
    restore: (id: string) =>
      act({ run: () => restore(id), isAwaited: true, done: text.didRestore, failed: text.restoreFailed }),
    reveal: async (id: string): Promise<string | undefined> => {
      const { data } = await client.mutate({
        mutation: RevealIbanDocument,
        variables: { input: { id } },
        fetchPolicy: 'no-cache',
      });
      return data?.revealIban.iban;
    },
  };
}
