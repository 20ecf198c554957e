// The pre-flight: what a batch would hold, who is left out and why, and the button that makes it.
import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { batchTexts } from '../../../features/payment-batch/messages';
import { CreatePaymentBatchDocument } from '../../../features/payment-batch/PaymentBatch.generated';
import styles from '../../../features/payment-batch/PaymentBatch.module.css';
import { PreflightTable } from '../../../features/payment-batch/PreflightTable';
import { useFormat } from '../../../format/useFormat';
import { newId } from '../../../graphql/newId';
import type { CandidateFilter, CollectionBlock } from '../../../graphql/schema.generated';
import { useErrorText, useFormErrors } from '../../../graphql/useErrorText';
import { useText } from '../../../i18n/text';
import { Button } from '../../../ui/Button';
import { ButtonLink } from '../../../ui/ButtonLink';
import { Card } from '../../../ui/Card';
import { DateField } from '../../../ui/DateField';
import { EmptyState } from '../../../ui/EmptyState';
import { ErrorState } from '../../../ui/ErrorState';
import { InlineMessage } from '../../../ui/InlineMessage';
import { Pager } from '../../../ui/Pager';
import { Select } from '../../../ui/Select';
import { SkeletonLines } from '../../../ui/Skeleton';
import { TextField } from '../../../ui/TextField';
import { showToast } from '../../../ui/toasts';
import { usePageTitle } from '../../usePageTitle';
import { PreflightPageDocument, type PreflightPageQuery } from './Payments.generated';
import { useQuery } from '../../../graphql/useQuery';

const pageSize = 50;
type Preflight = NonNullable<PreflightPageQuery['paymentPreflight']>;

interface Shown {
  untilOn: string;
  collectionOn: string;
  show: CandidateFilter;
  block: CollectionBlock | '';
  search: string;
  page: number;
}

const all = { show: 'ALL', block: '', search: '', page: 1 } as const;

export default function NewBatchPage() {
  const text = useText(batchTexts);
  const sentence = useErrorText();
  const formErrors = useFormErrors();
  const [shown, setShown] = useState<Shown>({ untilOn: '', collectionOn: '', ...all });
  const change = (part: Partial<Shown>) => setShown((before) => ({ ...before, page: 1, ...part }));
  const { untilOn, collectionOn, block, search, ...others } = shown;
  const { data, previousData, error, refetch } = useQuery(PreflightPageDocument, {
    variables: {
      ...others,
      untilOn: untilOn || null,
      collectionOn: collectionOn || null,
      block: block || null,
      search: search || null,
    },
    fetchPolicy: 'network-only',
    errorPolicy: 'all',
  });
  usePageTitle(text.preflightTitle);
  const preflight = data?.paymentPreflight ?? previousData?.paymentPreflight;
  const errors = error ? formErrors(error, ['untilOn', 'collectionOn']) : {};
  return (
    <div className={styles.page} aria-busy={(!data && !error) || undefined}>
      <header className={styles.header}>
        <h1>{text.preflightTitle}</h1>
        <div className={styles.end}>
          <ButtonLink to="/payments" icon="chevronLeft">
            {text.back}
          </ButtonLink>
        </div>
      </header>
      {error && !preflight && <ErrorState message={sentence(error)} onRetry={() => void refetch()} />}
      {!preflight && !error && (
        <Card>
          <SkeletonLines lines={10} />
        </Card>
      )}
      {preflight && (
        <>
          <Days preflight={preflight} shown={shown} change={change} errors={errors} />
          {errors[''] && <InlineMessage tone="bad">{errors['']}</InlineMessage>}
          <Candidates preflight={preflight} shown={shown} change={change} />
          <Bar preflight={preflight} isOfNow={!error && isOf(preflight, shown)} onRefused={() => void refetch()} />
        </>
      )}
    </div>
  );
}

/** Whether what is shown is of the days that are asked for, and not of those before. */
function isOf({ untilOn, collectionOn, movedFrom }: Preflight, shown: Shown): boolean {
  if (shown.untilOn && shown.untilOn !== untilOn) return false;
  return !shown.collectionOn || shown.collectionOn === collectionOn || shown.collectionOn === movedFrom;
}

interface PartProps {
  preflight: Preflight;
  shown: Shown;
  change: (part: Partial<Shown>) => void;
}

function Days({ preflight, shown, change, errors }: PartProps & { errors: Record<string, string> }) {
  const text = useText(batchTexts);
  const format = useFormat();
  const { movedFrom, collectionOn, creditorInFile, isCreditorRespelled, offsetLineCount } = preflight;
  return (
    <Card>
      <div className={styles.stack}>
        <div className={styles.fields}>
          <DateField
            label={text.untilOn}
            value={shown.untilOn || preflight.untilOn}
            max={format.today()}
            error={errors['untilOn']}
            onChange={(untilOn) => change({ untilOn })}
          />
          <DateField
            label={text.collectionOn}
            description={text.lead(preflight.leadDays, format.day(preflight.earliestOn))}
            value={shown.collectionOn || collectionOn}
            min={preflight.earliestOn}
            error={errors['collectionOn']}
            onChange={(day) => change({ collectionOn: day })}
          />
        </div>
        {movedFrom && (
          <InlineMessage>{text.moved(format.day(movedFrom, 'long'), format.day(collectionOn, 'long'))}</InlineMessage>
        )}
        {isCreditorRespelled && creditorInFile && (
          <InlineMessage>{text.creditorRespelled(creditorInFile)}</InlineMessage>
        )}
        {offsetLineCount > 0 && <InlineMessage>{text.offset(offsetLineCount)}</InlineMessage>}
      </div>
    </Card>
  );
}

