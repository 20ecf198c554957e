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
        <div className={stripStyles.lead}>
          <div className={stripStyles.identity}>
            <Skeleton width="14rem" height="2.25rem" />
          </div>
          <div className={stripStyles.tags}>
            <Skeleton width="10rem" height="1.75rem" />
          </div>
        </div>
        <div className={stripStyles.facts}>
          {[0, 1, 2, 3].map((fact) => (
            <Skeleton key={fact} width="8rem" height="2.625rem" />
          ))}
        </div>
      </div>
      <div className={styles.columns}>
        <div className={styles.centre}>
          <TileShape lines={3} />
          <TileShape lines={6} />
          <TileShape lines={4} />
        </div>
        <div className={styles.facts}>
          <TileShape lines={6} />
          <TileShape lines={4} />
          <TileShape lines={3} />
          <TileShape lines={2} />
        </div>
        <div className={styles.right}>
          <TileShape lines={6} />
          <TileShape lines={5} />
        </div>
        <div className={styles.below}>
          <TileShape lines={12} />
        </div>
      </div>
    </div>
  );
}

function TileShape({ lines }: { lines: number }) {
  return (
    <Card>
      <SkeletonLines lines={lines} />
    </Card>
  );
}
