// Whether anything refers to a session type or calendar (m): then it is archived, not deleted.
import { defineBranch } from '../../graphql/branch.ts';
import { calendarParent } from './calendar.entity.ts';
import { sessionTypeParent } from './session-type.entity.ts';

const isReferredTo = (column: string) => `select to_json(
  exists (select from session s where s.gym_id = m.gym_id and s.${column} = m.id)
  or exists (select from subscription_${column.replace(/_id$/, '')} i where i.gym_id = m.gym_id and i.${column} = m.id)
  or exists (select from subscription_type_${column.replace(/_id$/, '')} i where i.gym_id = m.gym_id and i.${column} = m.id))`;

export const sessionTypeIsUsed = defineBranch<boolean>({
  parent: sessionTypeParent,
  field: 'isUsed',
  sql: () => isReferredTo('session_type_id'),
});

export const calendarIsUsed = defineBranch<boolean>({
  parent: calendarParent,
  field: 'isUsed',
  sql: () => isReferredTo('calendar_id'),
});
