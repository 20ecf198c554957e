// Plans a change of a VAT rate: first what it comes to, then the same for real.
import { useApolloClient, useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { isAmountProblem, readAmount } from '../../format/amount';
import { useFormat } from '../../format/useFormat';
import { newId } from '../../graphql/newId';
import type { VatChangeTermsInput } from '../../graphql/schema.generated';
import { useFormErrors } from '../../graphql/useErrorText';
import { useLocale, type Locale } from '../../i18n/locale';
import { useText } from '../../i18n/text';
import { DateField } from '../../ui/DateField';
import { FormDialog } from '../../ui/FormDialog';
import { InlineMessage } from '../../ui/InlineMessage';
import { TextField } from '../../ui/TextField';
import { showToast } from '../../ui/toasts';
import { PlanVatChangeDocument, PreviewVatChangeDocument, type PreviewVatChangeQuery } from './VatChanges.generated';
import styles from './VatChanges.module.css';
import { vatTexts } from './vatTexts';

interface VatChangeDialogProps {
  usualRatePercent: number;
  onPlanned: () => void;
  onClose: () => void;
}

interface Previewed {
  input: VatChangeTermsInput;
  preview: PreviewVatChangeQuery['previewVatChange'];
}

const fields = ['fromRatePercent', 'toRatePercent', 'startsOn'];

export function VatChangeDialog({ usualRatePercent, onPlanned, onClose }: VatChangeDialogProps) {
  const text = useText(vatTexts);
  const format = useFormat();
  const formErrors = useFormErrors();
  const client = useApolloClient();
  const { locale } = useLocale();
  const [id] = useState(newId);
  const [from, setFrom] = useState(format.number(usualRatePercent, 2));
  const [to, setTo] = useState('');
  const [startsOn, setStartsOn] = useState('');
  const [previewed, setPreviewed] = useState<Previewed | null>(null);
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [isBusy, setBusy] = useState(false);
  const [plan] = useMutation(PlanVatChangeDocument);

  // What is shown is of what stands in the fields.
  const change = (set: (value: string) => void) => (value: string) => {
    setPreviewed(null);
    set(value);
  };
  const percent = (value: number) => format.number(value, 2);

  const show = async () => {
    const [fromRatePercent, toRatePercent] = [rateOf(from, locale), rateOf(to, locale)];
    const problems = {
      ...(fromRatePercent === null && { fromRatePercent: text.rateWrong }),
      ...(toRatePercent === null && { toRatePercent: text.rateWrong }),
      ...(!startsOn && { startsOn: text.dayMissing }),
    };
    setErrors(problems);
    if (fromRatePercent === null || toRatePercent === null || !startsOn) return;
    const input = { fromRatePercent, toRatePercent, startsOn };
    const { data } = await client.query({
      query: PreviewVatChangeDocument,
      variables: { input },
      fetchPolicy: 'no-cache',
    });
    if (data) setPreviewed({ input, preview: data.previewVatChange });
  };

  const commit = async ({ input }: Previewed) => {
    await plan({ variables: { input: { id, ...input } } });
    const what = text.change(percent(input.fromRatePercent), percent(input.toRatePercent));
    showToast({ kind: 'success', text: text.planned(what, format.day(input.startsOn)) });
    onPlanned();
    onClose();
  };

  const submit = async () => {
    setBusy(true);
    setErrors({});
    try {
      await (previewed ? commit(previewed) : show());
    } catch (error) {
      setErrors(formErrors(error, fields));
    }
    setBusy(false);
  };

  return (
    <FormDialog
      title={text.dialogTitle}
      submitLabel={previewed ? text.commit(percent(previewed.input.toRatePercent), format.day(startsOn)) : text.preview}
      cancelLabel={text.cancel}
      isSaving={isBusy}
      error={errors['']}
      onClose={onClose}
      onSubmit={() => void submit()}
    >
      <div className={styles.form}>
        <div className={styles.rates}>
          <TextField
            label={text.fromRate}
            value={from}
            maxLength={6}
            inputMode="decimal"
            error={errors.fromRatePercent}
            onChange={change(setFrom)}
          />
          <TextField
            label={text.toRate}
            value={to}
            maxLength={6}
            inputMode="decimal"
            error={errors.toRatePercent}
            onChange={change(setTo)}
            autoFocus
          />
        </div>
        <DateField
          label={text.startsOn}
          description={text.startsOnHint}
          value={startsOn}
          error={errors.startsOn}
          onChange={change(setStartsOn)}
        />
        <div role="status" className={styles.form}>
          {previewed && <What preview={previewed.preview} />}
        </div>
      </div>
    </FormDialog>
  );
}

function What({ preview }: { preview: Previewed['preview'] }) {
  const text = useText(vatTexts);
  const format = useFormat();
  const { contractCount, charged, vatBefore, vatAfter, subscriptionTypeCount, sessionTypeCount } = preview;
  return (
    <InlineMessage tone={contractCount > 0 ? 'info' : 'warning'}>
      {contractCount === 0 ? (
        text.noContracts
      ) : (
        <>
          {text.contracts(contractCount)}{' '}
          {text.vat(format.money(charged), format.money(vatBefore), format.money(vatAfter))}
        </>
      )}{' '}
      {text.offer(subscriptionTypeCount, sessionTypeCount)}
    </InlineMessage>
  );
}

function rateOf(typed: string, locale: Locale): number | null {
  const hundredths = readAmount(typed.replace('%', ''), locale, 10_000);
  return hundredths === null || isAmountProblem(hundredths) ? null : hundredths / 100;
}
