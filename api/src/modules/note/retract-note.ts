// Takes a note back, or undoes that. The text stays in the audit trail.
import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { isUuid } from '../../database/uuid.ts';
import { signedIn } from '../../graphql/context.ts';
import type { Context } from '../../graphql/context.ts';
import { NotFoundError } from '../../graphql/errors.ts';
import type { Viewer } from '../../graphql/viewer.ts';
import { getChangedNote } from './get-note.ts';
import { Note } from './note.entity.ts';
import type { NoteIdInput, NotePayload } from './note.inputs.ts';
import { assertMayRetract } from './note.policy.ts';

export async function retractNote(context: Context, { id }: NoteIdInput): Promise<NotePayload> {
  const viewer = signedIn(context);
  await context.db.write(async (em) => {
    const note = await findRetractable(em, viewer, id);
    if (note.retractedAt) return;
    note.retractedAt = context.clock.now();
    note.retractedBy = viewer.employeeId;
  });
  return getChangedNote(context, id);
}

export async function restoreNote(context: Context, { id }: NoteIdInput): Promise<NotePayload> {
  const viewer = signedIn(context);
  await context.db.write(async (em) => {
    const note = await findRetractable(em, viewer, id);
    note.retractedAt = null;
    note.retractedBy = null;
  });
  return getChangedNote(context, id);
}

async function findRetractable(em: EntityManager, viewer: Viewer, id: string): Promise<Note> {
  const note = isUuid(id) ? await em.findOne(Note, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE }) : null;
  if (!note) throw new NotFoundError('There is no such note.');
  assertMayRetract(viewer, note);
  return note;
}
