// The way on in a growing list: how much is shown of how much, and a button for more.
import { useState } from 'react';
import { useText } from '../i18n/text';
import { Button } from './Button';
import { uiTexts } from './messages';
import styles from './MoreButton.module.css';

interface MoreButtonProps {
  shown: number;
  /** Without a total where counting would read everything. */
  connection: { totalCount?: number; pageInfo: { hasNextPage: boolean; endCursor: string | null } };
  onMore: (after: string) => Promise<unknown>;
}

export function MoreButton({ shown, connection: { totalCount, pageInfo }, onMore }: MoreButtonProps) {
  const text = useText(uiTexts);
  const [isLoading, setLoading] = useState(false);
  const [hasFailed, setFailed] = useState(false);
  const { endCursor } = pageInfo;
  if (!pageInfo.hasNextPage || !endCursor) return null;
  const load = async () => {
    setLoading(true);
    setFailed(false);
    await onMore(endCursor).catch(() => setFailed(true));
    setLoading(false);
  };
  return (
    <div className={styles.more}>
      <span className="figures" aria-live="polite">
        {hasFailed ? text.failedTitle : totalCount !== undefined && text.shownOf(shown, totalCount)}
      </span>
      <Button loading={isLoading} onClick={() => void load()}>
        {text.showMore}
      </Button>
    </div>
  );
}
