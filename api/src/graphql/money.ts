// An amount as the graph shows it. Always integer minor units with their currency, never a float.
import { Extensions, Field, Int, ObjectType } from 'type-graphql';
import { Audience } from './audience.ts';
import { Currency } from './scalars.ts';

@Extensions({ audience: 'ANYONE' })
@Audience('ANYONE')
@ObjectType({ simpleResolvers: true, description: 'An amount in the smallest unit of its currency.' })
export class Money {
  @Field(() => Int)
  amountCents: number;

  @Field(() => Currency)
  currency: string;
}
