// The member has had a message before them. Their own alone, and by themself: that staff looked says nothing.
import type { EntityManager } from '@mikro-orm/postgresql';
import { isUuid } from '../../database/uuid.ts';
import { signedIn } from '../../graphql/context.ts';
import type { Context } from '../../graphql/context.ts';
import { ForbiddenError, NotFoundError } from '../../graphql/errors.ts';
import { getChangedMember } from '../member/get-member.ts';
import type { MemberMessageIdInput, MemberMessagePayload } from './member-message.inputs.ts';
import { memberMessageJson } from './member-message.type.ts';
import type { MemberMessage } from './member-message.type.ts';

export async function markMessageRead(context: Context, { id }: MemberMessageIdInput): Promise<MemberMessagePayload> {
  const viewer = signedIn(context);
  if (viewer.kind !== 'MEMBER' || !viewer.memberId || viewer.scope !== 'WRITE') throw new ForbiddenError();
  const { memberId } = viewer;
  const message = isUuid(id) ? await context.db.write((em) => markRead(em, id, memberId, context.clock.now())) : null;
  if (!message) throw new NotFoundError('There is no such message.');
  return { message, member: await getChangedMember(context, memberId) };
}

async function markRead(em: EntityManager, id: string, memberId: string, at: Date): Promise<MemberMessage | null> {
  const [row] = await em.execute<{ message: MemberMessage }[]>(
    `update member_message t set read_at = coalesce(t.read_at, ?::timestamptz) where t.id = ? and t.member_id = ?
     returning ${memberMessageJson} as message`,
    [at, id, memberId],
  );
  return row?.message ?? null;
}
