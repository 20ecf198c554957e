// A short list of actions under a button: arrows, Home, End and the first letter move, Enter does, Escape closes.
import { Fragment, type KeyboardEvent, type ReactNode } from 'react';
import { classes } from './classes';
import { Icon, type IconName } from './Icon';
import { Kbd } from './Kbd';
import styles from './Menu.module.css';
import type { Alignment } from './place';
import { usePopover } from './usePopover';

export interface MenuItem {
  id: string;
  label: string;
  icon?: IconName;
  /** Drawn in the icon's place, e.g. a colour. */
  mark?: ReactNode;
  shortcut?: string;
  onSelect: () => void;
  disabledReason?: string | null;
  isDanger?: boolean;
  /** A choice that is on or off; stays out for plain actions. */
  isChecked?: boolean;
}

export interface MenuSection {
  label?: string;
  items: readonly MenuItem[];
}

export interface MenuTrigger {
  ref: React.Ref<HTMLButtonElement>;
  popoverTarget: string;
  'aria-expanded': boolean;
  'aria-haspopup': 'menu';
}

interface MenuProps {
  label: string;
  sections: readonly MenuSection[];
  trigger: (props: MenuTrigger) => ReactNode;
  header?: ReactNode;
  alignment?: Alignment;
}

export function Menu({ label, sections, trigger, header, alignment = 'start' }: MenuProps) {
  const popover = usePopover(alignment, (panel) => items(panel)[0]?.focus());
  return (
    <>
      {trigger({ ...popover.trigger, 'aria-haspopup': 'menu' })}
      <div {...popover.panel} className={styles.menu}>
        {popover.isOpen && header}
        {popover.isOpen && (
          <div
            role="menu"
            tabIndex={-1}
            aria-label={label}
            onKeyDown={moveByKey}
            onBlur={(event) => leaves(event) && popover.close()}
          >
            {sections.map((section, index) => (
              <Fragment key={section.label ?? index}>
                {index > 0 && <hr className={styles.separator} />}
                <div role="group" aria-label={section.label}>
                  {section.label && (
                    <div className={styles.heading} aria-hidden="true">
                      {section.label}
                    </div>
                  )}
                  {section.items.map((item) => (
                    <Item key={item.id} item={item} close={popover.close} />
                  ))}
                </div>
              </Fragment>
            ))}
          </div>
        )}
      </div>
    </>
  );
}

function Item({ item, close }: { item: MenuItem; close: () => void }) {
  const isChoice = item.isChecked !== undefined;
  return (
    <button
      type="button"
      role={isChoice ? 'menuitemradio' : 'menuitem'}
      aria-checked={isChoice ? item.isChecked : undefined}
      aria-disabled={item.disabledReason ? true : undefined}
      aria-description={item.disabledReason ?? undefined}
      tabIndex={-1}
      className={classes(styles.item, item.isDanger && styles.danger)}
      onPointerMove={(event) => event.currentTarget.focus({ preventScroll: true })}
      onClick={() => {
        if (item.disabledReason) return;
        close();
        item.onSelect();
      }}
    >
      <span className={styles.mark}>
        {item.isChecked ? (
          <Icon name="check" size={16} />
        ) : (
          (item.mark ?? (item.icon && <Icon name={item.icon} size={16} />))
        )}
      </span>
      <span className={styles.label}>
        {item.label}
        {item.disabledReason && <span className={styles.reason}>{item.disabledReason}</span>}
      </span>
      {item.shortcut && <Kbd keys={item.shortcut} />}
    </button>
  );
}

function items(menu: Element): HTMLElement[] {
  return [...menu.querySelectorAll<HTMLElement>('[role^=menuitem]')];
}

function leaves(event: React.FocusEvent<HTMLElement>): boolean {
  return event.relatedTarget instanceof Node && !event.currentTarget.contains(event.relatedTarget);
}

function moveByKey(event: KeyboardEvent<HTMLElement>): void {
  const all = items(event.currentTarget);
  const at = all.indexOf(document.activeElement as HTMLElement);
  const target = keyTarget(event.key, all, at);
  if (!target) return;
  event.preventDefault();
  event.stopPropagation();
  target.focus();
}

function keyTarget(key: string, all: HTMLElement[], at: number): HTMLElement | undefined {
  if (key === 'ArrowDown') return all[(at + 1) % all.length];
  if (key === 'ArrowUp') return all.at(at <= 0 ? -1 : at - 1);
  if (key === 'Home') return all[0];
  if (key === 'End') return all.at(-1);
  if (key.length !== 1 || key === ' ') return undefined;
  const following = [...all.slice(at + 1), ...all.slice(0, at + 1)];
  return following.find((item) => item.textContent?.trim().toLowerCase().startsWith(key.toLowerCase()));
}
