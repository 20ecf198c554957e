// What is kept in settings, as branches read it: one by its id, or all by name with archived ones last.
import type { LookAhead, Parent } from './branch.ts';
import type { Context } from './context.ts';
import { NotFoundError } from './errors.ts';

/** For the answer of a verb that has just changed it. */
export async function getKept<T extends object>(context: Context, parent: Parent<T>, id: string): Promise<T> {
  const found = await context.branches.load(parent, id);
  if (!found) throw new NotFoundError('There is no such thing in the settings.');
  return found;
}

export async function getAllKept<T extends object>(
  context: Context,
  parent: Parent<T>,
  { includeArchived, ...ahead }: LookAhead & { includeArchived: boolean },
): Promise<T[]> {
  const rows = await context.db.rows<{ id: string }>(
    `select m.id ${parent.from} where $1 or m.archived_at is null order by m.archived_at is not null, fold(m.name), m.id`,
    [includeArchived],
    { name: `get_all_${parent.typeName}` },
  );
  const all = await context.branches.loadMany(
    parent,
    rows.map(({ id }) => id),
    ahead,
  );
  return all.filter((one) => one !== null);
}
