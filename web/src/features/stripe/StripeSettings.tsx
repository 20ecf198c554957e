// How the gym stands with Stripe: connecting, what Stripe still asks, where it tells us things, and what differs.
import { useMutation } from '@apollo/client/react';
import { useEffect, useRef, useState } from 'react';
import { useFormat } from '../../format/useFormat';
import { useErrorText } from '../../graphql/useErrorText';
import { useQuery } from '../../graphql/useQuery';
import { useText } from '../../i18n/text';
import { Badge } from '../../ui/Badge';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { ErrorState } from '../../ui/ErrorState';
import { FactRow } from '../../ui/FactRow';
import { InlineMessage } from '../../ui/InlineMessage';
import { SkeletonLines } from '../../ui/Skeleton';
import styles from './Checkout.module.css';
import { DisconnectDialog } from './DisconnectDialog';
import { stripeSettingsTexts } from './settingsTexts';
import { StripeDifferences } from './StripeDifferences';
import {
  RefreshStripeAccountDocument,
  StartStripeOnboardingDocument,
  StripeSettingsDocument,
  type StripeSettings_SettingsFragment as Settings,
} from './StripeSettings.generated';
import { WebhookSettings } from './WebhookSettings';

export default function StripeSettings() {
  const text = useText(stripeSettingsTexts);
  const sentence = useErrorText();
  const { data, error, refetch } = useQuery(StripeSettingsDocument, { fetchPolicy: 'cache-and-network' });
  const settings = data?.stripeSettings;
  return (
    <Card title={text.title} settings="stripe" actions={settings && <Mode settings={settings} />}>
      {error && !settings && <ErrorState message={sentence(error)} onRetry={() => void refetch()} />}
      {!settings && !error && <SkeletonLines lines={6} />}
      {settings && (
        <div className={styles.settings}>
          <Connection settings={settings} />
          {settings.accountId && <WebhookSettings settings={settings} />}
          {settings.accountId && <StripeDifferences settings={settings} />}
        </div>
      )}
    </Card>
  );
}

function Mode({ settings: { mode } }: { settings: Settings }) {
  const text = useText(stripeSettingsTexts);
  if (!mode) return null;
  return mode === 'LIVE' ? <Badge tone="good">{text.live}</Badge> : <Badge tone="warning">{text.test}</Badge>;
}

function Connection({ settings }: { settings: Settings }) {
  const text = useText(stripeSettingsTexts);
  const format = useFormat();
  const sentence = useErrorText();
  const [problem, setProblem] = useState<string | null>(null);
  const [isLeaving, setLeaving] = useState(false);
  const [start, starting] = useMutation(StartStripeOnboardingDocument);
  const [refresh, refreshing] = useMutation(RefreshStripeAccountDocument);
  const { state, mode, isEmulated, accountId, requirements, disabledReason, checkedAt, payoutsEnabled } = settings;
  const attempt = (work: () => Promise<unknown>) => {
    setProblem(null);
    work().catch((error: unknown) => setProblem(sentence(error)));
  };
  const open = () =>
    attempt(async () => {
      const { data } = await start();
      if (data) window.location.assign(data.startStripeOnboarding.url);
    });
  // Whoever comes back from Stripe's pages wants to know how it stands now.
  const hasAsked = useRef(false);
  useEffect(() => {
    if (state !== 'INCOMPLETE' || hasAsked.current) return;
    hasAsked.current = true;
    void refresh().catch(() => undefined);
  }, [state, refresh]);

  return (
    <>
      {problem && <InlineMessage tone="bad">{problem}</InlineMessage>}
      {mode === 'LIVE' && <InlineMessage tone="good">{text.liveHint}</InlineMessage>}
      {mode === 'TEST' && <InlineMessage tone="warning">{isEmulated ? text.emulated : text.testHint}</InlineMessage>}
      {state === 'UNAVAILABLE' && <InlineMessage>{text.unavailable}</InlineMessage>}
      {state === 'NOT_CONNECTED' && <p className={styles.hint}>{text.notConnected}</p>}
      {state === 'INCOMPLETE' && (
        <InlineMessage tone="warning">
          {text.incomplete}
          {requirements.length > 0 && ` ${text.missing}: ${requirements.join(', ')}.`}
          {disabledReason && ` (${disabledReason})`}
        </InlineMessage>
      )}
      {accountId && (
        <div className={styles.facts}>
          <FactRow term={text.account}>
            <span className={styles.address}>{accountId}</span>
            {state === 'CONNECTED' && <div>{text.connected}</div>}
          </FactRow>
          <FactRow term={text.payouts}>{payoutsEnabled ? text.yes : text.no}</FactRow>
          {checkedAt && <FactRow term={text.checked}>{format.dateTime(checkedAt)}</FactRow>}
        </div>
      )}
      {state !== 'UNAVAILABLE' && (
        <div className={styles.buttons}>
          {state !== 'CONNECTED' && (
            <Button variant="primary" iconAfter="external" loading={starting.loading} onClick={open}>
              {state === 'NOT_CONNECTED' ? text.connect : text.goOn}
            </Button>
          )}
          {accountId && (
            <Button loading={refreshing.loading} onClick={() => attempt(() => refresh())}>
              {text.check}
            </Button>
          )}
          {accountId && <Button onClick={() => setLeaving(true)}>{text.disconnect}</Button>}
        </div>
      )}
      {isLeaving && <DisconnectDialog onClose={() => setLeaving(false)} />}
    </>
  );
}
