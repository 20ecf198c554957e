// Sends the marks that wait, whichever page is open, and says so on those that do not show them in their own place.
import { useApolloClient } from '@apollo/client/react';
import { useEffect } from 'react';
import { useLocation } from 'react-router';
import { startSending } from './attendanceSender';
import { AttendanceState } from './AttendanceState';
import styles from './Roster.module.css';

export function PendingAttendance({ storeKey }: { storeKey: string }) {
  const client = useApolloClient();
  const { pathname } = useLocation();
  useEffect(() => startSending(client, storeKey), [client, storeKey]);
  if (pathname.startsWith('/sessions/')) return null;
  return (
    <div className={styles.pill}>
      <AttendanceState storeKey={storeKey} />
    </div>
  );
}
