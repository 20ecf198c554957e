// Subscriptions, purchases, payments and mandates. No account numbers: a mandate is named by its reference.
import { actor, money } from './timeline-source.ts';
import type { TimelineSource } from './timeline-source.ts';
import { TimelineKind } from './timeline.type.ts';

const typeName = (subscriptionId: string): string => `(select t.name from subscription s
  join subscription_type t on t.gym_id = s.gym_id and t.id = s.subscription_type_id
 where s.gym_id = x.gym_id and s.id = ${subscriptionId})`;

export const moneySources: TimelineSource[] = [
  {
    name: 'subscription-change',
    kind: TimelineKind.SUBSCRIPTION,
    table: 'subscription_change x',
    at: 'x.created_at',
    entry: `'event', case x.kind when 'ADD' then 'SUBSCRIPTION_ADDED' when 'CHANGE' then 'SUBSCRIPTION_CHANGED'
        else 'SUBSCRIPTION_CANCELLED' end,
      'subjectId', coalesce(x.new_subscription_id, x.subscription_id), 'day', x.effective_on,
      'title', ${typeName('coalesce(x.new_subscription_id, x.subscription_id)')},
      'isTakenBack', x.undone_at is not null, ${actor('x.created_by')}`,
  },
  {
    // Those that were there before changes were kept.
    name: 'subscription',
    kind: TimelineKind.SUBSCRIPTION,
    table: 'subscription x',
    at: 'x.created_at',
    where: () => `x.voided_at is null and not exists (select from subscription_change c
      where c.gym_id = x.gym_id and c.new_subscription_id = x.id)`,
    entry: `'event', 'SUBSCRIPTION_ADDED', 'subjectId', x.id, 'day', x.starts_on, 'title', ${typeName('x.id')}`,
  },
  {
    name: 'purchase',
    kind: TimelineKind.PURCHASE,
    table: 'purchase x',
    at: 'x.purchased_at',
    entry: `'event', case when x.corrects_purchase_id is null then 'PURCHASED' else 'CORRECTED' end, 'subjectId', x.id,
      'title', case when x.quantity > 1 then x.quantity || ' × ' || x.description else x.description end,
      'detail', x.correction_reason, ${money('x.total_cents')}, 'isTakenBack', x.status = 'CANCELLED', ${actor('x.created_by')}`,
  },
  {
    name: 'payment',
    kind: TimelineKind.PAYMENT,
    table: 'payment x',
    at: 'x.happened_at',
    entry: `'event', case x.kind when 'PAYMENT' then 'PAID' when 'REFUND' then 'REFUNDED' else 'RETURNED' end,
      'subjectId', x.purchase_id, ${money('x.amount_cents')}, ${actor('x.created_by')},
      'title', (select p.description from purchase p where p.gym_id = x.gym_id and p.id = x.purchase_id),
      'reason', (select p.status_reason from purchase p where p.gym_id = x.gym_id and p.id = x.purchase_id
        and p.status = 'RETURNED' and x.kind in ('RETURN', 'DISPUTE'))`,
  },
  {
    name: 'mandate',
    kind: TimelineKind.MANDATE,
    table: 'mandate x',
    at: 'x.recorded_at',
    entry: `'event', 'MANDATE_SIGNED', 'subjectId', x.id, 'title', x.reference, 'day', x.signed_on, ${actor('x.recorded_by')}`,
  },
  {
    name: 'mandate-revoked',
    kind: TimelineKind.MANDATE,
    table: 'mandate x',
    at: 'x.revoked_at',
    where: () => 'x.revoked_at is not null',
    entry: `'event', 'MANDATE_REVOKED', 'subjectId', x.id, 'title', x.reference, 'detail', x.revoked_reason, ${actor('x.revoked_by')}`,
  },
];
