// Makes a product, or changes one. Refusals stand at their fields and keep what was typed.
import { useState } from 'react';
import { isAmountProblem, readAmount, type Amount } from '../../format/amount';
import { newId } from '../../graphql/newId';
import { useFormErrors } from '../../graphql/useErrorText';
import { useLocale } from '../../i18n/locale';
import { intlLocale } from '../../format/money';
import { useText } from '../../i18n/text';
import { Checkbox } from '../../ui/CheckGroup';
import { FormDialog } from '../../ui/FormDialog';
import { keptTexts } from '../../ui/keptTexts';
import { MoneyField } from '../../ui/MoneyField';
import { Select } from '../../ui/Select';
import { TextArea, TextField } from '../../ui/TextField';
import { showToast } from '../../ui/toasts';
import styles from './Shop.module.css';
import { shopSettingsTexts } from './shopSettingsTexts';
import type { CategoryRow } from './useShopCategories';
import { useShopItems, type ItemRow } from './useShopItems';

/** So that 999 of the dearest fit one purchase. */
const dearest = 2_000_000;
const fields = ['name', 'categoryId', 'priceCents', 'vatRatePercent', 'description'];

interface ItemDialogProps {
  row: ItemRow | null;
  categories: readonly CategoryRow[];
  currency: string;
  onClose: () => void;
}

export function ItemDialog({ row, categories, currency, onClose }: ItemDialogProps) {
  const text = useText(shopSettingsTexts);
  const kept = useText(keptTexts);
  const { locale } = useLocale();
  const [id] = useState(() => row?.id ?? newId());
  const [name, setName] = useState(row?.name ?? '');
  const [categoryId, setCategoryId] = useState(row?.category.id ?? categories[0]?.id ?? '');
  const [price, setPrice] = useState<Amount>(row?.price.amountCents ?? null);
  const [rate, setRate] = useState(() => new Intl.NumberFormat(intlLocale[locale]).format(row?.vatRatePercent ?? 9));
  const [description, setDescription] = useState(row?.description ?? '');
  const [isFavourite, setFavourite] = useState(row?.isFavourite ?? false);
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [isSaving, setSaving] = useState(false);
  const { create, change } = useShopItems();
  const formErrors = useFormErrors();

  const submit = async () => {
    // A percentage has two decimals, as an amount has.
    const hundredths = readAmount(rate.replace('%', ''), locale, 10_000);
    const isRate = typeof hundredths === 'number';
    const wrong = {
      ...(name.trim() ? {} : { name: kept.nameMissing }),
      ...(categoryId ? {} : { categoryId: text.categoryMissing }),
      ...(price === null ? { priceCents: text.priceMissing } : {}),
      ...(isRate ? {} : { vatRatePercent: text.vatRateWrong }),
    };
    setErrors(wrong);
    if (Object.keys(wrong).length > 0 || price === null || isAmountProblem(price) || !isRate) return;
    setSaving(true);
    const input = {
      id,
      name,
      categoryId,
      priceCents: price,
      vatRatePercent: hundredths / 100,
      description,
      isFavourite,
    };
    try {
      await (row ? change(input) : create(input));
      showToast({ kind: 'success', text: row ? kept.saved(name.trim()) : kept.created(name.trim()) });
      onClose();
    } catch (error) {
      setErrors(formErrors(error, fields));
    } finally {
      setSaving(false);
    }
  };

  return (
    <FormDialog
      title={row ? text.edit : text.create}
      submitLabel={row ? kept.save : kept.add}
      cancelLabel={kept.cancel}
      isSaving={isSaving}
      error={errors['']}
      onClose={onClose}
      onSubmit={() => void submit()}
    >
      <TextField label={kept.name} value={name} maxLength={80} error={errors.name} onChange={setName} autoFocus />
      <Select
        label={text.category}
        value={categoryId}
        error={errors.categoryId}
        onChange={setCategoryId}
        options={categories.map((category) => ({ value: category.id, label: category.name }))}
      />
      <div className={styles.pair}>
        <MoneyField
          label={text.price}
          currency={currency}
          maxCents={dearest}
          value={price}
          error={errors.priceCents}
          onChange={setPrice}
        />
        <TextField label={text.vatRate} value={rate} maxLength={6} error={errors.vatRatePercent} onChange={setRate} />
      </div>
      <TextArea
        label={text.description}
        rows={2}
        maxLength={500}
        value={description}
        error={errors.description}
        onChange={setDescription}
      />
      <Checkbox label={text.isFavourite} value={isFavourite} onChange={setFavourite} />
    </FormDialog>
  );
}
