// The shape of a day with three sessions, and of the cards beside it.
import { Skeleton } from '../../../ui/Skeleton';
import styles from './Dashboard.module.css';

export function DashboardSkeleton() {
  return (
    <>
      {[0, 1, 2].map((index) => (
        <div key={index} className={styles.skeleton}>
          <Skeleton width="4rem" height="1.5rem" />
          <Skeleton width="60%" height="1.25rem" />
          <Skeleton width="85%" />
        </div>
      ))}
    </>
  );
}

export function AttentionSkeleton() {
  return (
    <>
      {[0, 1, 2, 3].map((index) => (
        <div key={index} className={styles.skeleton}>
          <Skeleton width="8rem" height="1.25rem" />
          <Skeleton width="90%" />
          <Skeleton width="75%" />
        </div>
      ))}
    </>
  );
}
