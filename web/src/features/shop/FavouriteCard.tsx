// The favourites in the order of their number keys.
import { useReversible } from '../../actions/useReversible';
import { useFormat } from '../../format/useFormat';
import { useText } from '../../i18n/text';
import { Card } from '../../ui/Card';
import { Kbd } from '../../ui/Kbd';
import { OrderedRows } from '../../ui/OrderedRows';
import styles from './Shop.module.css';
import { shopSettingsTexts } from './shopSettingsTexts';
import { useShopItems, type ItemRow } from './useShopItems';

export function FavouriteCard({ favourites, isReadOnly }: { favourites: readonly ItemRow[]; isReadOnly: boolean }) {
  const text = useText(shopSettingsTexts);
  const format = useFormat();
  const act = useReversible();
  const { order } = useShopItems();
  return (
    <Card title={text.favourites} count={favourites.length} isFlush settings="favourites">
      <p className={styles.padded}>{favourites.length > 0 ? text.favouritesHint : text.noFavourites}</p>
      <OrderedRows
        label={text.favourites}
        rows={favourites}
        upLabel={text.up}
        downLabel={text.down}
        onMove={
          isReadOnly
            ? null
            : (rows, moved) =>
                void act({
                  run: () => order(rows),
                  undo: () => order(favourites),
                  done: text.moved(moved.name),
                  failed: text.notMoved,
                })
        }
        mark={(index) => (index < 9 ? <Kbd keys={String(index + 1)} /> : <span className={styles.noKey} />)}
        aside={({ price }) => <span className="figures">{format.money(price)}</span>}
      />
    </Card>
  );
}
