// Settings → Payments: how money is collected, for administrators.
import { paymentSettingsTexts } from '../../../../features/payment-settings/messages';
import { PaymentSettingsForm } from '../../../../features/payment-settings/PaymentSettingsForm';
import { useErrorText } from '../../../../graphql/useErrorText';
import { useQuery } from '../../../../graphql/useQuery';
import { useText } from '../../../../i18n/text';
import { Card } from '../../../../ui/Card';
import { EmptyState } from '../../../../ui/EmptyState';
import { ErrorState } from '../../../../ui/ErrorState';
import { SkeletonLines } from '../../../../ui/Skeleton';
import { useViewer } from '../../../session';
import { usePageTitle } from '../../../usePageTitle';
import { SettingsHeader } from '../SettingsHeader';
import { PaymentSettingsPageDocument } from './PaymentSettingsPage.generated';
import { later } from '../../../../ui/later';

const VatChanges = later(() => import('../../../../features/vat-change/VatChanges'));
const StripeSettings = later(
  () => import('../../../../features/stripe/StripeSettings'),
  <Card>
    <SkeletonLines lines={6} />
  </Card>,
);

export default function PaymentSettingsPage() {
  const text = useText(paymentSettingsTexts);
  const viewer = useViewer();
  const sentence = useErrorText();
  // Who may not read it gets the rest of the answer, and is told so.
  const { data, error, refetch } = useQuery(PaymentSettingsPageDocument, {
    errorPolicy: 'all',
    fetchPolicy: 'cache-and-network',
  });
  usePageTitle(text.title);
  const settings = data?.paymentSettings;
  const isRefused = viewer && !viewer.permissions.includes('MANAGE_SETTINGS');
  return (
    <>
      <SettingsHeader title={text.title} hint={text.hint} />
      {isRefused ? <EmptyState icon="key" title={text.forAdmins} /> : null}
      {error && !settings && !isRefused ? (
        <ErrorState message={sentence(error)} onRetry={() => void refetch()} />
      ) : null}
      {!settings && !error && (
        <Card>
          <SkeletonLines lines={8} />
        </Card>
      )}
      {settings?.collection === 'STRIPE' && <StripeSettings />}
      {settings && <PaymentSettingsForm settings={settings} onSaved={refetch} />}
      {settings?.collection === 'SEPA' && <StripeSettings />}
      {settings && <VatChanges usualRatePercent={settings.subscriptionVatRatePercent} />}
    </>
  );
}
