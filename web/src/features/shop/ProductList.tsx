// Favourites with their numbers, or what was typed. A number key, or the button with the price, sells one at once.
import { useEffect, useState, type KeyboardEvent } from 'react';
import { useFormat } from '../../format/useFormat';
import { useErrorText } from '../../graphql/useErrorText';
import { useText } from '../../i18n/text';
import { Button } from '../../ui/Button';
import { ChoiceList } from '../../ui/ChoiceList';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorState } from '../../ui/ErrorState';
import { InlineMessage } from '../../ui/InlineMessage';
import { Kbd } from '../../ui/Kbd';
import { SkeletonLines } from '../../ui/Skeleton';
import { shopTexts } from './messages';
import type { PaymentMethod, Product } from './SellDialog';
import styles from './Shop.module.css';
import { useProducts } from './useProducts';

interface ProductListProps {
  method: PaymentMethod;
  typed: string;
  error: string | null;
  isBusy: boolean;
  onType: (typed: string) => void;
  onChoose: (product: Product) => void;
  onSellOne: (product: Product) => void;
}

export function ProductList({ method, typed, error, isBusy, onType, onChoose, onSellOne }: ProductListProps) {
  const text = useText(shopTexts);
  const format = useFormat();
  const sentence = useErrorText();
  const { items, favourites, shown, isSearching, error: readError, retry } = useProducts(typed);
  const isTyped = typed.trim() !== '';
  const press = useNumberKeys(items && favourites, onSellOne);
  const price = (product: Product) => format.money(product.price);
  const onKeyDown = (event: KeyboardEvent) => {
    if (isTyped || isBusy || event.ctrlKey || event.metaKey || event.altKey || !/^[1-9]$/.test(event.key)) return;
    event.preventDefault();
    press(Number(event.key));
  };
  if (items?.length === 0) {
    return (
      <EmptyState icon="cart" title={text.empty}>
        {text.emptyHint}
      </EmptyState>
    );
  }
  return (
    <div role="presentation" className={styles.products} onKeyDown={onKeyDown}>
      <p className={styles.how}>{text.explain[method]}</p>
      {error && <InlineMessage tone="bad">{error}</InlineMessage>}
      <ChoiceList
        label={text.search}
        hideLabel
        isComing={!readError && (!items || isSearching)}
        typed={typed}
        onType={onType}
        onChoose={(id) => {
          const product = shown.find((one) => one.id === id);
          if (product) onChoose(product);
        }}
        choices={shown.map((product, index) => ({
          id: product.id,
          label: product.name,
          detail: isTyped ? product.category.name : undefined,
          mark: !isTyped && favourites.length > 0 && index < 9 ? <Kbd keys={String(index + 1)} /> : undefined,
          aside: (
            <Button
              className={styles.price}
              aria-label={text.sellOne(product.name, price(product), text.how[method])}
              tooltip={text.sellOne(product.name, price(product), text.how[method])}
              disabledReason={null}
              onClick={() => !isBusy && onSellOne(product)}
            >
              {price(product)}
            </Button>
          ),
        }))}
      >
        {!items && !readError && <SkeletonLines lines={6} />}
        {readError && <ErrorState message={sentence(readError)} onRetry={retry} />}
        {items && isTyped && !isSearching && !readError && shown.length === 0 && (
          <p className={styles.hint}>{text.nothing(typed.trim())}</p>
        )}
      </ChoiceList>
      {items && !isTyped && favourites.length > 0 && (
        <p className={styles.hint}>
          {text.keys} {items.length > favourites.length && text.others(items.length - favourites.length)}
        </p>
      )}
    </div>
  );
}

/** A number pressed before the list is there counts when it comes. */
function useNumberKeys(favourites: readonly Product[] | undefined, onSellOne: (product: Product) => void) {
  const [waiting, setWaiting] = useState<number | null>(null);
  useEffect(() => {
    if (waiting === null || !favourites) return;
    const product = favourites[waiting - 1];
    setWaiting(null);
    if (product) onSellOne(product);
  }, [waiting, favourites, onSellOne]);
  return setWaiting;
}
