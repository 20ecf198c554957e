// A small panel under a button: free content, closes on Escape and outside clicks.
import { useId, type ReactNode } from 'react';
import { useText } from '../i18n/text';
import { Icon } from './Icon';
import { uiTexts } from './messages';
import type { Alignment } from './place';
import styles from './Popover.module.css';
import { usePopover } from './usePopover';

export interface PopoverTrigger {
  ref: React.Ref<HTMLButtonElement>;
  popoverTarget: string;
  'aria-expanded': boolean;
  'aria-haspopup': 'dialog';
}

interface PopoverProps {
  label: string;
  trigger: (props: PopoverTrigger) => ReactNode;
  children: (close: () => void) => ReactNode;
  alignment?: Alignment;
}

export function Popover({ label, trigger, children, alignment = 'start' }: PopoverProps) {
  const popover = usePopover(alignment, (panel) =>
    (panel.querySelector<HTMLElement>('[data-autofocus]') ?? panel).focus(),
  );
  return (
    <>
      {trigger({ ...popover.trigger, 'aria-haspopup': 'dialog' })}
      <div {...popover.panel} role="dialog" aria-label={label} tabIndex={-1} className={styles.popover}>
        {popover.isOpen && children(popover.close)}
      </div>
    </>
  );
}

/** A figure that explains itself: how it is counted, and from what. */
export function Explain({ subject, figure, children }: { subject: string; figure: ReactNode; children: ReactNode }) {
  const text = useText(uiTexts);
  const popover = usePopover('start');
  const id = useId();
  return (
    <>
      <button
        type="button"
        {...popover.trigger}
        className={styles.figure}
        aria-describedby={id}
        data-tooltip={text.explain(subject)}
      >
        <span className="figures">{figure}</span>
        <Icon name="info" size={14} />
      </button>
      <span id={id} hidden>
        {text.explain(subject)}
      </span>
      <div
        {...popover.panel}
        role="note"
        aria-label={text.explain(subject)}
        className={`${styles.popover} ${styles.explanation}`}
      >
        {popover.isOpen && children}
      </div>
    </>
  );
}
