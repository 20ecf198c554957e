// The products on offer, narrowed by what is typed and by category.
import { useState } from 'react';
import { folded } from '../../i18n/folded';
import { useText } from '../../i18n/text';
import { Card } from '../../ui/Card';
import { Select } from '../../ui/Select';
import { TextField } from '../../ui/TextField';
import { ItemTable, type ItemVerbs } from './ItemTable';
import styles from './Shop.module.css';
import { shopSettingsTexts } from './shopSettingsTexts';
import type { CategoryRow } from './useShopCategories';
import type { ItemRow } from './useShopItems';

interface ItemCardProps {
  items: readonly ItemRow[];
  categories: readonly CategoryRow[];
  verbs: ItemVerbs | null;
}

export function ItemCard({ items, categories, verbs }: ItemCardProps) {
  const text = useText(shopSettingsTexts);
  const [typed, setTyped] = useState('');
  const [categoryId, setCategoryId] = useState('');
  const order = new Map(categories.map(({ id }, index) => [id, index]));
  const words = folded(typed).split(/\s+/);
  const shown = items
    .filter(({ category }) => !categoryId || category.id === categoryId)
    .filter(({ name, description }) => words.every((word) => folded(`${name} ${description ?? ''}`).includes(word)))
    .toSorted(
      (a, b) => (order.get(a.category.id) ?? 0) - (order.get(b.category.id) ?? 0) || a.name.localeCompare(b.name),
    );
  return (
    <Card title={text.products} count={items.length} isFlush settings="products price vatRate">
      <div className={styles.narrow}>
        <TextField
          label={text.search}
          hideLabel
          placeholder={text.search}
          icon="search"
          value={typed}
          onChange={setTyped}
        />
        <Select
          label={text.category}
          hideLabel
          value={categoryId}
          onChange={setCategoryId}
          options={[
            { value: '', label: text.allCategories },
            ...categories.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      </div>
      {shown.length > 0 ? (
        <ItemTable caption={text.products} rows={shown} verbs={verbs} />
      ) : (
        <p className={styles.padded}>{text.nothing}</p>
      )}
    </Card>
  );
}
