// The member overview: everything about one member, read with one query, drawn as skeletons first, kept up to date live.
import { useParams } from 'react-router';
import { findAction, runAction } from '../../../actions/registry';
import { useErrorText } from '../../../graphql/useErrorText';
import { useKept } from '../../../graphql/useKept';
import { useQuery } from '../../../graphql/useQuery';
import { useText } from '../../../i18n/text';
import { Button } from '../../../ui/Button';
import { EmptyState } from '../../../ui/EmptyState';
import { ErrorState } from '../../../ui/ErrorState';
import { useIsHere } from '../../../ui/later';
import { usePageTitle } from '../../usePageTitle';
import { failedBranches } from './failedBranches';
import { MemberOverviewDocument } from './MemberOverview.generated';
import { overviewTexts } from './messages';
import { Overview, tiles } from './Overview';
import { OverviewSkeleton } from './OverviewSkeleton';
import { useLiveMember } from './useLiveMember';

export default function MemberOverviewPage() {
  const { id = '' } = useParams();
  const sentence = useErrorText();
  const {
    data: answered,
    error,
    refetch,
  } = useQuery(MemberOverviewDocument, {
    variables: { id },
    // One tile that failed leaves the others as they are.
    errorPolicy: 'all',
    fetchPolicy: 'cache-and-network',
  });
  const data = useKept(answered, id);
  const member = data?.member;
  const areTilesHere = useIsHere(tiles);
  usePageTitle(member?.fullName);
  useLiveMember(id, Boolean(member), refetch);
  if (member && areTilesHere)
    return (
      <Overview
        key={id}
        member={member}
        isStripeTest={data.stripeMode === 'TEST'}
        failed={failedBranches(error)}
        onRetry={() => void refetch()}
      />
    );
  if (error && !member) return <ErrorState message={sentence(error)} onRetry={() => void refetch()} />;
  return data && !member ? <NoSuchMember /> : <OverviewSkeleton />;
}

function NoSuchMember() {
  const text = useText(overviewTexts);
  const search = () => {
    const action = findAction('search');
    if (action) runAction(action);
  };
  return (
    <EmptyState
      isPage
      icon="person"
      title={text.notFoundTitle}
      action={
        <Button variant="primary" icon="search" onClick={search}>
          {text.search}
        </Button>
      }
    >
      {text.notFound}
    </EmptyState>
  );
}
