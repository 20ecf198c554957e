// Which modules share a file. Left to itself the bundler makes one for each set of pages that happen to use a module: the
// overview came in sixty-five requests, six at a time over plain HTTP. Here: one file for each step of what is shown.
import type { Rolldown } from 'vite';

type Part = 'staff' | 'app' | 'dashboard' | 'overview' | 'tiles';

/** A module goes to the first whose parts all need it; one that fits none stays where the bundler puts it. */
const files: { name: string; neededBy: Part[] }[] = [
  { name: 'common', neededBy: ['staff', 'app'] },
  { name: 'shell', neededBy: ['staff'] },
  { name: 'day', neededBy: ['dashboard', 'overview'] },
  { name: 'rows', neededBy: ['dashboard', 'tiles'] },
  { name: 'overview', neededBy: ['overview'] },
  { name: 'tiles', neededBy: ['tiles'] },
];

export function bundles(root: string): Rolldown.CodeSplittingOptions {
  const source = (file: string) => `${root}/src/${file}`;
  const entries: Record<Exclude<Part, 'tiles'>, string[]> = {
    staff: [source('staff/main.tsx')],
    // The member app always shows one of the two.
    app: ['main', 'Door', 'Home'].map((file) => source(`member-app/${file}.tsx`)),
    dashboard: [source('staff/pages/dashboard/Page.tsx')],
    overview: [source('staff/pages/member-overview/Page.tsx')],
  };
  const keptApart = new Set(Object.values(entries).flat());
  const known = new Map<Part, Set<string>>();
  const neededFor = (part: Part, context: Rolldown.ChunkingContext) => {
    let needed = known.get(part);
    if (!needed) {
      const starts =
        part === 'tiles' ? tilesOf(source('staff/pages/member-overview/Overview.tsx'), context) : entries[part];
      known.set(part, (needed = withImports(starts, context)));
    }
    return needed;
  };
  return {
    groups: files.map(({ name, neededBy }, index) => ({
      name: (id, context) =>
        !keptApart.has(id) && neededBy.every((part) => neededFor(part, context).has(id)) ? name : null,
      priority: files.length - index,
    })),
  };
}

/** What the overview fetches beside its request. What opens over it comes when it is opened. */
function tilesOf(overview: string, context: Rolldown.ChunkingContext): string[] {
  return moduleOf(overview, context).dynamicallyImportedIds.filter((id) => !id.endsWith('/Overlays.tsx'));
}

/** These modules and all that they import without asking. */
function withImports(starts: readonly string[], context: Rolldown.ChunkingContext): Set<string> {
  const found = new Set(starts);
  for (const id of found) for (const imported of moduleOf(id, context).importedIds) found.add(imported);
  return found;
}

function moduleOf(id: string, context: Rolldown.ChunkingContext): Rolldown.ModuleInfo {
  const module = context.getModuleInfo(id);
  if (!module) throw new Error(`bundles.ts names ${id}, which is not part of the build.`);
  return module;
}
