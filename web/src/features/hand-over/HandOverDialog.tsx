// Hands over what an employee has in hand: who takes over is chosen, what moves is shown, and exactly that moves.
import { useApolloClient, useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { newId } from '../../graphql/newId';
import type { HandOverKind } from '../../graphql/schema.generated';
import { useErrorText } from '../../graphql/useErrorText';
import { useQuery } from '../../graphql/useQuery';
import { useText } from '../../i18n/text';
import { Button } from '../../ui/Button';
import { Checkbox } from '../../ui/CheckGroup';
import { Dialog } from '../../ui/Dialog';
import { InlineMessage } from '../../ui/InlineMessage';
import { Select } from '../../ui/Select';
import { SkeletonLines } from '../../ui/Skeleton';
import { showToast } from '../../ui/toasts';
import { HandOverDocument, HandOverPreviewDocument } from './HandOver.generated';
import styles from './HandOver.module.css';
import { HandOverLots } from './HandOverLots';
import { handOverTexts } from './messages';

const kinds = ['MEMBERS', 'NOTIFICATIONS', 'CHECKUPS', 'CHECKLISTS'] as const;

interface Person {
  id: string;
  fullName: string;
}

interface HandOverDialogProps {
  employee: Person;
  /** Who can take over. */
  people: readonly Person[];
  /** What comes after it, when the employee is removed. */
  remove?: { afterwards: () => void; without: () => void };
  onHandedOver: () => void;
  onClose: () => void;
}

export function HandOverDialog({ employee, people, remove, onHandedOver, onClose }: HandOverDialogProps) {
  const text = useText(handOverTexts);
  const wish = useWish(employee.id);
  const { preview, isChanged, problem, submit, isBusy } = useHandOver(wish.input);
  const isNothing = preview?.lots.every(({ count }) => count === 0);
  const start = async () => {
    if (!(await submit())) return;
    showToast({ kind: 'success', text: text.done(employee.fullName) });
    onClose();
    onHandedOver();
    remove?.afterwards();
  };
  const options = [
    { value: '', label: text.choose },
    ...people.filter(({ id }) => id !== employee.id).map(({ id, fullName }) => ({ value: id, label: fullName })),
  ];
  return (
    <Dialog
      open
      size="medium"
      title={(remove ? text.removeTitle : text.title)(employee.fullName)}
      onClose={onClose}
      onSubmit={() => void start()}
      footer={
        <>
          <Button onClick={onClose}>{text.cancel}</Button>
          <Button
            type="submit"
            variant={remove ? 'danger' : 'primary'}
            loading={isBusy}
            disabledReason={!preview ? text.chooseFirst : isNothing && !remove ? text.nothing : null}
          >
            {remove ? text.submitRemove : text.submit}
          </Button>
        </>
      }
    >
      {remove && <p>{text.removeHint(employee.fullName)}</p>}
      {problem && <InlineMessage tone="bad">{problem}</InlineMessage>}
      {isChanged && <InlineMessage tone="warning">{text.changed}</InlineMessage>}
      <Select label={text.taker} options={options} value={wish.takerId} onChange={wish.setTaker} autoFocus />
      {wish.takerId && <Checkbox label={text.divide} value={wish.takers !== null} onChange={wish.setDivided} />}
      {wish.takers && (
        <div className={styles.takers}>
          {kinds.map((kind) => (
            <Select
              key={kind}
              label={text.takers[kind]}
              options={options.slice(1)}
              value={wish.takers?.[kind] ?? wish.takerId}
              onChange={(id) => wish.setTakerOf(kind, id)}
            />
          ))}
        </div>
      )}
      {wish.takerId && <h3 className={styles.title}>{text.what}</h3>}
      {wish.takerId && !preview && !problem && <SkeletonLines lines={4} />}
      {preview && <HandOverLots lots={preview.lots} />}
      {remove && (
        <Button variant="quiet" className={styles.leave} onClick={remove.without}>
          {text.leave}
        </Button>
      )}
    </Dialog>
  );
}

type Takers = Partial<Record<HandOverKind, string>>;

/** Who is chosen: one for all, or one for each kind. */
function useWish(employeeId: string) {
  const [takerId, setTaker] = useState('');
  const [takers, setTakers] = useState<Takers | null>(null);
  const chosen = Object.entries(takers ?? {}).map(([kind, id]) => ({ kind: kind as HandOverKind, employeeId: id }));
  return {
    takerId,
    takers,
    setTaker,
    setDivided: (isDivided: boolean) => setTakers(isDivided ? {} : null),
    setTakerOf: (kind: HandOverKind, id: string) => setTakers({ ...takers, [kind]: id }),
    input: takerId ? { employeeId, takerId, takers: chosen } : null,
  };
}

type Wish = NonNullable<ReturnType<typeof useWish>['input']>;

function useHandOver(input: Wish | null) {
  const client = useApolloClient();
  const sentence = useErrorText();
  const [id] = useState(() => newId());
  const [isChanged, setChanged] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const { data, error } = useQuery(HandOverPreviewDocument, {
    variables: { input: input ?? { employeeId: '', takerId: '' } },
    skip: !input,
    fetchPolicy: 'cache-and-network',
  });
  const [handOver, { loading }] = useMutation(HandOverDocument);
  const preview = input ? (data?.handOverPreview ?? null) : null;
  /** True once the server has it. */
  const submit = async (): Promise<boolean> => {
    if (!input || !preview || loading) return false;
    setChanged(false);
    setRefusal(null);
    try {
      const answer = await handOver({ variables: { input: { id, wish: input, token: preview.token } } });
      const outcome = answer.data?.handOver;
      if (outcome?.__typename !== 'HandOverConflict') return true;
      setChanged(true);
      client.writeQuery({
        query: HandOverPreviewDocument,
        variables: { input },
        data: { handOverPreview: outcome.preview },
      });
    } catch (failure) {
      setRefusal(sentence(failure));
    }
    return false;
  };
  return { preview, isChanged, problem: refusal ?? (error ? sentence(error) : null), submit, isBusy: loading };
}
