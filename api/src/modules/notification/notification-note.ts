// The note that is written with completing a notification, in the same transaction.
import { createHash } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { insertOnce } from '../../database/insert-once.ts';
import { signedIn } from '../../graphql/context.ts';
import type { Context } from '../../graphql/context.ts';
import { ForbiddenError } from '../../graphql/errors.ts';
import { MemberPermission, assertMay } from '../member/member.policy.ts';
import { Note } from '../note/note.entity.ts';
import { NotePermission, notePermissions } from '../note/note.policy.ts';
import type { Notification } from './notification.entity.ts';

/** The same words about the same notification are one note, however often they are sent. */
export async function keepNote(
  em: EntityManager,
  context: Context,
  { id: notificationId, memberId }: Notification,
  text: string,
): Promise<string> {
  const viewer = signedIn(context);
  assertMay(viewer, MemberPermission.ADD_NOTE);
  const { gymId, employeeId: authorId } = viewer;
  if (!authorId) throw new ForbiddenError();
  const id = idOf(`${notificationId} ${authorId} ${text}`);
  if (await insertOnce(em, Note, { id, gymId, memberId, authorId, text, createdAt: context.clock.now() })) return id;
  const first = await em.findOneOrFail(Note, { id });
  first.retractedAt = null;
  first.retractedBy = null;
  return id;
}

export async function takeNoteBack(em: EntityManager, context: Context, id: string): Promise<void> {
  const viewer = signedIn(context);
  const note = await em.findOne(Note, { id, retractedAt: null });
  if (!note || !notePermissions(viewer, note).includes(NotePermission.RETRACT)) return;
  note.retractedAt = context.clock.now();
  note.retractedBy = viewer.employeeId;
}

/** A UUID of version 8 made from what it stands for. */
function idOf(what: string): string {
  const bytes = createHash('sha256').update(what).digest().subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
