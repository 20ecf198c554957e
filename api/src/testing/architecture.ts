// The arrows of the house as functions over file lists: each returns one line for every import or call that breaks its
// rule. What the rules are for is in docs; architecture.test.ts runs them over the sources and proves that each can fail.

export interface SourceFile {
  /** From the root of the repository: `api/src/modules/tag/tag.entity.ts`. */
  path: string;
  text: string;
}

type Rule = (files: SourceFile[]) => string[];

const importPattern = /(?:^|\n)\s*(?:import|export)\s(?:[^'";]*?\sfrom\s)?\s*'([^']+)'|\bimport\(\s*'([^']+)'/g;

/** The paths and packages a file imports, relative ones from the root of the repository. */
export function importsOf({ path, text }: SourceFile): string[] {
  return [...text.matchAll(importPattern)].map((match) => {
    const target = match[1] ?? match[2] ?? '';
    return target.startsWith('.') ? new URL(target, `file:///${path}`).pathname.slice(1) : target;
  });
}

/** A rule that looks at one import at a time; `why` names what is wrong with it, null is fine. */
const importRule =
  (why: (from: string, to: string) => string | null): Rule =>
  (files) =>
    files.flatMap((file) =>
      importsOf(file).flatMap((to) => {
        const reason = why(file.path, to);
        return reason === null ? [] : [`${file.path} imports ${to}: ${reason}`];
      }),
    );

/** A rule that looks for words in the code, comments left out. */
const textRule =
  (applies: (path: string) => boolean, pattern: RegExp, why: string): Rule =>
  (files) =>
    files
      .filter(({ path, text }) => applies(path) && pattern.test(withoutComments(text)))
      .map(({ path }) => `${path}: ${why}`);

const withoutComments = (text: string) => text.replace(/\/\*[\s\S]*?\*\/|(^|[^:'"])\/\/.*$/gm, '$1');

const moduleOf = (path: string) => /^api\/src\/modules\/([^/]+)\//.exec(path)?.[1];
const featureOf = (path: string) => /^web\/src\/features\/([^/.]+)/.exec(path)?.[1];
const isBelow = (path: string, ...folders: string[]) => folders.some((folder) => path.startsWith(`${folder}/`));
const isTest = (path: string) => /\.test\.tsx?$/.test(path) || isBelow(path, 'api/src/testing', 'web/src/testing');
const privateSuffix = /\.(resolver|inputs|loaders|branches)\.ts$/;

const foundations = ['graphql', 'database', 'adapters', 'jobs'].map((name) => `api/src/${name}`);
const webFoundations = ['ui', 'graphql', 'format', 'i18n'].map((name) => `web/src/${name}`);
const apps = ['web/src/staff', 'web/src/member-app'];

export const rules: Record<string, Rule> = {
  'graphql, database, adapters and jobs know no module': importRule((from, to) =>
    isBelow(from, ...foundations) && !isTest(from) && moduleOf(to) ? 'foundations know no module' : null,
  ),

  'resolvers, inputs, loaders and branches stay inside their module': importRule((from, to) => {
    const [user, owner] = [moduleOf(from), moduleOf(to)];
    return user && owner && user !== owner && !isTest(from) && privateSuffix.test(to) ? `private to ${owner}` : null;
  }),

  'nobody imports notification': importRule((from, to) => {
    const isInside = isBelow(from, 'api/src/modules', ...foundations) && moduleOf(from) !== 'notification';
    return isInside && !isTest(from) && moduleOf(to) === 'notification' ? 'it listens to events' : null;
  }),

  'modules form no circle': findCircles,

  'the environment is read in config.ts only': textRule(
    (path) => isBelow(path, 'api/src') && path !== 'api/src/config.ts' && !isTest(path),
    // main.ts may hand the whole of it to the reader.
    /process\.env(?<!readConfig\(process\.env(?=\)))/,
    'process.env is read by config.ts',
  ),

  'modules ask the clock of the context': textRule(
    (path) => isBelow(path, 'api/src/modules') && !isTest(path),
    /new Date\(\)|\bDate\.now\(|\bDateTime\.(now|local|utc)\(\)|performance\.now\(/,
    'the time comes from ctx.clock.now()',
  ),

  'features never import each other': importRule((from, to) => {
    const [user, owner] = [featureOf(from), featureOf(to)];
    return user && owner && user !== owner ? 'the page composes features' : null;
  }),

  'only ui imports the kit': importRule((from, to) =>
    isBelow(from, 'web/src') && !isBelow(from, 'web/src/ui') && /^@mantine(x)?\//.test(to)
      ? 'components come from web/src/ui'
      : null,
  ),

  'ui knows no GraphQL': importRule((from, to) =>
    isBelow(from, 'web/src/ui') && (isBelow(to, 'web/src/graphql') || /^(@apollo\/|graphql($|\/))/.test(to))
      ? 'ui draws what it is given'
      : null,
  ),

  'staff and member-app → features → ui, graphql, format': importRule((from, to) => {
    if (isTest(from)) return null;
    if (isBelow(from, ...webFoundations) && isBelow(to, 'web/src/features', ...apps)) return 'an arrow points up';
    if (isBelow(from, 'web/src/features') && isBelow(to, ...apps)) return 'an arrow points up';
    const [staff, memberApp] = apps.map((app) => [isBelow(from, app), isBelow(to, app)] as const);
    return (staff?.[0] && memberApp?.[1]) || (memberApp?.[0] && staff?.[1]) ? 'the two apps share no code' : null;
  }),
};

function findCircles(files: SourceFile[]): string[] {
  const uses = new Map<string, Set<string>>();
  for (const file of files) {
    const user = moduleOf(file.path);
    if (!user || isTest(file.path)) continue;
    const owners = importsOf(file).map(moduleOf);
    for (const owner of owners) if (owner && owner !== user) uses.set(user, (uses.get(user) ?? new Set()).add(owner));
  }
  const circles = new Set<string>();
  const follow = (name: string, path: string[]) => {
    if (path.includes(name)) {
      const circle = path.slice(path.indexOf(name));
      const start = circle.indexOf(circle.toSorted()[0] ?? '');
      circles.add([...circle.slice(start), ...circle.slice(0, start), circle[start]].join(' → '));
      return;
    }
    for (const next of uses.get(name) ?? []) follow(next, [...path, name]);
  };
  for (const name of uses.keys()) follow(name, []);
  return [...circles].map((circle) => `modules ${circle}`);
}
