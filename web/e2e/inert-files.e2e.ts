// Attached files are data: whatever script is in one, no browser runs it, however the file is reached.
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { visit } from '../testing/visitor';

const script = 'self.ran = true; try { opener.ran = true; parent.ran = true; top.ran = true } catch {} alert("it ran")';
const files = [
  {
    name: 'page.html',
    type: 'text/html',
    text: `<!doctype html><title>ran</title><script>${script}</script><img src=x onerror='${script}'>`,
  },
  {
    name: 'drawing.svg',
    type: 'image/svg+xml',
    text: `<svg xmlns="http://www.w3.org/2000/svg" onload='${script}'><script>${script}</script></svg>`,
  },
  {
    name: 'xml.svg',
    type: 'image/svg+xml',
    text: `<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>${script}</script></svg>`,
  },
  {
    name: 'page.xhtml',
    type: 'application/xhtml+xml',
    text: `<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><script>${script}</script></html>`,
  },
  { name: 'script.js', type: 'text/javascript', text: script },
  { name: 'polyglot.gif', type: 'image/gif', text: `GIF89a/*      */=1;${script}//<script>${script}</script>` },
];

const graphql = <T>(page: Page, query: string, variables: object = {}) =>
  page.evaluate(async (body) => {
    const response = await fetch('/graphql', { method: 'POST', headers: { 'content-type': 'application/json' }, body });
    const { data, errors } = (await response.json()) as { data: unknown; errors?: unknown };
    if (errors) throw new Error(JSON.stringify(errors));
    return data;
  }, JSON.stringify({ query, variables })) as Promise<T>;

/** As a browser of the staff would: started, put and saved, with its cookie. */
async function attach(page: Page, memberId: string, file: (typeof files)[number]): Promise<string> {
  const { startAttachmentUpload: started } = await graphql<{
    startAttachmentUpload: { attachmentId: string; uploadUrl: string };
  }>(
    page,
    'mutation ($input: StartAttachmentUploadInput!) { startAttachmentUpload(input: $input) { attachmentId uploadUrl } }',
    { input: { memberId, name: file.name, sizeBytes: file.text.length } },
  );
  const status = await page.evaluate(
    async ([url, type, text]) =>
      (await fetch(url!, { method: 'PUT', headers: { 'content-type': type! }, body: text })).status,
    [started.uploadUrl, file.type, file.text],
  );
  expect(status).toBe(200);
  await graphql(
    page,
    'mutation ($input: SaveAttachmentInput!) { saveAttachment(input: $input) { attachment { id } } }',
    {
      input: { id: started.attachmentId, name: file.name },
    },
  );
  return started.uploadUrl;
}

/** Loads the file the way a script, a worker, a frame or a picture in our own page would, and opens it as a window. */
const reach = (page: Page, url: string) =>
  page.evaluate(async (address) => {
    const load = (element: HTMLElement) =>
      new Promise((resolve) => {
        element.onload = element.onerror = resolve;
        document.body.append(element);
        setTimeout(resolve, 700);
      });
    await Promise.all([
      load(Object.assign(document.createElement('script'), { src: address })),
      load(Object.assign(document.createElement('iframe'), { src: address })),
      load(Object.assign(document.createElement('object'), { data: address })),
      load(Object.assign(document.createElement('img'), { src: address })),
      load(Object.assign(document.createElement('script'), { src: address, type: 'module' })),
    ]);
    try {
      const worker = new Worker(address);
      await new Promise((resolve) => {
        worker.onerror = worker.onmessage = resolve;
        setTimeout(resolve, 700);
      });
    } catch {
      // Refused at once.
    }
    window.open(address);
    await new Promise((resolve) => setTimeout(resolve, 300));
    return 'ran' in window;
  }, url);

test.each(files)('$name never runs', async (file) => {
  const { page, leave } = await visit('coach@lift.example');
  const dialogs: string[] = [];
  page.context().on('page', (opened) => opened.on('dialog', (dialog) => void dialog.dismiss()));
  page.context().on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss().catch(() => undefined);
  });
  await page.goto('/');
  const { members } = await graphql<{ members: { items: { id: string }[] } }>(
    page,
    '{ members(pageSize: 1) { items { id } } }',
  );
  const url = await attach(page, members.items[0]!.id, file);
  expect(await reach(page, url)).toBe(false);
  expect(await reach(page, `${url}?inline`)).toBe(false);

  const [download] = await Promise.all([page.waitForEvent('download'), page.goto(url).catch(() => undefined)]);
  expect(download.suggestedFilename()).toBe(file.name);
  await download.cancel();
  await page.goto(`${url}?inline`).catch(() => undefined);
  await page.waitForTimeout(300);
  expect(await page.evaluate(() => ('ran' in window ? 'ran' : document.title)).catch(() => '')).not.toBe('ran');
  expect(dialogs).toEqual([]);
  await leave();
});

test('the check itself notices a script that runs', async () => {
  const { page, leave } = await visit(null);
  const dialogs: string[] = [];
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  await page.route('**/files/planted', (route) => route.fulfill({ contentType: 'text/html', body: files[0]!.text }));
  await page.goto('/files/planted');
  expect(dialogs).toContain('it ran');
  await leave();
});

test("the demo's attachments come back whole", async () => {
  const { page, leave } = await visit('coach@lift.example');
  await page.goto('/');
  const { members } = await graphql<{
    members: { items: { attachments: { downloadUrl: string; sizeBytes: number; name: string }[] }[] };
  }>(page, '{ members(pageSize: 100) { items { attachments { downloadUrl sizeBytes name } } } }');
  const demo = members.items
    .flatMap((member) => member.attachments)
    .filter(({ name }) => name.startsWith('Intakeformulier'));
  expect(demo.length).toBeGreaterThan(0);
  for (const { downloadUrl, sizeBytes } of demo.slice(0, 5)) {
    const size = await page.evaluate(async (url) => (await (await fetch(url)).arrayBuffer()).byteLength, downloadUrl);
    expect(size).toBe(sizeBytes);
  }
  await leave();
});
