// Looks like a search field and opens one: for what is loaded when somebody begins to look.
import { Icon } from './Icon';
import { Kbd } from './Kbd';
import styles from './SearchButton.module.css';

interface SearchButtonProps {
  label: string;
  shortcut?: string;
  disabledReason?: string | null;
  onClick: () => void;
}

export function SearchButton({ label, shortcut, disabledReason, onClick }: SearchButtonProps) {
  return (
    <button
      type="button"
      className={styles.search}
      aria-keyshortcuts={shortcut}
      aria-disabled={disabledReason ? true : undefined}
      data-tooltip={disabledReason ?? undefined}
      onClick={onClick}
    >
      <Icon name="search" />
      <span className={styles.label}>{label}</span>
      {shortcut && <Kbd keys={shortcut} />}
    </button>
  );
}
