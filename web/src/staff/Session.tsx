// Lets the staff in: reads the viewer that the page's query brought, sends everybody else to the sign-in and back afterwards.
import { useEffect, type ReactNode } from 'react';
import { Navigate, useLocation } from 'react-router';
import { TimeZoneContext } from '../format/useFormat';
import { useLocale } from '../i18n/locale';
import { WrongDoor } from './pages/WrongDoor';
import { SessionDocument } from './Session.generated';
import { ViewerContext } from './session';
import { useQuery } from '../graphql/useQuery';

export function Session({ children }: { children: ReactNode }) {
  const { data } = useQuery(SessionDocument, { fetchPolicy: 'cache-only' });
  const location = useLocation();
  const { suggestLocale } = useLocale();
  const viewer = data?.viewer;

  useEffect(() => {
    if (viewer) suggestLocale(viewer.locale === 'NL' ? 'nl' : 'en');
  }, [viewer, suggestLocale]);

  if (viewer === null) {
    return <Navigate replace to={`/sign-in?returnTo=${encodeURIComponent(location.pathname + location.search)}`} />;
  }
  if (viewer?.kind === 'MEMBER') return <WrongDoor />;
  return (
    <ViewerContext value={viewer ?? null}>
      <TimeZoneContext value={viewer?.gym.timeZone ?? 'UTC'}>{children}</TimeZoneContext>
    </ViewerContext>
  );
}
