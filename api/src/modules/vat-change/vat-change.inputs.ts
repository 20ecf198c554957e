import { Field, Float, ID, InputType } from 'type-graphql';
import { LocalDate } from '../../graphql/scalars.ts';

@InputType()
export class VatChangeTermsInput {
  @Field(() => Float, { description: 'In percent, e.g. 9.' })
  fromRatePercent: number;

  @Field(() => Float)
  toRatePercent: number;

  @Field(() => LocalDate, { description: 'After today, within two years.' })
  startsOn: string;
}

@InputType()
export class PlanVatChangeInput extends VatChangeTermsInput {
  @Field(() => ID, { description: 'A UUID made by the client: sending it again plans nothing more.' })
  id: string;
}

@InputType()
export class VatChangeIdInput {
  @Field(() => ID)
  id: string;
}
