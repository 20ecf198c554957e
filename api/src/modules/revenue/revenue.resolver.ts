import { Arg, Args, Ctx, Int, Query, Resolver } from 'type-graphql';
import { Audience } from '../../graphql/audience.ts';
import type { Context } from '../../graphql/context.ts';
import { UserInputError } from '../../graphql/errors.ts';
import { LocalDate } from '../../graphql/scalars.ts';
import { getRevenueLines } from './get-revenue-lines.ts';
import { getRevenueMonth, getRevenueMonths } from './get-revenue-month.ts';
import { RevenueLinesArgs } from './revenue.inputs.ts';
import { RevenueLinePage, RevenueMonth, RevenueMonthSum } from './revenue.type.ts';

const MONTHS_LIMIT = 24;

// Nullable, so that a page learns who is asking although these are refused.
@Resolver()
export class RevenueResolver {
  @Audience('ADMIN')
  @Query(() => RevenueMonth, { nullable: true })
  revenueMonth(
    @Ctx() context: Context,
    @Arg('month', () => LocalDate, { description: 'Any day of it.' }) month: string,
  ): Promise<RevenueMonth> {
    return getRevenueMonth(context, month);
  }

  @Audience('ADMIN')
  @Query(() => [RevenueMonthSum], {
    nullable: true,
    description: `The last months, the current one last; at most ${MONTHS_LIMIT}.`,
  })
  revenueMonths(
    @Ctx() context: Context,
    @Arg('last', () => Int, { defaultValue: 12 }) last: number,
  ): Promise<RevenueMonthSum[]> {
    if (last < 1 || last > MONTHS_LIMIT)
      throw new UserInputError('last', 'OUT_OF_RANGE', `Ask for 1 to ${MONTHS_LIMIT} months.`);
    return getRevenueMonths(context, last);
  }

  @Audience('ADMIN')
  @Query(() => RevenueLinePage, {
    nullable: true,
    description: 'The lines behind a figure, the earliest first.',
  })
  revenueLines(
    @Ctx() context: Context,
    @Args(() => RevenueLinesArgs) args: RevenueLinesArgs,
  ): Promise<RevenueLinePage> {
    return getRevenueLines(context, args);
  }
}
