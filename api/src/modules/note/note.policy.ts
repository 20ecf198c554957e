// What a viewer may do with a note. Pure.
import { registerEnumType } from 'type-graphql';
import { ForbiddenError } from '../../graphql/errors.ts';
import type { Viewer } from '../../graphql/viewer.ts';
import type { Note } from './note.entity.ts';

export enum NotePermission {
  RETRACT = 'RETRACT',
}
registerEnumType(NotePermission, { name: 'NotePermission' });

/** The author or an admin may take a note back, and undo that. */
export function notePermissions(viewer: Viewer, note: Pick<Note, 'authorId'>): NotePermission[] {
  if (viewer.kind !== 'EMPLOYEE' || viewer.scope !== 'WRITE') return [];
  return viewer.role === 'ADMIN' || viewer.employeeId === note.authorId ? [NotePermission.RETRACT] : [];
}

export function assertMayRetract(viewer: Viewer, note: Pick<Note, 'authorId'>): void {
  if (!notePermissions(viewer, note).includes(NotePermission.RETRACT)) {
    throw new ForbiddenError('Only the author or an admin may retract this note.');
  }
}
