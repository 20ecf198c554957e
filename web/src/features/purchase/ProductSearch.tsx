// The way to sell something: a search field to look at, which opens the shop.
import type { Action } from '../../actions/Action';
import { runAction } from '../../actions/registry';
import { useText } from '../../i18n/text';
import { Badge } from '../../ui/Badge';
import { SearchButton } from '../../ui/SearchButton';
import { purchaseTexts } from './messages';
import styles from './Purchases.module.css';

/** `isTest`: what is sold goes through Stripe, where no real money moves. */
export function ProductSearch({ purchase, isTest }: { purchase: Action; isTest: boolean }) {
  const text = useText(purchaseTexts);
  const { shortcut, disabledReason } = purchase;
  return (
    <div className={styles.productSearch}>
      <SearchButton
        label={text.search}
        shortcut={shortcut}
        disabledReason={disabledReason}
        onClick={() => runAction(purchase)}
      />
      {isTest && (
        <Badge tone="warning" icon="warning">
          {text.isTest}
        </Badge>
      )}
    </div>
  );
}
