// The frame of every staff page: header, search, navigation, and on a phone the bar at the thumb.
import { useState } from 'react';
import { Link, NavLink, Outlet, useLocation, useNavigate } from 'react-router';
import { ShortcutLayer } from '../actions/ShortcutLayer';
import { useActions } from '../actions/useActions';
// Not fetched later: what is typed right after its key must all arrive.
import { SearchPalette } from '../features/member-search/SearchPalette';
import { RememberOpenedMember } from '../features/member-search/RememberOpenedMember';
import { storeKey, useHasKept } from '../features/registration/attendanceKept';
import { useText } from '../i18n/text';
import { classes } from '../ui/classes';
import { ErrorBoundary } from '../ui/ErrorBoundary';
import { ErrorState } from '../ui/ErrorState';
import { Icon } from '../ui/Icon';
import { Kbd } from '../ui/Kbd';
import { Logo } from '../ui/Logo';
import { undoLast, useToasts } from '../ui/toasts';
import { BottomBar, BottomBarProvider } from './BottomBar';
import styles from './Layout.module.css';
import { shellTexts } from './messages';
import { PhoneMenu } from './PhoneMenu';
import { useViewer } from './session';
import { ViewerMenu } from './ViewerMenu';
import { later } from '../ui/later';

const PendingAttendance = later(() =>
  // With what warns before signing out: both must be here when the connection is not.
  Promise.all([import('../features/registration/PendingAttendance'), import('./ViewerDialogs')]).then(([module]) => ({
    default: module.PendingAttendance,
  })),
);
const ShortcutSheet = later(() =>
  import('../actions/ShortcutSheet').then((module) => ({ default: module.ShortcutSheet })),
);

export function Layout() {
  const text = useText(shellTexts);
  const location = useLocation();
  const [overlay, setOverlay] = useState<'search' | 'shortcuts' | null>(null);
  const [search] = useShellActions(setOverlay);
  const close = () => setOverlay(null);
  return (
    <BottomBarProvider>
      <a className={styles.skip} href="#content">
        {text.skip}
      </a>
      <header className={styles.header}>
        <PhoneMenu />
        <Link to="/" className={styles.brand} aria-label="Spotter">
          <Logo />
          <span className={styles.wordmark}>Spotter</span>
        </Link>
        <Navigation />
        <button type="button" className={styles.search} onClick={search.run} aria-keyshortcuts="Control+K /">
          <Icon name="search" />
          <span className={styles.searchText}>{text.search}</span>
          <Kbd keys="Mod+K" />
        </button>
        <ViewerMenu onShortcuts={() => setOverlay('shortcuts')} />
      </header>
      <main id="content" tabIndex={-1} className={styles.main}>
        <ErrorBoundary
          resetKey={location.key}
          fallback={() => (
            <ErrorState title={text.brokenTitle} message={text.broken} onRetry={() => window.location.reload()} />
          )}
        >
          <Outlet />
        </ErrorBoundary>
      </main>
      <BottomBar search={search} />
      <RememberOpenedMember />
      <ShortcutLayer />
      <Attendance />
      {overlay === 'search' && <SearchPalette onClose={close} />}
      {overlay === 'shortcuts' && <ShortcutSheet onClose={close} />}
    </BottomBarProvider>
  );
}

/** What was marked without a connection is sent from whichever page is open. */
function Attendance() {
  const viewer = useViewer();
  const key = viewer && storeKey(viewer);
  const hasMarks = useHasKept(key);
  return (
    <ErrorBoundary resetKey={key ?? ''} fallback={() => null}>
      {key && hasMarks && <PendingAttendance storeKey={key} />}
    </ErrorBoundary>
  );
}

function Navigation() {
  const text = useText(shellTexts);
  const mayManagePayments = useViewer()?.permissions.includes('MANAGE_PAYMENTS');
  const link = ({ isActive }: { isActive: boolean }) => classes(styles.link, isActive && styles.active);
  return (
    <nav aria-label={text.navigation} className={styles.navigation}>
      <NavLink to="/" end className={link}>
        {text.today}
      </NavLink>
      <NavLink to="/calendar" className={link}>
        {text.calendar}
      </NavLink>
      <NavLink to="/members" className={link}>
        {text.members}
      </NavLink>
      {mayManagePayments && (
        <NavLink to="/payments" className={link}>
          {text.payments}
        </NavLink>
      )}
      <NavLink to="/settings" className={link}>
        {text.settings}
      </NavLink>
    </nav>
  );
}

function useShellActions(open: (overlay: 'search' | 'shortcuts') => void) {
  const text = useText(shellTexts);
  const navigate = useNavigate();
  const go = (to: string) => () => void navigate(to);
  const canUndo = useToasts().some((toast) => toast.undo);
  const { general: group, goTo } = text;
  return useActions([
    {
      id: 'search',
      label: text.search,
      shortLabel: text.searchShort,
      group,
      icon: 'search',
      shortcut: 'Mod+K',
      isAllowedWhileTyping: true,
      run: () => open('search'),
    },
    { id: 'search.slash', label: text.search, group, shortcut: '/', run: () => open('search') },
    { id: 'undo', label: text.undo, group, icon: 'restore', shortcut: 'Mod+Z', when: canUndo, run: undoLast },
    { id: 'shortcuts', label: text.shortcuts, group, icon: 'keyboard', shortcut: '?', run: () => open('shortcuts') },
    { id: 'go.today', label: text.today, group: goTo, icon: 'home', shortcut: 'G T', run: go('/') },
    { id: 'go.calendar', label: text.calendar, group: goTo, icon: 'calendar', shortcut: 'G C', run: go('/calendar') },
    { id: 'go.members', label: text.members, group: goTo, icon: 'members', shortcut: 'G M', run: go('/members') },
    {
      id: 'go.payments',
      label: text.payments,
      group: goTo,
      icon: 'card',
      shortcut: 'G P',
      permission: 'MANAGE_PAYMENTS',
      run: go('/payments'),
    },
    {
      id: 'go.settings',
      label: text.allSettings,
      group: goTo,
      icon: 'settings',
      shortcut: 'G I',
      run: go('/settings'),
    },
    {
      id: 'go.tags',
      label: text.tags,
      group: goTo,
      icon: 'tag',
      shortcut: 'G S',
      keywords: text.settings,
      run: go('/settings/tags'),
    },
    {
      id: 'go.api-tokens',
      label: text.apiTokens,
      group: goTo,
      icon: 'key',
      keywords: text.settings,
      run: go('/settings/api-tokens'),
    },
  ]);
}
