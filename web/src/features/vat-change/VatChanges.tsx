// Changes of a VAT rate: those that are planned, in force or withdrawn, and planning one.
import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { useFormat } from '../../format/useFormat';
import { useErrorText } from '../../graphql/useErrorText';
import { useQuery } from '../../graphql/useQuery';
import { useText } from '../../i18n/text';
import { Badge, type Tone } from '../../ui/Badge';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { ErrorState } from '../../ui/ErrorState';
import { InlineMessage } from '../../ui/InlineMessage';
import { SkeletonLines } from '../../ui/Skeleton';
import { showToast } from '../../ui/toasts';
import { VatChangeDialog } from './VatChangeDialog';
import { VatChangesDocument, WithdrawVatChangeDocument, type VatChanges_ChangeFragment } from './VatChanges.generated';
import styles from './VatChanges.module.css';
import { vatTexts } from './vatTexts';

const tones: Record<VatChanges_ChangeFragment['state'], Tone> = {
  PLANNED: 'info',
  BEGUN: 'good',
  WITHDRAWN: 'neutral',
};

export default function VatChanges({ usualRatePercent }: { usualRatePercent: number }) {
  const text = useText(vatTexts);
  const sentence = useErrorText();
  const { data, error, refetch } = useQuery(VatChangesDocument, { fetchPolicy: 'cache-and-network' });
  const [isPlanning, setPlanning] = useState(false);
  const changes = data?.vatChanges;
  return (
    <Card title={text.title} settings="vatChanges">
      <div className={styles.content}>
        <p className={styles.hint}>{text.hint}</p>
        {error && !changes && <ErrorState message={sentence(error)} onRetry={() => void refetch()} />}
        {!changes && !error && <SkeletonLines lines={2} />}
        {changes?.length === 0 && <p className={styles.hint}>{text.none}</p>}
        {changes && changes.length > 0 && (
          <ul className={styles.list}>
            {changes.map((change) => (
              <Change key={change.id} change={change} onChanged={() => void refetch()} />
            ))}
          </ul>
        )}
        {changes && (
          <div>
            <Button onClick={() => setPlanning(true)}>{text.plan}</Button>
          </div>
        )}
      </div>
      {isPlanning && (
        <VatChangeDialog
          usualRatePercent={usualRatePercent}
          onPlanned={() => void refetch()}
          onClose={() => setPlanning(false)}
        />
      )}
    </Card>
  );
}

function Change({ change, onChanged }: { change: VatChanges_ChangeFragment; onChanged: () => void }) {
  const text = useText(vatTexts);
  const format = useFormat();
  const sentence = useErrorText();
  const [withdraw, { loading }] = useMutation(WithdrawVatChangeDocument);
  const [problem, setProblem] = useState<string | null>(null);
  const { id, fromRatePercent, toRatePercent, startsOn, state, createdBy, createdAt } = change;
  const what = text.change(format.number(fromRatePercent, 2), format.number(toRatePercent, 2));
  const takeBack = async () => {
    setProblem(null);
    try {
      await withdraw({ variables: { input: { id } } });
      showToast({ kind: 'success', text: text.withdrawn(what) });
      onChanged();
    } catch (error) {
      setProblem(sentence(error));
    }
  };
  return (
    <li className={styles.row}>
      <span className={styles.what}>
        <span className="figures">
          {what} {text.from(format.day(startsOn))}
        </span>
        {createdBy && <span className={styles.hint}>{text.by(createdBy.fullName, format.dayOf(createdAt))}</span>}
        {problem && <InlineMessage tone="bad">{problem}</InlineMessage>}
      </span>
      <Badge tone={tones[state]}>{text.states[state]}</Badge>
      {state === 'PLANNED' && (
        <Button size="sm" loading={loading} aria-label={text.withdrawLabel(what)} onClick={() => void takeBack()}>
          {text.withdraw}
        </Button>
      )}
    </li>
  );
}
