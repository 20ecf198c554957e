// A page of the settings that only administrators read: who is none is told so; and every state before it is read.
import type { ReactNode } from 'react';
import { useErrorText } from '../../../graphql/useErrorText';
import { Card } from '../../../ui/Card';
import { EmptyState } from '../../../ui/EmptyState';
import { ErrorState } from '../../../ui/ErrorState';
import { SkeletonLines } from '../../../ui/Skeleton';
import { useViewer } from '../../session';
import { usePageTitle } from '../../usePageTitle';
import { SettingsHeader } from './SettingsHeader';

interface AdminPageProps {
  text: { title: string; hint: string; forAdmins: string };
  isRead: boolean;
  /** Also of who may not read it. */
  error: unknown;
  onRetry: () => void;
  /** About as many as it will have. */
  lines: number;
  children: ReactNode;
}

export function AdminPage({ text, isRead, error, onRetry, lines, children }: AdminPageProps) {
  const viewer = useViewer();
  const sentence = useErrorText();
  usePageTitle(text.title);
  const isRefused = viewer && !viewer.permissions.includes('MANAGE_SETTINGS');
  return (
    <>
      <SettingsHeader title={text.title} hint={text.hint} />
      {isRefused ? <EmptyState icon="key" title={text.forAdmins} /> : null}
      {error && !isRead && !isRefused ? <ErrorState message={sentence(error)} onRetry={onRetry} /> : null}
      {!isRead && !error && (
        <Card>
          <SkeletonLines lines={lines} />
        </Card>
      )}
      {children}
    </>
  );
}
