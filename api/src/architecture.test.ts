// Holds the arrows between the folders of api and web, and proves for each rule that it can fail.
import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { importsOf, rules } from './testing/architecture.ts';
import type { SourceFile } from './testing/architecture.ts';

const root = new URL('../../', import.meta.url).pathname;
const sources: SourceFile[] = globSync('{api,web}/src/**/*.{ts,tsx}', { cwd: root })
  .filter((path) => !path.includes('.generated.'))
  .map((path) => ({ path, text: readFileSync(root + path, 'utf8') }));

const file = (path: string, text: string): SourceFile => ({ path, text });

/** For each rule: what it must find, and near misses it must let pass. */
const samples: Record<keyof typeof rules, { broken: SourceFile[]; fine: SourceFile[] }> = {
  'graphql, database, adapters and jobs know no module': {
    broken: [file('api/src/graphql/page.ts', `import type { Tag } from '../modules/tag/tag.entity.ts';`)],
    fine: [file('api/src/schema.ts', `import { TagResolver } from './modules/tag/tag.resolver.ts';`)],
  },
  'resolvers, inputs, loaders and branches stay inside their module': {
    broken: [file('api/src/modules/note/add-note.ts', `import {\n  TagInput,\n} from '../tag/tag.inputs.ts';`)],
    fine: [
      file('api/src/modules/tag/add-tag.ts', `import { TagInput } from './tag.inputs.ts';`),
      file('api/src/modules/note/add-note.ts', `import { Tag } from '../tag/tag.entity.ts';`),
    ],
  },
  'nobody imports notification': {
    broken: [file('api/src/modules/note/add-note.ts', `import '../notification/notification.entity.ts';`)],
    fine: [file('api/src/modules/notification/x.ts', `import { y } from './notification.entity.ts';`)],
  },
  'modules form no circle': {
    broken: [
      file('api/src/modules/tag/a.ts', `import { b } from '../note/b.ts';`),
      file('api/src/modules/note/b.ts', `import { c } from '../visit/c.ts';`),
      file('api/src/modules/visit/c.ts', `export { a } from '../tag/a.ts';`),
    ],
    fine: [
      file('api/src/modules/tag/a.ts', `import { b } from '../member/b.ts';`),
      file('api/src/modules/note/b.ts', `import { b } from '../member/b.ts';\nimport { a } from '../tag/a.ts';`),
    ],
  },
  'the environment is read in config.ts only': {
    broken: [file('api/src/app.ts', `const level = process.env.LOG_LEVEL;`)],
    fine: [
      file('api/src/config.ts', `export const read = () => process.env.PORT;`),
      file('api/src/main.ts', `// process.env goes to the reader\nconst config = readConfig(process.env);`),
    ],
  },
  'modules ask the clock of the context': {
    broken: [file('api/src/modules/note/add-note.ts', `const addedAt = new Date();`)],
    fine: [
      file('api/src/modules/note/add-note.ts', `const day = new Date(row.addedAt); // never new Date()`),
      file('api/src/graphql/clock.ts', `export const clock = { now: () => new Date() };`),
    ],
  },
  'features never import each other': {
    broken: [file('web/src/features/note/Notes.tsx', `import { Tags } from '../tag/Tags.tsx';`)],
    fine: [file('web/src/staff/pages/Page.tsx', `import { Tags } from '../../features/tag/Tags.tsx';`)],
  },
  'only ui imports the kit': {
    broken: [file('web/src/features/note/Notes.tsx', `import { Button } from '@mantine/core';`)],
    fine: [file('web/src/ui/Button.tsx', `import { Button } from '@mantine/core';`)],
  },
  'ui knows no GraphQL': {
    broken: [file('web/src/ui/Card.tsx', `import { useQuery } from '@apollo/client/react';`)],
    fine: [file('web/src/features/note/Notes.tsx', `import { useQuery } from '@apollo/client/react';`)],
  },
  'staff and member-app → features → ui, graphql, format': {
    broken: [file('web/src/features/note/Notes.tsx', `const page = import('../../staff/pages/Page.tsx');`)],
    fine: [file('web/src/features/note/Notes.tsx', `import { Card } from '../../ui/Card.tsx';`)],
  },
};

describe.each(Object.entries(rules))('%s', (name, rule) => {
  it('holds', () => expect(rule(sources)).toEqual([]));
  it('finds a broken arrow', () => expect(rule(samples[name]!.broken)).toHaveLength(1));
  it('lets the near miss pass', () => expect(rule(samples[name]!.fine)).toEqual([]));
});

describe('the apps and foundations of the web', () => {
  const rule = rules['staff and member-app → features → ui, graphql, format']!;
  it.each([
    ['web/src/ui/Card.tsx', '../features/tag/Tags.tsx'],
    ['web/src/member-app/Home.tsx', '../staff/router.tsx'],
    ['web/src/staff/router.tsx', '../member-app/Home.tsx'],
  ])('%s must not import %s', (path, target) => {
    expect(rule([file(path, `import { x } from '${target}';`)])).toHaveLength(1);
  });
});

it('reads the real sources and their imports', () => {
  expect(sources.length).toBeGreaterThan(10);
  const text = `import 'a';\nimport type { B } from './b.ts';\nexport * from '../c.ts';\nawait import('d');`;
  expect(importsOf(file('api/src/x/y.ts', text))).toEqual(['a', 'api/src/x/b.ts', 'api/src/c.ts', 'd']);
});
