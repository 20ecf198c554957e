// Who is signed in, and what concerns them: language, theme, shortcuts, tokens, the way out.
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { ErrorBoundary } from '../ui/ErrorBoundary';
import { locales, useLocale } from '../i18n/locale';
import { useText } from '../i18n/text';
import { useThemeChoice } from '../ui/ColorScheme';
import { Menu } from '../ui/Menu';
import { Skeleton } from '../ui/Skeleton';
import { VisuallyHidden } from '../ui/VisuallyHidden';
import { shellTexts } from './messages';
import { useViewer } from './session';
import type { ViewerDialog } from './ViewerDialogs';
import styles from './ViewerMenu.module.css';
import { later } from '../ui/later';

const ViewerDialogs = later(() => import('./ViewerDialogs'));

export function ViewerMenu({ onShortcuts }: { onShortcuts: () => void }) {
  const text = useText(shellTexts);
  const viewer = useViewer();
  const [opened, open] = useState<ViewerDialog | null>(null);
  const sections = useSections(onShortcuts, open);
  const name = viewer?.employee?.fullName ?? '';
  const menu = (
    <Menu
      label={text.account}
      alignment="end"
      sections={sections}
      header={
        viewer && (
          <div className={styles.who}>
            <strong>{name}</strong>
            <span>
              {viewer.gym.name} · {viewer.employee?.role && text.roles[viewer.employee.role]}
            </span>
          </div>
        )
      }
      trigger={(props) => (
        <button type="button" {...props} className={styles.trigger} data-tooltip={name || text.account}>
          <VisuallyHidden>{text.account}</VisuallyHidden>
          <span className={styles.avatar}>{initials(name)}</span>
          <span className={styles.gym}>{viewer ? viewer.gym.name : <Skeleton width="5rem" />}</span>
        </button>
      )}
    />
  );
  return (
    <>
      {menu}
      <ErrorBoundary resetKey={opened ?? ''} fallback={() => null}>
        {opened && <ViewerDialogs opened={opened} onClose={() => open(null)} />}
      </ErrorBoundary>
    </>
  );
}

function useSections(onShortcuts: () => void, open: (dialog: ViewerDialog) => void) {
  const text = useText(shellTexts);
  const navigate = useNavigate();
  const { locale, setLocale } = useLocale();
  const { theme, setTheme } = useThemeChoice();
  return [
    {
      label: text.language,
      items: locales.map((id) => ({
        id,
        label: text.languages[id],
        isChecked: id === locale,
        onSelect: () => setLocale(id),
      })),
    },
    {
      label: text.theme,
      items: (['auto', 'light', 'dark'] as const).map((id) => ({
        id,
        label: text.themes[id],
        isChecked: id === theme,
        onSelect: () => setTheme(id),
      })),
    },
    {
      items: [
        { id: 'shortcuts', label: text.shortcuts, icon: 'keyboard' as const, shortcut: '?', onSelect: onShortcuts },
        {
          id: 'api-tokens',
          label: text.apiTokens,
          icon: 'key' as const,
          onSelect: () => void navigate('/settings/api-tokens'),
        },
      ],
    },
    {
      items: [
        { id: 'password', label: text.changePassword, icon: 'key' as const, onSelect: () => open('password') },
        { id: 'sign-out', label: text.signOut, icon: 'signOut' as const, onSelect: () => open('here') },
        {
          id: 'sign-out-everywhere',
          label: text.signOutEverywhere,
          icon: 'signOut' as const,
          onSelect: () => open('everywhere'),
        },
      ],
    },
  ];
}

function initials(name: string): string {
  const words = name.split(' ').filter(Boolean);
  return [words[0], words.length > 1 ? words.at(-1) : '']
    .map((word) => word?.[0] ?? '')
    .join('')
    .toUpperCase();
}
