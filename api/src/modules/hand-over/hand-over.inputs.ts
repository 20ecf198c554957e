import { Field, ID, InputType } from 'type-graphql';
import { HandOverKind } from './hand-over.type.ts';

@InputType()
export class HandOverTakerInput {
  @Field(() => HandOverKind)
  kind: HandOverKind;

  @Field(() => ID)
  employeeId: string;
}

@InputType()
export class HandOverWishInput {
  @Field(() => ID, { description: 'Who leaves; also somebody who has left.' })
  employeeId: string;

  @Field(() => ID, { description: 'Who takes over all kinds that are not named below.' })
  takerId: string;

  @Field(() => [HandOverTakerInput], { nullable: true, description: 'Kinds that go to somebody else.' })
  takers?: HandOverTakerInput[] | null;
}

@InputType()
export class HandOverInput {
  @Field(() => ID, {
    nullable: true,
    description: 'A UUID made by the client: sending it again returns what the first one did.',
  })
  id?: string | null;

  @Field(() => HandOverWishInput)
  wish: HandOverWishInput;

  @Field(() => String, { description: 'Of the preview that was shown.' })
  token: string;
}
