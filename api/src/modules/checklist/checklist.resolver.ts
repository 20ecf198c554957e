import './welcome-new-members.ts';
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, Info, Mutation, Resolver, Root } from 'type-graphql';
import { Audience } from '../../graphql/audience.ts';
import type { Context } from '../../graphql/context.ts';
import { getMember } from '../member/get-member.ts';
import { Member } from '../member/member.entity.ts';
import { assignChecklist } from './assign-checklist.ts';
import { Checklist } from './checklist.entity.ts';
import {
  AssignChecklistInput,
  ChecklistActionIdInput,
  ChecklistIdInput,
  ReassignChecklistInput,
} from './checklist.inputs.ts';
import { ChecklistPayload } from './checklist.payloads.ts';
import { closeChecklist, reopenChecklist } from './close-checklist.ts';
import { reassignChecklist } from './reassign-checklist.ts';
import { tickChecklistAction, untickChecklistAction } from './tick-action.ts';

@Resolver(() => Checklist)
export class ChecklistResolver {
  @Audience('STAFF')
  @FieldResolver(() => Member, { nullable: true })
  member(
    @Root() checklist: Checklist,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Member | null> {
    return getMember(context, checklist.memberId, { info });
  }

  @Audience('STAFF')
  @Mutation(() => ChecklistPayload, { description: 'Gives a member a checklist, as its template is now.' })
  assignChecklist(@Ctx() context: Context, @Arg('input') input: AssignChecklistInput): Promise<ChecklistPayload> {
    return assignChecklist(context, input);
  }

  @Audience('STAFF')
  @Mutation(() => ChecklistPayload, {
    description: "Gives the checklist to an employee, or back to the member's linked employee.",
  })
  reassignChecklist(@Ctx() context: Context, @Arg('input') input: ReassignChecklistInput): Promise<ChecklistPayload> {
    return reassignChecklist(context, input);
  }

  @Audience('STAFF')
  @Mutation(() => ChecklistPayload, { description: 'The last tick closes the checklist.' })
  tickChecklistAction(@Ctx() context: Context, @Arg('input') input: ChecklistActionIdInput): Promise<ChecklistPayload> {
    return tickChecklistAction(context, input);
  }

  @Audience('STAFF')
  @Mutation(() => ChecklistPayload, { description: 'Opens the checklist again, if it was closed.' })
  untickChecklistAction(
    @Ctx() context: Context,
    @Arg('input') input: ChecklistActionIdInput,
  ): Promise<ChecklistPayload> {
    return untickChecklistAction(context, input);
  }

  @Audience('STAFF')
  @Mutation(() => ChecklistPayload, { description: 'With what is left undone.' })
  closeChecklist(@Ctx() context: Context, @Arg('input') input: ChecklistIdInput): Promise<ChecklistPayload> {
    return closeChecklist(context, input);
  }

  @Audience('STAFF')
  @Mutation(() => ChecklistPayload)
  reopenChecklist(@Ctx() context: Context, @Arg('input') input: ChecklistIdInput): Promise<ChecklistPayload> {
    return reopenChecklist(context, input);
  }
}
