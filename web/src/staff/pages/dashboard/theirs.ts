// What one employee has to act on, or all of them together. Pure.
import type { DashboardQuery, Dashboard_EmployeeFragment } from './Dashboard.generated';

export type Theirs = Pick<Dashboard_EmployeeFragment, 'openNotifications' | 'checklists' | 'dueCheckups'>;

const nothing: Theirs = { openNotifications: [], checklists: [], dueCheckups: [] };

export function theirsOf({ employee, employees }: DashboardQuery): Theirs {
  if (employee !== undefined) return employee ?? nothing;
  const all = employees as readonly Dashboard_EmployeeFragment[];
  return {
    openNotifications:
      together(all.map((one) => one.openNotifications))?.toSorted((a, b) => a.dueOn.localeCompare(b.dueOn)) ?? null,
    checklists: together(all.map((one) => one.checklists)),
    dueCheckups: together(all.map((one) => one.dueCheckups)),
  };
}

/** Null when the lists of all could not be read. */
function together<Row>(lists: readonly (readonly Row[] | null)[]): Row[] | null {
  const read = lists.filter((list) => list !== null);
  return read.length === 0 && lists.length > 0 ? null : read.flat();
}
