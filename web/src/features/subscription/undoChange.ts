// Takes back a change of a subscription that has not taken effect, and says what came of it.
import type { ApolloClient } from '@apollo/client';
import { isConnectionError } from '../../graphql/errors';
import { errorTexts } from '../../graphql/messages';
import { newId } from '../../graphql/newId';
import type { Locale } from '../../i18n/locale';
import { textIn } from '../../i18n/text';
import { showToast } from '../../ui/toasts';
import { sheetTexts } from './sheetTexts';
import { UndoSubscriptionChangeDocument } from './SubscriptionSheet.generated';

/** Pressed twice, it is undone once: behind a cancellation there may be another change. */
const underWay = new Set<string>();

/** `changeId`: nothing but this change, whatever was done since. */
export async function undoChange(
  client: ApolloClient,
  locale: Locale,
  subscriptionId: string,
  changeId?: string,
): Promise<boolean> {
  if (underWay.has(subscriptionId)) return false;
  underWay.add(subscriptionId);
  const text = textIn(sheetTexts, locale);
  const fail = (why: string) => showToast({ kind: 'error', text: `${text.undoFailed} ${why}` });
  try {
    const { data } = await client.mutate({
      mutation: UndoSubscriptionChangeDocument,
      variables: { input: { id: newId(), subscriptionId, changeId } },
    });
    const result = data?.undoSubscriptionChange;
    if (result?.__typename === 'SubscriptionChangeRefused') fail(text.refusals[result.reason]);
    if (result?.__typename !== 'SubscriptionChanged') return false;
    showToast({ kind: 'success', text: text.undone });
    return true;
  } catch (error) {
    const sentences = textIn(errorTexts, locale);
    fail(isConnectionError(error) ? sentences.connection : sentences.unexpected);
    return false;
  } finally {
    underWay.delete(subscriptionId);
  }
}
