// The latest results the member logged.
import type { Action } from '../../actions/Action';
import { ActionIconButton } from '../../actions/ActionButton';
import { useText } from '../../i18n/text';
import { Card } from '../../ui/Card';
import { ErrorState } from '../../ui/ErrorState';
import { Invitation } from '../../ui/Invitation';
import { benchmarkTexts } from './messages';
import type { ResultCard_MemberFragment } from './ResultCard.generated';
import { ResultList } from './ResultList';

interface ResultCardProps {
  member: ResultCard_MemberFragment;
  all: Action;
  onRetry: () => void;
}

export default function ResultCard({ member, all, onRetry }: ResultCardProps) {
  const text = useText(benchmarkTexts);
  const results = member.benchmarkResults;
  return (
    <Card title={text.title} count={results?.totalCount || undefined} actions={<ActionIconButton action={all} />}>
      {!results && <ErrorState message={text.unavailable} onRetry={onRetry} />}
      {results?.nodes.length === 0 && <Invitation title={text.none}>{text.noneHint}</Invitation>}
      {results && <ResultList results={results.nodes} />}
    </Card>
  );
}
