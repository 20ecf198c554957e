import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, ID, Info, Mutation, Query, Resolver } from 'type-graphql';
import { Audience } from '../../graphql/audience.ts';
import type { Context } from '../../graphql/context.ts';
import { SettingDeletedPayload } from '../visit/session-setup.payloads.ts';
import { fillWeek } from './fill-week.ts';
import { getSchedule } from './get-schedule.ts';
import { changeScheduleSlot, createScheduleSlot, deleteScheduleSlot } from './save-schedule-slot.ts';
import { ScheduleSlot } from './schedule-slot.entity.ts';
import {
  ChangeScheduleSlotInput,
  CreateScheduleSlotInput,
  FillWeekInput,
  FillWeekPayload,
  ScheduleSlotIdInput,
  ScheduleSlotPayload,
} from './schedule.inputs.ts';

@Resolver(() => ScheduleSlot)
export class ScheduleResolver {
  @Audience('STAFF')
  @Query(() => [ScheduleSlot], {
    description: 'The weekly schedule of a calendar, or of all of them: by weekday and time.',
  })
  scheduleSlots(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('calendarId', () => ID, { nullable: true }) calendarId?: string,
  ): Promise<ScheduleSlot[]> {
    return getSchedule(context, calendarId, { info });
  }

  @Audience('ADMIN')
  @Mutation(() => ScheduleSlotPayload)
  createScheduleSlot(
    @Ctx() context: Context,
    @Arg('input') input: CreateScheduleSlotInput,
  ): Promise<ScheduleSlotPayload> {
    return createScheduleSlot(context, input);
  }

  @Audience('ADMIN')
  @Mutation(() => ScheduleSlotPayload)
  changeScheduleSlot(
    @Ctx() context: Context,
    @Arg('input') input: ChangeScheduleSlotInput,
  ): Promise<ScheduleSlotPayload> {
    return changeScheduleSlot(context, input);
  }

  @Audience('ADMIN')
  @Mutation(() => SettingDeletedPayload, {
    description: 'Sessions that were made from it stay. Undone by making it again with the same id.',
  })
  deleteScheduleSlot(
    @Ctx() context: Context,
    @Arg('input') input: ScheduleSlotIdInput,
  ): Promise<SettingDeletedPayload> {
    return deleteScheduleSlot(context, input);
  }

  @Audience('STAFF')
  @Mutation(() => FillWeekPayload, {
    description: 'Makes the sessions of a week that the schedule asks for and that are not there yet.',
  })
  fillWeek(@Ctx() context: Context, @Arg('input') input: FillWeekInput): Promise<FillWeekPayload> {
    return fillWeek(context, input);
  }
}
