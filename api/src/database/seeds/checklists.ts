// The checklists that the gym keeps, and those that members have: new ones by themselves, others from staff.
import type { GymPlan } from './gym-plan.ts';
import type { Member } from './members.ts';
import type { Random } from './random.ts';
import type { Cell, Row } from './row.ts';

const started = Date.UTC(2023, 3, 3, 9);

const templates = [
  {
    name: 'Nieuw lid',
    description: 'De eerste weken goed beginnen.',
    actions: [
      'Welkomstbericht sturen',
      'Rondleiding geven',
      'Intake doen: doelen, ervaring, blessures',
      'Eerste les samen boeken',
      'Na twee weken vragen hoe het gaat',
    ],
  },
  {
    name: 'Terug na blessure',
    description: 'Rustig opbouwen, samen met de fysiotherapeut.',
    actions: [
      'Bespreken wat de fysiotherapeut zegt',
      'Aangepast schema maken',
      'Eerste les meekijken',
      'Na vier weken opnieuw meten',
    ],
  },
  {
    name: 'Gesprek bij opzegging',
    description: null,
    actions: ['Bellen: waarom stopt dit lid?', 'Alternatief aanbieden', 'Sleutel en handdoek terugvragen'],
  },
] as const;
const newMemberDays = 45;

export interface GymChecklists {
  templates: Row[];
  templateActions: Row[];
}

export function planChecklists(plan: GymPlan): GymChecklists {
  const random = plan.random.fork('checklists');
  const rows = templates.map(({ name, description }, index): Row => {
    const createdMs = started + index * 86_400_000;
    return {
      gym_id: plan.gymId,
      id: random.uuid(createdMs),
      name,
      description,
      is_for_new_members: index === 0,
      created_at: new Date(createdMs).toISOString(),
      archived_at: null,
    };
  });
  const templateActions = templates.flatMap(({ actions }, index) =>
    actions.map((text, place): Row => ({
      gym_id: plan.gymId,
      id: random.uuid(started + index * 86_400_000),
      template_id: rows[index]?.id as string,
      position: place + 1,
      text,
    })),
  );
  return { templates: rows, templateActions };
}

interface Given {
  row: Row;
  actions: Row[];
}

/** Made again for the table of the actions: chance of a member's own gives the same. */
export function* checklistRows(
  plan: GymPlan,
  members: readonly Member[],
  { templates: kept }: GymChecklists,
  employeeIds: readonly string[],
): Generator<Given> {
  for (const member of members) {
    const random = member.random.fork('checklists');
    for (const index of chosen(plan, member, random)) yield give(plan, member, kept[index] as Row, employeeIds, random);
  }
}

/** Which templates a member has a checklist of. */
function chosen({ time }: GymPlan, member: Member, random: Random): number[] {
  const isNew = time.today - member.joinedOn < newMemberDays && member.contracts.length > 0;
  if (isNew) return [0];
  if (member.castKey === 'member') return [1];
  return time.today - member.joinedOn > 90 && random.chance(0.04) ? [random.int(1, 2)] : [];
}

function give(
  { gymId, time }: GymPlan,
  member: Member,
  template: Row,
  employeeIds: readonly string[],
  random: Random,
): Given {
  const { actions } = templates.find(({ name }) => name === template.name) ?? templates[0];
  const isByItself = template.is_for_new_members === true;
  const givenMs = isByItself ? member.createdMs : time.instant(time.today - random.int(3, 40), random.int(540, 1100));
  const daysAgo = (time.instant(time.today, 0) - givenMs) / 86_400_000;
  const doneCount = Math.max(0, Math.min(actions.length - 1, Math.floor(daysAgo / 6)));
  const by = member.employee === null ? employeeIds[0] : employeeIds[member.employee];
  const id = random.uuid(givenMs);
  const doneAt = (place: number): Cell =>
    place < doneCount ? new Date(givenMs + (place + 0.5) * 5 * 86_400_000).toISOString() : null;
  return {
    row: {
      gym_id: gymId,
      id,
      member_id: member.id,
      template_id: template.id as string,
      name: template.name as string,
      description: template.description as string | null,
      assigned_at: new Date(givenMs).toISOString(),
      assigned_by: isByItself ? null : (by as string),
      closed_at: null,
    },
    actions: actions.map((text, place) => ({
      gym_id: gymId,
      id: random.uuid(givenMs),
      checklist_id: id,
      member_id: member.id,
      position: place + 1,
      text,
      done_at: doneAt(place),
      done_by: doneAt(place) === null ? null : (by as string),
    })),
  };
}
