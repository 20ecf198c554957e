import { Field, ID, InputType } from 'type-graphql';

@InputType()
export class LinkEmployeeInput {
  @Field(() => ID)
  memberId: string;

  @Field(() => ID, { nullable: true, description: 'Null: nobody is linked any more.' })
  employeeId?: string | null;
}
