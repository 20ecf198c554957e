// How every request to Stripe is made: on one account, writes with a key that makes them safe to repeat, lists page by page.
import type Stripe from 'stripe';
import { failureOf, StripeFailure } from './stripe-failure.ts';

export interface Call {
  sdk: Stripe;
  read<T>(ask: (options: Stripe.RequestOptions) => Promise<T>): Promise<T>;
  /** `key`: the id of the row this is done for. The same key and the same request never take effect twice. */
  write<T>(key: string, ask: (options: Stripe.RequestOptions) => Promise<T>): Promise<T>;
  /** Newest first. Fails beyond `most`, since a list that is silently cut would look complete. */
  list<T>(ask: (options: Stripe.RequestOptions) => AsyncIterable<T>, most?: number): AsyncIterable<T>;
}

/** `account` null: the platform itself. */
export function callsTo(sdk: Stripe, account: string | null): Call {
  const options: Stripe.RequestOptions = account === null ? {} : { stripeAccount: account };
  return {
    sdk,
    read: (ask) => mapped(() => ask({ ...options })),
    write: (key, ask) => mapped(() => ask({ ...options, idempotencyKey: key })),
    list: (ask, most = 10_000) => bounded(() => ask({ ...options }), most),
  };
}

async function mapped<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    throw failureOf(error);
  }
}

async function* bounded<T>(ask: () => AsyncIterable<T>, most: number): AsyncIterable<T> {
  let count = 0;
  try {
    for await (const item of ask()) {
      count += 1;
      if (count > most) throw new StripeFailure('INVALID', `The list is longer than ${most}.`);
      yield item;
    }
  } catch (error) {
    throw failureOf(error);
  }
}

/** Stripe's times are whole seconds. */
export const secondsOf = (time: Date): number => Math.floor(time.getTime() / 1000);

export interface CreatedBetween {
  from: Date;
  to?: Date;
}

export const createdIn = ({ from, to }: CreatedBetween): Stripe.RangeQueryParam => ({
  gte: secondsOf(from),
  ...(to && { lt: secondsOf(to) }),
});

/** Pages as large as Stripe gives them. */
export const PAGE = 100;
