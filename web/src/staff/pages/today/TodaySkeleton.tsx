// The shape of a day with three sessions.
import { Skeleton } from '../../../ui/Skeleton';
import styles from './Today.module.css';

export function TodaySkeleton() {
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
