// Takes what Stripe tells a gym: the signature first, then whose it is, then stored once and for ever. Nothing is done here:
// the answer must be fast, and the work may be repeated.
import { readSignedEvent } from '../../adapters/stripe/webhooks.ts';
import type { Secrets } from '../../adapters/secrets/secrets.ts';
import type { GymStripe } from './gym-stripe.ts';
import { webhookSecretContext } from './save-webhook-secret.ts';

export type Reception = 'STORED' | 'KNOWN' | 'UNSIGNED' | 'FOREIGN';

interface Listening {
  id: string;
  accountId: string;
  mode: 'TEST' | 'LIVE';
  sealed: string | null;
}

export async function receiveEvent(
  { gymId, db, clock }: GymStripe,
  secrets: Secrets,
  message: { body: Buffer; signature: string | undefined },
): Promise<Reception> {
  const [account] = await db.rows<Listening>(
    `select id, account_id as "accountId", mode, webhook_secret_sealed as sealed from stripe_account
      where disconnected_at is null and account_id is not null`,
    [],
    { name: 'listening_account' },
  );
  if (!account?.sealed) return 'UNSIGNED';
  const secret = secrets.open(Buffer.from(account.sealed, 'base64'), webhookSecretContext(gymId, account.id));
  const receivedAt = clock.now();
  const event = readSignedEvent({ ...message, secrets: [secret], receivedAt });
  if (!event) return 'UNSIGNED';
  // An endpoint of the platform says which account it is about; one of the account itself says nothing.
  if (event.account && event.account !== account.accountId) return 'FOREIGN';
  if (event.livemode !== (account.mode === 'LIVE')) return 'FOREIGN';
  const object = event.data.object as { id?: unknown };
  const inserted = await db.write((em) =>
    em.execute<object[]>(
      `insert into stripe_event (gym_id, event_id, type, object_id, payload, happened_at, received_at, next_attempt_at)
       values (?, ?, ?, ?, ?::jsonb, ?, ?, ?) on conflict do nothing returning 1`,
      [
        gymId,
        event.id,
        event.type,
        typeof object.id === 'string' ? object.id : null,
        JSON.stringify(event),
        new Date(event.created * 1000),
        receivedAt,
        receivedAt,
      ],
    ),
  );
  return inserted.length > 0 ? 'STORED' : 'KNOWN';
}
