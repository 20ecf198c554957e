// Notes of staff about members.
import type { GymPlan } from './gym-plan.ts';
import type { Member } from './members.ts';
import { absence, arrangements, awkward, injuries, intake, longNote, progress } from './note-texts.ts';
import type { Random } from './random.ts';
import type { Row } from './row.ts';

export function* noteRows(plan: GymPlan, members: readonly Member[], employeeIds: readonly string[]): Generator<Row> {
  for (const member of members) {
    if (member.noteCount === 0 || plan.time.today - member.joinedOn < 2) continue;
    const random = member.random.fork('notes');
    // Spread over the membership, the first at the start; in order of time.
    const days = Array.from({ length: member.noteCount }, (_, i) => (i === 0 ? 0 : random.fraction() ** 0.8)).sort(
      (a, b) => a - b,
    );
    const told = new Set<string>();
    for (const [position, share] of days.entries()) {
      const day = Math.floor(member.joinedOn + share * (plan.time.today - 1 - member.joinedOn));
      const createdMs = plan.time.instant(day, random.int(420, 1300));
      const isRetracted = position > 0 && random.chance(0.02);
      const authorId =
        member.employee === null || random.chance(0.35)
          ? random.pick(employeeIds)
          : (employeeIds[member.employee] as string);
      yield {
        gym_id: plan.gymId,
        id: random.uuid(createdMs),
        member_id: member.id,
        author_id: authorId,
        text: textOf(member, position, told, random),
        created_at: new Date(createdMs).toISOString(),
        retracted_at: isRetracted ? new Date(createdMs + 400_000).toISOString() : null,
        retracted_by: isRetracted ? authorId : null,
      };
    }
  }
}

function textOf(member: Member, position: number, told: Set<string>, random: Random): string {
  if (member.castKey === 'many-notes' && position === member.noteCount - 4) return awkward;
  if (member.castKey === 'many-notes' && position === member.noteCount - 7)
    return `${longNote}\n\n${longNote.replaceAll('halfjaar', 'jaar')}`;
  if (position === 0) return `${random.pick(intake)}${random.chance(0.4) ? ` ${random.pick(arrangements)}` : ''}`;
  if (random.chance(0.03)) return longNote;
  const text = newText(told, random);
  const addition = random.pick<string>(arrangements);
  return random.chance(0.4) && addition !== text ? `${text} ${addition}` : text;
}

/** One that was not yet said about this member, as long as that can be found. */
function newText(told: Set<string>, random: Random): string {
  let text = '';
  for (let attempt = 0; attempt < 20; attempt++) {
    const finding = random.weighted<readonly string[]>([
      [26, injuries],
      [52, progress],
      [12, absence],
      [10, arrangements],
    ]);
    text = random.pick(finding);
    if (!told.has(text)) break;
  }
  told.add(text);
  return text;
}
