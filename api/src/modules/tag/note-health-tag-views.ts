// Writes down who sees which health tag of whom. An answer waits for it, so what is not written was not shown. Once per
// request and member, those of all members of a tick in one statement.
import DataLoader from 'dataloader';
import type { GymDatabase } from '../../database/gym-database.ts';
import { signedIn } from '../../graphql/context.ts';
import type { Context } from '../../graphql/context.ts';

export interface HealthTagSight {
  memberId: string;
  tagId: string;
}

type Noter = DataLoader<HealthTagSight, true, string>;

// A request has one of these, and another when it becomes somebody else's.
const noters = new WeakMap<GymDatabase, Noter>();

export async function noteHealthTagViews(context: Context, seen: readonly HealthTagSight[]): Promise<void> {
  if (seen.length === 0) return;
  const noter = noterOf(context);
  await Promise.all(seen.map((sight) => noter.load(sight)));
}

function noterOf(context: Context): Noter {
  let noter = noters.get(context.db);
  if (!noter) {
    noter = new DataLoader((seen) => write(context, seen), {
      cacheKeyFn: ({ memberId, tagId }) => `${memberId} ${tagId}`,
    });
    noters.set(context.db, noter);
  }
  return noter;
}

async function write(context: Context, seen: readonly HealthTagSight[]): Promise<true[]> {
  const { gymId, employeeId } = signedIn(context);
  const list = (field: keyof HealthTagSight) => `{${seen.map((it) => it[field]).join(',')}}`;
  await context.db.write((em) =>
    em.execute(
      `insert into health_tag_view (gym_id, employee_id, request_id, seen_at, member_id, tag_id)
       select ?, ?, ?, ?, it.member_id, it.tag_id from unnest(?::uuid[], ?::uuid[]) it (member_id, tag_id)`,
      [gymId, employeeId, context.requestId, context.clock.now(), list('memberId'), list('tagId')],
    ),
  );
  return seen.map(() => true);
}
