// The answers of the verbs that register and cancel: what changed, and whatever else a screen shows of it.
import { signedIn } from '../../graphql/context.ts';
import type { Context } from '../../graphql/context.ts';
import { NotFoundError } from '../../graphql/errors.ts';
import { getChangedMember } from '../member/get-member.ts';
import { MemberPermission, memberPermissions } from '../member/member.policy.ts';
import type { CoverRefusal } from '../subscription/session-cover.ts';
import { getChangedRegistrations, getChangedSession } from '../visit/get-session.ts';
import { RegistrationRefusalCode } from '../visit/registration.type.ts';
import type { LockedSession } from './lock-session.ts';
import type { MovedUp } from './move-up.ts';
import { PayWith } from './pay-with.ts';
import { isAboutPaying, isOverridable } from './refuse-registration.ts';
import type { Wish } from './refuse-registration.ts';
import { MemberRegistered, RegistrationRefused } from './registration.payloads.ts';
import type { CancelRegistrationPayload } from './registration.payloads.ts';

export interface Refused {
  session: LockedSession;
  wish: Wish;
  refusals: CoverRefusal[];
}

export async function showRefused(
  context: Context,
  { session, wish, refusals }: Refused,
): Promise<RegistrationRefused> {
  const mayOverride = memberPermissions(signedIn(context)).includes(MemberPermission.OVERRIDE_REGISTRATION);
  const isAhead = session.startsAt > context.clock.now();
  const price = session.singlePriceCents;
  const wouldHelp = wish.payWith === PayWith.SUBSCRIPTION && refusals.some(isAboutPaying);
  return Object.assign(new RegistrationRefused(), {
    reasons: refusals,
    canOverride: mayOverride && refusals.every(isOverridable),
    canJoinWaitingList: isAhead && refusals.every(({ code }) => code === RegistrationRefusalCode.FULL),
    singleSessionPrice: wouldHelp && price !== null ? { amountCents: price, currency: session.currency } : null,
    session: await getChangedSession(context, session.id),
    member: await getChangedMember(context, wish.memberId),
  });
}

export async function showRegistered(context: Context, id: string): Promise<MemberRegistered> {
  return Object.assign(new MemberRegistered(), await showRegistration(context, id));
}

export async function showCancelled(
  context: Context,
  id: string,
  movedUp: readonly MovedUp[],
): Promise<CancelRegistrationPayload> {
  return {
    ...(await showRegistration(context, id)),
    movedUp: await getChangedRegistrations(
      context,
      movedUp.map(({ registrationId }) => registrationId),
    ),
  };
}

async function showRegistration(context: Context, id: string): Promise<Omit<CancelRegistrationPayload, 'movedUp'>> {
  const [registration] = await getChangedRegistrations(context, [id]);
  if (!registration) throw new NotFoundError('There is no such registration.');
  return {
    registration,
    session: await getChangedSession(context, registration.session.id),
    member: await getChangedMember(context, registration.memberId),
    purchase: registration.purchase,
  };
}
