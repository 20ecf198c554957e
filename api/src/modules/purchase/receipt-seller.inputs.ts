import { Field, InputType } from 'type-graphql';

@InputType({ description: 'Absent: untouched. Null clears.' })
export class ChangeReceiptSellerInput {
  @Field(() => String, { nullable: true, description: 'The legal name, at most 120 characters.' })
  name?: string | null;

  @Field(() => String, { nullable: true, description: 'Lines separated by line feeds; at most 300 characters.' })
  address?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'With its country: NL001234567B01. Blanks and dots are left out.',
  })
  vatNumber?: string | null;
}
