// The way to sell something: a search field to look at, which opens the shop.
import type { Action } from '../../actions/Action';
import { runAction } from '../../actions/registry';
import { useText } from '../../i18n/text';
import { SearchButton } from '../../ui/SearchButton';
import { purchaseTexts } from './messages';

export function ProductSearch({ purchase }: { purchase: Action }) {
  const text = useText(purchaseTexts);
  const { shortcut, disabledReason } = purchase;
  return (
    <SearchButton
      label={text.search}
      shortcut={shortcut}
      disabledReason={disabledReason}
      onClick={() => runAction(purchase)}
    />
  );
}
