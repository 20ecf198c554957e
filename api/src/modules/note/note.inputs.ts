import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { Audience } from '../../graphql/audience.ts';
import { Member } from '../member/member.entity.ts';
import { Note } from './note.entity.ts';

@InputType()
export class AddNoteInput {
  @Field(() => ID, {
    nullable: true,
    description: 'A UUID made by the client: sending it again returns what the first one made.',
  })
  id?: string | null;

  @Field(() => ID)
  memberId: string;

  @Field(() => String, { description: '1 to 10,000 characters.' })
  text: string;
}

@InputType()
export class NoteIdInput {
  @Field(() => ID)
  id: string;
}

@Audience('STAFF')
@ObjectType({ simpleResolvers: true })
export class NotePayload {
  @Field(() => Note)
  note: Note;

  @Field(() => Member)
  member: Member;
}
