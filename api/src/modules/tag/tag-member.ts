// Gives a member a custom tag, for good or until a day, or takes it away. Both may be repeated.
import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { insertOnce } from '../../database/insert-once.ts';
import { signedIn } from '../../graphql/context.ts';
import type { Context } from '../../graphql/context.ts';
import { UserInputError } from '../../graphql/errors.ts';
import type { Viewer } from '../../graphql/viewer.ts';
import { dayOf } from '../gym/gym-day.ts';
import { findMember } from '../member/find-member.ts';
import { getChangedMember } from '../member/get-member.ts';
import { MemberPermission, assertMay } from '../member/member.policy.ts';
import { lookUpTag } from './find-tag.ts';
import { getTag } from './get-tags.ts';
import { MemberTag } from './member-tag.entity.ts';
import type { Tag } from './tag.entity.ts';
import type { AddTagToMemberInput, MemberTagInput } from './tag.inputs.ts';
import type { MemberTagPayload } from './tag.payloads.ts';

export async function addTagToMember(context: Context, input: AddTagToMemberInput): Promise<MemberTagPayload> {
  const { memberId, tagId, expiresOn } = input;
  const viewer = signedIn(context);
  assertMay(viewer, MemberPermission.ADD_TAG);
  const now = context.clock.now();
  const today = dayOf(now, viewer.timeZone);
  await context.db.write(async (em) => {
    const member = await findMember(em, memberId);
    const tag = await tagOf(em, viewer, tagId);
    if (tag.archivedAt) throw new UserInputError('tagId', 'ARCHIVED_TAG', 'This tag is archived.');
    if (expiresOn != null && expiresOn < today)
      throw new UserInputError('expiresOn', 'DAY_PASSED', 'This day has passed.');
    const key = { memberId: member.id, tagId: tag.id };
    const added = { addedAt: now, addedBy: viewer.employeeId, expiresOn: expiresOn ?? null };
    if (await insertOnce(em, MemberTag, { ...key, gymId: viewer.gymId, ...added })) return;
    const carried = await em.findOne(MemberTag, key, { lockMode: LockMode.PESSIMISTIC_WRITE });
    if (!carried) return;
    // One that has expired is put on anew.
    if (carried.expiresOn !== null && carried.expiresOn < today) Object.assign(carried, added);
    else if (expiresOn !== undefined) carried.expiresOn = expiresOn;
  });
  return answer(context, memberId, tagId);
}

export async function removeTagFromMember(
  context: Context,
  { memberId, tagId }: MemberTagInput,
): Promise<MemberTagPayload> {
  const viewer = signedIn(context);
  assertMay(viewer, MemberPermission.ADD_TAG);
  await context.db.write(async (em) => {
    const member = await findMember(em, memberId);
    const tag = await tagOf(em, viewer, tagId);
    await em.nativeDelete(MemberTag, { memberId: member.id, tagId: tag.id });
  });
  return answer(context, memberId, tagId);
}

async function tagOf(em: EntityManager, viewer: Viewer, tagId: string): Promise<Tag> {
  const tag = await lookUpTag(em, viewer, tagId);
  if (!tag) throw new UserInputError('tagId', 'UNKNOWN_TAG', 'There is no such tag.');
  return tag;
}

async function answer(context: Context, memberId: string, tagId: string): Promise<MemberTagPayload> {
  const [member, tag] = await Promise.all([getChangedMember(context, memberId), getTag(context, tagId)]);
  return { member, tag };
}
