// Takes a status report of the bank (pain.002), and says what came of it.
import { CombinedGraphQLErrors } from '@apollo/client/errors';
import { useApolloClient } from '@apollo/client/react';
import { useState } from 'react';
import { Link } from 'react-router';
import { useFormat } from '../../format/useFormat';
import { useErrorText } from '../../graphql/useErrorText';
import { useText } from '../../i18n/text';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { FileDrop } from '../../ui/FileDrop';
import { InlineMessage } from '../../ui/InlineMessage';
import { batchTexts } from './messages';
import styles from './PaymentBatch.module.css';

interface Imported {
  batch: { id: string; number: number };
  returnedCount: number;
  returnedCents: number;
  knownCount: number;
  acceptedCount: number;
  unknown: string[];
  unknownCount: number;
  isRejected: boolean;
}

async function send(file: File): Promise<Imported> {
  const answer = await fetch('/status-reports', {
    method: 'POST',
    headers: { 'content-type': 'application/xml' },
    body: file,
  });
  if (answer.ok) return (await answer.json()) as Imported;
  // The door refuses in the words of the graph.
  const { error, field, reason, message } = (await answer.json()) as Record<string, string>;
  throw new CombinedGraphQLErrors({ data: null }, [
    { message: message ?? '', extensions: { code: error, field, reason } },
  ]);
}

export function ImportDialog({ onClose }: { onClose: () => void }) {
  const text = useText(batchTexts);
  const sentence = useErrorText();
  const client = useApolloClient();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const [imported, setImported] = useState<Imported | null>(null);
  const take = async ([file]: File[]) => {
    if (!file) return;
    setBusy(true);
    setProblem(null);
    setImported(null);
    try {
      setImported(await send(file));
      await client.refetchQueries({ include: 'active' });
    } catch (error) {
      setProblem(error);
    }
    setBusy(false);
  };
  return (
    <Dialog
      open
      title={text.importTitle}
      size="medium"
      onClose={onClose}
      footer={<Button onClick={onClose}>{text.done}</Button>}
    >
      <div className={styles.stack}>
        {problem != null && <InlineMessage tone="bad">{sentence(problem)}</InlineMessage>}
        <div role="status">
          {isBusy && text.importing}
          {imported && <Outcome imported={imported} />}
        </div>
        <FileDrop hint={text.importHint} onFiles={(files) => void take(files)} />
      </div>
    </Dialog>
  );
}

function Outcome({ imported }: { imported: Imported }) {
  const text = useText(batchTexts);
  const format = useFormat();
  const { batch, isRejected, returnedCount, returnedCents, knownCount, acceptedCount, unknown, unknownCount } =
    imported;
  const amount = format.money({ amountCents: returnedCents, currency: 'EUR' });
  return (
    <div className={styles.stack}>
      <InlineMessage tone={isRejected ? 'warning' : 'good'}>
        {isRejected
          ? text.imported.rejected(batch.number)
          : text.imported.returned(returnedCount, amount, batch.number)}{' '}
        {knownCount > 0 && text.imported.known(knownCount)} {acceptedCount > 0 && text.imported.accepted(acceptedCount)}{' '}
        <Link to={`/payments/${batch.id}`}>{text.toTheBatch(batch.number)}</Link>
      </InlineMessage>
      {unknownCount > 0 && (
        <InlineMessage tone="warning">
          {text.imported.unknown(unknownCount)}
          <ul className={styles.unknown}>
            {unknown.map((id) => (
              <li key={id}>
                <code>{id}</code>
              </li>
            ))}
          </ul>
        </InlineMessage>
      )}
    </div>
  );
}
