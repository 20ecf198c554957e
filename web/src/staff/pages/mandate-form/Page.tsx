// A mandate form of a member to print: /members/<id>/mandate-form.
import { useParams } from 'react-router';
import { MandateForm } from '../../../features/payment-details/MandateForm';
import { mandateFormTexts } from '../../../features/payment-details/mandateFormTexts';
import { useErrorText } from '../../../graphql/useErrorText';
import { useQuery } from '../../../graphql/useQuery';
import { useText } from '../../../i18n/text';
import { Button } from '../../../ui/Button';
import { ButtonLink } from '../../../ui/ButtonLink';
import { Card } from '../../../ui/Card';
import { EmptyState } from '../../../ui/EmptyState';
import { ErrorState } from '../../../ui/ErrorState';
import { InlineMessage } from '../../../ui/InlineMessage';
import { SkeletonLines } from '../../../ui/Skeleton';
import { useViewer } from '../../session';
import { usePageTitle } from '../../usePageTitle';
import { MandateFormPageDocument } from './MandateFormPage.generated';
import styles from './MandateFormPage.module.css';

export default function MandateFormPage() {
  const text = useText(mandateFormTexts);
  const sentence = useErrorText();
  const viewer = useViewer();
  const { id = '' } = useParams();
  const { data, error, refetch } = useQuery(MandateFormPageDocument, {
    variables: { id },
    errorPolicy: 'all',
    fetchPolicy: 'cache-and-network',
  });
  const { member, paymentSettings: settings } = data ?? {};
  usePageTitle(member ? text.pageTitle(member.fullName) : undefined);
  if (viewer && !viewer.permissions.includes('MANAGE_SETTINGS'))
    return <EmptyState isPage icon="key" title={text.forAdmins} />;
  if (error && !settings) return <ErrorState message={sentence(error)} onRetry={() => void refetch()} />;
  if (!member || !settings)
    return (
      <Card>
        <SkeletonLines lines={12} />
      </Card>
    );
  const { creditorName, creditorId, mandateText } = settings;
  return (
    <div className={styles.page}>
      <div className={styles.actions}>
        <ButtonLink to={`/members/${member.id}?dialog=mandate`} icon="chevronLeft">
          {text.back}
        </ButtonLink>
        <Button variant="primary" icon="download" onClick={() => window.print()}>
          {text.print}
        </Button>
        {!(creditorName && creditorId) && (
          <InlineMessage tone="warning" action={<ButtonLink to="/settings/payments">{text.toSettings}</ButtonLink>}>
            {text.incomplete}
          </InlineMessage>
        )}
      </div>
      <MandateForm
        member={member}
        creditor={{ name: creditorName ?? viewer?.gym.name ?? '', id: creditorId ?? '…' }}
        mandateText={mandateText}
      />
    </div>
  );
}
