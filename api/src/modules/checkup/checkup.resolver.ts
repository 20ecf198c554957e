import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { Audience } from '../../graphql/audience.ts';
import type { Context } from '../../graphql/context.ts';
import { cancelCheckup, completeCheckup, moveCheckup, reopenCheckup } from './change-checkup.ts';
import { CheckupIdInput, CheckupPayload, MoveCheckupInput, PlanCheckupInput } from './checkup.inputs.ts';
import { planCheckup } from './plan-checkup.ts';

@Resolver()
export class CheckupResolver {
  @Audience('STAFF')
  @Mutation(() => CheckupPayload, { description: 'Plans the next check-up; a member has at most one ahead.' })
  planCheckup(@Ctx() context: Context, @Arg('input') input: PlanCheckupInput): Promise<CheckupPayload> {
    return planCheckup(context, input);
  }

  @Audience('STAFF')
  @Mutation(() => CheckupPayload)
  moveCheckup(@Ctx() context: Context, @Arg('input') input: MoveCheckupInput): Promise<CheckupPayload> {
    return moveCheckup(context, input);
  }

  @Audience('STAFF')
  @Mutation(() => CheckupPayload)
  completeCheckup(@Ctx() context: Context, @Arg('input') input: CheckupIdInput): Promise<CheckupPayload> {
    return completeCheckup(context, input);
  }

  @Audience('STAFF')
  @Mutation(() => CheckupPayload, { description: 'Undoes completing or cancelling.' })
  reopenCheckup(@Ctx() context: Context, @Arg('input') input: CheckupIdInput): Promise<CheckupPayload> {
    return reopenCheckup(context, input);
  }

  @Audience('STAFF')
  @Mutation(() => CheckupPayload)
  cancelCheckup(@Ctx() context: Context, @Arg('input') input: CheckupIdInput): Promise<CheckupPayload> {
    return cancelCheckup(context, input);
  }
}
