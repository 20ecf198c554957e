// GraphiQL: opens with the overview, its examples run as they are, changes arrive live, and a token does instead of the cookie.
import type { Page, Response } from 'playwright-core';
import { expect, test } from 'vitest';
import { examples, operationOf } from '../graphiql/examples.ts';
import { expectQuiet } from '../testing/checks';
import { visit } from '../testing/visitor';

const answerOf = (page: Page) => page.locator('.result-window').innerText();
const run = (page: Page) => page.locator('.graphiql-execute-button').click();

async function openExample(page: Page, title: string): Promise<void> {
  await page.getByRole('button', { name: title }).first().click();
}

const isOf = (response: Response, operation: string) =>
  response.request().postData()?.includes(`"operationName":"${operation}"`) === true;

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
  const visitor = await visit('coach@lift.example');
  const { page } = visitor;
  await page.goto('/graphql');
  await page.getByRole('tab', { name: 'MemberOverview' }).waitFor();
  // As soon as an example can be opened, the editor is there and its query can be run.
  await page.getByRole('button', { name: 'Who am I', disabled: false }).waitFor();
  await run(page);
  await expect.poll(() => answerOf(page)).toContain('"memberNumber"');
  expect(await answerOf(page)).not.toContain('"errors"');
  await page.getByRole('button', { name: /documentation explorer/i }).click();
  await page.getByText('LiveSubscription').first().waitFor();
  expectQuiet(visitor);
  await visitor.leave();
});

test('every example runs as it is', async () => {
  const visitor = await visit('coach@lift.example');
  const { page } = visitor;
  await page.goto('/graphql');
  for (const example of examples.filter(({ query }) => !query.includes('subscription '))) {
    const { title } = example;
    const answering = page.waitForResponse((response) => isOf(response, operationOf(example)));
    await openExample(page, title);
    await run(page);
    const answer = await answering;
    expect(answer.status(), title).toBe(200);
    expect(await answer.json(), title).not.toHaveProperty('errors');
    await expect.poll(() => answerOf(page)).toContain('"data"');
  }
  expectQuiet(visitor);
  await visitor.leave();
});

test('a change appears while a member is watched', async () => {
  const visitor = await visit('coach@lift.example');
  const { page } = visitor;
  await page.goto('/graphql');
  await openExample(page, 'Watch a member live');
  const watching = page.waitForResponse((response) => response.url().endsWith('/graphql/stream'));
  await run(page);
  const { variables } = (await watching).request().postDataJSON() as { variables: { id: string } };
  await send(page, 'mutation ($input: AddNoteInput!) { addNote(input: $input) { note { id } } }', {
    input: { memberId: variables.id, text: 'Seen while watching' },
  });
  await expect.poll(() => answerOf(page)).toContain('"NOTE"');
  expectQuiet(visitor);
  await visitor.leave();
});

test('a token typed into the headers does instead of signing in', async () => {
  const owner = await visit('coach@lift.example');
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

  const visitor = await visit(null);
  const { page } = visitor;
  await page.goto('/graphql');
  await page.getByText('You are not signed in').waitFor();
  await openExample(page, 'Who am I');
  await page.getByRole('button', { name: 'Headers', exact: true }).click();
  await page.locator('.graphiql-editor-tool .graphiql-editor:not(.hidden) .monaco-editor').last().click();
  await page.keyboard.insertText(`{ "Authorization": "Bearer ${secret}" }`);
  await run(page);
  await expect.poll(() => answerOf(page)).toContain('"EMPLOYEE"');
  expectQuiet(visitor);
  await visitor.leave();
});
