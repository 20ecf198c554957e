// The door of the pages that browsers see.
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { World } from '../world.ts';
import { checkoutPage } from './checkout-page.ts';
import { html, page } from './html.ts';
import { homePage } from './home-page.ts';
import { invoicePage } from './invoice-page.ts';
import { onboardingPage } from './onboarding-page.ts';
import { portalPage } from './portal-page.ts';

export type PageAnswer = { html: string; status?: number } | { redirect: string };

export interface PageRequest {
  world: World;
  /** The parts of the path, decoded. */
  path: string[];
  /** Null: the page is only looked at. */
  form: URLSearchParams | null;
  query: URLSearchParams;
}

const pages: [start: string, open: (request: PageRequest) => PageAnswer | null][] = [
  ['c/pay', checkoutPage],
  ['setup/s', onboardingPage],
  ['p/session', portalPage],
  ['i/', invoicePage],
];

export function answerPage(
  world: World,
  message: IncomingMessage,
  url: URL,
  body: string,
  reply: ServerResponse,
): void {
  const path = url.pathname.slice(1).split('/').map(decodeURIComponent);
  const form = message.method === 'POST' ? new URLSearchParams(body) : null;
  if (url.pathname === '/') return send(reply, { html: homePage(world) });
  const found = pages.find(([start]) => `${path.join('/')}/`.startsWith(start))?.[1];
  const answer = found?.({ world, path, form, query: url.searchParams }) ?? notThere;
  world.journal.flush();
  send(reply, answer);
}

function send(reply: ServerResponse, answer: PageAnswer): void {
  if ('redirect' in answer) reply.writeHead(303, { location: answer.redirect });
  else
    reply.writeHead(answer.status ?? 200, {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
    });
  reply.end('html' in answer ? answer.html : undefined);
}

const notThere: PageAnswer = {
  status: 404,
  html: page(
    'Not found',
    html`<h1>There is nothing here</h1>
      <p>The link is not complete, or what it led to is gone.</p>`,
  ),
};
