// Changes, cancels or adds a member's subscription: what it does and costs is shown before it is done, by the same
// computation. What the server answers instead of doing it is said with the next step; nothing typed is lost.
import { useErrorText } from '../../graphql/useErrorText';
import { useQuery } from '../../graphql/useQuery';
import { useText } from '../../i18n/text';
import { SidePanel } from '../../ui/Dialog';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorState } from '../../ui/ErrorState';
import { SkeletonLines } from '../../ui/Skeleton';
import { sheetTexts } from './sheetTexts';
import { SubscriptionForm } from './SubscriptionForm';
import { SubscriptionSheetDocument } from './SubscriptionSheet.generated';

interface SubscriptionSheetProps {
  memberId: string;
  /** Opens another dialog of the overview in place of this one. */
  onDialog: (name: string) => void;
  onClose: () => void;
}

export default function SubscriptionSheet({ memberId, onDialog, onClose }: SubscriptionSheetProps) {
  const text = useText(sheetTexts);
  const sentence = useErrorText();
  const { data, error, refetch } = useQuery(SubscriptionSheetDocument, {
    variables: { memberId },
    // About money, nothing of before is shown first.
    fetchPolicy: 'network-only',
  });
  const member = data?.member;
  const isAllowed = member?.permissions.includes('CHANGE_SUBSCRIPTION');
  if (data && member && isAllowed)
    return <SubscriptionForm data={{ ...data, member }} onDialog={onDialog} onRead={refetch} onClose={onClose} />;
  return (
    <SidePanel open title={text.title} onClose={onClose}>
      {error && !data && <ErrorState message={sentence(error)} onRetry={() => void refetch()} />}
      {!data && !error && <SkeletonLines lines={10} />}
      {member && !isAllowed && (
        <EmptyState icon="card" title={text.adminsOnly}>
          {text.adminsOnlyHint}
        </EmptyState>
      )}
    </SidePanel>
  );
}
