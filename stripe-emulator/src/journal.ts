// Keeps the state in a file, a line for each change, so that a demo goes on where it stopped — also after kill -9.
import { appendFileSync, closeSync, existsSync, openSync, readFileSync, renameSync, writeFileSync } from 'node:fs';

export type Entry =
  | { account: string; object: { object: string; id: string } }
  | { saved: object }
  | { offset: number };

export class Journal {
  readonly #path: string | null;
  #lines: string[] = [];

  constructor(path: string | null) {
    this.#path = path;
  }

  /** A last line that was cut by a kill is left out. */
  read(): Entry[] {
    if (this.#path === null || !existsSync(this.#path)) return [];
    return readFileSync(this.#path, 'utf8')
      .split('\n')
      .flatMap((line) => {
        try {
          return line ? [JSON.parse(line) as Entry] : [];
        } catch {
          return [];
        }
      });
  }

  /** Begins again with the state as it is: what was changed a hundred times is one line. */
  compact(entries: Entry[]): void {
    if (this.#path === null) return;
    const fresh = `${this.#path}.new`;
    writeFileSync(fresh, entries.map((entry) => `${JSON.stringify(entry)}\n`).join(''), { mode: 0o600 });
    renameSync(fresh, this.#path);
    this.#lines = [];
  }

  note(entry: Entry): void {
    if (this.#path !== null) this.#lines.push(JSON.stringify(entry));
  }

  /** At the end of each request, before it is answered: what was answered is kept. */
  flush(): void {
    if (this.#path === null || this.#lines.length === 0) return;
    appendFileSync(this.#path, `${this.#lines.join('\n')}\n`, { mode: 0o600 });
    this.#lines = [];
  }

  /** Tells early that the file cannot be written. */
  probe(): void {
    if (this.#path !== null) closeSync(openSync(this.#path, 'a', 0o600));
  }
}
