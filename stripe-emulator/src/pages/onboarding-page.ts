// Where a gym tells Stripe who it is: here one button.
import { finishOnboarding } from '../resources/accounts.ts';
import { PLATFORM } from '../world.ts';
import { html, page } from './html.ts';
import type { PageAnswer, PageRequest } from './page-door.ts';

export function onboardingPage({ world, path: [, , id = '', token = ''], form }: PageRequest): PageAnswer | null {
  const platform = world.shelf(PLATFORM);
  const account = platform.find('account', id);
  const link = platform.hidden(id);
  if (!account || !token || link.token !== token) return null;
  if (world.now > (link.expiresAt ?? 0)) return { redirect: link.refreshUrl ?? '/' };
  if (form) {
    finishOnboarding(world, id);
    return { redirect: link.returnUrl ?? '/' };
  }
  return {
    html: page(
      'Connect your gym',
      html`<h1>Connect ${account.business_profile?.name ?? 'your gym'}</h1>
        <p class="soft">
          Stripe would ask for the company, its owners and a bank account now. The stand-in asks for nothing.
        </p>
        <form method="post" class="card">
          <dl>
            <dt>Account</dt>
            <dd><code>${account.id}</code></dd>
            <dt>Country</dt>
            <dd>${account.country ?? ''}</dd>
          </dl>
          <button class="first">Everything is in order</button>
          <a class="button" href="${link.returnUrl ?? '/'}">Not now</a>
        </form>`,
    ),
  };
}
