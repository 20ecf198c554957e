import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { Audience } from '../../graphql/audience.ts';
import { signedIn } from '../../graphql/context.ts';
import type { Context } from '../../graphql/context.ts';
import { addNote } from './add-note.ts';
import { Note } from './note.entity.ts';
import { AddNoteInput, NoteIdInput, NotePayload } from './note.inputs.ts';
import { NotePermission, notePermissions } from './note.policy.ts';
import { restoreNote, retractNote } from './retract-note.ts';

@Resolver(() => Note)
export class NoteResolver {
  @Audience('STAFF')
  @FieldResolver(() => [NotePermission], { description: 'What the viewer may do with this note.' })
  permissions(@Root() note: Note, @Ctx() context: Context): NotePermission[] {
    return notePermissions(signedIn(context), note);
  }

  @Audience('STAFF')
  @Mutation(() => NotePayload)
  addNote(@Ctx() context: Context, @Arg('input') input: AddNoteInput): Promise<NotePayload> {
    return addNote(context, input);
  }

  @Audience('STAFF')
  @Mutation(() => NotePayload, {
    description: 'Takes a note back; it stays in the audit trail. The author or an admin may.',
  })
  retractNote(@Ctx() context: Context, @Arg('input') input: NoteIdInput): Promise<NotePayload> {
    return retractNote(context, input);
  }

  @Audience('STAFF')
  @Mutation(() => NotePayload, { description: 'Undoes a retraction.' })
  restoreNote(@Ctx() context: Context, @Arg('input') input: NoteIdInput): Promise<NotePayload> {
    return restoreNote(context, input);
  }
}
