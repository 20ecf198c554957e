import { ArrayMaxSize, IsOptional, MaxLength, ValidateNested } from 'class-validator';
import { ArgsType, Field, InputType } from 'type-graphql';
import { ConnectionInput } from '../../graphql/connection.ts';
import { LocalDate } from '../../graphql/scalars.ts';
import { PurchaseKind, PurchaseStatus } from './purchase.type.ts';

@InputType({ description: 'All that is given must hold.' })
export class PurchaseFilter {
  @Field(() => [PurchaseKind], { nullable: true })
  @IsOptional()
  @ArrayMaxSize(10)
  kinds?: PurchaseKind[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Lines of a subscription alone: of one that is charged every month or year, or of one bought once.',
  })
  isRecurring?: boolean | null;

  @Field(() => [PurchaseStatus], { nullable: true })
  @IsOptional()
  @ArrayMaxSize(10)
  statuses?: PurchaseStatus[] | null;

  @Field(() => LocalDate, { nullable: true, description: "Any day of the month, in the gym's time zone." })
  month?: string | null;

  @Field(() => String, { nullable: true, description: 'Part of the description, accents and case ignored.' })
  @IsOptional()
  @MaxLength(100)
  search?: string | null;
}

@ArgsType()
export class PurchasesInput extends ConnectionInput {
  @Field(() => PurchaseFilter, { nullable: true })
  @IsOptional()
  @ValidateNested()
  filter?: PurchaseFilter | null;
}
