// A gym on 9 March with subscription types on offer and members who can pay: what tests of changing subscriptions need.
import type { Viewer } from '../graphql/viewer.ts';
import { addMandate, addMember, addSubscription, insert } from './fixtures.ts';
import { newId, openGymScene } from './gym-scene.ts';
import type { GymScene } from './gym-scene.ts';

export interface Money {
  amountCents: number;
}

export interface Preview {
  __typename: 'SubscriptionChangePreview';
  token: string;
  effectiveOn: string;
  lines: { description: string; periodStartsOn: string; periodEndsOn: string | null; total: Money; vat: Money }[];
  total: Money;
  vat: Money;
  paymentMethod: string | null;
  subscriptions: {
    subscriptionId: string | null;
    role: string;
    startsOn: string;
    endsOn: string | null;
    price: Money;
    type: { name: string };
  }[];
  nextCharges: {
    chargedOn: string;
    total: Money;
    periodStartsOn: string;
    periodEndsOn: string | null;
    description: string;
  }[];
  earliestEnd: {
    endsOn: string;
    firstTermEndsOn: string | null;
    noticeEndsOn: string | null;
    cancelledOn: string;
  } | null;
}

export interface Shown {
  id: string;
  status: string;
  startsOn: string;
  endsOn: string | null;
  price: Money;
  type: { name: string };
  isUndoable: boolean;
  replacesId: string | null;
  cancelledAt: string | null;
  cancellation: { confirmation: string; confirmationNumber: string; endsOn: string } | null;
  nextCharge: { chargedOn: string; total: Money } | null;
  sessionTypes: { id: string }[];
}

export type Answer =
  | Preview
  | { __typename: 'SubscriptionChangeRefused'; reason: string; paymentBlock: string | null }
  | { __typename: 'SubscriptionChangeConflict'; preview: Preview }
  | { __typename: 'SubscriptionChanged'; member: { id: string }; subscription: Shown | null };

const preview = `token effectiveOn lines { description periodStartsOn periodEndsOn total { amountCents } vat { amountCents } } total { amountCents }
  vat { amountCents } paymentMethod subscriptions { subscriptionId role startsOn endsOn price { amountCents } type { name } }
  nextCharges { chargedOn total { amountCents } periodStartsOn periodEndsOn description } earliestEnd { endsOn firstTermEndsOn noticeEndsOn cancelledOn }`;
const shown = `id status startsOn endsOn price { amountCents } type { name } isUndoable replacesId cancelledAt
  cancellation { confirmation confirmationNumber endsOn } nextCharge { chargedOn total { amountCents } } sessionTypes { id }`;
const refused = `... on SubscriptionChangeRefused { reason paymentBlock }`;
const outcome = `__typename ... on SubscriptionChanged { member { id } subscription { ${shown} } }
  ... on SubscriptionChangeConflict { preview { ${preview} } } ${refused}`;

export const documents = {
  preview: `query ($input: SubscriptionChangeInput!) { answer: previewSubscriptionChange(input: $input) { __typename ... on SubscriptionChangePreview { ${preview} } ${refused} } }`,
  change: `mutation ($input: ChangeSubscriptionInput!) { answer: changeSubscription(input: $input) { ${outcome} } }`,
  undo: `mutation ($input: UndoSubscriptionChangeInput!) { answer: undoSubscriptionChange(input: $input) { ${outcome} } }`,
  subscriptions: `query ($id: ID!) { member(id: $id) { subscriptions { ${shown} } } }`,
};

export interface Wish {
  memberId: string;
  kind: string;
  [field: string]: unknown;
}

export interface Line {
  id: string;
  description: string;
  total_cents: number;
  vat_cents: number;
  status: string;
  period_starts_on: string;
  period_ends_on: string | null;
  subscription_id: string;
  corrects_purchase_id: string | null;
}

export interface SubscriptionScene extends GymScene {
  unlimited: string;
  once: string;
  twice: string;
  card: string;
  yoga: string;
  crossfit: string;
  hall: string;
  /** A member with a mandate. */
  addPayer(): Promise<string>;
  /** One that runs on `type`, and the line of a period when it was charged. */
  addRunning(
    memberId: string,
    row?: Record<string, unknown>,
    charged?: { from: string; to: string | null; cents: number },
  ): Promise<string>;
  ask(
    document: keyof typeof documents,
    input: unknown,
    viewer?: Viewer | null,
  ): Promise<{ answer: Answer | undefined; refusal: unknown }>;
  preview(wish: Wish): Promise<Preview>;
  /** Previews, then makes the change. */
  change(wish: Wish, id?: string): Promise<Shown>;
  undo(subscriptionId: string): Promise<Answer>;
  subscriptionsOf(memberId: string): Promise<Shown[]>;
  linesOf(memberId: string): Promise<Line[]>;
  /** What the lines that count add up to. */
  owedBy(memberId: string): Promise<number>;
}

