// One out of a list: type to narrow, Enter takes the first, arrows walk through it. An Enter before the list is there counts
// when it comes.
import { useEffect, useState, type KeyboardEvent, type ReactNode } from 'react';
import styles from './ChoiceList.module.css';
import { classes } from './classes';
import { Icon } from './Icon';
import { TextField } from './TextField';

export interface Choice {
  id: string;
  label: string;
  /** Drawn before the label, e.g. a colour. */
  mark?: ReactNode;
  detail?: string;
  isChosen?: boolean;
  /** Beside it, e.g. a button that does something with it at once. */
  aside?: ReactNode;
}

interface ChoiceListProps {
  label: string;
  hideLabel?: boolean;
  placeholder?: string;
  typed: string;
  onType: (typed: string) => void;
  choices: readonly Choice[];
  onChoose: (id: string) => void;
  /** The choices, or those to what is typed now, are still being read. */
  isComing?: boolean;
  error?: string;
  /** What stands in the list's place: it is coming, it failed, nothing is like that. */
  children?: ReactNode;
}

export function ChoiceList({
  label,
  hideLabel,
  placeholder = label,
  typed,
  onType,
  choices,
  onChoose,
  isComing = false,
  error,
  children,
}: ChoiceListProps) {
  const [first] = choices;
  const chooseWhenThere = useChooseWhenThere(isComing ? undefined : (first ?? null), typed, onChoose);
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const isInField = event.target instanceof HTMLInputElement;
    if (event.key === 'Enter' && isInField && !event.nativeEvent.isComposing) {
      // A form around the list must not hear it.
      event.preventDefault();
      if (isComing) chooseWhenThere();
      else if (first) onChoose(first.id);
    }
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      step(event.currentTarget, event.key === 'ArrowDown' ? 1 : -1);
    }
  };
  return (
    <div role="presentation" className={styles.list} onKeyDown={onKeyDown}>
      <TextField
        label={label}
        hideLabel={hideLabel}
        placeholder={placeholder}
        icon="search"
        value={typed}
        onChange={onType}
        error={error}
        autoFocus
      />
      {children}
      <ul className={styles.choices}>
        {choices.map(({ id, label: name, mark, detail, isChosen, aside }, index) => (
          <li key={id} className={styles.item}>
            <button
              type="button"
              className={classes(styles.choice, index === 0 && typed.trim() && styles.first)}
              aria-current={isChosen || undefined}
              onClick={() => onChoose(id)}
            >
              {mark}
              <span className={styles.label}>{name}</span>
              {detail && <span className={`${styles.detail} figures`}>{detail}</span>}
              {isChosen && <Icon name="check" size={16} />}
            </button>
            {aside && <span>{aside}</span>}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** `first`: undefined while it is not known, null when there is none. What is typed on asks for something else. */
function useChooseWhenThere(first: Choice | null | undefined, typed: string, onChoose: (id: string) => void) {
  const [waitingFor, setWaitingFor] = useState<string | null>(null);
  useEffect(() => {
    if (waitingFor === null || first === undefined) return;
    setWaitingFor(null);
    if (first && waitingFor === typed) onChoose(first.id);
  }, [waitingFor, first, typed, onChoose]);
  return () => setWaitingFor(typed);
}

/** The field and the choices are one column: past its ends it goes on at the other. */
function step(list: HTMLElement, by: number): void {
  const stops = [...list.querySelectorAll<HTMLElement>('input, li > button')];
  const at = stops.indexOf(document.activeElement as HTMLElement);
  stops.at((at + by) % stops.length)?.focus();
}
