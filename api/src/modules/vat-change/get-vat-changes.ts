// The changes of VAT rates of a gym, the latest day first.
import { signedIn } from '../../graphql/context.ts';
import type { Context } from '../../graphql/context.ts';
import { assertMayInGym } from '../account/viewer.policy.ts';
import { Permission } from '../account/viewer.type.ts';
import { dayOf } from '../gym/gym-day.ts';
import { employeeJson } from '../staff/employee.entity.ts';
import type { VatChange } from './vat-change.type.ts';

export async function getVatChanges(context: Context): Promise<VatChange[]> {
  assertMayInGym(signedIn(context), Permission.MANAGE_SETTINGS);
  const rows = await context.db.rows<{ change: VatChange }>(
    `select json_build_object('id', v.id, 'fromRatePercent', v.from_rate_bp / 100.0, 'toRatePercent', v.to_rate_bp / 100.0,
        'startsOn', v.starts_on, 'createdAt', v.created_at,
        'state', case when v.withdrawn_at is not null then 'WITHDRAWN' when v.starts_on <= $1::date then 'BEGUN' else 'PLANNED' end,
        'createdBy', (select ${employeeJson('e')} from employee e where e.gym_id = v.gym_id and e.id = v.created_by)) as change
       from vat_change v order by v.starts_on desc, v.created_at desc, v.id limit 100`,
    [dayOf(context.clock.now(), signedIn(context).timeZone)],
    { name: 'vat_changes' },
  );
  return rows.map((row) => row.change);
}
