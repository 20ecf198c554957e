// What the admin of a demonstrated gym has set over the months, as the audit trail has it: the last of each is how it is.
import type { GymPlan } from './gym-plan.ts';
import type { Row } from './row.ts';

const changes: readonly { daysAgo: number; before: Row; after: Row }[] = [
  { daysAgo: 211, before: { new_member_days: 60 }, after: { new_member_days: 30 } },
  {
    daysAgo: 148,
    before: { attachment_file_limit_bytes: 5_242_880, attachment_member_limit_bytes: 26_214_400 },
    after: { attachment_file_limit_bytes: 10_485_760, attachment_member_limit_bytes: 52_428_800 },
  },
  {
    daysAgo: 63,
    before: { trend_recent_weeks: 3, trend_minimum_percent: 30 },
    after: { trend_recent_weeks: 4, trend_minimum_percent: 20 },
  },
];

export function* settingChangeRows(plan: GymPlan, adminId: string | undefined): Generator<Row> {
  if (plan.cast.length === 0 || !adminId) return;
  const random = plan.random.fork('setting changes');
  for (const { daysAgo, before, after } of changes) {
    const at = plan.time.at(plan.time.today - daysAgo, 10 * 60 + random.int(0, 300));
    yield {
      gym_id: plan.gymId,
      id: random.uuid(Date.parse(at)),
      subject: 'gym',
      subject_id: plan.gymId,
      action: 'UPDATE',
      before: JSON.stringify(before),
      after: JSON.stringify(after),
      employee_id: adminId,
      happened_at: at,
    };
  }
}
