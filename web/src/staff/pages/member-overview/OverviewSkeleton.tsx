// The shape of the overview while it is being read: everything already has its place.
import { Skeleton, SkeletonLines } from '../../../ui/Skeleton';
import { useText } from '../../../i18n/text';
import { Card } from '../../../ui/Card';
import { uiTexts } from '../../../ui/messages';
import { VisuallyHidden } from '../../../ui/VisuallyHidden';
import stripStyles from './IdentityStrip.module.css';
import styles from './Overview.module.css';

export function OverviewSkeleton() {
  const text = useText(uiTexts);
  return (
    <div role="status">
      <VisuallyHidden>{text.loading}</VisuallyHidden>
      <div className={stripStyles.strip}>
        <div className={stripStyles.identity}>
          <Skeleton width="14rem" height="2.25rem" />
        </div>
        <Skeleton width="10rem" height="2.25rem" />
        <div className={stripStyles.facts}>
          {[0, 1, 2, 3].map((fact) => (
            <Skeleton key={fact} width="8rem" height="2.625rem" />
          ))}
        </div>
      </div>
      <div className={styles.columns}>
        <div className={styles.centre}>
          <Tile lines={3} />
          <Tile lines={6} />
          <Tile lines={4} />
        </div>
        <div className={styles.facts}>
          <Tile lines={6} />
          <Tile lines={4} />
          <Tile lines={3} />
        </div>
        <div className={styles.right}>
          <Tile lines={6} />
          <Tile lines={5} />
        </div>
      </div>
    </div>
  );
}

function Tile({ lines }: { lines: number }) {
  return (
    <Card>
      <SkeletonLines lines={lines} />
    </Card>
  );
}
