// Fails the build when a page's first load outgrows its budget: everything its entry imports without asking, gzipped.
import { gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

interface Size {
  scriptKb: number;
  styleKb: number;
}

interface Budget extends Size {
  entry: string;
  /** A page loaded on top of the entry, counted with it. */
  page?: string;
}

const budgets: Record<string, Budget> = {
  staff: { entry: 'staff', scriptKb: 180, styleKb: 20 },
  'staff, member overview': {
    entry: 'staff',
    page: 'src/staff/pages/member-overview/Page.tsx',
    scriptKb: 200,
    styleKb: 20,
  },
  'member app': { entry: 'app', scriptKb: 160, styleKb: 20 },
};

interface Chunk {
  type: string;
  name?: string;
  isEntry?: boolean;
  facadeModuleId?: string | null;
  imports?: string[];
  code?: string;
  source?: string | Uint8Array;
  viteMetadata?: { importedCss: Set<string> };
}

export function budget(): Plugin {
  return {
    name: 'bundle-budget',
    apply: 'build',
    writeBundle(_options, bundle) {
      const chunks = bundle as unknown as Record<string, Chunk>;
      for (const [name, limit] of Object.entries(budgets)) {
        const size = measure(chunks, limit);
        console.log(
          `${name}: ${size.scriptKb.toFixed(1)} of ${limit.scriptKb} kB script, ${size.styleKb.toFixed(1)} of ${limit.styleKb} kB style (gzip)`,
        );
        if (size.scriptKb > limit.scriptKb || size.styleKb > limit.styleKb)
          this.error(`The first load of ${name} is over its budget.`);
      }
    },
  };
}

function measure(chunks: Record<string, Chunk>, { entry, page }: Budget): Size {
  const find = (what: string, isIt: (chunk: Chunk) => boolean | undefined) => {
    const found = Object.entries(chunks).find(([, chunk]) => isIt(chunk));
    if (!found) throw new Error(`The build has no ${what}.`);
    return found[0];
  };
  const scripts = new Set<string>();
  const styles = new Set<string>();
  const visit = (file: string) => {
    if (scripts.has(file)) return;
    scripts.add(file);
    for (const style of chunks[file]?.viteMetadata?.importedCss ?? []) styles.add(style);
    for (const imported of chunks[file]?.imports ?? []) visit(imported);
  };
  visit(find(entry, (chunk) => chunk.isEntry && chunk.name === entry));
  if (page) visit(find(page, (chunk) => chunk.facadeModuleId?.endsWith(page)));
  const sum = (files: Set<string>) => [...files].reduce((total, file) => total + zippedKb(chunks[file]), 0);
  return { scriptKb: sum(scripts), styleKb: sum(styles) };
}

function zippedKb(chunk: Chunk | undefined): number {
  const content = chunk?.code ?? chunk?.source;
  return content ? gzipSync(content, { level: 9 }).length / 1000 : 0;
}
