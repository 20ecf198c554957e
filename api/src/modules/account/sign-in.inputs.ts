import { Field, InputType } from 'type-graphql';

@InputType()
export class SignInInput {
  @Field(() => String, { description: 'Upper and lower case are the same.' })
  email: string;

  @Field(() => String)
  password: string;
}
