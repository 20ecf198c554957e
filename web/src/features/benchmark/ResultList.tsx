import { useFormat } from '../../format/useFormat';
import type { ResultCard_ResultFragment } from './ResultCard.generated';
import styles from './Results.module.css';

/** A benchmark, the score, the day. */
export function ResultList({ results }: { results: readonly ResultCard_ResultFragment[] }) {
  const format = useFormat();
  return (
    <ul className={styles.list}>
      {results.map(({ id, benchmark, score, loggedOn }) => (
        <li key={id} className={styles.line}>
          <span>{benchmark.name}</span>
          <strong className="figures">{score}</strong>
          <time dateTime={loggedOn} className={styles.day}>
            {format.day(loggedOn)}
          </time>
        </li>
      ))}
    </ul>
  );
}
