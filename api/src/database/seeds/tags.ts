// The tags that staff put on members.
import { isoDate } from './calendar-days.ts';
import type { GymPlan } from './gym-plan.ts';
import type { Member } from './members.ts';
import type { Random } from './random.ts';
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
const aboutHealth: readonly string[] = ['Zwanger', 'Diabetes', 'Astma'];
/** Passes by itself, so it is put on until a day. */
const passing = 'Blessure';

export interface GymTags {
  ids: string[];
  idOf: ReadonlyMap<string, string>;
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
      is_health_data: aboutHealth.includes(name),
    };
  });
  const ids = rows.slice(0, tags.length).map((row) => row.id as string);
  return { ids, idOf: new Map(tags.map(([name], index) => [name, ids[index] ?? ''])), rows };
}

export function* memberTagRows(
  plan: GymPlan,
  members: readonly Member[],
  tags: GymTags,
  employeeIds: readonly string[],
): Generator<Row> {
  for (const member of members) {
    if (member.tagCount === 0) continue;
    const random = member.random.fork('tags');
    for (const tag_id of chosenTags(tags, member, random)) {
      const isPassing = tag_id === tags.idOf.get(passing);
      const isRecent = isPassing && member.castKey !== null;
      const day = isRecent ? plan.time.today - random.int(3, 12) : random.int(member.joinedOn, plan.time.today - 1);
      yield {
        gym_id: plan.gymId,
        member_id: member.id,
        tag_id,
        added_at: plan.time.at(day, random.int(480, 1260)),
        added_by: random.pick(employeeIds),
        expires_on: isPassing ? isoDate(lastDayOf(plan, member, random)) : null,
      };
    }
  }
}

/** The trail of those who have a story: when their tags were put on, as the timeline tells. */
export function* tagTrailRows(
  plan: GymPlan,
  members: readonly Member[],
  tags: GymTags,
  employeeIds: readonly string[],
): Generator<Row> {
  const told = members.filter((member) => member.castKey !== null);
  const random = plan.random.fork('tag trail');
  for (const row of memberTagRows(plan, told, tags, employeeIds)) {
    yield {
      gym_id: plan.gymId,
      id: random.uuid(Date.parse(String(row.added_at))),
      member_id: row.member_id ?? null,
      subject: 'member_tag',
      subject_id: row.tag_id ?? null,
      action: 'INSERT',
      after: JSON.stringify(row),
      employee_id: row.added_by ?? null,
      happened_at: row.added_at ?? null,
    };
  }
}

/** Those of the member's story, then chance. */
function chosenTags({ ids, idOf }: GymTags, { tagCount, tagNames }: Member, random: Random): string[] {
  const told = tagNames.map((name) => idOf.get(name) ?? '');
  const others = ids.filter((id) => !told.includes(id));
  return [...told, ...random.sample(others, tagCount - told.length)];
}

/** Some have healed already. */
const lastDayOf = ({ time }: GymPlan, member: Member, random: Random): number =>
  time.today + random.int(member.castKey === null ? -20 : 10, 60);
