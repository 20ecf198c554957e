// A part of the page that could not be had: why, and the way to try again.
import { useText } from '../i18n/text';
import { Button } from './Button';
import { Icon } from './Icon';
import { uiTexts } from './messages';
import styles from './States.module.css';

export function ErrorState({ title, message, onRetry }: { title?: string; message?: string; onRetry?: () => void }) {
  const text = useText(uiTexts);
  return (
    <div className={styles.state} role="alert">
      <span className={`${styles.icon} ${styles.bad}`}>
        <Icon name="warning" size={22} />
      </span>
      <p className={styles.title}>{title ?? text.failedTitle}</p>
      {message && <p className={styles.text}>{message}</p>}
      {onRetry && (
        <Button icon="refresh" onClick={onRetry}>
          {text.retry}
        </Button>
      )}
    </div>
  );
}
