// Whatever the server refuses by name has words of ours, in both languages.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { reasonTexts } from './reasonTexts';

const server = join(import.meta.dirname, '../../../api/src');

/** The second word of every `new UserInputError(field, 'REASON', …)`. */
function reasonsOfTheServer(): string[] {
  const files = readdirSync(server, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /(?<!\.test)\.ts$/.test(name),
  );
  const found = files.flatMap((name) => [
    ...readFileSync(join(server, name), 'utf8').matchAll(/new UserInputError\(\s*[^,]+,\s*'([A-Z_]+)'/g),
  ]);
  return [...new Set(found.flatMap((match) => match[1] ?? []))].toSorted();
}

test('every reason has a sentence', () => {
  const reasons = reasonsOfTheServer();
  expect(reasons).toContain('REQUIRED');
  expect(reasons.filter((reason) => !(reason in reasonTexts.en))).toEqual([]);
});
