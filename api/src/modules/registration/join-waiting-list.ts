// Puts a member on the waiting list of a full session, and takes them off. Who moves up is decided in move-up.ts.
import type { EntityManager } from '@mikro-orm/postgresql';
import { idFor } from '../../database/insert-once.ts';
import { isUuid } from '../../database/uuid.ts';
import { signedIn } from '../../graphql/context.ts';
import type { Context } from '../../graphql/context.ts';
import { NotFoundError, UserInputError } from '../../graphql/errors.ts';
import { findMember } from '../member/find-member.ts';
import { MemberPermission, assertMay } from '../member/member.policy.ts';
import type { CoverRefusal } from '../subscription/session-cover.ts';
import { RegistrationRefusalCode } from '../visit/registration.type.ts';
import { getChangedSession } from '../visit/get-session.ts';
import { lockMembers, lockSession } from './lock-session.ts';
import type { LockedSession } from './lock-session.ts';
import { isRegistered, payingRefusals, refusal } from './refuse-registration.ts';
import type { Wish } from './refuse-registration.ts';
import type { JoinWaitingListInput, WaitingListEntryIdInput } from './registration.inputs.ts';
import { WaitingListJoined } from './registration.payloads.ts';
import type { RegistrationRefused, WaitingListPayload } from './registration.payloads.ts';
import { showRefused } from './show-registration.ts';
import { waitingListEntryParent } from './waiting-list-entry.type.ts';

export async function joinWaitingList(
  context: Context,
  input: JoinWaitingListInput,
): Promise<WaitingListJoined | RegistrationRefused> {
  assertMay(signedIn(context), MemberPermission.REGISTER);
  const id = idFor(input.id);
  const now = context.clock.now();
  const refused = await context.db.write(async (em) => {
    const session = await lockSession(em, input.sessionId);
    const member = await findMember(em, input.memberId);
    await lockMembers(em, [member.id]);
    const wish = { memberId: member.id, payWith: input.payWith };
    if (await isDone(em, id, session.id, member.id)) return null;
    const refusals = await waitingRefusals(em, session, wish, now);
    if (refusals.length > 0) return { session, wish, refusals };
    await em.execute(
      `insert into waiting_list_entry (gym_id, id, session_id, member_id, number, pay_with, joined_at)
       select s.gym_id, ?, s.id, ?, (select coalesce(max(w.number), 0) + 1 from waiting_list_entry w where w.session_id = s.id), ?, ?
         from session s where s.id = ?`,
      [id, member.id, input.payWith, now, session.id],
    );
    return null;
  });
  return refused ? showRefused(context, refused) : showJoined(context, id, input.sessionId);
}

export async function leaveWaitingList(context: Context, { id }: WaitingListEntryIdInput): Promise<WaitingListPayload> {
  assertMay(signedIn(context), MemberPermission.REGISTER);
  const now = context.clock.now();
  const sessionId = await context.db.write(async (em) => {
    const entry = await findEntry(em, id);
    if (!entry) throw new NotFoundError('Nobody waits under this id.');
    await lockSession(em, entry.session_id);
    await em.execute(
      `update waiting_list_entry set ended_at = ?, ended_as = 'LEFT' where id = ? and ended_at is null`,
      [now, id],
    );
    return entry.session_id;
  });
  return { session: await getChangedSession(context, sessionId) };
}

async function waitingRefusals(
  em: EntityManager,
  session: LockedSession,
  wish: Wish,
  now: Date,
): Promise<CoverRefusal[]> {
  const { SESSION_CANCELLED, SESSION_OVER, ALREADY_REGISTERED, ALREADY_WAITING, NOT_FULL } = RegistrationRefusalCode;
  if (session.isCancelled) return [refusal(SESSION_CANCELLED)];
  if (await isRegistered(em, session.id, wish.memberId)) return [refusal(ALREADY_REGISTERED)];
  if (await isWaiting(em, session.id, wish.memberId)) return [refusal(ALREADY_WAITING)];
  return [
    // Nobody moves up once it has begun.
    ...(session.startsAt <= now ? [refusal(SESSION_OVER)] : []),
    ...(session.taken < session.places ? [refusal(NOT_FULL)] : []),
    ...(await payingRefusals(em, session, wish)),
  ];
}

async function isWaiting(em: EntityManager, sessionId: string, memberId: string): Promise<boolean> {
  const rows = await em.execute(
    'select from waiting_list_entry where session_id = ? and member_id = ? and ended_at is null',
    [sessionId, memberId],
  );
  return rows.length > 0;
}

/** Joined before, under this id; whatever became of it since. */
async function isDone(em: EntityManager, id: string, sessionId: string, memberId: string): Promise<boolean> {
  const entry = await findEntry(em, id);
  if (entry && (entry.session_id !== sessionId || entry.member_id !== memberId))
    throw new UserInputError('id', 'ID_REUSED', 'This id was used for something else.');
  return entry !== undefined;
}

async function findEntry(
  em: EntityManager,
  id: string,
): Promise<{ session_id: string; member_id: string } | undefined> {
  if (!isUuid(id)) return undefined;
  const [entry] = await em.execute<{ session_id: string; member_id: string }[]>(
    'select session_id, member_id from waiting_list_entry where id = ?',
    [id],
  );
  return entry;
}

async function showJoined(context: Context, id: string, sessionId: string): Promise<WaitingListJoined> {
  const entry = await context.branches.load(waitingListEntryParent, id);
  if (!entry) throw new NotFoundError('Nobody waits under this id.');
  return Object.assign(new WaitingListJoined(), { entry, session: await getChangedSession(context, sessionId) });
}
