// A question or a short form over the page.
import { useId, type FormEvent, type ReactNode } from 'react';
import { useText } from '../i18n/text';
import { classes } from './classes';
import styles from './Dialog.module.css';
import { IconButton } from './IconButton';
import { uiTexts } from './messages';
import { ModalSurface } from './ModalSurface';
import { useFocusKeeper } from './useFocusKeeper';

interface DialogProps {
  open: boolean;
  title: string;
  onClose: () => void;
  children: ReactNode;
  /** Buttons at the bottom; the one that does it comes last. */
  footer?: ReactNode;
  /** Makes the dialog a form: Enter in a field submits. */
  onSubmit?: () => void;
  size?: 'small' | 'medium' | 'large';
}

export function Dialog({ open, ...others }: DialogProps) {
  return open ? <OpenDialog {...others} /> : null;
}

function OpenDialog({ title, onClose, children, footer, onSubmit, size = 'small' }: Omit<DialogProps, 'open'>) {
  const titleId = useId();
  const text = useText(uiTexts);
  const content = (
    <>
      <div className={styles.header}>
        <h2 id={titleId} className={styles.title}>
          {title}
        </h2>
        <IconButton icon="close" label={text.close} onClick={onClose} />
      </div>
      <div className={styles.body}>{children}</div>
      {footer && <div className={styles.footer}>{footer}</div>}
    </>
  );
  return (
    <ModalSurface className={`${styles.dialog} ${styles[size]}`} labelledBy={titleId} onClose={onClose}>
      {onSubmit ? <Form onSubmit={onSubmit}>{content}</Form> : content}
    </ModalSurface>
  );
}

function Form({ onSubmit, children }: { onSubmit: () => void; children: ReactNode }) {
  return (
    <form
      noValidate
      className={styles.form}
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        // A dialog is drawn inside the page's tree: a form around it must not hear this one.
        event.stopPropagation();
        onSubmit();
      }}
    >
      {children}
    </form>
  );
}

interface SidePanelProps extends Omit<DialogProps, 'size'> {
  /** Content runs to the edges: lists and tables. */
  isFlush?: boolean;
  /** What is shown is of before: the next is on its way. */
  isBusy?: boolean;
}

/** Much to read or fill in beside the page: a history, all notes, a long form. Full width on a phone. */
export function SidePanel({ open, title, onClose, children, footer, onSubmit, isFlush, isBusy }: SidePanelProps) {
  const titleId = useId();
  const text = useText(uiTexts);
  const keepFocus = useFocusKeeper<HTMLDivElement>();
  if (!open) return null;
  const content = (
    <>
      <div className={styles.header}>
        <h2 id={titleId} className={styles.title}>
          {title}
        </h2>
        <IconButton icon="close" label={text.close} onClick={onClose} />
      </div>
      {/* Focused first, so that the keys scroll at once. */}
      <div
        {...keepFocus}
        className={classes(styles.body, styles.panelBody, isFlush && styles.flush)}
        tabIndex={0}
        role="group"
        aria-labelledby={titleId}
        aria-busy={isBusy || undefined}
        data-autofocus
      >
        {children}
      </div>
      {footer && <div className={styles.footer}>{footer}</div>}
    </>
  );
  return (
    <ModalSurface className={styles.panel} labelledBy={titleId} onClose={onClose}>
      {onSubmit ? <Form onSubmit={onSubmit}>{content}</Form> : content}
    </ModalSurface>
  );
}
