// What is being changed about a member's subscriptions, as the sheet holds it, and what of it is asked of the server. Pure.
import { isAmountProblem, type Amount } from '../../format/amount';
import type { SubscriptionBilling, SubscriptionChangeInput } from '../../graphql/schema.generated';
import type {
  SubscriptionSheet_SubscriptionFragment,
  SubscriptionSheet_TypeFragment,
} from './SubscriptionSheet.generated';

export type Mode = 'CHANGE' | 'CANCEL' | 'ADD';

/** Undefined: untouched, so as it is, or as the type that was chosen has it. */
export interface Draft {
  mode: Mode;
  subscriptionId: string | null;
  effective: 'NOW' | 'NEXT_PERIOD';
  typeId?: string | undefined;
  billing?: SubscriptionBilling | undefined;
  price?: Amount | undefined;
  sessionTypeIds?: string[] | undefined;
  calendarIds?: string[] | undefined;
  startsOn?: string | undefined;
  endsOn?: string | undefined;
}

export type Subscription = SubscriptionSheet_SubscriptionFragment;
export type Type = SubscriptionSheet_TypeFragment;

export const running = (subscriptions: readonly Subscription[]): Subscription[] =>
  subscriptions.filter(({ status }) => status !== 'ENDED');

/** The one that runs on is the likeliest to be changed. */
export function firstDraft(subscriptions: readonly Subscription[]): Draft {
  const all = running(subscriptions);
  const likeliest = all.find(({ endsOn }) => !endsOn) ?? all[0];
  return { mode: likeliest ? 'CHANGE' : 'ADD', subscriptionId: likeliest?.id ?? null, effective: 'NEXT_PERIOD' };
}

/** What was begun, about a subscription that still runs: it may have been undone or replaced meanwhile. */
export function repointed(draft: Draft, subscriptions: readonly Subscription[]): Draft {
  if (draft.mode === 'ADD' || running(subscriptions).some(({ id }) => id === draft.subscriptionId)) return draft;
  const { mode, subscriptionId } = firstDraft(subscriptions);
  return { ...draft, subscriptionId, mode: subscriptionId ? draft.mode : mode };
}

/** Whose undoing makes way for the draft: of the subscription itself, or of the one that will take over from it. */
export const inTheWay = (draft: Draft, subscriptions: readonly Subscription[]): Subscription | undefined =>
  subscriptions.find(
    ({ id, replacesId, isUndoable }) =>
      isUndoable && draft.subscriptionId !== null && [id, replacesId].includes(draft.subscriptionId),
  );

/** What stands in the fields: what was touched, else what would hold. */
export interface Terms {
  type: Type | null;
  billing: SubscriptionBilling | null;
  price: Amount;
  sessionTypeIds: string[];
  calendarIds: string[];
  /** Included already, or by the type: archived ones may stay. */
  kept: Pick<Type, 'sessionTypes' | 'calendars'> | null;
}

export function termsOf(draft: Draft, subscription: Subscription | null, types: readonly Type[]): Terms {
  const before = draft.mode === 'ADD' ? null : subscription;
  const type = types.find(({ id }) => id === draft.typeId) ?? before?.type ?? null;
  const isOtherType = !before || type?.id !== before.type.id;
  const billing = draft.billing ?? (isOtherType ? usualBilling(type) : before.billing);
  const isAsBefore = !isOtherType && billing === before.billing;
  const kept = isOtherType ? type : before;
  const ids = (list: readonly { id: string; isArchived: boolean }[] = []) =>
    list.filter(({ isArchived }) => !isOtherType || !isArchived).map(({ id }) => id);
  return {
    type,
    billing,
    price: draft.price !== undefined ? draft.price : isAsBefore ? before.price.amountCents : priceOf(type, billing),
    sessionTypeIds: draft.sessionTypeIds ?? ids(kept?.sessionTypes),
    calendarIds: draft.calendarIds ?? ids(kept?.calendars),
    kept,
  };
}

export function billingsOf(type: Type | null): SubscriptionBilling[] {
  if (!type) return [];
  if (!type.isRecurring) return ['ONCE'];
  return type.yearlyPrice ? ['MONTHLY', 'YEARLY'] : ['MONTHLY'];
}

const usualBilling = (type: Type | null) => billingsOf(type)[0] ?? null;

function priceOf(type: Type | null, billing: SubscriptionBilling | null): number | null {
  if (!type) return null;
  return (billing === 'YEARLY' ? type.yearlyPrice : type.price)?.amountCents ?? null;
}

/** Null: nothing can be asked yet. What was not touched is left out, so that the server decides it. */
export function inputOf(
  memberId: string,
  draft: Draft,
  subscription: Subscription | null,
): SubscriptionChangeInput | null {
  const { mode, subscriptionId, effective, price, typeId, billing, sessionTypeIds, calendarIds } = draft;
  if (mode === 'CANCEL') return { memberId, kind: mode, subscriptionId, endsOn: draft.endsOn || undefined };
  if (price !== undefined && (price === null || isAmountProblem(price))) return null;
  const terms = { typeId, billing, priceCents: price, sessionTypeIds, calendarIds };
  if (mode === 'ADD') return typeId ? { memberId, kind: mode, startsOn: draft.startsOn || undefined, ...terms } : null;
  const isTouched = subscription && changes(draft, subscription);
  return isTouched ? { memberId, kind: mode, subscriptionId, effective, ...terms } : null;
}

function changes(draft: Draft, { type, billing, price, sessionTypes, calendars }: Subscription): boolean {
  return (
    (draft.typeId !== undefined && draft.typeId !== type.id) ||
    (draft.billing !== undefined && draft.billing !== billing) ||
    (draft.price !== undefined && draft.price !== price.amountCents) ||
    (draft.sessionTypeIds !== undefined && !isSameSet(draft.sessionTypeIds, sessionTypes)) ||
    (draft.calendarIds !== undefined && !isSameSet(draft.calendarIds, calendars))
  );
}

const isSameSet = (ids: readonly string[], list: readonly { id: string }[]) =>
  ids.length === list.length && list.every(({ id }) => ids.includes(id));
