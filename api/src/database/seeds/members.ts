// Who the members of a gym are and how each of them uses it: drawn by chance, or told by the cast.
import { addressIn, type Address } from './addresses.ts';
import type { CastMember, Habit } from './cast.ts';
import { dateParts, dayFrom, isoDate, type Day } from './calendar-days.ts';
import { planContracts, subscribedUntil, type Contract, type ContractStory } from './contracts.ts';
import type { GymPlan } from './gym-plan.ts';
import { asciiName, nameOf, type FullName } from './names.ts';
import type { OfferKey } from './offer.ts';
import { phoneNumber, digitsOf } from './phones.ts';
import type { Random } from './random.ts';
import type { Row } from './row.ts';

export interface Member {
  id: string;
  number: number;
  index: number;
  castKey: string | null;
  joinedOn: Day;
  createdMs: number;
  name: FullName;
  birthDate: string | null;
  email: string | null;
  phone: string | null;
  address: Address | null;
  employee: number | null;
  habit: Habit;
  pace: number;
  location: number;
  contracts: Contract[];
  tagCount: number;
  tagNames: readonly string[];
  noteCount: number;
  resultCount: number;
  shopping: number;
  hasFailedPayment: boolean;
  hasAttachments: boolean;
  hasUpcoming: boolean;
  hasCheckups: boolean;
  random: Random;
  /** Found while attendance is made up. */
  lastVisitMs: number | null;
  /** Visits by complete weeks ago; 0 is the running week. */
  recentVisits: Uint8Array;
}

type Story = Omit<CastMember, 'key' | 'firstName' | 'particle' | 'lastName'>;

/** The gym's members in the order they joined, which is the order of their numbers. */
export function planMembers(plan: GymPlan, employeeCount: number): Member[] {
  const drafts = Array.from({ length: plan.memberCount }, (_, index) => {
    const random = plan.random.fork(`member ${index}`);
    const cast = plan.cast[index];
    return { index, random, cast, story: cast ?? chanceStory(plan, random, employeeCount) };
  });
  drafts.sort((a, b) => b.story.joinedDaysAgo - a.story.joinedDaysAgo || a.index - b.index);
  return drafts.map(({ index, random, cast, story }, position) => {
    const joinedOn = plan.time.today - story.joinedDaysAgo;
    const createdMs = plan.time.instant(joinedOn, 300) + (position % 60_000);
    const person = planPerson(plan, index, random.fork('person'), cast);
    return {
      id: random.uuid(createdMs),
      number: 1001 + position,
      index,
      castKey: cast?.key ?? null,
      joinedOn,
      createdMs,
      ...person,
      employee: story.employee ?? null,
      habit: story.habit,
      pace: story.pace ?? 2,
      location: cast ? 0 : random.int(0, plan.locations.length - 1),
      contracts: planContracts(
        plan,
        { story: story.story, offer: story.offer ?? 'UNLIMITED', joinedOn, ...endOf(plan, story) },
        random.fork('contracts'),
      ),
      tagCount: story.tagCount ?? 0,
      tagNames: cast?.tagNames ?? [],
      noteCount: story.noteCount ?? 0,
      resultCount: story.resultCount ?? 0,
      shopping: story.shopping ?? 0,
      hasFailedPayment: story.hasFailedPayment ?? false,
      hasAttachments: story.hasAttachments ?? false,
      hasUpcoming: story.hasUpcoming ?? false,
      hasCheckups: story.hasCheckups ?? false,
      random,
      lastVisitMs: null,
      recentVisits: new Uint8Array(13),
    };
  });
}

function endOf(plan: GymPlan, story: Story): { endsOn?: Day } {
  return story.endsInDays === undefined ? {} : { endsOn: plan.time.today + story.endsInDays };
}

/** Visits a week that go with a limited subscription. */
const paces: Partial<Record<OfferKey, number>> = { ONCE: 0.9, TWICE: 1.7, YOGA: 1.3, OPEN_GYM: 1.4 };

