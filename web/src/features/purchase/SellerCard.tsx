// Who sells, as receipts say it: for admins to fill in, for employees to look at.
import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { useFormErrors } from '../../graphql/useErrorText';
import { useText } from '../../i18n/text';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { Form } from '../../ui/Form';
import { InlineMessage } from '../../ui/InlineMessage';
import { TextArea, TextField } from '../../ui/TextField';
import { showToast } from '../../ui/toasts';
import styles from './Purchases.module.css';
import { ChangeReceiptSellerDocument, type Seller_SellerFragment } from './Seller.generated';
import { sellerTexts } from './sellerTexts';

export function SellerCard({ seller, isReadOnly }: { seller: Seller_SellerFragment; isReadOnly: boolean }) {
  const text = useText(sellerTexts);
  const formErrors = useFormErrors();
  const [form, setForm] = useState(() => ({
    name: seller.name,
    address: seller.address ?? '',
    vatNumber: seller.vatNumber ?? '',
  }));
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [change, { loading }] = useMutation(ChangeReceiptSellerDocument);
  const field = (name: keyof typeof form) => ({
    name,
    label: text[name],
    value: form[name],
    error: errors[name],
    disabled: isReadOnly,
    onChange: (value: string) => setForm((before) => ({ ...before, [name]: value })),
  });
  const submit = async () => {
    try {
      const { data } = await change({ variables: { input: form } });
      setErrors({});
      const kept = data?.changeReceiptSeller.seller;
      if (kept) setForm({ name: kept.name, address: kept.address ?? '', vatNumber: kept.vatNumber ?? '' });
      showToast({ kind: 'success', text: text.saved });
    } catch (error) {
      setErrors(formErrors(error, ['name', 'address', 'vatNumber']));
    }
  };
  return (
    <Card title={text.title}>
      <Form className={styles.form} onSubmit={submit}>
        <p className={styles.term}>{text.hint}</p>
        {errors[''] && <InlineMessage tone="bad">{errors['']}</InlineMessage>}
        <TextField {...field('name')} maxLength={120} autoComplete="organization" />
        <TextArea {...field('address')} rows={3} maxLength={300} />
        <TextField {...field('vatNumber')} description={text.vatHint} maxLength={40} />
        {!isReadOnly && (
          <div>
            <Button type="submit" variant="primary" loading={loading}>
              {text.save}
            </Button>
          </div>
        )}
      </Form>
    </Card>
  );
}
