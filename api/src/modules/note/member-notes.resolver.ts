// The branch that notes add to Member.
import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Audience } from '../../graphql/audience.ts';
import { ConnectionInput } from '../../graphql/connection.ts';
import type { Context } from '../../graphql/context.ts';
import { Member } from '../member/member.entity.ts';
import { latestNote, notes } from './note.branches.ts';
import { Note, NoteConnection } from './note.entity.ts';

@Resolver(() => Member)
export class MemberNotesResolver {
  @Audience('STAFF')
  @FieldResolver(() => Note, { nullable: true })
  latestNote(@Root() member: Member, @Ctx() context: Context): Note | null | Promise<Note | null> {
    return context.branches.branch(latestNote, member);
  }

  @Audience('STAFF')
  @FieldResolver(() => NoteConnection, { nullable: true, description: 'Latest first; retracted ones are left out.' })
  notes(
    @Root() member: Member,
    @Ctx() context: Context,
    @Args() page: ConnectionInput,
  ): NoteConnection | Promise<NoteConnection> {
    return context.branches.branch(notes, member, page);
  }
}
