// What we do in our own name: a gym's account and the way to fill it in.
import type Stripe from 'stripe';
import type { Call } from './call.ts';

export interface NewAccount {
  country: string;
  name: string;
  email?: string;
  metadata?: Record<string, string>;
}

export interface OnboardingAddresses {
  accountId: string;
  /** Where Stripe sends the browser when the link has run out. */
  refreshUrl: string;
  returnUrl: string;
}

export const platformVerbs = ({ sdk, read, write }: Call) => ({
  createAccount: (key: string, account: NewAccount): Promise<Stripe.Account> =>
    write(key, (options) =>
      sdk.accounts.create(
        {
          // The gym has a dashboard of its own, and Stripe collects from it what the law asks of it.
          type: 'standard',
          country: account.country,
          ...(account.email && { email: account.email }),
          business_profile: { name: account.name },
          metadata: account.metadata ?? {},
        },
        options,
      ),
    ),

  /** `charges_enabled`, `details_submitted` and `requirements` say how far it is. */
  getAccount: (accountId: string): Promise<Stripe.Account> =>
    read((options) => sdk.accounts.retrieve(accountId, undefined, options)),

  /** One use, a few minutes: made when somebody presses the button. */
  createOnboardingLink: (key: string, { accountId, refreshUrl, returnUrl }: OnboardingAddresses) =>
    write(key, (options) =>
      sdk.accountLinks.create(
        { account: accountId, type: 'account_onboarding', refresh_url: refreshUrl, return_url: returnUrl },
        options,
      ),
    ),
});
