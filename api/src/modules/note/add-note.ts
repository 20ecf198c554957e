import { idFor, insertOnce } from '../../database/insert-once.ts';
import { signedIn } from '../../graphql/context.ts';
import type { Context } from '../../graphql/context.ts';
import { ForbiddenError, UserInputError } from '../../graphql/errors.ts';
import { textOf } from '../../graphql/text-input.ts';
import { findMember } from '../member/find-member.ts';
import { MemberPermission, assertMay } from '../member/member.policy.ts';
import { getChangedNote } from './get-note.ts';
import { Note } from './note.entity.ts';
import type { AddNoteInput, NotePayload } from './note.inputs.ts';

export async function addNote(context: Context, input: AddNoteInput): Promise<NotePayload> {
  const viewer = signedIn(context);
  assertMay(viewer, MemberPermission.ADD_NOTE);
  const authorId = viewer.employeeId;
  if (!authorId) throw new ForbiddenError();
  const id = idFor(input.id);
  const text = textOf('text', input.text, 10_000);
  await context.db.write(async (em) => {
    const member = await findMember(em, input.memberId);
    const row = { id, gymId: viewer.gymId, memberId: member.id, authorId, text, createdAt: context.clock.now() };
    if (await insertOnce(em, Note, row)) return;
    const first = await em.findOne(Note, { id, memberId: member.id });
    if (!first) throw new UserInputError('id', 'ID_TAKEN', 'This id belongs to something else.');
  });
  return getChangedNote(context, id);
}
