// Connected accounts and the link to the page that fills them in.
import { invalid } from '../api-error.ts';
import { newId, randomText } from '../ids.ts';
import { get, post, type ApiCall } from '../route.ts';
import type { Kinds } from '../wire.ts';
import { PLATFORM, type World } from '../world.ts';

type Account = Kinds['account'];

/** A link to the onboarding is good for so long. */
const LINK_SECONDS = 300;

function create({ world, params, now }: ApiCall): Account {
  const type = params.choice('type', ['standard']) ?? 'standard';
  const country = params.text('country') ?? 'NL';
  const email = params.text('email');
  const name = params.child('business_profile')?.text('name') ?? null;
  const metadata = params.metadata();
  params.refuseUnknown();
  const account: Account = {
    id: newId('acct', 16),
    object: 'account',
    business_profile: {
      annual_revenue: null,
      estimated_worker_count: null,
      mcc: null,
      minority_owned_business_designation: null,
      name,
      specified_commercial_transactions_act_url: null,
      support_address: null,
      support_email: null,
      support_phone: null,
      support_url: null,
      url: null,
    },
    business_type: null,
    capabilities: { card_payments: 'inactive', sepa_debit_payments: 'inactive', transfers: 'inactive' },
    charges_enabled: false,
    country,
    created: now,
    default_currency: 'eur',
    details_submitted: false,
    email,
    external_accounts: { object: 'list', data: [], has_more: false, url: '' },
    metadata,
    payouts_enabled: false,
    requirements: requirements(['business_type', 'external_account', 'tos_acceptance.date', 'tos_acceptance.ip']),
    type,
  };
  return world.shelf(PLATFORM).put(account);
}

function requirements(due: string[]): NonNullable<Account['requirements']> {
  return {
    alternatives: [],
    current_deadline: null,
    currently_due: due,
    disabled_reason: due.length > 0 ? 'requirements.past_due' : null,
    errors: [],
    eventually_due: due,
    past_due: due,
    pending_verification: [],
  };
}

function createLink({ world, params, now }: ApiCall): object {
  const account = world.shelf(PLATFORM).need('account', params.need('account'), 'account');
  params.needChoice('type', ['account_onboarding', 'account_update']);
  const refreshUrl = params.needUrl('refresh_url');
  const returnUrl = params.needUrl('return_url');
  params.refuseUnknown();
  if (account.type !== 'standard') throw invalid('Account links are for standard accounts here.');
  const token = randomText(16);
  const expiresAt = now + LINK_SECONDS;
  world.shelf(PLATFORM).hide(account.id, { token, returnUrl, refreshUrl, expiresAt });
  return {
    object: 'account_link',
    created: now,
    expires_at: expiresAt,
    url: `${world.publicUrl}/setup/s/${account.id}/${token}`,
  };
}

/** What the page does: everything is in order at once. */
export function finishOnboarding(world: World, accountId: string): Account {
  const platform = world.shelf(PLATFORM);
  const before = platform.need('account', accountId);
  const account: Account = {
    ...before,
    business_type: 'company',
    capabilities: { card_payments: 'active', sepa_debit_payments: 'active', transfers: 'active' },
    charges_enabled: true,
    details_submitted: true,
    payouts_enabled: true,
    requirements: requirements([]),
  };
  platform.put(account);
  world.emit(world.shelf(accountId), 'account.updated', account, { charges_enabled: before.charges_enabled });
  return account;
}

export const accountRoutes = [
  post('/v1/accounts', create),
  get('/v1/accounts/:id', ({ world, params, id }) => {
    params.refuseUnknown();
    return world.shelf(PLATFORM).need('account', id);
  }),
  post('/v1/account_links', createLink),
];
