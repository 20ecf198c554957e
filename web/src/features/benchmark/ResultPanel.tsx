// All results of a member, narrowed by the benchmark's name.
import { useDeferredValue, useState } from 'react';
import { useErrorText } from '../../graphql/useErrorText';
import { useQuery } from '../../graphql/useQuery';
import { useText } from '../../i18n/text';
import { SidePanel } from '../../ui/Dialog';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorState } from '../../ui/ErrorState';
import { MoreButton } from '../../ui/MoreButton';
import { SkeletonLines } from '../../ui/Skeleton';
import { TextField } from '../../ui/TextField';
import { benchmarkTexts } from './messages';
import { ResultsDocument } from './ResultCard.generated';
import { ResultList } from './ResultList';
import styles from './Results.module.css';

export default function ResultPanel({ memberId, onClose }: { memberId: string; onClose: () => void }) {
  const text = useText(benchmarkTexts);
  const sentence = useErrorText();
  const [typed, setTyped] = useState('');
  const wanted = typed.trim();
  const asked = useDeferredValue(wanted);
  const query = asked || null;
  const { data, previousData, error, refetch, fetchMore } = useQuery(ResultsDocument, {
    variables: { id: memberId, query },
  });
  const results = (data ?? previousData)?.member?.benchmarkResults;
  return (
    <SidePanel open title={text.all} isBusy={asked !== wanted || (!data && !error)} onClose={onClose}>
      <TextField
        className={styles.search}
        // Not type="search": there the browser keeps the first Escape for emptying the field.
        inputMode="search"
        icon="search"
        label={text.search}
        placeholder={text.search}
        hideLabel
        value={typed}
        onChange={setTyped}
        maxLength={100}
        autoFocus
      />
      {error && !results && <ErrorState message={sentence(error)} onRetry={() => void refetch()} />}
      {!results && !error && <SkeletonLines lines={8} />}
      {results?.totalCount === 0 && (
        <EmptyState icon="trophy" title={query ? text.noneFound(query) : text.none}>
          {query ? null : text.noneHint}
        </EmptyState>
      )}
      {results && <ResultList results={results.nodes} />}
      {results && (
        <MoreButton
          shown={results.nodes.length}
          connection={results}
          onMore={(after) => fetchMore({ variables: { after } })}
        />
      )}
    </SidePanel>
  );
}
