// Finds what undoing takes back of a subscription: its cancellation, or else the change that made it. What may still be
// undone is also said by the field isUndoable (undoable.sql.ts).
import type { EntityManager } from '@mikro-orm/postgresql';
import { naturalEnd } from './billing-period.ts';
import { SubscriptionRefusal } from './subscription-change.type.ts';
import type { Facts } from './subscription-facts.ts';
import { isMadeToday } from './undoable-sql.ts';

export interface Undoable {
  /** The record of the change; null for one from before they were kept. */
  changeId: string | null;
  isCancellation: boolean;
  /** Which contract gets its former last day back; null when one was added. */
  contract: string | null;
  formerEndsOn: string | null;
  /** The contract that never was. */
  takenBack: string | null;
  /** Lines that are taken back with it. */
  lineIds: string[];
}

interface Found {
  id: string;
  startsOn: string;
  endsOn: string | null;
  isVoided: boolean;
  isCancelled: boolean;
  replacesId: string | null;
  isReplaced: boolean;
  makingId: string | null;
  makingFormerEndsOn: string | null;
  isMadeToday: boolean;
  cancellingId: string | null;
  cancellingFormerEndsOn: string | null;
}

export async function findUndoable(
  em: EntityManager,
  subscriptionId: string,
  facts: Facts,
): Promise<Undoable | SubscriptionRefusal> {
  const found = await find(em, subscriptionId, facts.today);
  const { NOTHING_TO_UNDO, TOO_LATE_TO_UNDO } = SubscriptionRefusal;
  if (found.isVoided || found.isReplaced) return NOTHING_TO_UNDO;
  const hasEnded = found.endsOn !== null && found.endsOn < facts.today;
  if (hasEnded) return TOO_LATE_TO_UNDO;
  if (found.isCancelled) return withOpenLines(em, await cancellationOf(em, facts, found));
  if (found.startsOn <= facts.today && !found.isMadeToday) return found.makingId ? TOO_LATE_TO_UNDO : NOTHING_TO_UNDO;
  return withOpenLines(em, await makingOf(em, facts, found));
}

/** Nobody has been asked for money for what is undone. */
async function withOpenLines(
  em: EntityManager,
  { lines, ...undoable }: Omit<Undoable, 'lineIds'> & { lines: { id: string; status: string }[] },
): Promise<Undoable | SubscriptionRefusal> {
  const isMoved = lines.some(({ status }) => status !== 'OPEN' && status !== 'CANCELLED');
  return isMoved ? SubscriptionRefusal.TOO_LATE_TO_UNDO : { ...undoable, lineIds: lines.map(({ id }) => id) };
}

async function cancellationOf(em: EntityManager, facts: Facts, found: Found) {
  const { cancellingId } = found;
  return {
    changeId: cancellingId,
    isCancellation: true,
    contract: found.id,
    formerEndsOn: cancellingId ? found.cancellingFormerEndsOn : await endByItself(em, facts, found.id),
    takenBack: null,
    lines: await lockLines(em, cancellingId, null),
  };
}

async function makingOf(em: EntityManager, facts: Facts, found: Found) {
  const { makingId, replacesId } = found;
  return {
    changeId: makingId,
    isCancellation: false,
    contract: replacesId,
    formerEndsOn: makingId ? found.makingFormerEndsOn : replacesId && (await endByItself(em, facts, replacesId)),
    takenBack: found.id,
    lines: await lockLines(em, makingId, found.id),
  };
}

async function find(em: EntityManager, id: string, today: string): Promise<Found> {
  const [found] = await em.execute<Found[]>(
    `select s.id, s.starts_on::text as "startsOn", s.ends_on::text as "endsOn", s.voided_at is not null as "isVoided",
       s.cancelled_at is not null as "isCancelled", s.replaces_subscription_id as "replacesId",
       exists (select from subscription r where r.gym_id = s.gym_id and r.replaces_subscription_id = s.id and r.voided_at is null) as "isReplaced",
       made.id as "makingId", made.former_ends_on::text as "makingFormerEndsOn",
       coalesce(${isMadeToday('made', 'g', 'd.today')}, false) as "isMadeToday",
       ended.id as "cancellingId", ended.former_ends_on::text as "cancellingFormerEndsOn"
     from subscription s join gym g on g.id = s.gym_id
     cross join (select ?::date as today) d
     left join subscription_change made on made.gym_id = s.gym_id and made.new_subscription_id = s.id and made.undone_at is null
     left join subscription_change ended on ended.gym_id = s.gym_id and ended.subscription_id = s.id and ended.kind = 'CANCEL' and ended.undone_at is null
     where s.id = ?`,
    [today, id],
  );
  if (!found) throw new Error('The subscription is gone.');
  return found;
}

/** Lines of the change, of the contract that it made, and what takes those back: locked, so that none goes to the bank now. */
function lockLines(
  em: EntityManager,
  changeId: string | null,
  subscriptionId: string | null,
): Promise<{ id: string; status: string }[]> {
  return em.execute<{ id: string; status: string }[]>(
    `with asked as (select ?::uuid as change_id, ?::uuid as subscription_id),
       own as (select p.gym_id, p.id from asked join purchase p on p.subscription_id = asked.subscription_id
         or p.id = any (select unnest(c.purchase_ids) from subscription_change c where c.id = asked.change_id))
     select p.id, p.status from purchase p
      where exists (select from own where own.gym_id = p.gym_id and own.id in (p.id, p.corrects_purchase_id))
      order by p.id for no key update`,
    [changeId, subscriptionId],
  );
}

/** For a contract that was changed before changes were recorded: a year or a validity ends by itself, a month runs on. */
async function endByItself(em: EntityManager, { offers }: Facts, id: string): Promise<string | null> {
  const [contract] = await em.execute<{ billing: 'MONTHLY' | 'YEARLY' | 'ONCE'; startsOn: string; typeId: string }[]>(
    `select billing, starts_on::text as "startsOn", subscription_type_id as "typeId" from subscription where id = ?`,
    [id],
  );
  const offer = offers.find((it) => it.id === contract?.typeId);
  return contract ? naturalEnd(contract.billing, contract.startsOn, offer?.validityDays ?? null) : null;
}
