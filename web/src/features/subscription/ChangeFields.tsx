// The fields of a change, or of a new subscription: type, how it is paid, price, what it includes, from when.
import { useFormat } from '../../format/useFormat';
import { useText } from '../../i18n/text';
import { DateField } from '../../ui/DateField';
import { MoneyField } from '../../ui/MoneyField';
import { SegmentedControl } from '../../ui/SegmentedControl';
import { Select } from '../../ui/Select';
import { billingsOf, type Draft, type Subscription, type Terms, type Type } from './draft';
import { IncludedFields } from './IncludedFields';
import styles from './SubscriptionSheet.module.css';
import { sheetTexts } from './sheetTexts';

export interface FieldsProps {
  draft: Draft;
  set: (part: Partial<Draft>) => void;
  errors: Record<string, string | undefined>;
}

interface ChangeFieldsProps extends FieldsProps {
  subscription: Subscription | null;
  terms: Terms;
  types: readonly Type[];
  currency: string;
}

export function ChangeFields({ draft, set, errors, subscription, terms, types, currency }: ChangeFieldsProps) {
  const text = useText(sheetTexts);
  const format = useFormat();
  const isNew = draft.mode === 'ADD';
  const billings = billingsOf(terms.type);
  return (
    <div className={styles.fields}>
      <Select
        // Another mode is another question: the focus begins anew.
        key={draft.mode}
        label={text.type}
        value={terms.type?.id ?? ''}
        error={errors.typeId}
        options={useTypeOptions(types, isNew ? null : subscription)}
        // What the type brings takes the place of what was set for the one before.
        onChange={(typeId) =>
          set({ typeId, billing: undefined, price: undefined, sessionTypeIds: undefined, calendarIds: undefined })
        }
        autoFocus
      />
      {billings.length > 1 && terms.billing && (
        <SegmentedControl
          label={text.billing}
          fullWidth
          value={terms.billing}
          onChange={(billing) => set({ billing, price: undefined })}
          options={billings.map((value) => ({ value, label: text.billings[value] }))}
        />
      )}
      {terms.type && terms.billing && (
        <MoneyField
          label={text.price[terms.billing]}
          description={text.priceHint}
          currency={currency}
          value={terms.price}
          error={errors.priceCents ?? (draft.price === null ? text.priceMissing : undefined)}
          onChange={(price) => set({ price })}
        />
      )}
      {isNew ? (
        <DateField
          label={text.startsOn}
          min={format.today()}
          value={draft.startsOn ?? format.today()}
          error={errors.startsOn}
          onChange={(startsOn) => set({ startsOn })}
        />
      ) : (
        <SegmentedControl
          label={text.effective}
          fullWidth
          value={draft.effective}
          onChange={(effective) => set({ effective })}
          options={[
            { value: 'NOW', label: text.effectives.NOW },
            { value: 'NEXT_PERIOD', label: text.effectives.NEXT_PERIOD },
          ]}
        />
      )}
      {terms.type && (
        <details className={styles.included}>
          <summary>{text.included(terms.sessionTypeIds.length, terms.calendarIds.length)}</summary>
          <div>
            <IncludedFields
              value={{ sessionTypeIds: terms.sessionTypeIds, calendarIds: terms.calendarIds }}
              onChange={set}
              kept={terms.kept}
              errors={errors}
              texts={text}
            />
          </div>
        </details>
      )}
    </div>
  );
}

function useTypeOptions(types: readonly Type[], subscription: Subscription | null) {
  const text = useText(sheetTexts);
  const { money } = useFormat();
  const own = subscription && !types.some(({ id }) => id === subscription.type.id) ? [subscription.type] : [];
  const first = subscription ? [] : [{ value: '', label: text.chooseType, disabled: true }];
  return [
    ...first,
    ...[...own, ...types].map((type) => ({
      value: type.id,
      label: text.typeWithPrice(
        type.isArchived ? text.archivedType(type.name) : type.name,
        `${money(type.price)} ${text.per[type.isRecurring ? 'MONTHLY' : 'ONCE']}`,
      ),
    })),
  ];
}
