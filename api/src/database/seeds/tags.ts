// The tags that staff put on members.
import type { GymPlan } from './gym-plan.ts';
import type { Member } from './members.ts';
import type { Row } from './row.ts';

const started = Date.UTC(2021, 1, 1, 9);

const tags = [
  ['Blessure', '#c92a2a'],
  ['Wedstrijdgroep', '#862e9c'],
  ['Rugklachten', '#d9480f'],
  ['Herintreder', '#5f3dc4'],
  ['Zwanger', '#c2255c'],
  ['Student', '#1864ab'],
  ['Bedrijfsfitness', '#0b7285'],
  ['Ambassadeur', '#2b8a3e'],
  ['Betaalt contant', '#5c4700'],
  ['Diabetes', '#a61e4d'],
  ['Ochtendgroep', '#364fc7'],
  ['Spreekt Engels', '#343a40'],
  ['Vrijwilliger', '#087f5b'],
  ['Astma', '#b3590a'],
] as const;
const archived = ['Coronapauze', '#495057'] as const;

export interface GymTags {
  ids: string[];
  rows: Row[];
}

export function planTags(plan: GymPlan): GymTags {
  const random = plan.random.fork('tags');
  const rows = [...tags, archived].map(([name, color], index): Row => {
    const createdMs = started + index * 86_400_000;
    return {
      gym_id: plan.gymId,
      id: random.uuid(createdMs),
      name,
      color,
      created_at: new Date(createdMs).toISOString(),
      archived_at: name === archived[0] ? '2022-06-01T10:00:00.000Z' : null,
    };
  });
  return { ids: rows.slice(0, tags.length).map((row) => row.id as string), rows };
}

export function* memberTagRows(
  plan: GymPlan,
  members: readonly Member[],
  tagIds: readonly string[],
  employeeIds: readonly string[],
): Generator<Row> {
  for (const member of members) {
    if (member.tagCount === 0) continue;
    const random = member.random.fork('tags');
    for (const tag_id of random.sample(tagIds, member.tagCount)) {
      const day = random.int(member.joinedOn, plan.time.today - 1);
      yield {
        gym_id: plan.gymId,
        member_id: member.id,
        tag_id,
        added_at: plan.time.at(day, random.int(480, 1260)),
        added_by: random.pick(employeeIds),
      };
    }
  }
}
