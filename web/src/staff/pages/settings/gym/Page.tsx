// Settings → Gym: what is kept about the gym itself, for administrators.
import { GymSettingsForm } from '../../../../features/gym-settings/GymSettingsForm';
import { gymSettingsTexts } from '../../../../features/gym-settings/messages';
import { useQuery } from '../../../../graphql/useQuery';
import { useText } from '../../../../i18n/text';
import { AdminPage } from '../AdminPage';
import { GymSettingsPageDocument } from './GymSettingsPage.generated';

export default function GymSettingsPage() {
  const text = useText(gymSettingsTexts);
  // Who may not read it gets the rest of the answer, and is told so.
  const { data, error, refetch } = useQuery(GymSettingsPageDocument, {
    errorPolicy: 'all',
    fetchPolicy: 'cache-and-network',
  });
  const settings = data?.gymSettings;
  return (
    <AdminPage text={text} isRead={Boolean(settings)} error={error} onRetry={() => void refetch()} lines={12}>
      {settings && <GymSettingsForm settings={settings} onChanged={refetch} />}
    </AdminPage>
  );
}
