// A shortcut as it stands on the keyboard: "Mod+K" is ⌘K on a Mac and Ctrl K elsewhere; "C E" is one key after the other.
import styles from './Kbd.module.css';

const isMac = /Mac|iPhone|iPad/.test(navigator.platform);

export function keyNames(shortcut: string): string[] {
  return shortcut.split(/[ +]/).map((key) => (key === 'Mod' ? (isMac ? '⌘' : 'Ctrl') : key === 'Shift' ? (isMac ? '⇧' : 'Shift') : key));
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
