// How far a batch is, and the one thing to do next.
import { useState } from 'react';
import { useFormat } from '../../format/useFormat';
import { useErrorText } from '../../graphql/useErrorText';
import { useText } from '../../i18n/text';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { classes } from '../../ui/classes';
import { Dialog } from '../../ui/Dialog';
import { InlineMessage } from '../../ui/InlineMessage';
import { batchTexts } from './messages';
import type { BatchSteps_BatchFragment } from './PaymentBatch.generated';
import styles from './PaymentBatch.module.css';
import { reasonInWords, returnReasonTexts } from './returnReasonTexts';
import { useBatchVerbs, type BatchVerb } from './useBatchVerbs';

type Batch = BatchSteps_BatchFragment;
const order = ['DRAFT', 'EXPORTED', 'SUBMITTED', 'SETTLED'] as const;

export function BatchSteps({ batch, onImport }: { batch: Batch; onImport: () => void }) {
  const text = useText(batchTexts);
  const reasons = useText(returnReasonTexts);
  const format = useFormat();
  const { state, rejectedReason } = batch;
  const isCancelled = state === 'CANCELLED';
  const reached = order.findIndex((step) => step === state);
  const times = {
    DRAFT: batch.createdAt,
    EXPORTED: batch.exportedAt,
    SUBMITTED: batch.submittedAt,
    SETTLED: batch.settledAt,
  };
  const next = {
    DRAFT: text.next.DRAFT,
    EXPORTED: text.next.EXPORTED(format.day(batch.submitBy)),
    SUBMITTED: text.next.SUBMITTED(format.day(batch.collectionOn)),
    SETTLED: text.next.SETTLED,
    CANCELLED: rejectedReason ? text.next.REJECTED(reasonInWords(rejectedReason, reasons)) : text.next.CANCELLED,
  }[state];
  return (
    <Card title={text.steps}>
      <div className={styles.stack}>
        {!isCancelled && (
          <ol className={styles.steps}>
            {order.map((step, at) => (
              <li
                key={step}
                className={classes(styles.step, reached >= at && styles.reached)}
                aria-current={step === state ? 'step' : undefined}
              >
                <strong>{text.stepNames[step]}</strong>
                <span>{times[step] ? format.dateTime(times[step]) : '–'}</span>
              </li>
            ))}
          </ol>
        )}
        <p role="status">{next}</p>
        <Verbs batch={batch} onImport={onImport} />
      </div>
    </Card>
  );
}

function Verbs({ batch, onImport }: { batch: Batch; onImport: () => void }) {
  const text = useText(batchTexts);
  const format = useFormat();
  const sentence = useErrorText();
  const { download, run } = useBatchVerbs(batch);
  const [asked, setAsked] = useState<BatchVerb | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const may = (permission: Batch['permissions'][number]) => batch.permissions.includes(permission);
  const attempt = async (verb: () => Promise<void>) => {
    setBusy(true);
    setProblem(null);
    await verb().then(() => setAsked(null), setProblem);
    setBusy(false);
  };
  const ask = (verb: BatchVerb) => {
    setProblem(null);
    setAsked(verb);
  };
  const isFirst = batch.state === 'DRAFT';
  return (
    <>
      {problem != null && !asked && <InlineMessage tone="bad">{`${text.failed} ${sentence(problem)}`}</InlineMessage>}
      <div className={styles.marks}>
        {may('EXPORT') && (
          <Button
            icon="download"
            variant={isFirst ? 'primary' : 'secondary'}
            loading={isBusy && !asked}
            onClick={() => void attempt(download)}
          >
            {isFirst ? text.download : text.downloadAgain}
          </Button>
        )}
        {may('SUBMIT') && (
          <Button variant="primary" icon="check" onClick={() => ask('submit')}>
            {text.submit}
          </Button>
        )}
        {batch.state === 'SUBMITTED' && (
          <Button
            variant="primary"
            icon="check"
            disabledReason={may('SETTLE') ? null : text.tooEarly(format.day(batch.collectionOn))}
            onClick={() => ask('settle')}
          >
            {text.settle}
          </Button>
        )}
        {may('RETURN') && (
          <Button icon="upload" onClick={onImport}>
            {text.importReturns}
          </Button>
        )}
        {may('CANCEL') && (
          <Button icon="close" onClick={() => ask('cancel')}>
            {text.cancel}
          </Button>
        )}
      </div>
      {asked && (
        <Confirm
          batch={batch}
          verb={asked}
          isBusy={isBusy}
          problem={problem == null ? null : `${text.failed} ${sentence(problem)}`}
          onClose={() => setAsked(null)}
          onConfirm={() => void attempt(() => run(asked))}
        />
      )}
    </>
  );
}

interface ConfirmProps {
  batch: Batch;
  verb: BatchVerb;
  isBusy: boolean;
  problem: string | null;
  onClose: () => void;
  onConfirm: () => void;
}

function Confirm({ batch, verb, isBusy, problem, onClose, onConfirm }: ConfirmProps) {
  const text = useText(batchTexts);
  const format = useFormat();
  const { number, collectionCount, returned, total, lineCount } = batch;
  const questions = {
    submit: { title: text.submitTitle(number), hint: text.submitHint, yes: text.submit, no: text.notYet },
    settle: {
      title: text.settleTitle(number),
      hint: text.settleHint(collectionCount - returned.count, format.money(total)),
      yes: text.settle,
      no: text.notYet,
    },
    cancel: {
      title: text.cancelTitle(number),
      hint: text.cancelHint(lineCount),
      yes: text.cancelDanger(number),
      no: text.keep,
    },
  };
  const { title, hint, yes, no } = questions[verb];
  return (
    <Dialog
      open
      title={title}
      onClose={onClose}
      onSubmit={onConfirm}
      footer={
        <>
          <Button onClick={onClose}>{no}</Button>
          <Button type="submit" variant={verb === 'cancel' ? 'danger' : 'primary'} loading={isBusy} data-autofocus>
            {yes}
          </Button>
        </>
      }
    >
      {problem && <InlineMessage tone="bad">{problem}</InlineMessage>}
      <p>{hint}</p>
    </Dialog>
  );
}
