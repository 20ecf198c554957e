import { Field, ID, InputType } from 'type-graphql';

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
}

@InputType()
export class RenameTagInput {
  @Field(() => ID)
  id: string;

  @Field(() => String, { nullable: true, description: 'Absent: untouched.' })
  name?: string | null;

  @Field(() => String, { nullable: true, description: '#rrggbb. Absent: untouched.' })
  color?: string | null;
}

@InputType()
export class TagIdInput {
  @Field(() => ID)
  id: string;
}

@InputType()
export class MemberTagInput {
  @Field(() => ID)
  memberId: string;

  @Field(() => ID)
  tagId: string;
}
