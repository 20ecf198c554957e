// On a phone, what is done most stands at the thumb: search, and the page's own actions or else the navigation.
import { createContext, use, useEffect, useLayoutEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { NavLink } from 'react-router';
import type { Action } from '../actions/Action';
import { actionMenuItem } from '../actions/ActionButton';
import { runAction } from '../actions/registry';
import { useText } from '../i18n/text';
import { classes } from '../ui/classes';
import { Icon, type IconName } from '../ui/Icon';
import { Menu } from '../ui/Menu';
import { VisuallyHidden } from '../ui/VisuallyHidden';
import styles from './BottomBar.module.css';
import { shellTexts } from './messages';

interface PageBar {
  /** Stand in the bar, at most two. */
  actions: readonly Action[];
  /** Behind the button at the end. */
  more: readonly Action[];
}

interface Slot {
  page: PageBar | null;
  setPage: (page: PageBar | null) => void;
}

const BottomBarContext = createContext<Slot>({ page: null, setPage: () => {} });

export function BottomBarProvider({ children }: { children: ReactNode }) {
  const [page, setPage] = useState<PageBar | null>(null);
  const slot = useMemo(() => ({ page, setPage }), [page]);
  return <BottomBarContext value={slot}>{children}</BottomBarContext>;
}

/** The page's own actions take the place of the navigation for as long as it is open. */
export function useBottomBar(page: PageBar): void {
  const { setPage } = use(BottomBarContext);
  const signature = JSON.stringify(page);
  const latest = useRef(page);
  useLayoutEffect(() => {
    latest.current = page;
  });
  useEffect(() => {
    // What is drawn changes with the signature; what it does is always the newest.
    const live = (action: Action) => ({
      ...action,
      run: () => [...latest.current.actions, ...latest.current.more].find(({ id }) => id === action.id)?.run(),
    });
    setPage({ actions: latest.current.actions.map(live), more: latest.current.more.map(live) });
    return () => setPage(null);
  }, [signature, setPage]);
}

export function BottomBar({ search }: { search: Action }) {
  const text = useText(shellTexts);
  const { page } = use(BottomBarContext);
  return (
    <nav className={styles.bar} aria-label={text.menu}>
      {/* First on every page, so that it never moves under the thumb. */}
      <BarButton action={search} />
      {!page && <BarLink to="/" icon="home" label={text.today} />}
      {!page && <BarLink to="/calendar" icon="calendar" label={text.calendar} />}
      {!page && <BarLink to="/members" icon="members" label={text.members} />}
      {page?.actions.map((action) => (
        <BarButton key={action.id} action={action} />
      ))}
      {page && (
        <Menu
          label={text.more}
          alignment="end"
          sections={[{ items: page.more.map(actionMenuItem) }]}
          trigger={(props) => (
            <button type="button" {...props} className={styles.item}>
              <Icon name="more" size={20} />
              {text.more}
            </button>
          )}
        />
      )}
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
      onClick={() => runAction(action)}
    >
      <Icon name={action.icon ?? 'more'} size={20} />
      {action.shortLabel ?? action.label}
      {action.disabledReason && <VisuallyHidden>{action.disabledReason}</VisuallyHidden>}
    </button>
  );
}
