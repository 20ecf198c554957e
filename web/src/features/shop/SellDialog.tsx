// Product → quantity → purchase. What it costs and how it will be paid stands on the button before it is pressed.
import { useState } from 'react';
import { useFormat } from '../../format/useFormat';
import { useText } from '../../i18n/text';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { InlineMessage } from '../../ui/InlineMessage';
import { shopTexts } from './messages';
import { times } from '../../format/money';
import { ProductList } from './ProductList';
import { isQuantity, ProductQuantity } from './ProductQuantity';
import styles from './Shop.module.css';
import type { Shop_ItemFragment } from './Shop.generated';

export type Product = Shop_ItemFragment;
export type PaymentMethod = 'ACCOUNT' | 'STRIPE_INVOICE' | 'STRIPE_CHECKOUT';

interface SellDialogProps {
  buyer: string;
  method: PaymentMethod;
  /** It is paid through Stripe, where no real money moves. */
  isTest: boolean;
  isBusy: boolean;
  /** Why the last try did not work. */
  error: string | null;
  onSell: (product: Product, quantity: number) => void;
  onClose: () => void;
}

export function SellDialog({ buyer, method, isTest, isBusy, error, onSell, onClose }: SellDialogProps) {
  const text = useText(shopTexts);
  const format = useFormat();
  const [typed, setTyped] = useState('');
  const [product, setProduct] = useState<Product | null>(null);
  const [quantity, setQuantity] = useState('1');
  const sell = () => {
    if (product && isQuantity(quantity) && !isBusy) onSell(product, Number(quantity));
  };
  const choose = (chosen: Product) => {
    setQuantity('1');
    setProduct(chosen);
  };
  const total = product && isQuantity(quantity) ? times(product.price, Number(quantity)) : product?.price;
  return (
    <Dialog
      open
      title={text.title(buyer)}
      onClose={onClose}
      onSubmit={sell}
      footer={
        product &&
        total && (
          <>
            <Button onClick={() => setProduct(null)}>{text.back}</Button>
            <Button type="submit" variant="primary" className={styles.sell} loading={isBusy}>
              {text.button(format.money(total), text.how[method])}
            </Button>
          </>
        )
      }
    >
      <div className={styles.products}>
        {isTest && <InlineMessage tone="warning">{text.isTest}</InlineMessage>}
        {product ? (
          <ProductQuantity product={product} quantity={quantity} error={error} onChange={setQuantity} />
        ) : (
          <ProductList
            method={method}
            typed={typed}
            error={error}
            isBusy={isBusy}
            onType={setTyped}
            onChoose={choose}
            onSellOne={(chosen) => onSell(chosen, 1)}
          />
        )}
      </div>
    </Dialog>
  );
}
