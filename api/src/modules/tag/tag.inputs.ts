import { ArgsType, Field, ID, InputType } from 'type-graphql';
import { LocalDate } from '../../graphql/scalars.ts';

@ArgsType()
export class CarriedTagsArgs {
  @Field(() => Boolean, {
    defaultValue: true,
    description:
      'False leaves out tags about health: nobody sees them, so nothing is noted. For lists that are skimmed.',
  })
  withHealthData: boolean = true;
}

@InputType()
export class CreateTagInput {
  @Field(() => ID, {
    nullable: true,
    description: 'A UUID made by the client: sending it again returns what the first one made.',
  })
  id?: string | null;

  @Field(() => String, { description: '1 to 40 characters; unique among the tags in use.' })
  name: string;

  @Field(() => String, { description: '#rrggbb' })
  color: string;

  @Field(() => Boolean, { defaultValue: false, description: 'Only staff in person may make such a tag.' })
  isHealthData: boolean = false;
}

@InputType()
export class RenameTagInput {
  @Field(() => ID)
  id: string;

  @Field(() => String, { nullable: true, description: 'Absent: untouched.' })
  name?: string | null;

  @Field(() => String, { nullable: true, description: '#rrggbb. Absent: untouched.' })
  color?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Absent: untouched. Only staff in person may mark a tag, and only an admin in person may unmark it.',
  })
  isHealthData?: boolean | null;
}

@InputType()
export class TagIdInput {
  @Field(() => ID)
  id: string;
}

@InputType()
export class AddTagToMemberInput {
  @Field(() => ID)
  memberId: string;

  @Field(() => ID)
  tagId: string;

  @Field(() => LocalDate, {
    nullable: true,
    description:
      'The last day that it counts: today or later. Null: until it is taken away. Absent: as it was, when the member carries it.',
  })
  expiresOn?: string | null;
}

@InputType()
export class MemberTagInput {
  @Field(() => ID)
  memberId: string;

  @Field(() => ID)
  tagId: string;
}
