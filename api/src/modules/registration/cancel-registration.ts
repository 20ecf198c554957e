// Takes a member out of a session: the place is free, and who waits for it moves up in the same transaction.
import type { EntityManager } from '@mikro-orm/postgresql';
import { isUuid } from '../../database/uuid.ts';
import { signedIn } from '../../graphql/context.ts';
import type { Context } from '../../graphql/context.ts';
import { NotFoundError, UserInputError } from '../../graphql/errors.ts';
import { MemberPermission, assertMay } from '../member/member.policy.ts';
import { RegistrationStatus } from '../visit/registration.type.ts';
import { takeBackSales } from './buy-session.ts';
import { lockMembers, lockSession, waitingMembers } from './lock-session.ts';
import { moveUp } from './move-up.ts';
import type { RegistrationIdInput } from './registration.inputs.ts';
import type { CancelRegistrationPayload } from './registration.payloads.ts';
import { showCancelled } from './show-registration.ts';

interface Place {
  sessionId: string;
  memberId: string;
  status: RegistrationStatus;
}

export async function cancelRegistration(
  context: Context,
  { id }: RegistrationIdInput,
): Promise<CancelRegistrationPayload> {
  const viewer = signedIn(context);
  assertMay(viewer, MemberPermission.REGISTER);
  const now = context.clock.now();
  const movedUp = await context.db.write(async (em) => {
    const { sessionId, memberId } = await findPlace(em, id);
    const session = await lockSession(em, sessionId);
    await lockMembers(em, [memberId, ...(await waitingMembers(em, session.id))]);
    const { status } = await findPlace(em, id);
    if (status === RegistrationStatus.CANCELLED) return [];
    if (status !== RegistrationStatus.REGISTERED)
      throw new UserInputError('id', 'ALREADY_MARKED', 'They were marked present or absent: take that away first.');
    await em.execute(`update registration set status = 'CANCELLED', status_changed_at = ? where id = ?`, [now, id]);
    session.taken -= 1;
    await takeBackSales(em, { sessionId, memberId });
    return moveUp(em, session, now, viewer.employeeId);
  });
  return showCancelled(context, id, movedUp);
}

async function findPlace(em: EntityManager, id: string): Promise<Place> {
  const [found] = isUuid(id)
    ? await em.execute<Place[]>(
        'select session_id as "sessionId", member_id as "memberId", status from registration where id = ?',
        [id],
      )
    : [];
  if (!found) throw new NotFoundError('There is no such registration.');
  return found;
}
