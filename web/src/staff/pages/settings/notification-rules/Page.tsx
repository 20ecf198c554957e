// Settings → Notification rules: what looks after members by night, run now, and a fresh start.
import { useApolloClient } from '@apollo/client/react';
import { useState } from 'react';
import { ActionButton } from '../../../../actions/ActionButton';
import { useActions } from '../../../../actions/useActions';
import { DeleteOpenCard } from '../../../../features/notification/DeleteOpenCard';
import { notificationRuleTexts } from '../../../../features/notification-rule/messages';
import {
  RefreshNotificationsDocument,
  type NotificationRules_RuleFragment,
} from '../../../../features/notification-rule/NotificationRules.generated';
import { RuleList } from '../../../../features/notification-rule/RuleList';
import { useFormat } from '../../../../format/useFormat';
import { hasCode } from '../../../../graphql/errors';
import { useErrorText } from '../../../../graphql/useErrorText';
import { useQuery } from '../../../../graphql/useQuery';
import { useText } from '../../../../i18n/text';
import { Card } from '../../../../ui/Card';
import { ErrorState } from '../../../../ui/ErrorState';
import { InlineMessage } from '../../../../ui/InlineMessage';
import { keptTexts } from '../../../../ui/keptTexts';
import { SkeletonLines } from '../../../../ui/Skeleton';
import { showToast } from '../../../../ui/toasts';
import { useViewer } from '../../../session';
import { usePageTitle } from '../../../usePageTitle';
import { SettingsHeader } from '../SettingsHeader';
import { NotificationRulesPageDocument } from './NotificationRulesPage.generated';
import { later } from '../../../../ui/later';

const RuleDialog = later(() => import('../../../../features/notification-rule/RuleDialog'));

export default function NotificationRulesPage() {
  const text = useText(notificationRuleTexts);
  const kept = useText(keptTexts);
  const sentence = useErrorText();
  const viewer = useViewer();
  const { data, error, refetch } = useQuery(NotificationRulesPageDocument, { fetchPolicy: 'cache-and-network' });
  const [changed, setChanged] = useState<NotificationRules_RuleFragment['rule'] | null>(null);
  const refresh = useRefresh(() => void refetch());
  usePageTitle(text.title);
  const [refreshAction] = useActions(
    [
      {
        id: 'notification-rule.refresh',
        label: text.refresh,
        group: text.group,
        icon: 'refresh',
        permission: 'WRITE_MEMBERS',
        run: () => void refresh(),
      },
    ],
    viewer?.permissions,
  );
  const rules = data?.notificationRules;
  const isAdmin = viewer?.permissions.includes('MANAGE_SETTINGS') ?? false;
  const rule = rules?.find((one) => one.rule === changed);
  return (
    <>
      <SettingsHeader title={text.title} hint={text.hint} action={<ActionButton action={refreshAction} />} />
      {rules && viewer && !isAdmin && <InlineMessage>{kept.readOnly}</InlineMessage>}
      {error && !rules && <ErrorState message={sentence(error)} onRetry={() => void refetch()} />}
      {!rules && !error && (
        <Card>
          <SkeletonLines lines={8} />
        </Card>
      )}
      {rules && <LastRun at={rules[0]?.ranAt ?? null} />}
      {rules && (
        <RuleList
          rules={rules}
          disabledReason={isAdmin ? null : kept.readOnly}
          onChange={({ rule: name }) => setChanged(name)}
        />
      )}
      {rules && isAdmin && <DeleteOpenCard onDeleted={() => void refetch()} />}
      {rule && <RuleDialog rule={rule} onClose={() => setChanged(null)} />}
    </>
  );
}

function LastRun({ at }: { at: string | null }) {
  const text = useText(notificationRuleTexts);
  const format = useFormat();
  return <p>{at ? text.ranAt(format.dateTime(at)) : text.neverRan}</p>;
}

function useRefresh(onDone: () => void) {
  const text = useText(notificationRuleTexts);
  const sentence = useErrorText();
  const client = useApolloClient();
  return async () => {
    try {
      const { data } = await client.mutate({
        mutation: RefreshNotificationsDocument,
        refetchQueries: ['OpenNotificationCounts'],
      });
      const run = data?.refreshNotifications;
      if (run) showToast({ kind: 'success', text: text.refreshed(run.madeCount, run.closedCount) });
      onDone();
    } catch (error) {
      showToast({ kind: 'error', text: hasCode(error, 'TOO_MANY_ATTEMPTS') ? text.tooSoon : sentence(error) });
    }
  };
}
