import { Field, Float, ID, InputType, Int } from 'type-graphql';

@InputType()
export class CreateSessionTypeInput {
  @Field(() => ID, {
    nullable: true,
    description: 'A UUID made by the client: sending it again returns what the first one made.',
  })
  id?: string | null;

  @Field(() => String, { description: '1 to 60 characters; unique among those in use.' })
  name: string;

  @Field(() => String, { description: '#rrggbb' })
  color: string;

  @Field(() => Int, { nullable: true, description: 'VAT included. Absent or null: not sold by the session.' })
  singleSessionPriceCents?: number | null;

  @Field(() => Float, { nullable: true, description: 'In percent, e.g. 9; given with the price.' })
  singleSessionVatRatePercent?: number | null;
}

@InputType()
export class ChangeSessionTypeInput {
  @Field(() => ID)
  id: string;

  @Field(() => String, { nullable: true, description: 'Absent: untouched.' })
  name?: string | null;

  @Field(() => String, { nullable: true, description: '#rrggbb. Absent: untouched.' })
  color?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'VAT included. Null: no longer sold by the session. Absent: untouched.',
  })
  singleSessionPriceCents?: number | null;

  @Field(() => Float, { nullable: true, description: 'In percent, e.g. 9; given with the price.' })
  singleSessionVatRatePercent?: number | null;
}

@InputType()
export class SessionTypeIdInput {
  @Field(() => ID)
  id: string;
}

@InputType()
export class CreateCalendarInput {
  @Field(() => ID, {
    nullable: true,
    description: 'A UUID made by the client: sending it again returns what the first one made.',
  })
  id?: string | null;

  @Field(() => String, { description: '1 to 60 characters; unique among those in use.' })
  name: string;
}

@InputType()
export class ChangeCalendarInput {
  @Field(() => ID)
  id: string;

  @Field(() => String)
  name: string;
}

@InputType()
export class CalendarIdInput {
  @Field(() => ID)
  id: string;
}
