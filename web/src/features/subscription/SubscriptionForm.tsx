// The sheet once it is known what runs and what is on offer.
import { useFormat } from '../../format/useFormat';
import { useText } from '../../i18n/text';
import { Button } from '../../ui/Button';
import { SidePanel } from '../../ui/Dialog';
import { InlineMessage } from '../../ui/InlineMessage';
import { SegmentedControl } from '../../ui/SegmentedControl';
import { Select } from '../../ui/Select';
import { CancelFields } from './CancelFields';
import { CancelledPanel } from './CancelledPanel';
import { ChangeFields } from './ChangeFields';
import { ChangePreview, type Preview } from './ChangePreview';
import { Confirmation } from './Confirmation';
import { running, termsOf, type Draft, type Mode, type Subscription } from './draft';
import { RefusalMessage } from './RefusalMessage';
import styles from './SubscriptionSheet.module.css';
import { sheetTexts } from './sheetTexts';
import { useSubscriptionForm, type SheetData } from './useSubscriptionForm';

interface SubscriptionFormProps {
  data: SheetData;
  onDialog: (name: string) => void;
  onRead: () => Promise<unknown>;
  onClose: () => void;
}

export function SubscriptionForm({ data, onDialog, onRead, onClose }: SubscriptionFormProps) {
  const text = useText(sheetTexts);
  const form = useSubscriptionForm(data, onClose, onRead);
  const { draft, set, subscription, preview, refusal, errors, undoable, cancelled } = form;
  const { paymentDetails, subscriptions } = data.member;
  const types = data.subscriptionTypes;
  const all = running(subscriptions ?? []);
  const close = () => {
    form.dropDraft();
    onClose();
  };
  const isBlocked = draft.mode === 'ADD' && paymentDetails?.isReady === false;
  const reason = refusal?.reason ?? (isBlocked ? 'PAYMENT_DETAILS_MISSING' : null);
  const commitReason = useCommitReason(form, reason);
  if (cancelled?.cancellation)
    return (
      <CancelledPanel
        cancellation={cancelled.cancellation}
        onUndo={
          cancelled.isUndoable
            ? () => void form.undo(cancelled.id, cancelled.changeId).then((isDone) => isDone && close())
            : null
        }
        onClose={close}
      />
    );
  return (
    <SidePanel
      open
      title={text.title}
      onClose={close}
      onSubmit={() => void ((commitReason ?? form.isSaving) ? undefined : form.commit())}
      footer={
        <>
          <Button onClick={close}>{text.close}</Button>
          <Button
            type="submit"
            variant="primary"
            className={styles.commit}
            loading={form.isSaving}
            disabledReason={commitReason}
          >
            <CommitLabel mode={draft.mode} preview={preview} />
          </Button>
        </>
      }
    >
      {all.length > 0 && <ModeField draft={draft} set={set} subscriptions={all} />}
      {errors[''] && <InlineMessage tone="bad">{errors['']}</InlineMessage>}
      {draft.mode === 'CANCEL' ? (
        subscription?.cancellation ? (
          <Confirmation cancellation={subscription.cancellation} />
        ) : (
          <CancelFields
            draft={draft}
            set={set}
            errors={errors}
            subscription={subscription}
            earliest={preview?.earliestEnd ?? null}
          />
        )
      ) : (
        <ChangeFields
          draft={draft}
          set={set}
          errors={errors}
          subscription={subscription}
          terms={termsOf(draft, subscription, types)}
          types={types}
          currency={data.viewer?.gym.currency ?? 'EUR'}
        />
      )}
      {reason && reason !== 'NOTHING_CHANGES' && (
        <RefusalMessage
          reason={reason}
          block={refusal?.paymentBlock ?? paymentDetails?.blockedBy ?? null}
          onDialog={(name) => {
            form.keepDraft();
            onDialog(name);
          }}
          onUndo={undoable ? () => void form.undo(undoable.id) : null}
        />
      )}
      {form.isConflict && <InlineMessage tone="warning">{text.conflict}</InlineMessage>}
      {preview && !refusal && (
        <ChangePreview
          preview={preview}
          before={draft.mode === 'CHANGE' ? subscription : null}
          isStale={form.isStale}
        />
      )}
      {!form.isAsked && <p className={styles.muted}>{draft.mode === 'ADD' ? text.untouchedAdd : text.untouched}</p>}
    </SidePanel>
  );
}

interface ModeFieldProps {
  draft: Draft;
  set: (part: Partial<Draft>) => void;
  subscriptions: readonly Subscription[];
}

const untouched: Partial<Draft> = {
  typeId: undefined,
  billing: undefined,
  price: undefined,
  sessionTypeIds: undefined,
  calendarIds: undefined,
  endsOn: undefined,
};

function ModeField({ draft, set, subscriptions }: ModeFieldProps) {
  const text = useText(sheetTexts);
  const { day } = useFormat();
  const modes: Mode[] = ['CHANGE', 'CANCEL', 'ADD'];
  return (
    <>
      <SegmentedControl
        label={text.mode}
        fullWidth
        value={draft.mode}
        onChange={(mode) => set({ ...untouched, mode })}
        options={modes.map((value) => ({ value, label: text.modes[value] }))}
      />
      {draft.mode !== 'ADD' && subscriptions.length > 1 && (
        <Select
          label={text.which}
          value={draft.subscriptionId ?? ''}
          onChange={(subscriptionId) => set({ ...untouched, subscriptionId })}
          options={subscriptions.map(({ id, type, startsOn, endsOn, status }) => ({
            value: id,
            label: text.whichOne(
              type.name,
              [
                status === 'PENDING' ? text.from(day(startsOn)) : text.since(day(startsOn)),
                endsOn && text.until(day(endsOn)),
              ]
                .filter(Boolean)
                .join(', '),
            ),
          }))}
        />
      )}
    </>
  );
}

/** Says when and what it costs: what is confirmed is what was shown. */
function CommitLabel({ mode, preview }: { mode: Mode; preview: Preview | null }) {
  const text = useText(sheetTexts);
  const { day, money } = useFormat();
  if (!preview) return text.modes[mode];
  const ending = preview.subscriptions.find(({ role }) => role === 'ENDS');
  const on = mode === 'CANCEL' ? (ending?.endsOn ?? preview.effectiveOn) : preview.effectiveOn;
  return text.commit[mode](day(on), text.nowCosts(money(preview.total)));
}

function useCommitReason(form: ReturnType<typeof useSubscriptionForm>, reason: string | null): string | null {
  const text = useText(sheetTexts);
  if (reason) return text.refusals[reason as keyof typeof text.refusals];
  if (!form.isAsked) return form.draft.mode === 'ADD' ? text.untouchedAdd : text.untouched;
  if (Object.keys(form.errors).length > 0 && !form.preview) return text.failed;
  return form.isStale || !form.preview ? text.working : null;
}
