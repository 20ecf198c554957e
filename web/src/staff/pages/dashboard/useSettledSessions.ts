// The day's sessions with who was on them when somebody began to look: who registers meanwhile waits, who is gone stays.
import type { DashboardQuery } from './Dashboard.generated';
import { useSettled } from './useSettled';

export type ShownSession = DashboardQuery['sessions'][number];
type Registration = NonNullable<ShownSession['registrations']>[number];

interface Place {
  id: string;
  sessionId: string;
  /** Null: the session itself. */
  registration: Registration | null;
}

export function useSettledSessions(sessions: readonly ShownSession[], day: string) {
  const { rows, newCount, showNew } = useSettled(sessions.flatMap(placesOf), day);
  const isShown = new Set(rows.filter(({ row }) => !row.registration).map(({ row }) => row.sessionId));
  const shown = sessions
    .filter(({ id }) => isShown.has(id))
    .map((session): ShownSession => {
      if (!session.registrations) return session;
      const registrations = rows.flatMap(({ row, isGone }) => {
        if (row.sessionId !== session.id || !row.registration) return [];
        return [isGone ? { ...row.registration, status: 'CANCELLED' as const } : row.registration];
      });
      return { ...session, registrations };
    });
  return { sessions: shown, newCount, showNew };
}

const placesOf = (session: ShownSession): Place[] => [
  { id: session.id, sessionId: session.id, registration: null },
  ...(session.registrations ?? []).map((registration) => ({
    id: registration.id,
    sessionId: session.id,
    registration,
  })),
];
