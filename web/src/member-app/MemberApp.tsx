// Shows the sign-in to those who are not in, and their page to those who are.
import { useEffect } from 'react';
import { TimeZoneContext } from '../format/useFormat';
import { useErrorText } from '../graphql/useErrorText';
import { useQuery } from '../graphql/useQuery';
import { useLocale } from '../i18n/locale';
import { useText } from '../i18n/text';
import { ErrorState } from '../ui/ErrorState';
import { SkeletonLines } from '../ui/Skeleton';
import { MemberHomeDocument } from './Home.generated';
import { memberAppTexts } from './messages';
import styles from './MemberApp.module.css';
import { later } from '../ui/later';

const Door = later(() => import('./Door'), <Waiting />);
const Home = later(() => import('./Home'), <Waiting />);

export function MemberApp() {
  const sentence = useErrorText();
  const { suggestLocale } = useLocale();
  const { data, error, refetch } = useQuery(MemberHomeDocument);
  const viewer = data?.viewer;
  useEffect(() => {
    if (viewer) suggestLocale(viewer.locale === 'NL' ? 'nl' : 'en');
  }, [viewer, suggestLocale]);

  if (error) return <ErrorState message={sentence(error)} onRetry={() => void refetch()} />;
  if (viewer === undefined) return <Waiting />;
  return (
    <TimeZoneContext value={viewer?.gym.timeZone ?? 'UTC'}>
      {viewer ? <Home viewer={viewer} /> : <Door />}
    </TimeZoneContext>
  );
}

function Waiting() {
  const text = useText(memberAppTexts);
  return (
    <main className={styles.page} aria-busy="true" aria-label={text.loading}>
      <SkeletonLines lines={4} />
    </main>
  );
}