export async function openSubscriptionScene(now = '2026-03-09T12:00:00Z'): Promise<SubscriptionScene> {
  const scene = await openGymScene(now);
  const { owner } = scene.api;
  const { gymId } = scene;
  const add = (table: string, row: Record<string, unknown>) => insert(owner, table, { gym_id: gymId, ...row });
  const [yoga, crossfit] = [
    await add('session_type', { name: 'Yoga', color: '#112233' }),
    await add('session_type', { name: 'CrossFit', color: '#332211' }),
  ];
  const hall = await add('calendar', { name: 'Hall' });
  const offer = async (row: Record<string, unknown>) => {
    const id = await add('subscription_type', { is_recurring: true, vat_rate_bp: 900, ...row });
    await add('subscription_type_session_type', { subscription_type_id: id, session_type_id: crossfit });
    await add('subscription_type_calendar', { subscription_type_id: id, calendar_id: hall });
    return id;
  };
  const [unlimited, once, twice, card] = [
    await offer({ name: 'Unlimited', price_cents: 7950, yearly_price_cents: 79500 }),
    await offer({ name: 'Once a week', price_cents: 4500, session_limit: 1 }),
    await offer({ name: 'Twice a week', price_cents: 6200, session_limit: 2, first_term_months: 3 }),
    await offer({
      name: 'Ten sessions',
      is_recurring: false,
      price_cents: 12500,
      session_limit: 10,
      validity_days: 120,
    }),
  ];

  const ask: SubscriptionScene['ask'] = async (document, input, viewer = scene.admin) => {
    const { data, errors } = await scene.api.ask<{ answer: Answer }>(viewer, documents[document], { input });
    const [error] = errors ?? [];
    const extensions = error?.extensions as { code?: string; field?: string; reason?: string } | undefined;
    const refusal = error && [extensions?.code, extensions?.field, extensions?.reason].filter(Boolean).join(' ');
    return { answer: data?.answer, refusal: refusal || error?.message };
  };
  const previewOf = async (wish: Wish): Promise<Preview> => {
    const { answer, refusal } = await ask('preview', wish);
    if (answer?.__typename !== 'SubscriptionChangePreview') throw new Error(JSON.stringify(answer ?? refusal));
    return answer;
  };
  const linesOf: SubscriptionScene['linesOf'] = async (memberId) =>
    (
      await owner.query<Line>(
        `select id, description, total_cents, vat_cents, status, period_starts_on::text, period_ends_on::text, subscription_id, corrects_purchase_id
           from purchase where member_id = $1 order by period_starts_on, total_cents, id`,
        [memberId],
      )
    ).rows;
  return {
    ...scene,
    ...{ unlimited, once, twice, card, yoga, crossfit, hall, ask, linesOf },
    preview: previewOf,
    addPayer: async () => {
      const memberId = await addMember(owner, gymId);
      await addMandate(owner, gymId, memberId);
      return memberId;
    },
    addRunning: async (memberId, row = {}, charged) => {
      const terms = { subscription_type_id: unlimited, starts_on: '2025-06-01', price_cents: 7950, ...row };
      const id = await addSubscription(owner, gymId, memberId, terms);
      await add('subscription_session_type', { subscription_id: id, session_type_id: crossfit });
      await add('subscription_calendar', { subscription_id: id, calendar_id: hall });
      if (charged)
        await add('purchase', {
          member_id: memberId,
          kind: 'SUBSCRIPTION',
          description: 'Unlimited, maart 2026',
          unit_price_cents: charged.cents,
          total_cents: charged.cents,
          vat_rate_bp: 900,
          vat_cents: Math.round((charged.cents * 900) / 10900),
          currency: 'EUR',
          purchased_at: `${charged.from}T05:00:00Z`,
          subscription_id: id,
          period_starts_on: charged.from,
          period_ends_on: charged.to,
        });
      return id;
    },
    change: async (wish, id) => {
      const { token } = await previewOf(wish);
      const { answer, refusal } = await ask('change', { id: id ?? newId(), change: wish, token });
      if (answer?.__typename !== 'SubscriptionChanged') throw new Error(JSON.stringify(answer ?? refusal));
      if (!answer.subscription) throw new Error('It is not among the subscriptions.');
      return answer.subscription;
    },
    undo: async (subscriptionId) => {
      const { answer, refusal } = await ask('undo', { id: newId(), subscriptionId });
      if (!answer) throw new Error(String(refusal));
      return answer;
    },
    subscriptionsOf: async (id) =>
      (await scene.api.get<{ member: { subscriptions: Shown[] } }>(scene.admin, documents.subscriptions, { id })).member
        .subscriptions,
    owedBy: async (memberId) =>
      (await linesOf(memberId)).reduce((sum, line) => sum + (line.status === 'CANCELLED' ? 0 : line.total_cents), 0),
  };
}
