// How often a member comes, as the graph shows it.
import { Field, Float, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Audience } from '../../graphql/audience.ts';
import { LocalDate } from '../../graphql/scalars.ts';
import { Registration } from './registration.type.ts';

export enum Trend {
  UP = 'UP',
  STEADY = 'STEADY',
  DOWN = 'DOWN',
}
registerEnumType(Trend, { name: 'Trend' });

@Audience('SIGNED_IN')
@ObjectType({ simpleResolvers: true })
export class VisitWeek {
  @Field(() => LocalDate, { description: 'The Monday of the ISO week.' })
  weekStartsOn: string;

  @Field(() => Int)
  visitCount: number;

  @Field(() => Boolean, { description: 'The week that is still going on: its count is so far.' })
  isCurrent: boolean;
}

@Audience('SIGNED_IN')
@ObjectType({ simpleResolvers: true, description: 'The figures behind the trend.' })
export class TrendBasis {
  @Field(() => Int, { description: 'Complete weeks in the recent period.' })
  recentWeekCount: number;

  @Field(() => Float, { description: 'Visits a week in the recent period.' })
  recentMean: number;

  @Field(() => Int, { description: 'Complete weeks before the recent period.' })
  earlierWeekCount: number;

  @Field(() => Float, { description: 'Visits a week before the recent period.' })
  earlierMean: number;

  @Field(() => Float, { description: 'The means must differ by at least this many visits a week for UP or DOWN.' })
  threshold: number;
}

@Audience('SIGNED_IN')
@ObjectType({ simpleResolvers: true })
export class VisitStatistics {
  @Field(() => [VisitWeek], { description: 'The 12 ISO weeks ending with the current one, oldest first.' })
  weeks: VisitWeek[];

  @Field(() => Float, {
    nullable: true,
    description: 'Visits in complete weeks divided by their number; null before one complete week.',
  })
  averagePerWeek: number | null;

  @Field(() => Int, { description: 'Complete weeks that the average counts: 0 to 12.' })
  completeWeekCount: number;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'Weeks count from here: the start of the first subscription.',
  })
  countedFrom: string | null;

  @Field(() => Trend, { nullable: true, description: 'Null while there are too few complete weeks to say.' })
  trend: Trend | null;

  @Field(() => TrendBasis, { nullable: true })
  trendBasis: TrendBasis | null;

  @Field(() => Registration, { nullable: true })
  lastVisit: Registration | null;

  @Field(() => Registration, {
    nullable: true,
    description: 'The first session still to come that the member is registered for.',
  })
  nextRegistration: Registration | null;
}
