// On a phone, what is done most stands at the thumb: search, and the page's own actions or else the navigation.
import { createContext, use, useEffect, useLayoutEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { NavLink } from 'react-router';
import type { Action } from '../actions/Action';
import { useText } from '../i18n/text';
import { classes } from '../ui/classes';
import { Icon, type IconName } from '../ui/Icon';
import { VisuallyHidden } from '../ui/VisuallyHidden';
import styles from './BottomBar.module.css';
import { shellTexts } from './messages';

interface Slot {
  actions: readonly Action[] | null;
  setActions: (actions: readonly Action[] | null) => void;
}

const BottomBarContext = createContext<Slot>({ actions: null, setActions: () => {} });

export function BottomBarProvider({ children }: { children: ReactNode }) {
  const [actions, setActions] = useState<readonly Action[] | null>(null);
  const slot = useMemo(() => ({ actions, setActions }), [actions]);
  return <BottomBarContext value={slot}>{children}</BottomBarContext>;
}

/** The page's own actions (at most three) take the place of the navigation for as long as it is open. */
export function useBottomBar(actions: readonly Action[]): void {
  const { setActions } = use(BottomBarContext);
  const signature = JSON.stringify(actions);
  const latest = useRef(actions);
  useLayoutEffect(() => {
    latest.current = actions;
  });
  useEffect(() => {
    setActions(
      latest.current.map((action) => ({
        ...action,
        run: () => latest.current.find(({ id }) => id === action.id)?.run(),
      })),
    );
    return () => setActions(null);
  }, [signature, setActions]);
}

export function BottomBar({ search }: { search: Action }) {
  const text = useText(shellTexts);
  const { actions } = use(BottomBarContext);
  return (
    <nav className={styles.bar} aria-label={text.menu}>
      {!actions && <BarLink to="/" icon="calendar" label={text.today} />}
      {!actions && <BarLink to="/members" icon="members" label={text.members} />}
      <BarButton action={search} />
      {!actions && <BarLink to="/settings" icon="settings" label={text.settings} />}
      {actions?.map((action) => (
        <BarButton key={action.id} action={action} />
      ))}
    </nav>
  );
}

function BarLink({ to, icon, label }: { to: string; icon: IconName; label: string }) {
  return (
    <NavLink to={to} end={to === '/'} className={({ isActive }) => classes(styles.item, isActive && styles.active)}>
      <Icon name={icon} size={20} />
      {label}
    </NavLink>
  );
}

function BarButton({ action }: { action: Action }) {
  return (
    <button
      type="button"
      className={styles.item}
      aria-disabled={action.disabledReason ? true : undefined}
      data-tooltip={action.disabledReason ?? undefined}
      onClick={() => !action.disabledReason && action.run()}
    >
      <Icon name={action.icon ?? 'more'} size={20} />
      {action.shortLabel ?? action.label}
      {action.disabledReason && <VisuallyHidden>{action.disabledReason}</VisuallyHidden>}
    </button>
  );
}
