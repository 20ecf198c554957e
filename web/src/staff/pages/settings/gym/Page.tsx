// Settings → Gym: what is kept about the gym itself, for administrators.
import { GymSettingsForm } from '../../../../features/gym-settings/GymSettingsForm';
import { gymSettingsTexts } from '../../../../features/gym-settings/messages';
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
import { GymSettingsPageDocument } from './GymSettingsPage.generated';

export default function GymSettingsPage() {
  const text = useText(gymSettingsTexts);
  const viewer = useViewer();
  const sentence = useErrorText();
  // Who may not read it gets the rest of the answer, and is told so.
  const { data, error, refetch } = useQuery(GymSettingsPageDocument, {
    errorPolicy: 'all',
    fetchPolicy: 'cache-and-network',
  });
  usePageTitle(text.title);
  const settings = data?.gymSettings;
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
          <SkeletonLines lines={12} />
        </Card>
      )}
      {settings && <GymSettingsForm settings={settings} onChanged={refetch} />}
    </>
  );
}
