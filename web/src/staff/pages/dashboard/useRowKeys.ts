// The keyboard's way through the rows that can be acted on: down, up, do it, and what else can be done.
import { useActions } from '../../../actions/useActions';
import { useText } from '../../../i18n/text';
import { dashboardTexts } from './messages';

const controls = 'a[href], input, button';

const rows = () => [...document.querySelectorAll<HTMLElement>('[data-row]')];
const focusedRow = () => document.activeElement?.closest<HTMLElement>('[data-row]') ?? null;

function focusRow(row: HTMLElement | undefined): void {
  row?.querySelector<HTMLElement>(controls)?.focus();
  row?.scrollIntoView({ block: 'nearest' });
}

function step(by: number): void {
  const all = rows();
  const focused = focusedRow();
  const at = focused ? all.indexOf(focused) : -1;
  focusRow(focused ? all[at + by] : all[0]);
}

function complete(): void {
  const row = focusedRow() ?? rows()[0];
  if (!row) return;
  // A row that is done is one no more: where the next is has to be known before.
  const next = rows()[rows().indexOf(row) + 1];
  const isList = row.hasAttribute('data-checklist');
  row.querySelector<HTMLElement>(isList ? 'input:not(:checked)' : '[data-done]')?.click();
  if (!isList) focusRow(next);
}

export function useRowKeys(hasRows: boolean): void {
  const text = useText(dashboardTexts);
  const { group } = text;
  const when = hasRows;
  useActions([
    {
      id: 'row.next',
      label: text.nextRow,
      group,
      icon: 'arrowDown',
      shortcut: 'J',
      alsoBy: 'ArrowDown',
      when,
      run: () => step(1),
    },
    {
      id: 'row.previous',
      label: text.previousRow,
      group,
      icon: 'arrowUp',
      shortcut: 'K',
      alsoBy: 'ArrowUp',
      when,
      run: () => step(-1),
    },
    { id: 'row.complete', label: text.completeRow, group, icon: 'check', shortcut: 'E', when, run: complete },
    {
      id: 'row.more',
      label: text.moreOfRow,
      group,
      icon: 'more',
      shortcut: 'S',
      when,
      run: () => focusedRow()?.querySelector<HTMLElement>('[aria-haspopup=menu]')?.click(),
    },
  ]);
}