function chanceStory(plan: GymPlan, random: Random, employeeCount: number): Story {
  const kind = random.weighted([
    [60, 'STEADY'],
    [9, 'FADING'],
    [5, 'COMEBACK'],
    [8, 'ABSENT'],
    [6, 'NEW'],
    [11, 'FORMER'],
    [1, 'PROSPECT'],
  ] as const);
  const usual = random.weighted<Habit>([
    [88, 'REGULAR'],
    [9, 'WEEKEND'],
    [1, 'DAILY'],
    [2, 'NEVER'],
  ]);
  const habit: Habit = kind === 'FADING' || kind === 'COMEBACK' || kind === 'ABSENT' ? kind : usual;
  const joinedDaysAgo = kind === 'NEW' ? random.int(2, 30) : Math.floor(45 + 1900 * random.fraction() ** 1.7);
  const offer = random.weighted<OfferKey>([
    [38, 'UNLIMITED'],
    [32, 'TWICE'],
    [10, 'ONCE'],
    [7, 'YOGA'],
    [8, 'STUDENT'],
    [3, 'OPEN_GYM'],
    [1, 'STAFF'],
  ]);
  const story = random.weighted<ContractStory>([
    [70, 'RUNNING'],
    [8, 'YEARLY'],
    [8, 'CHANGED'],
    [2, 'PENDING_CHANGE'],
    [3, 'ENDING'],
    [6, 'CARDS'],
    [2, 'NONE'],
  ]);
  const pace = habit === 'DAILY' ? 5.5 : (paces[offer] ?? 1.2 + 2.4 * random.fraction());
  return {
    joinedDaysAgo,
    habit,
    pace: story === 'CARDS' || story === 'NONE' ? 0.6 : pace,
    offer:
      (story === 'YEARLY' || story === 'CHANGED' || story === 'PENDING_CHANGE') &&
      !['UNLIMITED', 'TWICE'].includes(offer)
        ? 'UNLIMITED'
        : offer,
    story: kind === 'FORMER' ? 'ENDED' : kind === 'PROSPECT' ? 'NONE' : story,
    endsInDays: kind === 'FORMER' ? -random.int(3, Math.min(600, joinedDaysAgo - 15)) : random.int(4, 50),
    employee: random.chance(kind === 'NEW' ? 0.35 : 0.07)
      ? null
      : random.chance(0.1)
        ? 1
        : random.int(0, employeeCount - 1),
    tagCount: random.weighted([
      [62, 0],
      [25, 1],
      [10, 2],
      [3, 3],
    ] as const),
    noteCount: random.chance(0.25) ? 0 : Math.floor(1 + 7 * random.fraction() ** 3 * Math.min(1, joinedDaysAgo / 200)),
    resultCount: habit === 'NEVER' || random.chance(0.45) ? 0 : Math.floor(1 + 18 * random.fraction() ** 2),
    shopping: random.chance(0.3) ? 0 : 3.5 * random.fraction() ** 2,
    hasFailedPayment: random.chance(0.015),
    hasCheckups: random.chance(0.55),
  };
}

export function planPerson(plan: GymPlan, index: number, random: Random, cast: CastMember | undefined) {
  const name: FullName = cast
    ? { first_name: cast.firstName, particle: cast.particle ?? null, last_name: cast.lastName }
    : nameOf(plan.nameOffset + index, plan.memberCount);
  const birthDate = birthDateOf(plan, random, cast);
  const email = mailAddress(plan, name, index, random);
  const phone = phoneNumber(plan.towns, random);
  const address = addressIn(plan.towns, random);
  if (cast?.isBare) return { name, birthDate: null, email: null, phone: null, address: null };
  return {
    name,
    birthDate,
    email: cast?.email === undefined ? email : cast.email,
    phone: cast?.phone ?? (!cast && random.chance(0.03) ? null : phone),
    address: !cast && random.chance(0.05) ? null : address,
  };
}

function birthDateOf(plan: GymPlan, random: Random, cast: CastMember | undefined): string | null {
  const { year } = dateParts(plan.time.today);
  const drawn = isoDate(
    dayFrom(year - Math.floor(17 + 52 * random.fraction() ** 1.5), random.int(1, 12), random.int(1, 28)),
  );
  if (!cast) return random.chance(0.02) ? null : drawn;
  if (cast.birth === undefined || cast.birth === null || typeof cast.birth === 'string')
    return cast.birth === undefined ? drawn : cast.birth;
  const birthday = dateParts(plan.time.today + cast.birth.inDays);
  // Only those born in a leap year have their birthday on 29 February.
  const isLeapDay = birthday.month === 2 && birthday.dayOfMonth === 29;
  const age = isLeapDay ? Math.ceil(cast.birth.age / 4) * 4 : cast.birth.age;
  return isoDate(dayFrom(birthday.year - age, birthday.month, birthday.dayOfMonth));
}

/** Names come back after all combinations are used; the member's index keeps the address apart then. */
function mailAddress(plan: GymPlan, name: FullName, index: number, random: Random): string {
  const first = asciiName(name.first_name);
  const last = asciiName(`${name.particle ?? ''}${name.last_name}`);
  const local = random.weighted([
    [60, `${first}.${last}`],
    [15, `${first}${last}`],
    [15, `${last}.${first}`],
    [10, `${first}_${last}`],
  ] as const);
  return `${local}${index < 40_000 ? '' : index}@${random.pick(plan.mailDomains)}`;
}

export function memberRow(
  plan: GymPlan,
  member: Member,
  employeeIds: readonly string[],
  accountId: string | null,
): Row {
  return {
    gym_id: plan.gymId,
    id: member.id,
    member_number: member.number,
    account_id: accountId,
    first_name: member.name.first_name,
    particle: member.name.particle,
    last_name: member.name.last_name,
    birth_date: member.birthDate,
    joined_on: isoDate(member.joinedOn),
    email: member.email,
    phone: member.phone,
    phone_digits: member.phone === null ? null : digitsOf(member.phone),
    street: member.address?.street ?? null,
    house_number: member.address?.house_number ?? null,
    postal_code: member.address?.postal_code ?? null,
    city: member.address?.city ?? null,
    country: member.address?.country ?? null,
    employee_id: member.employee === null ? null : (employeeIds[member.employee] as string),
    last_visit_at: null,
    subscribed_until: subscribedUntil(member.contracts),
    created_at: new Date(member.createdMs).toISOString(),
  };
}
