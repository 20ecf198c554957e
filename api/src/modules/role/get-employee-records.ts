import { signedIn } from '../../graphql/context.ts';
import type { Context } from '../../graphql/context.ts';
import { NotFoundError } from '../../graphql/errors.ts';
import { assertMayInGym } from '../account/viewer.policy.ts';
import { Permission } from '../account/viewer.type.ts';
import { openWork } from '../hand-over/open-work.ts';
import type { EmployeeRecord } from './employee-record.type.ts';

/** By name, who no longer works here last. */
export async function getEmployeeRecords(context: Context): Promise<EmployeeRecord[]> {
  assertMayInGym(signedIn(context), Permission.MANAGE_EMPLOYEES);
  return read(context, null);
}

/** For the answer of a verb that has just changed it. */
export async function getEmployeeRecord(context: Context, id: string): Promise<EmployeeRecord> {
  const [record] = await read(context, id);
  if (!record) throw new NotFoundError('There is no such employee.');
  return record;
}

async function read(context: Context, id: string | null): Promise<EmployeeRecord[]> {
  const rows = await context.db.rows<{ record: EmployeeRecord }>(
    `select json_build_object('id', e.id, 'firstName', e.first_name, 'lastName', concat_ws(' ', e.particle, e.last_name),
         'fullName', e.full_name, 'email', e.email, 'role', e.role, 'isArchived', e.archived_at is not null,
         'archivedAt', e.archived_at, 'hasAccount', e.account_id is not null,
         'isLastAdmin', e.role = 'ADMIN' and e.archived_at is null and not exists (
            select from employee o where o.gym_id = e.gym_id and o.id <> e.id and o.role = 'ADMIN' and o.archived_at is null
              and o.account_id is not null),
         'memberCount', w.member_count, 'openWorkCount', w.other_count) as record
       from employee e cross join lateral (
         select count(*) filter (where w.kind = 'MEMBERS') as member_count, count(*) filter (where w.kind <> 'MEMBERS') as other_count
           from ${openWork('e', '$1::timestamptz')} w) w
      where $2::uuid is null or e.id = $2
      order by e.archived_at is not null, fold(e.full_name), e.id`,
    [context.clock.now(), id],
    { name: 'employee_records' },
  );
  return rows.map(({ record }) => record);
}
