// Runs the rules now, because somebody asks: at most once a minute in a gym, since a run looks at every member.
import { signedIn } from '../../graphql/context.ts';
import type { Context } from '../../graphql/context.ts';
import { ThrottledError } from '../../graphql/errors.ts';
import { MemberPermission, assertMay } from '../member/member.policy.ts';
import { getRules } from './get-rules.ts';
import type { RefreshNotificationsPayload } from './rule.inputs.ts';
import { runRules } from './run-rules.ts';

const secondsBetween = 60;

export async function refreshNotifications(context: Context): Promise<RefreshNotificationsPayload> {
  assertMay(signedIn(context), MemberPermission.SCHEDULE_NOTIFICATION);
  await takeTurn(context);
  const { made, closed } = await runRules(context.db, context.clock.now());
  return { madeCount: made, closedCount: closed, notificationRules: await getRules(context) };
}

async function takeTurn(context: Context): Promise<void> {
  const { gymId } = signedIn(context);
  const now = context.clock.now();
  const before = new Date(now.getTime() - secondsBetween * 1000);
  const taken = await context.db.write((em) =>
    em.execute<object[]>(
      `insert into notification_rule_run as r (gym_id, refreshed_at, ran_at) values (?, ?, ?)
       on conflict (gym_id) do update set refreshed_at = excluded.refreshed_at, ran_at = excluded.ran_at
        where r.refreshed_at is null or r.refreshed_at <= ? returning gym_id`,
      [gymId, now, now, before],
    ),
  );
  if (taken.length === 0) throw new ThrottledError(secondsBetween);
}
