import { describe, expect, test } from 'vitest';
import {
  billingsOf,
  firstDraft,
  inputOf,
  inTheWay,
  repointed,
  termsOf,
  type Draft,
  type Subscription,
  type Type,
} from './draft';

const eur = (amountCents: number) => ({ __typename: 'Money' as const, amountCents, currency: 'EUR' });
const session = (id: string, isArchived = false) => ({
  __typename: 'SessionType' as const,
  id,
  name: id,
  color: '#000000',
  isArchived,
});
const hall = { __typename: 'Calendar' as const, id: 'hall', name: 'Hall', isArchived: false };
const twice: Type = {
  __typename: 'SubscriptionType',
  id: 'twice',
  name: 'Twice a week',
  isRecurring: true,
  sessionLimit: 2,
  isArchived: false,
  price: eur(5900),
  yearlyPrice: eur(59_000),
  sessionTypes: [session('yoga'), session('zumba', true)],
  calendars: [hall],
};
const card: Type = { ...twice, id: 'card', isRecurring: false, price: eur(13_500), yearlyPrice: null };
const contract: Subscription = {
  __typename: 'Subscription',
  id: 's1',
  status: 'ACTIVE',
  startsOn: '2026-01-01',
  endsOn: null,
  cancelledAt: null,
  billing: 'MONTHLY',
  sessionLimit: 1,
  isUndoable: false,
  replacesId: null,
  cancellation: null,
  price: eur(5000),
  type: twice,
  sessionTypes: [session('zumba', true)],
  calendars: [hall],
};
const change: Draft = { mode: 'CHANGE', subscriptionId: 's1', effective: 'NOW' };

describe('where the sheet begins', () => {
  test('with the subscription that runs on', () => {
    const pending = { ...contract, id: 's2', status: 'PENDING' as const };
    expect(firstDraft([{ ...contract, endsOn: '2026-12-31' }, pending])).toMatchObject({ subscriptionId: 's2' });
  });

  test('with a new one when none runs', () => {
    expect(firstDraft([{ ...contract, status: 'ENDED' }])).toMatchObject({ mode: 'ADD', subscriptionId: null });
  });
});

test('what was begun about a subscription that is gone is about the one that runs, or a new one', () => {
  const begun: Draft = { mode: 'CANCEL', subscriptionId: 'gone', effective: 'NOW', price: 1200 };
  expect(repointed(begun, [contract])).toEqual({ ...begun, subscriptionId: 's1' });
  expect(repointed(begun, [])).toEqual({ ...begun, mode: 'ADD', subscriptionId: null });
  expect(repointed({ ...begun, subscriptionId: 's1' }, [contract]).subscriptionId).toBe('s1');
});

describe('what stands in the fields', () => {
  test('the contract as it is, its own price and what is archived included', () => {
    expect(termsOf(change, contract, [twice, card])).toMatchObject({
      billing: 'MONTHLY',
      price: 5000,
      sessionTypeIds: ['zumba'],
    });
  });

  test('another type brings its price and what it includes, less what is archived', () => {
    const terms = termsOf({ ...change, typeId: 'card' }, contract, [twice, card]);
    expect(terms).toMatchObject({ billing: 'ONCE', price: 13_500, sessionTypeIds: ['yoga'], calendarIds: ['hall'] });
  });

  test('by the year it costs what a year costs', () => {
    expect(termsOf({ ...change, billing: 'YEARLY' }, contract, [twice]).price).toBe(59_000);
    expect(billingsOf(twice)).toEqual(['MONTHLY', 'YEARLY']);
  });

  test('what was typed stays, also when it is no amount', () => {
    expect(termsOf({ ...change, price: 'NEGATIVE' }, contract, [twice]).price).toBe('NEGATIVE');
  });
});

describe('what is asked', () => {
  const ask = (draft: Partial<Draft>) => inputOf('m1', { ...change, ...draft }, contract);

  test('nothing as long as nothing changes', () => {
    expect(ask({})).toBe(null);
    expect(ask({ typeId: 'twice', price: 5000, calendarIds: ['hall'], sessionTypeIds: ['zumba'] })).toBe(null);
    expect(ask({ price: 'TOO_LARGE' })).toBe(null);
    expect(ask({ mode: 'ADD' })).toBe(null);
  });

  test('only what was touched', () => {
    expect(ask({ typeId: 'card' })).toEqual({
      memberId: 'm1',
      kind: 'CHANGE',
      subscriptionId: 's1',
      effective: 'NOW',
      typeId: 'card',
    });
    expect(ask({ sessionTypeIds: [] })).toMatchObject({ sessionTypeIds: [] });
    expect(ask({ price: 0 })).toMatchObject({ priceCents: 0 });
  });

  test('cancelling and adding need no more than which', () => {
    expect(ask({ mode: 'CANCEL', endsOn: '' })).toEqual({ memberId: 'm1', kind: 'CANCEL', subscriptionId: 's1' });
    expect(ask({ mode: 'ADD', typeId: 'card', startsOn: '2026-12-01' })).toEqual({
      memberId: 'm1',
      kind: 'ADD',
      typeId: 'card',
      startsOn: '2026-12-01',
    });
  });
});

test('what is in the way of a draft is about its own subscription, or what takes over from it', () => {
  const other = { ...contract, id: 's0', isUndoable: true };
  const next = { ...contract, id: 's2', replacesId: 's1', isUndoable: true };
  expect(inTheWay(change, [other, contract, next])?.id).toBe('s2');
  expect(inTheWay(change, [other, { ...contract, isUndoable: true }])?.id).toBe('s1');
  expect(inTheWay(change, [other, contract])).toBeUndefined();
  expect(inTheWay({ ...change, subscriptionId: null }, [other])).toBeUndefined();
});
