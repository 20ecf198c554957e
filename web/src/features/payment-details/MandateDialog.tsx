// The mandate of a member: a form while there is none in force; else what was signed, moving it and revoking it.
import { useState } from 'react';
import { useErrorText } from '../../graphql/useErrorText';
import { useQuery } from '../../graphql/useQuery';
import { useText } from '../../i18n/text';
import { Dialog } from '../../ui/Dialog';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorState } from '../../ui/ErrorState';
import { SkeletonLines } from '../../ui/Skeleton';
import { AmendMandate } from './AmendMandate';
import { MandateFacts, type Step } from './MandateFacts';
import { mandateTexts } from './mandateTexts';
import { MandateDialogDocument } from './Mandate.generated';
import { RevokeMandate } from './RevokeMandate';
import { SignMandate } from './SignMandate';

interface MandateDialogProps {
  member: { id: string; fullName: string; permissions: readonly string[] };
  onClose: () => void;
}

export default function MandateDialog({ member, onClose }: MandateDialogProps) {
  const text = useText(mandateTexts);
  const sentence = useErrorText();
  const { data, error, refetch } = useQuery(MandateDialogDocument, {
    variables: { id: member.id },
    fetchPolicy: 'network-only',
  });
  const [step, setStep] = useState<Step>('facts');
  const details = data?.member?.paymentDetails;
  if (!details)
    return (
      <Dialog open title={text.signTitle(member.fullName)} onClose={onClose}>
        {error ? (
          <ErrorState message={`${text.failed} ${sentence(error)}`} onRetry={() => void refetch()} />
        ) : (
          <SkeletonLines lines={6} />
        )}
      </Dialog>
    );
  const { mandate } = details;
  const mayChange = member.permissions.includes('CHANGE_PAYMENT_DETAILS');
  // One that the bank refuses is in force still: it can be moved as well as replaced.
  const isInForce = mandate?.status === 'ACTIVE' || mandate?.status === 'BLOCKED';
  if (mayChange && (!isInForce || step === 'sign'))
    return <SignMandate member={member} earlier={mandate} onClose={onClose} />;
  if (!mandate)
    return (
      <Dialog open title={text.signTitle(member.fullName)} onClose={onClose}>
        <EmptyState icon="card" title={text.forAdmins} />
      </Dialog>
    );
  const within = { mandate, onBack: () => setStep('facts'), onClose };
  if (step === 'amend') return <AmendMandate {...within} />;
  if (step === 'revoke') return <RevokeMandate {...within} />;
  return <MandateFacts member={member} mandate={mandate} onStep={mayChange ? setStep : null} onClose={onClose} />;
}
