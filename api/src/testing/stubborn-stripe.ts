// A Stripe that knows nothing and refuses everything, except to connect a gym: for tests of who may ask for what.
import type { StripeGateway } from '../adapters/stripe/open-stripe.ts';
import { StripeFailure } from '../adapters/stripe/stripe-failure.ts';

const url = 'https://connect.stripe.example/page';

async function* nothing(): AsyncGenerator<never> {}

const refuse = () => Promise.reject(new StripeFailure('INVALID', 'No.'));

const verbs = (known: Record<string, unknown>): object =>
  new Proxy(known, { get: (target, name: string) => target[name] ?? (name.startsWith('list') ? nothing : refuse) });

const account: object = new Proxy(
  { portal: verbs({ open: async () => ({ url }) }) },
  { get: (target: Record<string, object>, noun: string) => target[noun] ?? verbs({}) },
);

let accounts = 0;

export const stubbornStripe = {
  mode: 'TEST',
  isStandIn: true,
  platform: {
    createAccount: async () => ({ id: `acct_stubborn${(accounts += 1)}` }),
    getAccount: async () => ({ charges_enabled: true, payouts_enabled: true, details_submitted: true }),
    createOnboardingLink: async () => ({ url }),
  },
  on: () => account,
} as unknown as StripeGateway;
