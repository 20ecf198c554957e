// A shortcut as it stands on the keyboard: "Mod+K" is ⌘K on a Mac and Ctrl K elsewhere; "C E" is one key after the other.
import styles from './Kbd.module.css';

const isMac = /Mac|iPhone|iPad/.test(navigator.platform);

const names: Record<string, string> = {
  Mod: isMac ? '⌘' : 'Ctrl',
  Shift: isMac ? '⇧' : 'Shift',
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  Enter: '↵',
  Escape: 'Esc',
};

export function keyNames(shortcut: string): string[] {
  return shortcut.split(/[ +]/).map((key) => names[key] ?? key);
}

export function Kbd({ keys }: { keys: string }) {
  return (
    <span className={styles.keys}>
      {keyNames(keys).map((key, index) => (
        <kbd key={index} className={styles.key}>
          {key}
        </kbd>
      ))}
    </span>
  );
}
