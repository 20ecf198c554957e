// While the page's own bundle is on its way.
import { Skeleton, SkeletonLines } from '../ui/Skeleton';
import { useText } from '../i18n/text';
import { uiTexts } from '../ui/messages';
import { VisuallyHidden } from '../ui/VisuallyHidden';
import styles from './PageSkeleton.module.css';

export function PageSkeleton() {
  const text = useText(uiTexts);
  return (
    <div className={styles.page} role="status">
      <VisuallyHidden>{text.loading}</VisuallyHidden>
      <Skeleton width="12rem" height="1.75rem" />
      <SkeletonLines lines={5} />
    </div>
  );
}