function Candidates({ preflight, shown, change }: PartProps) {
  const text = useText(batchTexts);
  const { candidates, included, blocked, blockedBy, unusual, respelledCount } = preflight;
  const counts: Record<CandidateFilter, number> = {
    ALL: included.count + blocked.count,
    INCLUDED: included.count,
    BLOCKED: blocked.count,
    UNUSUAL: unusual.count,
    RESPELLED: respelledCount,
  };
  const isFiltered = shown.show !== 'ALL' || shown.block !== '' || shown.search !== '';
  return (
    <>
      <div className={styles.filter}>
        <Select
          label={text.show}
          value={shown.show}
          onChange={(show) => change({ show: show as CandidateFilter, block: '' })}
          options={(Object.keys(counts) as CandidateFilter[]).map((value) => ({
            value,
            label: `${text.shows[value]} (${counts[value]})`,
          }))}
        />
        {blockedBy.length > 0 && (
          <Select
            label={text.reason}
            value={shown.block}
            onChange={(block) => change({ show: 'ALL', block: block as CollectionBlock })}
            options={[
              { value: '', label: text.anyReason },
              ...blockedBy.map(({ block, count }) => ({ value: block, label: `${text.blocks[block]} (${count})` })),
            ]}
          />
        )}
        <TextField
          className={styles.search}
          label={text.search}
          type="search"
          icon="search"
          value={shown.search}
          maxLength={100}
          onChange={(search) => change({ search })}
        />
      </div>
      <Card isFlush>
        {candidates.items.length > 0 ? (
          <PreflightTable candidates={candidates.items} />
        ) : isFiltered ? (
          <EmptyState
            icon="filter"
            title={text.nobodyTitle}
            action={<Button onClick={() => change(all)}>{text.clear}</Button>}
          >
            {text.nobody}
          </EmptyState>
        ) : (
          <EmptyState icon="check" title={text.noLinesTitle}>
            {text.noLines}
          </EmptyState>
        )}
        <Pager
          page={shown.page}
          pageSize={pageSize}
          totalCount={candidates.totalCount}
          onPage={(page) => change({ page })}
        />
      </Card>
    </>
  );
}

interface BarProps {
  preflight: Preflight;
  isOfNow: boolean;
  onRefused: () => void;
}

/** What it comes to, always in sight; the button says what it will do. */
function Bar({ preflight, isOfNow, onRefused }: BarProps) {
  const text = useText(batchTexts);
  const format = useFormat();
  const sentence = useErrorText();
  const navigate = useNavigate();
  const [create, { loading }] = useMutation(CreatePaymentBatchDocument);
  const [problem, setProblem] = useState<string | null>(null);
  // One intent, one id: pressing again after a lost answer makes no second batch.
  const [id, setId] = useState(newId);
  const { included, blocked, untilOn, collectionOn } = preflight;
  const { count, total } = included;
  const amount = format.money(total);
  const submit = async () => {
    setProblem(null);
    try {
      const input = { id, untilOn, collectionOn, count, totalCents: total.amountCents };
      const { data } = await create({ variables: { input } });
      const result = data?.createPaymentBatch;
      if (result?.__typename === 'PaymentBatchCreated') {
        showToast({ kind: 'success', text: text.didCreate(result.paymentBatch.number) });
        void navigate(`/payments/${result.paymentBatch.id}`);
        return;
      }
      if (result) setProblem(text.refused[result.reason]);
      setId(newId());
      onRefused();
    } catch (error) {
      setProblem(`${text.failed} ${sentence(error)}`);
    }
  };
  return (
    <>
      {problem && <InlineMessage tone="bad">{problem}</InlineMessage>}
      <section className={styles.bar} aria-label={text.included}>
        <div className={styles.sum} role="status">
          <span className={styles.muted}>
            {text.included}: {text.member(count)}, {text.line(included.lineCount)}
          </span>
          <strong className="figures">{amount}</strong>
        </div>
        {blocked.count > 0 && (
          <div className={styles.sum}>
            <span className={styles.muted}>
              {text.leftOut}: {text.member(blocked.count)}
            </span>
            <span className="figures">{format.money(blocked.total)}</span>
          </div>
        )}
        <div className={styles.end}>
          <Button
            variant="primary"
            icon="check"
            loading={loading}
            disabledReason={count === 0 || !isOfNow ? text.nothing : null}
            onClick={() => void submit()}
          >
            {text.create(count, amount)}
          </Button>
        </div>
      </section>
    </>
  );
}
