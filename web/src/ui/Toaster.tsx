// Draws the messages; a message waits while the pointer or the focus rests on it.
import { useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { useText } from '../i18n/text';
import { Button } from './Button';
import { classes } from './classes';
import { Icon } from './Icon';
import { IconButton } from './IconButton';
import { uiTexts } from './messages';
import { useTopOverlay } from './overlays';
import styles from './Toaster.module.css';
import { dismissRemarks, dismissToast, useToasts, type Toast } from './toasts';

export function Toaster() {
  const toasts = useToasts();
  const text = useText(uiTexts);
  const overlay = useTopOverlay();
  const [isPaused, setPaused] = useState(false);
  useEffect(() => {
    if (overlay) dismissRemarks();
  }, [overlay]);
  const region = (
    <div
      role="region"
      aria-label={text.notifications}
      className={styles.toaster}
      onPointerEnter={() => setPaused(true)}
      onPointerLeave={() => setPaused(false)}
      onFocus={() => setPaused(true)}
      onBlur={() => setPaused(false)}
    >
      <div role="status" className={styles.list}>
        {toasts.map((toast) => (
          <Message key={toast.id} toast={toast} isPaused={isPaused} />
        ))}
      </div>
    </div>
  );
  return createPortal(region, overlay ?? document.body);
}

function Message({ toast, isPaused }: { toast: Toast; isPaused: boolean }) {
  const text = useText(uiTexts);
  useEffect(() => {
    if (isPaused) return;
    const timer = setTimeout(() => dismissToast(toast.id), toast.durationMs);
    return () => clearTimeout(timer);
  }, [toast, isPaused]);

  const { action, undo } = toast;
  const run = (step: () => void) => {
    dismissToast(toast.id);
    step();
  };
  return (
    <div className={classes(styles.toast, styles[toast.kind])}>
      {toast.kind !== 'info' && <Icon name={toast.kind === 'error' ? 'warning' : 'check'} />}
      <span className={styles.text}>{toast.text}</span>
      {action && (
        <Button variant="quiet" className={styles.action} onClick={() => run(action.run)}>
          {action.label}
        </Button>
      )}
      {undo && (
        <Button variant="quiet" className={styles.action} shortcut="Mod+Z" onClick={() => run(undo)}>
          {text.undo}
        </Button>
      )}
      <IconButton icon="close" size={16} label={text.dismiss} onClick={() => dismissToast(toast.id)} />
    </div>
  );
}
