// What settings show of a session type or calendar (m): whether anything refers to it, so that it is archived, not
// deleted; and what one session costs.
import { defineBranch } from '../../graphql/branch.ts';
import type { Money } from '../../graphql/money.ts';
import { calendarParent } from './calendar.entity.ts';
import { sessionTypeParent } from './session-type.entity.ts';

const isReferredTo = (column: string) => `select to_json(
  exists (select from session s where s.gym_id = m.gym_id and s.${column} = m.id)
  or exists (select from schedule_slot i where i.gym_id = m.gym_id and i.${column} = m.id)
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

export const singleSessionPrice = defineBranch<Money | null>({
  parent: sessionTypeParent,
  field: 'singleSessionPrice',
  sql: () => `select case when m.single_session_price_cents is not null then json_build_object(
    'amountCents', m.single_session_price_cents, 'currency', g.currency) end from gym g where g.id = m.gym_id`,
});

export const singleSessionVatRatePercent = defineBranch<number | null>({
  parent: sessionTypeParent,
  field: 'singleSessionVatRatePercent',
  sql: () => `select to_json(m.single_session_vat_rate_bp / 100.0)`,
});
