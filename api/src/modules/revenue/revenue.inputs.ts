// Which lines of a month are asked for.
import { IsNumber, IsOptional } from 'class-validator';
import { ArgsType, Field, Float } from 'type-graphql';
import { PageInput } from '../../graphql/page.ts';
import { LocalDate } from '../../graphql/scalars.ts';
import { PurchaseKind } from '../purchase/purchase.type.ts';
import { RevenuePart } from './revenue.type.ts';

@ArgsType()
export class RevenueLinesArgs extends PageInput {
  @Field(() => LocalDate, { description: 'Any day of the month.' })
  month: string;

  @Field(() => RevenuePart, { nullable: true })
  part?: RevenuePart | null;

  @Field(() => PurchaseKind, { nullable: true })
  kind?: PurchaseKind | null;

  @Field(() => Float, { nullable: true, description: 'In percent, e.g. 9.' })
  @IsOptional()
  @IsNumber()
  vatRatePercent?: number | null;
}
