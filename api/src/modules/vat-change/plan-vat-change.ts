// Plans that a VAT rate is another one from a day on, and takes that back as long as the day has not come.
import { idFor } from '../../database/insert-once.ts';
import { isUuid } from '../../database/uuid.ts';
import { signedIn } from '../../graphql/context.ts';
import type { Context } from '../../graphql/context.ts';
import { NotFoundError, UserInputError } from '../../graphql/errors.ts';
import { assertMayInGym } from '../account/viewer.policy.ts';
import { Permission } from '../account/viewer.type.ts';
import { dayOf } from '../gym/gym-day.ts';
import { getVatChanges } from './get-vat-changes.ts';
import { readVatTerms } from './read-vat-terms.ts';
import type { PlanVatChangeInput, VatChangeIdInput } from './vat-change.inputs.ts';
import type { VatChangesPayload } from './vat-change.type.ts';

interface Planned {
  fromBp: number;
  toBp: number;
  startsOn: string;
}

export async function planVatChange(context: Context, input: PlanVatChangeInput): Promise<VatChangesPayload> {
  const { gymId, employeeId } = signedIn(context);
  assertMayInGym(signedIn(context), Permission.MANAGE_SETTINGS);
  const id = idFor(input.id);
  const terms = readVatTerms(context, input);
  const { fromBp, toBp, startsOn } = terms;
  await context.db.write(async (em) => {
    // One after the other, so that each sees what the other planned.
    await em.execute('select 1 from gym where id = ? for no key update', [gymId]);
    const [same] = await em.execute<Planned[]>(
      `select from_rate_bp as "fromBp", to_rate_bp as "toBp", starts_on::text as "startsOn" from vat_change where id = ?`,
      [id],
    );
    if (same && JSON.stringify(same) !== JSON.stringify(terms))
      throw new UserInputError('id', 'ID_REUSED', 'This id was used for something else.');
    if (same) return;
    const clashing = await em.execute<object[]>(
      `select 1 from vat_change where withdrawn_at is null and starts_on = ? and from_rate_bp = ?`,
      [startsOn, fromBp],
    );
    if (clashing.length > 0)
      throw new UserInputError('startsOn', 'RATE_CHANGES_ALREADY', 'This rate changes on that day already.');
    await em.execute(
      `insert into vat_change (gym_id, id, from_rate_bp, to_rate_bp, starts_on, created_at, created_by) values (?, ?, ?, ?, ?, ?, ?)`,
      [gymId, id, fromBp, toBp, startsOn, context.clock.now(), employeeId],
    );
  });
  return { vatChanges: await getVatChanges(context) };
}

export async function withdrawVatChange(context: Context, { id }: VatChangeIdInput): Promise<VatChangesPayload> {
  const { employeeId, timeZone } = signedIn(context);
  assertMayInGym(signedIn(context), Permission.MANAGE_SETTINGS);
  const now = context.clock.now();
  await context.db.write(async (em) => {
    const [row] = isUuid(id)
      ? await em.execute<{ startsOn: string; isApplied: boolean; isWithdrawn: boolean }[]>(
          `select starts_on::text as "startsOn", applied_at is not null as "isApplied", withdrawn_at is not null as "isWithdrawn"
             from vat_change where id = ? for update`,
          [id],
        )
      : [];
    if (!row) throw new NotFoundError('There is no such change.');
    if (row.isWithdrawn) return;
    if (row.isApplied || row.startsOn <= dayOf(now, timeZone))
      throw new UserInputError('id', 'HAS_BEGUN', 'It has begun: plan a change back from a day on.');
    await em.execute('update vat_change set withdrawn_at = ?, withdrawn_by = ? where id = ?', [now, employeeId, id]);
  });
  return { vatChanges: await getVatChanges(context) };
}
