import { Field, ID, InputType } from 'type-graphql';

@InputType()
export class CreateChecklistTemplateInput {
  @Field(() => ID, {
    nullable: true,
    description: 'A UUID made by the client: sending it again returns what the first one made.',
  })
  id?: string | null;

  @Field(() => String, { description: '1 to 80 characters; unique among the templates in use.' })
  name: string;

  @Field(() => String, { nullable: true, description: 'At most 500 characters.' })
  description?: string | null;

  @Field(() => [String], { description: '1 to 30 actions in their order, each of 1 to 200 characters.' })
  actions: string[];

  @Field(() => Boolean, { defaultValue: false })
  isForNewMembers: boolean = false;
}

@InputType({ description: 'Absent: untouched. Checklists that were assigned before stay as they are.' })
export class ChangeChecklistTemplateInput {
  @Field(() => ID)
  id: string;

  @Field(() => String, { nullable: true })
  name?: string | null;

  @Field(() => String, { nullable: true, description: 'Null: none.' })
  description?: string | null;

  @Field(() => [String], { nullable: true, description: 'All of them, in their order.' })
  actions?: string[] | null;

  @Field(() => Boolean, { nullable: true })
  isForNewMembers?: boolean | null;
}

@InputType()
export class ChecklistTemplateIdInput {
  @Field(() => ID)
  id: string;
}

@InputType()
export class AssignChecklistInput {
  @Field(() => ID, {
    nullable: true,
    description: 'A UUID made by the client: sending it again returns what the first one made.',
  })
  id?: string | null;

  @Field(() => ID)
  memberId: string;

  @Field(() => ID)
  templateId: string;

  @Field(() => ID, { nullable: true, description: "Absent or null: whoever is the member's linked employee." })
  employeeId?: string | null;
}

@InputType()
export class ReassignChecklistInput {
  @Field(() => ID)
  id: string;

  @Field(() => ID, { nullable: true, description: "Absent or null: back to whoever is the member's linked employee." })
  employeeId?: string | null;
}

@InputType()
export class ChecklistActionIdInput {
  @Field(() => ID)
  id: string;
}

@InputType()
export class ChecklistIdInput {
  @Field(() => ID)
  id: string;
}
