// GraphiQL: opens with the overview, its examples run as they are, changes arrive live, and a token does instead of the cookie.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { examples } from '../graphiql/examples.ts';
import { expectQuiet } from '../testing/checks';
import { launchChromium } from '../testing/chromium';
import { visit } from '../testing/visitor';

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

const answerOf = (page: Page) => page.locator('.result-window').innerText();
const run = (page: Page) => page.locator('.graphiql-execute-button').click();

async function openExample(page: Page, title: string): Promise<void> {
  await page.getByRole('button', { name: title }).first().click();
}

/** Sends a request as the person in the page would. */
function send(page: Page, query: string, variables: object): Promise<unknown> {
  return page.evaluate(
    async (body) => {
      const answer = await fetch('/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
      return answer.json() as Promise<unknown>;
    },
    { query, variables },
  );
}

test('opens with the overview of a member, ready to run', async () => {
  const visitor = await visit(browser, 'coach@lift.example');
  const { page } = visitor;
  await page.goto('/graphql');
  await page.getByRole('tab', { name: 'MemberOverview' }).waitFor();
  await run(page);
  await expect.poll(() => answerOf(page), { timeout: 15_000 }).toContain('"memberNumber"');
  expect(await answerOf(page)).not.toContain('"errors"');
  await page.getByRole('button', { name: /documentation explorer/i }).click();
  await page.getByText('LiveSubscription').first().waitFor();
  expectQuiet(visitor);
  await visitor.leave();
});

test('every example runs as it is', async () => {
  const visitor = await visit(browser, 'coach@lift.example');
  const { page } = visitor;
  const operations: string[] = [];
  await page.goto('/graphql');
  page.on('response', (response) => {
    const { query } = (response.request().postDataJSON() ?? {}) as { query?: string };
    if (query?.startsWith('#')) operations.push(`${response.status()} ${/(?:query|mutation) (\w+)/.exec(query)?.[1]}`);
  });
  const answered = examples.filter(({ query }) => !query.includes('subscription '));
  for (const [index, { title }] of answered.entries()) {
    await openExample(page, title);
    await run(page);
    await expect.poll(() => operations.length, { timeout: 15_000 }).toBeGreaterThan(index);
    await expect.poll(() => answerOf(page)).toContain('"data"');
    if ((await answerOf(page)).includes('"errors"')) operations.push(`${title} answers with errors`);
  }
  expect(operations.filter((operation) => !operation.startsWith('200'))).toEqual([]);
  expectQuiet(visitor);
  await visitor.leave();
});

test('a change appears while a member is watched', async () => {
  const visitor = await visit(browser, 'coach@lift.example');
  const { page } = visitor;
  await page.goto('/graphql');
  await openExample(page, 'Watch a member live');
  const watching = page.waitForResponse((response) => response.url().endsWith('/graphql/stream'));
  await run(page);
  const { variables } = (await watching).request().postDataJSON() as { variables: { id: string } };
  await send(page, 'mutation ($input: AddNoteInput!) { addNote(input: $input) { note { id } } }', {
    input: { memberId: variables.id, text: 'Seen while watching' },
  });
  await expect.poll(() => answerOf(page), { timeout: 15_000 }).toContain('"NOTE"');
  expectQuiet(visitor);
  await visitor.leave();
});

test('a token typed into the headers does instead of signing in', async () => {
  const owner = await visit(browser, 'coach@lift.example');
  await owner.page.goto('/graphql');
  const made = await send(
    owner.page,
    'mutation ($input: CreateApiTokenInput!) { createApiToken(input: $input) { secret } }',
    {
      input: {
        name: `GraphiQL ${Date.now() % 100_000}`,
        scope: 'READ',
        expiresOn: new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10),
      },
    },
  );
  const { secret } = (made as { data: { createApiToken: { secret: string } } }).data.createApiToken;
  await owner.leave();

  const visitor = await visit(browser, null);
  const { page } = visitor;
  await page.goto('/graphql');
  await page.getByText('You are not signed in').waitFor();
  await openExample(page, 'Who am I');
  await page.getByRole('button', { name: 'Headers', exact: true }).click();
  await page.locator('.graphiql-editor-tool .graphiql-editor:not(.hidden) .monaco-editor').last().click();
  await page.keyboard.insertText(`{ "Authorization": "Bearer ${secret}" }`);
  await run(page);
  await expect.poll(() => answerOf(page), { timeout: 15_000 }).toContain('"EMPLOYEE"');
  expectQuiet(visitor);
  await visitor.leave();
});
