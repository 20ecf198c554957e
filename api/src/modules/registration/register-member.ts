// Registers a member for a session, or says why not. An Admin may decide otherwise, with a reason that is kept.
import type { EntityManager } from '@mikro-orm/postgresql';
import { idFor } from '../../database/insert-once.ts';
import { signedIn } from '../../graphql/context.ts';
import type { Context } from '../../graphql/context.ts';
import { UserInputError } from '../../graphql/errors.ts';
import { lineOf } from '../../graphql/text-input.ts';
import { findMember } from '../member/find-member.ts';
import { MemberPermission, assertMay } from '../member/member.policy.ts';
import type { CoverRefusal } from '../subscription/session-cover.ts';
import { RegistrationPayment, RegistrationRefusalCode } from '../visit/registration.type.ts';
import { lockMembers, lockSession } from './lock-session.ts';
import type { LockedSession } from './lock-session.ts';
import { PayWith } from './pay-with.ts';
import { isAboutPaying, isOverridable, registrationRefusals } from './refuse-registration.ts';
import type { RegisterMemberInput } from './registration.inputs.ts';
import { showRefused, showRegistered } from './show-registration.ts';
import type { MemberRegistered, RegistrationRefused } from './registration.payloads.ts';
import { takePlace } from './take-place.ts';

export async function registerMember(
  context: Context,
  input: RegisterMemberInput,
): Promise<MemberRegistered | RegistrationRefused> {
  const viewer = signedIn(context);
  assertMay(viewer, MemberPermission.REGISTER);
  if (input.override) assertMay(viewer, MemberPermission.OVERRIDE_REGISTRATION);
  const reason = input.override ? lineOf('reason', input.override.reason, 200) : null;
  const id = idFor(input.id);
  const now = context.clock.now();
  const refused = await context.db.write(async (em) => {
    const session = await lockSession(em, input.sessionId);
    const member = await findMember(em, input.memberId);
    await lockMembers(em, [member.id]);
    const wish = { memberId: member.id, payWith: input.payWith };
    if (await isDone(em, id, session, member.id)) return null;
    assertPriceShown(session, input);
    const refusals = await registrationRefusals(em, session, wish, now);
    if (refusals.length > 0 && !(reason && refusals.every(isOverridable))) return { session, wish, refusals };
    const { employeeId } = viewer;
    await takePlace(
      em,
      session,
      { id, memberId: member.id, ...termsOf(input.payWith, refusals), employeeId, waitedUntil: 'REGISTERED' },
      now,
    );
    if (refusals.length > 0) await keepOverride(em, { id, reason, refusals, employeeId, now });
    return null;
  });
  return refused ? showRefused(context, refused) : showRegistered(context, id);
}

/** Registered before, under this id; whatever became of it since. */
async function isDone(em: EntityManager, id: string, session: LockedSession, memberId: string): Promise<boolean> {
  const [found] = await em.execute<{ session_id: string; member_id: string }[]>(
    'select session_id, member_id from registration where id = ?',
    [id],
  );
  if (found && (found.session_id !== session.id || found.member_id !== memberId))
    throw new UserInputError('id', 'ID_REUSED', 'This id was used for something else.');
  return found !== undefined;
}

function assertPriceShown(
  { singlePriceCents }: LockedSession,
  { payWith, singleSessionPriceCents }: RegisterMemberInput,
): void {
  const isShown = payWith === PayWith.SINGLE_SESSION && singleSessionPriceCents != null && singlePriceCents !== null;
  if (isShown && singleSessionPriceCents !== singlePriceCents)
    throw new UserInputError('singleSessionPriceCents', 'PRICE_CHANGED', 'Its price has changed meanwhile.');
}

function termsOf(payWith: PayWith, refusals: CoverRefusal[]): { paidWith: RegistrationPayment; isExtra: boolean } {
  return {
    paidWith: refusals.some(isAboutPaying) ? RegistrationPayment.NOTHING : RegistrationPayment[payWith],
    isExtra: refusals.some(({ code }) => code === RegistrationRefusalCode.FULL),
  };
}

interface Override {
  id: string;
  reason: string | null;
  refusals: CoverRefusal[];
  employeeId: string | null;
  now: Date;
}

async function keepOverride(em: EntityManager, { id, reason, refusals, employeeId, now }: Override): Promise<void> {
  const codes = JSON.stringify(refusals.map(({ code }) => code));
  await em.execute(
    `insert into registration_override (gym_id, registration_id, member_id, reason, refusals, employee_id, created_at)
     select r.gym_id, r.id, r.member_id, ?, array(select jsonb_array_elements_text(?::jsonb)), ?, ? from registration r where r.id = ?`,
    [reason, codes, employeeId, now, id],
  );
}
