// What stands in the way of a registration, under the locks of the session and the member; empty when nothing does.
import type { EntityManager } from '@mikro-orm/postgresql';
import { coverRefusals } from '../subscription/session-cover.ts';
import type { CoverRefusal } from '../subscription/session-cover.ts';
import { RegistrationRefusalCode } from '../visit/registration.type.ts';
import type { LockedSession } from './lock-session.ts';
import { PayWith } from './pay-with.ts';

const { FULL, ALREADY_REGISTERED, SESSION_CANCELLED, SESSION_OVER, NOT_SOLD_BY_SESSION } = RegistrationRefusalCode;

export interface Wish {
  memberId: string;
  payWith: PayWith;
}

/** What an Admin may decide otherwise. */
const overridable = new Set<RegistrationRefusalCode>([
  FULL,
  SESSION_OVER,
  RegistrationRefusalCode.NO_SUBSCRIPTION,
  RegistrationRefusalCode.TYPE_NOT_INCLUDED,
  RegistrationRefusalCode.CALENDAR_NOT_INCLUDED,
  RegistrationRefusalCode.WEEK_LIMIT_REACHED,
  RegistrationRefusalCode.NO_CREDITS_LEFT,
]);

export const isOverridable = ({ code }: CoverRefusal): boolean => overridable.has(code);

/** Whether it is about what pays for the session, and would not be if it were paid otherwise. */
export const isAboutPaying = ({ code }: CoverRefusal): boolean =>
  code === NOT_SOLD_BY_SESSION || (overridable.has(code) && code !== FULL && code !== SESSION_OVER);

export const refusal = (code: RegistrationRefusalCode): CoverRefusal => ({
  code,
  limit: null,
  subscriptionTypeName: null,
});

export async function registrationRefusals(
  em: EntityManager,
  session: LockedSession,
  wish: Wish,
  now: Date,
): Promise<CoverRefusal[]> {
  if (session.isCancelled) return [refusal(SESSION_CANCELLED)];
  if (await isRegistered(em, session.id, wish.memberId)) return [refusal(ALREADY_REGISTERED)];
  return [
    ...(session.endsAt <= now ? [refusal(SESSION_OVER)] : []),
    ...(session.taken >= session.places ? [refusal(FULL)] : []),
    ...(await payingRefusals(em, session, wish)),
  ];
}

export async function payingRefusals(
  em: EntityManager,
  session: LockedSession,
  { memberId, payWith }: Wish,
): Promise<CoverRefusal[]> {
  if (payWith === PayWith.SUBSCRIPTION) return coverRefusals(em, { memberId, sessionId: session.id });
  return session.singlePriceCents === null ? [refusal(NOT_SOLD_BY_SESSION)] : [];
}

export async function isRegistered(em: EntityManager, sessionId: string, memberId: string): Promise<boolean> {
  const rows = await em.execute(
    `select from registration where session_id = ? and member_id = ? and status <> 'CANCELLED'`,
    [sessionId, memberId],
  );
  return rows.length > 0;
}
