// Changes of the weekly schedule, with the list in the cache kept right; deleting is undone by making the same one again.
import type { ApolloCache } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { useReversible } from '../../actions/useReversible';
import { useText } from '../../i18n/text';
import {
  ChangeScheduleSlotDocument,
  CreateScheduleSlotDocument,
  DeleteScheduleSlotDocument,
  ScheduleSlotsDocument,
  type CreateScheduleSlotMutationVariables,
  type Schedule_SlotFragment,
} from './Schedule.generated';
import { scheduleTexts, type Weekday } from './scheduleTexts';

export type SlotRow = Schedule_SlotFragment;
export type SlotInput = CreateScheduleSlotMutationVariables['input'] & { id: string };

export function useSlotName() {
  const text = useText(scheduleTexts);
  return ({ type, weekday, startsAt }: Pick<SlotRow, 'type' | 'weekday' | 'startsAt'>) =>
    text.name(type.name, text.weekdays[weekday as Weekday], startsAt);
}

export function useScheduleSlots() {
  const client = useApolloClient();
  const text = useText(scheduleTexts);
  const act = useReversible();
  const nameOf = useSlotName();
  const create = (input: SlotInput) =>
    client.mutate({
      mutation: CreateScheduleSlotDocument,
      variables: { input },
      update: (cache, { data }) => data && addToList(cache, data.createScheduleSlot.slot),
    });
  const remove = ({ id }: SlotRow) =>
    client.mutate({
      mutation: DeleteScheduleSlotDocument,
      variables: { input: { id } },
      optimisticResponse: { deleteScheduleSlot: { __typename: 'SettingDeletedPayload' as const, deletedId: id } },
      update: (cache) => void cache.evict({ id: cache.identify({ __typename: 'ScheduleSlot', id }) }),
    });
  return {
    create,
    change: (input: SlotInput) => client.mutate({ mutation: ChangeScheduleSlotDocument, variables: { input } }),
    remove: (slot: SlotRow) =>
      act({
        run: () => remove(slot),
        undo: () => create(inputOf(slot)),
        done: text.removed(nameOf(slot)),
        failed: text.notRemoved(nameOf(slot)),
      }),
  };
}

function inputOf({ id, weekday, startsAt, durationMinutes, places, type, calendar, employee }: SlotRow): SlotInput {
  return {
    id,
    weekday,
    startsAt,
    durationMinutes,
    places,
    sessionTypeId: type.id,
    calendarId: calendar.id,
    employeeId: employee?.id ?? null,
  };
}

function addToList(cache: ApolloCache, slot: SlotRow): void {
  cache.updateQuery({ query: ScheduleSlotsDocument }, (known) =>
    known && !known.scheduleSlots.some(({ id }) => id === slot.id)
      ? { ...known, scheduleSlots: [...known.scheduleSlots, slot] }
      : known,
  );
}
