// Who waits for the session that everybody wants: members whose subscription includes it, and who are not in it.
import type { Attendance } from './attendance.ts';
import { contractOn } from './contracts.ts';
import type { GymPlan } from './gym-plan.ts';
import type { Member } from './members.ts';
import type { Row } from './row.ts';

const LENGTH = 3;

export function* waitingListRows(
  plan: GymPlan,
  members: readonly Member[],
  { crowded }: Pick<Attendance, 'crowded'>,
): Generator<Row> {
  for (const [session, inIt] of crowded) {
    if (inIt.size < session.places) continue;
    const random = plan.random.fork(`waiting list ${session.id}`);
    const joinedMs = plan.time.instant(plan.time.today, 0) - 7_200_000;
    const waiting = members.filter((member) => {
      const contract = contractOn(member.contracts, session.day);
      return contract?.limit === null && contract.sessionTypes.includes(session.slot.type) && !inIt.has(member.id);
    });
    for (const [index, member] of random.sample(waiting, Math.min(LENGTH, waiting.length)).entries()) {
      yield {
        gym_id: plan.gymId,
        id: random.uuid(joinedMs + index * 600_000),
        session_id: session.id,
        member_id: member.id,
        number: index + 1,
        joined_at: new Date(Math.max(joinedMs + index * 600_000, member.createdMs + 60_000)).toISOString(),
      };
    }
  }
}
