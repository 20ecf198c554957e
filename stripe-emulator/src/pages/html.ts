// Pages without scripts: a template that escapes whatever it is given, and the frame around every page.
export class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

type Part = Html | string | number | null | false | Part[];

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);

function shown(part: Part): string {
  if (part === null || part === false) return '';
  if (part instanceof Html) return part.text;
  return Array.isArray(part) ? part.map(shown).join('') : escaped(String(part));
}

export const html = (texts: TemplateStringsArray, ...parts: Part[]): Html =>
  new Html(texts.map((text, index) => text + shown(parts[index] ?? null)).join(''));

const STYLE = `
  :root { color-scheme: light dark; --ink: #1a1b25; --soft: #545969; --line: #d5dbe1; --paper: #fff; --back: #f6f8fa;
    --accent: #4b45c6; --on-accent: #fff; --bad: #b3093c; --bad-back: #fdeef2; --note: #5d4200; --note-back: #fff3c4; }
  @media (prefers-color-scheme: dark) { :root { --ink: #f0f1f5; --soft: #a9aebd; --line: #3b3f4d; --paper: #1d1f29;
    --back: #14151c; --accent: #a5a0ff; --on-accent: #14151c; --bad: #ff9db5; --bad-back: #3d1722; --note: #ffe08a;
    --note-back: #3a2e0a; } }
  * { box-sizing: border-box; }
  body { margin: 0; background: var(--back); color: var(--ink); font: 16px/1.5 system-ui, sans-serif; }
  .note { background: var(--note-back); color: var(--note); padding: .75rem 1rem; text-align: center; }
  main { max-width: 30rem; margin: 0 auto; padding: 1.5rem 1rem 3rem; }
  h1 { font-size: 1.35rem; line-height: 1.3; margin: 0 0 .25rem; }
  h2 { font-size: 1rem; margin: 1.75rem 0 .5rem; }
  .card > h2:first-child { margin-top: 0; } .card + .card { margin-top: 1rem; }
  .sum { font-size: 2.25rem; font-weight: 650; margin: 0 0 1rem; letter-spacing: -.02em; }
  .card { background: var(--paper); border: 1px solid var(--line); border-radius: .75rem; padding: 1.25rem; }
  .soft, small { color: var(--soft); }
  dl { display: grid; grid-template-columns: 1fr auto; gap: .25rem 1rem; margin: 0 0 1.25rem; }
  dd { margin: 0; font-variant-numeric: tabular-nums; text-align: right; }
  label { display: block; font-weight: 600; margin: 1rem 0 .25rem; }
  input { width: 100%; min-height: 2.75rem; padding: .5rem .75rem; font: inherit; color: inherit; background: var(--back);
    border: 1px solid var(--soft); border-radius: .5rem; }
  button, .button { display: block; width: 100%; min-height: 2.75rem; margin-top: .75rem; padding: .6rem 1rem; font: inherit;
    font-weight: 600; text-align: center; text-decoration: none; color: var(--ink); background: var(--paper);
    border: 1px solid var(--soft); border-radius: .5rem; cursor: pointer; }
  .first { color: var(--on-accent); background: var(--accent); border-color: var(--accent); margin-top: 1.25rem; }
  :focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
  .bad { color: var(--bad); background: var(--bad-back); border-radius: .5rem; padding: .75rem 1rem; margin: 0 0 1rem; }
  a { color: var(--accent); }
  ul { padding-left: 1.1rem; margin: .25rem 0; } code { font-size: .95em; white-space: nowrap; }
`;

export const page = (title: string, body: Html): string =>
  `<!doctype html>${
    html`<html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <link rel="icon" href="data:," />
        <style>
          ${new Html(STYLE)}
        </style>
      </head>
      <body>
        <header class="note">
          <strong>This is a stand-in for Stripe.</strong> No money moves, and no card is real.
        </header>
        <main>${body}</main>
      </body>
    </html>`.text
  }`;

/** 1250 eur → € 12.50 */
export const money = (cents: number | null, currency: string | null): string =>
  new Intl.NumberFormat('en-IE', { style: 'currency', currency: currency ?? 'eur' }).format((cents ?? 0) / 100);
