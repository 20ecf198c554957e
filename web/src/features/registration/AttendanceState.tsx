// What has not reached the server: how many marks wait for a connection, and which did not come through and why.
import { Link } from 'react-router';
import { useText } from '../../i18n/text';
import { Button } from '../../ui/Button';
import { InlineMessage } from '../../ui/InlineMessage';
import { countWaiting, forgetRefused } from './attendanceQueue';
import { changeMarks, useMarks } from './attendanceStore';
import { attendanceTexts } from './attendanceTexts';
import { useIsHeldUp } from './attendanceSender';
import styles from './Roster.module.css';

interface AttendanceStateProps {
  storeKey: string;
  /** Absent: of all sessions, each with its link. */
  sessionId?: string;
}

export function AttendanceState({ storeKey, sessionId }: AttendanceStateProps) {
  const text = useText(attendanceTexts);
  const queue = useMarks(storeKey);
  const isHeldUp = useIsHeldUp();
  const waiting = countWaiting(queue, sessionId);
  const refused = queue.refused.filter((mark) => !sessionId || mark.sessionId === sessionId);
  const dismiss = () => changeMarks(storeKey, (now) => forgetRefused(now, (mark) => refused.includes(mark)));
  const sessions = sessionId ? [] : [...new Set([...queue.reports, ...refused].map((one) => one.sessionId))];
  return (
    <div className={styles.state} role="status" aria-label={text.region}>
      {waiting > 0 && isHeldUp && (
        <InlineMessage tone="warning" action={<Links sessions={sessions} />}>
          {text.waiting(waiting)}
        </InlineMessage>
      )}
      {refused.length > 0 && (
        <InlineMessage tone="warning" action={<Button onClick={dismiss}>{text.dismiss}</Button>}>
          <strong>{text.refused(refused.length)}</strong>
          <ul className={styles.reasons}>
            {refused.map((mark) => (
              <li key={mark.registrationId}>
                {mark.memberName}, {text.statuses[mark.status]}: {text.refusals[mark.refusal]}
              </li>
            ))}
          </ul>
        </InlineMessage>
      )}
    </div>
  );
}

function Links({ sessions }: { sessions: readonly string[] }) {
  const text = useText(attendanceTexts);
  return sessions.slice(0, 1).map((id) => (
    <Link key={id} to={`/sessions/${id}`}>
      {text.toSession}
    </Link>
  ));
}
