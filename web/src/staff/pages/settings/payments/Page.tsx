// Settings → Payments: how money is collected, for administrators.
import { paymentSettingsTexts } from '../../../../features/payment-settings/messages';
import { PaymentSettingsForm } from '../../../../features/payment-settings/PaymentSettingsForm';
import { useQuery } from '../../../../graphql/useQuery';
import { useText } from '../../../../i18n/text';
import { Card } from '../../../../ui/Card';
import { later } from '../../../../ui/later';
import { SkeletonLines } from '../../../../ui/Skeleton';
import { AdminPage } from '../AdminPage';
import { PaymentSettingsPageDocument } from './PaymentSettingsPage.generated';

const VatChanges = later(() => import('../../../../features/vat-change/VatChanges'));
const StripeSettings = later(
  () => import('../../../../features/stripe/StripeSettings'),
  <Card>
    <SkeletonLines lines={6} />
  </Card>,
);

export default function PaymentSettingsPage() {
  const text = useText(paymentSettingsTexts);
  // Who may not read it gets the rest of the answer, and is told so.
  const { data, error, refetch } = useQuery(PaymentSettingsPageDocument, {
    errorPolicy: 'all',
    fetchPolicy: 'cache-and-network',
  });
  const settings = data?.paymentSettings;
  return (
    <AdminPage text={text} isRead={Boolean(settings)} error={error} onRetry={() => void refetch()} lines={8}>
      {settings?.collection === 'STRIPE' && <StripeSettings />}
      {settings && <PaymentSettingsForm settings={settings} onSaved={refetch} />}
      {settings?.collection === 'SEPA' && <StripeSettings />}
      {settings && <VatChanges usualRatePercent={settings.subscriptionVatRatePercent} />}
    </AdminPage>
  );
}
