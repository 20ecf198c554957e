import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, Info, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Audience } from '../../graphql/audience.ts';
import type { Context } from '../../graphql/context.ts';
import { getAllKept } from '../../graphql/kept-list.ts';
import { archiveCalendar, deleteCalendar, restoreCalendar } from './archive-calendar.ts';
import { Calendar, calendarParent } from './calendar.entity.ts';
import { changeCalendar, createCalendar } from './save-calendar.ts';
import { calendarIsUsed } from './session-setup.branches.ts';
import { ChangeCalendarInput, CreateCalendarInput, CalendarIdInput } from './session-setup.inputs.ts';
import { CalendarPayload, SettingDeletedPayload } from './session-setup.payloads.ts';

@Resolver(() => Calendar)
export class CalendarResolver {
  @Audience('STAFF')
  @Query(() => [Calendar], { description: 'By name; archived ones last.' })
  calendars(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('includeArchived', () => Boolean, { defaultValue: false }) includeArchived: boolean,
  ): Promise<Calendar[]> {
    return getAllKept(context, calendarParent, { includeArchived, info });
  }

  @Audience('STAFF')
  @FieldResolver(() => Boolean, {
    nullable: true,
    description: 'Something refers to it: it can be archived, not deleted.',
  })
  isUsed(@Root() calendar: Calendar, @Ctx() context: Context): boolean | Promise<boolean> {
    return context.branches.branch(calendarIsUsed, calendar);
  }

  @Audience('ADMIN')
  @Mutation(() => CalendarPayload)
  createCalendar(@Ctx() context: Context, @Arg('input') input: CreateCalendarInput): Promise<CalendarPayload> {
    return createCalendar(context, input);
  }

  @Audience('ADMIN')
  @Mutation(() => CalendarPayload)
  changeCalendar(@Ctx() context: Context, @Arg('input') input: ChangeCalendarInput): Promise<CalendarPayload> {
    return changeCalendar(context, input);
  }

  @Audience('ADMIN')
  @Mutation(() => CalendarPayload, { description: 'Takes it out of the offer; what is planned on it stays as it is.' })
  archiveCalendar(@Ctx() context: Context, @Arg('input') input: CalendarIdInput): Promise<CalendarPayload> {
    return archiveCalendar(context, input);
  }

  @Audience('ADMIN')
  @Mutation(() => CalendarPayload)
  restoreCalendar(@Ctx() context: Context, @Arg('input') input: CalendarIdInput): Promise<CalendarPayload> {
    return restoreCalendar(context, input);
  }

  @Audience('ADMIN')
  @Mutation(() => SettingDeletedPayload, { description: 'Only while nothing refers to it: else IN_USE.' })
  deleteCalendar(@Ctx() context: Context, @Arg('input') input: CalendarIdInput): Promise<SettingDeletedPayload> {
    return deleteCalendar(context, input);
  }
}
