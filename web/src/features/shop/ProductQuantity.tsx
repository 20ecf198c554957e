// How many of the chosen product.
import type { KeyboardEvent } from 'react';
import { useFormat } from '../../format/useFormat';
import { useText } from '../../i18n/text';
import { IconButton } from '../../ui/IconButton';
import { InlineMessage } from '../../ui/InlineMessage';
import { TextField } from '../../ui/TextField';
import { shopTexts } from './messages';
import type { Product } from './SellDialog';
import styles from './Shop.module.css';

export const isQuantity = (typed: string): boolean => /^[1-9]\d{0,2}$/.test(typed.trim());

interface ProductQuantityProps {
  product: Product;
  quantity: string;
  error: string | null;
  onChange: (quantity: string) => void;
}

export function ProductQuantity({ product, quantity, error, onChange }: ProductQuantityProps) {
  const text = useText(shopTexts);
  const format = useFormat();
  const step = (by: number) => {
    const next = (isQuantity(quantity) ? Number(quantity) : 1) + by;
    if (next >= 1 && next <= 999) onChange(String(next));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const by = { ArrowUp: 1, ArrowDown: -1 }[event.key];
    if (!by) return;
    event.preventDefault();
    step(by);
  };
  return (
    <div className={styles.products}>
      {error && <InlineMessage tone="bad">{error}</InlineMessage>}
      <div>
        <h3 className={styles.name}>{product.name}</h3>
        <p className={styles.hint}>{text.each(format.money(product.price))}</p>
        {product.description && <p className={styles.description}>{product.description}</p>}
      </div>
      <div className={styles.quantity}>
        <IconButton icon="minus" label={text.less} variant="secondary" onClick={() => step(-1)} />
        <TextField
          label={text.quantity}
          className={styles.number}
          inputMode="numeric"
          autoComplete="off"
          maxLength={3}
          value={quantity}
          error={isQuantity(quantity) ? null : text.quantityWrong}
          onChange={onChange}
          onKeyDown={onKeyDown}
          autoFocus
        />
        <IconButton icon="plus" label={text.more} variant="secondary" onClick={() => step(1)} />
      </div>
    </div>
  );
}
