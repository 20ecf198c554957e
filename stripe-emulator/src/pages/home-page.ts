// What this is, for whoever comes by: the accounts, and the checkouts that wait.
import { PLATFORM, type World } from '../world.ts';
import { html, money, page } from './html.ts';

const MOST = 20;

export function homePage(world: World): string {
  const accounts = world.shelf(PLATFORM).all('account');
  const waiting = world
    .shelves()
    .flatMap((shelf) => shelf.all('checkout.session').filter(({ status }) => status === 'open'))
    .slice(-MOST)
    .reverse();
  return page(
    'Stand-in for Stripe',
    html`<h1>Stand-in for Stripe</h1>
      <p class="soft">Spotter's demo collects here. Everything that was begun is kept until its data is deleted.</p>
      <div class="card">
        <h2>Accounts</h2>
        ${accounts.length === 0 && html`<p>No gym has connected yet: <em>Settings, Payments</em> in Spotter does.</p>`}
        <ul>
          ${accounts.map(
            ({ id, business_profile: profile, charges_enabled: isReady }) =>
              html`<li>${profile?.name ?? id}, ${isReady ? 'ready' : 'not filled in'}</li>`,
          )}
        </ul>
        <h2>Checkouts that wait</h2>
        ${waiting.length === 0 && html`<p>None.</p>`}
        <ul>
          ${waiting.map(
            (session) =>
              html`<li>
                <a href="/c/pay/${session.id}"
                  >${session.mode === 'setup' ? 'A payment method' : money(session.amount_total, session.currency)}</a
                >
              </li>`,
          )}
        </ul>
      </div>`,
  );
}
