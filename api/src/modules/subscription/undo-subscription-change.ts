// Takes a change back: until it takes effect, or on the day it was made as long as nobody was asked for money. The member
// is then as before, and both together cost nothing.
import type { EntityManager } from '@mikro-orm/postgresql';
import { idFor } from '../../database/insert-once.ts';
import { isUuid } from '../../database/uuid.ts';
import { signedIn } from '../../graphql/context.ts';
import type { Context } from '../../graphql/context.ts';
import { NotFoundError } from '../../graphql/errors.ts';
import { MemberPermission, assertMay } from '../member/member.policy.ts';
import { cancelLines } from '../purchase/cancel-lines.ts';
import { writeLines } from './apply-plan.ts';
import type { Occasion } from './apply-plan.ts';
import { findUndoable } from './find-undoable.ts';
import type { Undoable } from './find-undoable.ts';
import { getChangedSubscription } from './get-changed-subscription.ts';
import { supplementOf } from './plan-undo.ts';
import { refused } from './preview-subscription-change.ts';
import { isHeldBesides } from './refuse-wish.ts';
import type { UndoSubscriptionChangeInput } from './subscription-change.inputs.ts';
import { SubscriptionRefusal } from './subscription-change.type.ts';
import type { SubscriptionChangeRefused, SubscriptionChanged } from './subscription-change.type.ts';
import { lockFacts } from './subscription-facts.ts';
import type { Facts } from './subscription-facts.ts';
import type { Terms } from './subscription-situation.ts';

export async function undoSubscriptionChange(
  context: Context,
  { id, subscriptionId, changeId }: UndoSubscriptionChangeInput,
): Promise<SubscriptionChanged | SubscriptionChangeRefused> {
  const viewer = signedIn(context);
  assertMay(viewer, MemberPermission.CHANGE_SUBSCRIPTION);
  const now = context.clock.now();
  const { gymId, employeeId } = viewer;
  const occasion: Occasion = { gymId, employeeId, now, changeId: idFor(id), intent: 'UNDO' };
  let memberId = '';
  const outcome = await context.db.write(async (em) => {
    memberId = await memberOf(em, subscriptionId);
    const facts = await lockFacts(em, { memberId }, now);
    if (changeId) await assertChangeOf(em, memberId, changeId);
    if (await wasUndone(em, occasion.changeId)) return null;
    const undoable = await findUndoable(em, subscriptionId.toLowerCase(), facts);
    if (typeof undoable === 'string') return refused(undoable, facts);
    if (changeId && undoable.changeId !== changeId.toLowerCase())
      return refused(SubscriptionRefusal.NOTHING_TO_UNDO, facts);
    if (await runsTwice(em, facts, undoable)) return refused(SubscriptionRefusal.OVERLAPS, facts);
    await undo(em, facts, undoable, occasion);
    return null;
  });
  return outcome ?? getChangedSubscription(context, memberId, subscriptionId.toLowerCase());
}

/** With its former last day back, it would run beside another one that it does not run beside now. */
async function runsTwice(em: EntityManager, { contracts }: Facts, undoable: Undoable): Promise<boolean> {
  const { contract: id, formerEndsOn: endsOn, takenBack } = undoable;
  const [former] = await em.execute<Pick<Terms, 'typeId' | 'billing' | 'startsOn'>[]>(
    'select subscription_type_id as "typeId", billing, starts_on::text as "startsOn" from subscription where id = ?',
    [id],
  );
  const others = contracts.filter((it) => it.id !== takenBack);
  const current = others.find((it) => it.id === id) ?? null;
  return former !== undefined && isHeldBesides(others, current, { ...former, endsOn });
}

async function undo(em: EntityManager, facts: Facts, undoable: Undoable, { now, employeeId, changeId }: Occasion) {
  const { contract, formerEndsOn, isCancellation, takenBack } = undoable;
  await cancelLines(em, undoable.lineIds);
  if (takenBack) await em.execute('update subscription set voided_at = ? where id = ?', [now, takenBack]);
  if (contract)
    await em.execute(
      `update subscription set ends_on = ?, voided_at = null, cancelled_at = case when ? then null else cancelled_at end where id = ?`,
      [formerEndsOn, isCancellation, contract],
    );
  if (isCancellation)
    await em.execute(
      'update subscription_cancellation set withdrawn_at = ? where subscription_id = ? and withdrawn_at is null',
      [now, contract],
    );
  const running = facts.contracts.find(({ id }) => id === contract);
  const missing =
    running && supplementOf({ ...running, endsOn: formerEndsOn }, facts.lines, facts.today, facts.vatChanges);
  if (missing) await writeLines(em, facts, { lines: [missing], created: null }, null, { now, employeeId });
  await recordUndo(em, facts, undoable, { now, employeeId, undoId: changeId });
}

interface Undoing extends Pick<Occasion, 'now' | 'employeeId'> {
  undoId: string;
}

/** Where there is no record of the change, from before there were any, one is made of its undoing. */
async function recordUndo(em: EntityManager, facts: Facts, undoable: Undoable, { now, employeeId, undoId }: Undoing) {
  const { changeId, contract, takenBack, isCancellation } = undoable;
  if (changeId) {
    const done = 'update subscription_change set undone_at = ?, undone_by = ?, undo_id = ? where id = ?';
    await em.execute(done, [now, employeeId, undoId, changeId]);
    return;
  }
  const kind = isCancellation ? 'CANCEL' : contract ? 'CHANGE' : 'ADD';
  await em.execute(
    `insert into subscription_change (gym_id, member_id, kind, subscription_id, new_subscription_id, effective_on, intent, created_at, undone_at, undone_by, undo_id)
     select m.gym_id, m.id, ?, ?, ?, ?, 'UNKNOWN', ?, ?, ?, ? from member m where m.id = ?`,
    [kind, contract, takenBack, facts.today, now, now, employeeId, undoId, facts.memberId],
  );
}

async function wasUndone(em: EntityManager, undoId: string): Promise<boolean> {
  return (await em.execute('select 1 from subscription_change where undo_id = ?', [undoId])).length > 0;
}

async function assertChangeOf(em: EntityManager, memberId: string, id: string): Promise<void> {
  const found = isUuid(id)
    ? await em.execute('select 1 from subscription_change where id = ? and member_id = ?', [id, memberId])
    : [];
  if (found.length === 0) throw new NotFoundError('There is no such change.');
}

async function memberOf(em: EntityManager, subscriptionId: string): Promise<string> {
  const [found] = isUuid(subscriptionId)
    ? await em.execute<{ memberId: string }[]>('select member_id as "memberId" from subscription where id = ?', [
        subscriptionId,
      ])
    : [];
  if (!found) throw new NotFoundError('There is no such subscription.');
  return found.memberId;
}
