// One direct debit came back: with which reason, and what that does.
import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { useFormat } from '../../format/useFormat';
import { useFormErrors } from '../../graphql/useErrorText';
import { useText } from '../../i18n/text';
import { FormDialog } from '../../ui/FormDialog';
import { Select } from '../../ui/Select';
import { TextField } from '../../ui/TextField';
import { showToast } from '../../ui/toasts';
import { batchTexts } from './messages';
import {
  ReturnCollectionDocument,
  ReturnReasonsDocument,
  type CollectionTable_CollectionFragment,
} from './PaymentBatch.generated';
import styles from './PaymentBatch.module.css';
import { reasonInWords, returnReasonTexts } from './returnReasonTexts';
import { useQuery } from '../../graphql/useQuery';

const other = 'other';
/** What gyms meet most comes first. */
const usual = ['AM04', 'MD06', 'AC04', 'MD01', 'MS02', 'MS03'];

interface ReturnDialogProps {
  collection: CollectionTable_CollectionFragment;
  onClose: () => void;
}

export function ReturnDialog({ collection: { id, member, amount }, onClose }: ReturnDialogProps) {
  const text = useText(batchTexts);
  const words = useText(returnReasonTexts);
  const format = useFormat();
  const formErrors = useFormErrors();
  const { data } = useQuery(ReturnReasonsDocument);
  const [returnCollection, { loading }] = useMutation(ReturnCollectionDocument);
  const [choice, setChoice] = useState('AM04');
  const [code, setCode] = useState('');
  const [errors, setErrors] = useState<Record<string, string>>({});
  const reason = choice === other ? code : choice;
  const known = data?.returnReasons ?? [];
  const rank = (it: string) => (usual.includes(it) ? usual.indexOf(it) : usual.length);
  const codes = known.map((it) => it.code).toSorted((a, b) => rank(a) - rank(b) || a.localeCompare(b));
  const isBlocking = known.some((it) => it.code === reason.toUpperCase() && it.blocksMandate);
  const submit = async () => {
    setErrors({});
    try {
      await returnCollection({ variables: { input: { id, reason } } });
      showToast({ kind: 'success', text: text.didReturn(member.fullName) });
      onClose();
    } catch (error) {
      setErrors(formErrors(error, ['reason']));
    }
  };
  return (
    <FormDialog
      title={text.returnTitle(member.fullName, format.money(amount))}
      submitLabel={text.saveReturn}
      cancelLabel={text.stop}
      isSaving={loading}
      error={errors['']}
      onClose={onClose}
      onSubmit={() => void submit()}
    >
      <div className={styles.stack}>
        <Select
          label={text.returnReason}
          value={choice}
          onChange={setChoice}
          error={choice === other ? null : errors['reason']}
          options={[
            ...(codes.length > 0 ? codes : ['AM04']).map((it) => ({ value: it, label: reasonInWords(it, words) })),
            { value: other, label: text.otherReason },
          ]}
          autoFocus
        />
        {choice === other && (
          <TextField
            label={text.code}
            description={text.codeHint}
            value={code}
            onChange={setCode}
            error={errors['reason']}
            maxLength={4}
            required
          />
        )}
        <p className={styles.muted}>{isBlocking ? text.reopensAndBlocks : text.reopens}</p>
      </div>
    </FormDialog>
  );
}
