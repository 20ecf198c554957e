// Reads form bodies as Stripe takes them — `items[0][price_data][currency]=eur` — and hands the parameters out one by one:
// what nobody asked for is refused by name, as Stripe does.
import { badParameter } from './api-error.ts';

export interface Tree {
  [name: string]: Tree | string;
}

export function readForm(text: string): Tree {
  const root: Tree = Object.create(null) as Tree;
  for (const [name, value] of new URLSearchParams(text)) put(root, name, value);
  return root;
}

function put(root: Tree, name: string, value: string): void {
  const path = [...name.matchAll(/^[^[\]]+|\[([^[\]]*)\]/g)].map(([whole, inner]) => inner ?? whole);
  let tree = root;
  for (const [index, step] of path.entries()) {
    const key = step === '' ? String(Object.keys(tree).length) : step;
    if (index === path.length - 1) tree[key] = value;
    else {
      const next = tree[key];
      const child = typeof next === 'object' ? next : (Object.create(null) as Tree);
      tree[key] = child;
      tree = child;
    }
  }
}

export class Params {
  readonly #tree: Tree;
  readonly #path: string;
  readonly #asked = new Set<string>();
  readonly #children: Params[] = [];

  constructor(tree: Tree, path = '') {
    this.#tree = tree;
    this.#path = path;
  }

  /** The full name, as errors say it: `items[0][quantity]`. */
  nameOf(name: string): string {
    return this.#path ? `${this.#path}[${name}]` : name;
  }

  has(name: string): boolean {
    return name in this.#tree;
  }

  isText(name: string): boolean {
    return typeof this.#tree[name] === 'string';
  }

  #raw(name: string): Tree | string | undefined {
    this.#asked.add(name);
    return this.#tree[name];
  }

  /** Absent and empty are both null: an empty text unsets. */
  text(name: string, most = 5000): string | null {
    const value = this.#raw(name);
    if (value === undefined || value === '') return null;
    if (typeof value !== 'string') throw badParameter('Invalid string.', 'parameter_invalid_string', this.nameOf(name));
    if (value.length > most)
      throw badParameter(
        `Invalid string: must be at most ${most} characters.`,
        'parameter_invalid_string',
        this.nameOf(name),
      );
    return value;
  }

  need(name: string): string {
    return this.text(name) ?? this.#missing(name);
  }

  #missing(name: string): never {
    throw badParameter(`Missing required param: ${this.nameOf(name)}.`, 'parameter_missing', this.nameOf(name));
  }

  choice<T extends string>(name: string, choices: readonly T[]): T | null {
    const value = this.text(name);
    if (value === null) return null;
    const choice = choices.find((it) => it === value);
    if (choice === undefined)
      throw badParameter(
        `Invalid ${this.nameOf(name)}: must be one of ${choices.join(', ')}`,
        'parameter_invalid_string',
        this.nameOf(name),
      );
    return choice;
  }

  needChoice<T extends string>(name: string, choices: readonly T[]): T {
    return this.choice(name, choices) ?? this.#missing(name);
  }

  needUrl(name: string): string {
    return this.url(name) ?? this.#missing(name);
  }

  integer(name: string): number | null {
    const value = this.text(name);
    if (value === null) return null;
    if (!/^-?\d{1,15}$/.test(value))
      throw badParameter(`Invalid integer: ${value}`, 'parameter_invalid_integer', this.nameOf(name));
    return Number(value);
  }

  needInteger(name: string): number {
    return this.integer(name) ?? this.#missing(name);
  }

  flag(name: string): boolean | null {
    const value = this.choice(name, ['true', 'false']);
    return value === null ? null : value === 'true';
  }

  url(name: string): string | null {
    const value = this.text(name);
    if (value !== null && !/^https?:\/\//.test(value))
      throw badParameter('Not a valid URL', 'url_invalid', this.nameOf(name));
    return value;
  }

  child(name: string): Params | null {
    const value = this.#raw(name);
    if (value === undefined || value === '') return null;
    if (typeof value === 'string') throw badParameter('Invalid object', 'parameter_unknown', this.nameOf(name));
    return this.#keep(value, this.nameOf(name));
  }

  needChild(name: string): Params {
    return this.child(name) ?? this.#missing(name);
  }

  list(name: string): Params[] {
    const value = this.#raw(name);
    if (value === undefined || value === '') return [];
    if (typeof value === 'string') throw badParameter('Invalid array', 'parameter_invalid_array', this.nameOf(name));
    return Object.entries(value).map(([index, item]) => {
      const path = `${this.nameOf(name)}[${index}]`;
      if (typeof item === 'string') throw badParameter('Invalid object', 'parameter_invalid_object', path);
      return this.#keep(item, path);
    });
  }

  texts(name: string): string[] {
    const value = this.#raw(name);
    if (value === undefined || value === '') return [];
    return (typeof value === 'string' ? [value] : Object.values(value)).filter((item) => typeof item === 'string');
  }

  /** At most 50 keys of 40 characters, values of 500. */
  metadata(name = 'metadata'): Record<string, string> {
    const value = this.#raw(name);
    if (value === undefined || value === '') return {};
    if (typeof value === 'string') throw badParameter('Invalid object', 'parameter_invalid_object', this.nameOf(name));
    const entries = Object.entries(value).map(([key, text]) => {
      if (key.length > 40 || typeof text !== 'string' || text.length > 500)
        throw badParameter(
          'Metadata keys are at most 40 characters long, values 500.',
          'parameter_invalid_string',
          `${this.nameOf(name)}[${key}]`,
        );
      return [key, text] as const;
    });
    if (entries.length > 50)
      throw badParameter('Metadata can have up to 50 keys.', 'parameter_invalid_object', this.nameOf(name));
    return Object.fromEntries(entries);
  }

  #keep(tree: Tree, path: string): Params {
    const child = new Params(tree, path);
    this.#children.push(child);
    return child;
  }

  /** Called when everything was read. */
  refuseUnknown(): void {
    const unknown = Object.keys(this.#tree).find((name) => !this.#asked.has(name));
    if (unknown !== undefined)
      throw badParameter(
        `Received unknown parameter: ${this.nameOf(unknown)}`,
        'parameter_unknown',
        this.nameOf(unknown),
      );
    for (const child of this.#children) child.refuseUnknown();
  }
}
