// Brings the waiting marks to the server, in their order, until it has them: again after a while, and as soon as the
// connection is back. One at a time in this tab; two tabs at once do no harm, since every report has its id.
import type { ApolloClient } from '@apollo/client';
import { CombinedGraphQLErrors } from '@apollo/client/errors';
import { useSyncExternalStore } from 'react';
import { hasCode } from '../../graphql/errors';
import { retryDelayMs, takeAnswer, takeRejection, tryFirst, type Report } from './attendanceQueue';
import { subscribeToKept } from './attendanceKept';
import { changeMarks, currentMarks, warnOfLoss } from './attendanceStore';
import { MarkAttendanceDocument } from './Roster.generated';

/** A request that hangs in bad reception holds up the others no longer than this. */
const patienceMs = 15_000;
const refusals = ['BAD_USER_INPUT', 'NOT_FOUND', 'FORBIDDEN'];

let failures = 0;
const listeners = new Set<() => void>();

/** Whether the marks wait because the last try failed. */
export function useIsHeldUp(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => failures > 0,
  );
}

/** Returns what stops it. */
export function startSending(client: ApolloClient, key: string): () => void {
  let timer = 0;
  let isBusy = false;
  let isStopped = false;

  const send = async () => {
    clearTimeout(timer);
    if (isBusy || isStopped || currentMarks(key).reports.length === 0) return;
    isBusy = true;
    changeMarks(key, tryFirst);
    const [report] = currentMarks(key).reports;
    const isAnswered = report ? await deliver(client, key, report) : true;
    isBusy = false;
    if (isStopped) return;
    setFailures(isAnswered ? 0 : failures + 1);
    if (isAnswered) void send();
    else timer = window.setTimeout(() => void send(), retryDelayMs(failures));
  };
  // A mark that is made meanwhile does not make a failed one due earlier: only time and the connection do.
  const onChange = () => failures === 0 && void send();
  const onChance = () => document.visibilityState === 'visible' && void send();

  const stopListening = subscribeToKept(onChange);
  const stopWarning = warnOfLoss();
  addEventListener('online', onChance);
  document.addEventListener('visibilitychange', onChance);
  void send();
  return () => {
    isStopped = true;
    clearTimeout(timer);
    stopListening();
    stopWarning();
    removeEventListener('online', onChance);
    document.removeEventListener('visibilitychange', onChance);
    setFailures(0);
  };
}

async function deliver(client: ApolloClient, key: string, { id, sessionId, marks }: Report): Promise<boolean> {
  const input = {
    id,
    sessionId,
    marks: marks.map(({ registrationId, status, markedAt }) => ({ registrationId, status, markedAt })),
  };
  try {
    const { data } = await client.mutate({
      mutation: MarkAttendanceDocument,
      variables: { input },
      context: { fetchOptions: { signal: AbortSignal.timeout(patienceMs) } },
    });
    changeMarks(key, (queue) => takeAnswer(queue, id, data?.markAttendance.marks ?? []));
    return true;
  } catch (error) {
    if (!isRefused(error)) return false;
    changeMarks(key, (queue) => takeRejection(queue, id));
    return true;
  }
}

/** Said by the server about these marks. Everything else (no answer, broken down, signed out) passes: they wait. */
function isRefused(error: unknown): boolean {
  return CombinedGraphQLErrors.is(error) && refusals.some((code) => hasCode(error, code));
}

function setFailures(count: number): void {
  failures = count;
  for (const listener of listeners) listener();
}
