// The state of the sheet: the draft, its preview, and what came of committing it.
import { useApolloClient } from '@apollo/client/react';
import { useMemo, useState } from 'react';
import { newId } from '../../graphql/newId';
import { useFormErrors } from '../../graphql/useErrorText';
import { useLocale } from '../../i18n/locale';
import { useText } from '../../i18n/text';
import { showToast } from '../../ui/toasts';
import type { Preview } from './ChangePreview';
import { firstDraft, inputOf, inTheWay, repointed, running, type Draft } from './draft';
import { sheetTexts } from './sheetTexts';
import {
  ChangeSubscriptionDocument,
  type ChangeSubscriptionMutation,
  type SubscriptionSheet_ChangedFragment,
  type SubscriptionSheet_RefusalFragment,
  type SubscriptionSheetQuery,
} from './SubscriptionSheet.generated';
import { undoChange } from './undoChange';
import { usePreview } from './usePreview';

export type SheetData = SubscriptionSheetQuery & { member: NonNullable<SubscriptionSheetQuery['member']> };
type Changed = SubscriptionSheet_ChangedFragment;

const fields = ['typeId', 'billing', 'priceCents', 'sessionTypeIds', 'calendarIds', 'startsOn', 'endsOn'];

/** Left for another dialog on the way, e.g. to enter a mandate: found again when the sheet comes back. */
const leftDrafts = new Map<string, Draft>();

export function useSubscriptionForm({ member }: SheetData, onDone: () => void, onRead: () => Promise<unknown>) {
  const text = useText(sheetTexts);
  const { locale } = useLocale();
  const client = useApolloClient();
  const formErrors = useFormErrors();
  const subscriptions = member.subscriptions ?? [];
  const [begun, setDraft] = useState(() => leftDrafts.get(member.id) ?? firstDraft(subscriptions));
  const draft = repointed(begun, subscriptions);
  const [conflict, setConflict] = useState<{ of: string; preview: Preview } | null>(null);
  const [refused, setRefused] = useState<{ of: string; refusal: SubscriptionSheet_RefusalFragment } | null>(null);
  const [failure, setFailure] = useState<{ of: string; error: unknown } | null>(null);
  const [cancelled, setCancelled] = useState<(NonNullable<Changed['subscription']> & { changeId: string }) | null>(
    null,
  );
  const [isSaving, setSaving] = useState(false);

  const subscription = running(subscriptions).find(({ id }) => id === draft.subscriptionId) ?? null;
  const input = inputOf(member.id, draft, subscription);
  const key = JSON.stringify(input);
  // The same wish sent again is the same change; another wish is another.
  // oxlint-disable-next-line react-hooks/exhaustive-deps
  const id = useMemo(newId, [key]);
  const previewed = usePreview(input);
  const result = conflict?.of === key ? conflict.preview : previewed.result;
  const preview = result?.__typename === 'SubscriptionChangePreview' ? result : null;
  const refusal =
    refused?.of === key ? refused.refusal : result?.__typename === 'SubscriptionChangeRefused' ? result : null;
  const error = failure?.of === key ? failure.error : previewed.error;
  const undoable = inTheWay(draft, subscriptions);

  const undo = async (subscriptionId: string, changeId?: string) => {
    if (!(await undoChange(client, locale, subscriptionId, changeId))) return false;
    setRefused(null);
    // Closed meanwhile, the reading is broken off.
    await onRead().catch(() => {});
    previewed.again();
    return true;
  };

  const settle = (answer: ChangeSubscriptionMutation['changeSubscription']) => {
    if (answer.__typename === 'SubscriptionChangeConflict') return setConflict({ of: key, preview: answer.preview });
    if (answer.__typename === 'SubscriptionChangeRefused') return setRefused({ of: key, refusal: answer });
    if (answer.__typename !== 'SubscriptionChanged') return;
    leftDrafts.delete(member.id);
    const changed = answer.subscription;
    if (draft.mode === 'CANCEL' && changed?.cancellation) return setCancelled({ ...changed, changeId: id });
    // What was included before is not brought back by undoing: that is about another change.
    const isUndoable = changed?.isUndoable && changed.id !== input?.subscriptionId;
    showToast({
      kind: 'success',
      text: text.done[draft.mode],
      undo: isUndoable ? () => void undoChange(client, locale, changed.id, id) : undefined,
    });
    onDone();
  };

  const commit = async () => {
    if (!input || !preview) return;
    setSaving(true);
    setFailure(null);
    try {
      const variables = { input: { id, change: input, token: preview.token } };
      const { data } = await client.mutate({ mutation: ChangeSubscriptionDocument, variables });
      if (data) settle(data.changeSubscription);
    } catch (problem) {
      setFailure({ of: key, error: problem });
    } finally {
      setSaving(false);
    }
  };

  return {
    draft,
    set: (part: Partial<Draft>) => setDraft((before) => ({ ...repointed(before, subscriptions), ...part })),
    subscription,
    preview,
    refusal,
    isConflict: conflict?.of === key,
    isStale: conflict?.of !== key && previewed.isStale,
    isAsked: input !== null,
    errors: formErrors(error, fields) as Record<string, string | undefined>,
    isSaving,
    commit,
    cancelled,
    undo,
    undoable,
    /** Before another dialog takes the sheet's place. */
    keepDraft: () => leftDrafts.set(member.id, draft),
    dropDraft: () => leftDrafts.delete(member.id),
  };
}
