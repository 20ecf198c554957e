import { isUuid } from '../../database/uuid.ts';
import type { Context } from '../../graphql/context.ts';
import { NotFoundError } from '../../graphql/errors.ts';
import { getChangedMember } from '../member/get-member.ts';
import { noteFrom, noteJson } from './note.entity.ts';
import type { Note } from './note.entity.ts';
import type { NotePayload } from './note.inputs.ts';

/** For the answer of a verb that has just changed it. */
export async function getChangedNote(context: Context, id: string): Promise<NotePayload> {
  const rows = isUuid(id)
    ? await context.db.rows<{ note: Note }>(`select ${noteJson} as note ${noteFrom} where n.id = $1`, [id], {
        name: 'get_note',
      })
    : [];
  const note = rows[0]?.note;
  if (!note) throw new NotFoundError('There is no such note.');
  return { note, member: await getChangedMember(context, note.memberId) };
}
