// A gym on Wednesday 4 March at one o'clock with a session type, a calendar and members on subscriptions: what tests of
// sessions and registrations need.
import type { Viewer } from '../graphql/viewer.ts';
import { addMember, addSession, addSubscription, insert } from './fixtures.ts';
import { newId, openGymScene } from './gym-scene.ts';
import type { GymScene } from './gym-scene.ts';

export interface SessionScene extends GymScene {
  typeId: string;
  calendarId: string;
  subscriptionTypeId: string;
}

export async function openSessionScene(now = '2026-03-04T12:00:00Z'): Promise<SessionScene> {
  const scene = await openGymScene(now);
  const add = (table: string, row: object) => insert(scene.api.owner, table, { gym_id: scene.gymId, ...row });
  return {
    ...scene,
    typeId: await add('session_type', { name: 'CrossFit', color: '#336699' }),
    calendarId: await add('calendar', { name: 'Hall' }),
    subscriptionTypeId: await add('subscription_type', { name: 'Plan', is_recurring: true, price_cents: 5000 }),
  };
}

export interface Plan {
  /** Sessions a week, or credits; absent: no limit. */
  limit?: number;
  isOnce?: boolean;
  typeIds?: string[];
  calendarIds?: string[];
  startsOn?: string;
  endsOn?: string;
}

/** A member, on a subscription when one is given. */
export async function addTrainee(scene: SessionScene, plan?: Plan): Promise<string> {
  const memberId = await addMember(scene.api.owner, scene.gymId);
  if (plan) await addPlan(scene, memberId, plan);
  return memberId;
}

export async function addPlan(scene: SessionScene, memberId: string, plan: Plan): Promise<string> {
  const { owner } = scene.api;
  const subscription_id = await addSubscription(owner, scene.gymId, memberId, {
    subscription_type_id: scene.subscriptionTypeId,
    session_limit: plan.limit ?? null,
    billing: plan.isOnce ? 'ONCE' : 'MONTHLY',
    starts_on: plan.startsOn ?? '2026-01-01',
    ends_on: plan.endsOn ?? null,
  });
  const row = { gym_id: scene.gymId, subscription_id };
  for (const session_type_id of plan.typeIds ?? [scene.typeId])
    await insert(owner, 'subscription_session_type', { ...row, session_type_id });
  for (const calendar_id of plan.calendarIds ?? [scene.calendarId])
    await insert(owner, 'subscription_calendar', { ...row, calendar_id });
  return subscription_id;
}

export const planSession = (scene: SessionScene, startsAt: string, row: object = {}): Promise<string> =>
  addSession(scene.api.owner, scene.gymId, startsAt, {
    session_type_id: scene.typeId,
    calendar_id: scene.calendarId,
    ...row,
  });

export interface Place {
  id: string;
  status: string;
  paidWith: string;
  override: { reason: string; refusals: string[]; employee: { id: string } | null } | null;
}

export interface Outcome {
  __typename: 'MemberRegistered' | 'RegistrationRefused' | 'WaitingListJoined';
  registration?: Place;
  entry?: { id: string; place: number };
  purchase?: { id: string; status: string; description: string; total: { amountCents: number } } | null;
  session?: { registrationCount: number; isFull: boolean; waitingCount: number };
  reasons?: { code: string; limit: number | null; subscriptionTypeName: string | null }[];
  canOverride?: boolean;
  canJoinWaitingList?: boolean;
  singleSessionPrice?: { amountCents: number } | null;
}

const place = `id status paidWith override { reason refusals employee { id } }`;
const session = `session { registrationCount isFull waitingCount }`;
const refused = `... on RegistrationRefused { reasons { code limit subscriptionTypeName } canOverride canJoinWaitingList singleSessionPrice { amountCents } ${session} }`;
const purchase = `purchase { id status description total { amountCents } }`;

export const sessionDocuments = {
  register: `mutation ($input: RegisterMemberInput!) { answer: registerMember(input: $input) { __typename ... on MemberRegistered { registration { ${place} } ${session} ${purchase} } ${refused} } }`,
  join: `mutation ($input: JoinWaitingListInput!) { answer: joinWaitingList(input: $input) { __typename ... on WaitingListJoined { entry { id place } ${session} } ${refused} } }`,
  leave: `mutation ($input: WaitingListEntryIdInput!) { answer: leaveWaitingList(input: $input) { ${session} } }`,
  cancel: `mutation ($input: RegistrationIdInput!) { answer: cancelRegistration(input: $input) { registration { ${place} } ${session} ${purchase} movedUp { id member { id } } } }`,
};

interface Wish {
  id?: string;
  payWith?: 'SUBSCRIPTION' | 'SINGLE_SESSION';
  singleSessionPriceCents?: number;
  override?: { reason: string };
}

/** The answer of registering, or of joining the waiting list. */
export async function register(
  scene: SessionScene,
  [memberId, sessionId]: [string, string],
  wish: Wish = {},
  viewer: Viewer = scene.coach,
): Promise<Outcome> {
  const input = { id: newId(), memberId, sessionId, ...wish };
  return (await scene.api.get<{ answer: Outcome }>(viewer, sessionDocuments.register, { input })).answer;
}

export async function join(
  scene: SessionScene,
  [memberId, sessionId]: [string, string],
  wish: Pick<Wish, 'id' | 'payWith'> = {},
): Promise<Outcome> {
  const input = { id: newId(), memberId, sessionId, ...wish };
  return (await scene.api.get<{ answer: Outcome }>(scene.coach, sessionDocuments.join, { input })).answer;
}

export interface Cancelled {
  registration: Place;
  session: { registrationCount: number };
  purchase: Outcome['purchase'];
  movedUp: { id: string; member: { id: string } }[];
}

export async function cancel(scene: SessionScene, id: string): Promise<Cancelled> {
  return (await scene.api.get<{ answer: Cancelled }>(scene.coach, sessionDocuments.cancel, { input: { id } })).answer;
}

export const codesOf = ({ __typename, reasons }: Outcome): string[] => reasons?.map(({ code }) => code) ?? [__typename];
