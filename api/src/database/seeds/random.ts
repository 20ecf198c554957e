// A deterministic source of chance: the same label always gives the same values, also in another process or release.
// Every part of the model forks its own stream, so that adding to one part does not move the others.

export class Random {
  readonly #label: string;
  #a: number;
  #b: number;
  #c: number;
  #d = 1;

  constructor(label: string) {
    this.#label = label;
    [this.#a, this.#b, this.#c] = hash(label);
    for (let i = 0; i < 12; i++) this.#bits();
  }

  fork(label: string | number): Random {
    return new Random(`${this.#label}/${label}`);
  }

  /** 32 bits, by sfc32 (PractRand, public domain). */
  #bits(): number {
    const sum = (this.#a + this.#b + this.#d) | 0;
    this.#d = (this.#d + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = (this.#c << 21) | (this.#c >>> 11);
    this.#c = (this.#c + sum) | 0;
    return sum >>> 0;
  }

  /** From 0 up to, not including, 1. */
  fraction(): number {
    return this.#bits() / 4_294_967_296;
  }

  /** A whole number, both ends included. */
  int(least: number, most: number): number {
    return least + Math.floor(this.fraction() * (most - least + 1));
  }

  chance(probability: number): boolean {
    return this.fraction() < probability;
  }

  pick<T>(choices: readonly T[]): T {
    return choices[Math.floor(this.fraction() * choices.length)] as T;
  }

  /** Weights need not add up to anything. */
  weighted<T>(choices: readonly (readonly [weight: number, value: T])[]): T {
    let left = this.fraction() * choices.reduce((sum, [weight]) => sum + weight, 0);
    for (const [weight, value] of choices) if ((left -= weight) < 0) return value;
    return (choices.at(-1) as readonly [number, T])[1];
  }

  /** `count` different choices, in random order. */
  sample<T>(choices: readonly T[], count: number): T[] {
    const left = [...choices];
    for (let i = 0; i < Math.min(count, left.length); i++) {
      const j = this.int(i, left.length - 1);
      [left[i], left[j]] = [left[j] as T, left[i] as T];
    }
    return left.slice(0, count);
  }

  hex(length: number): string {
    let text = '';
    while (text.length < length) text += this.#bits().toString(16).padStart(8, '0');
    return text.slice(0, length);
  }

  bytes(length: number): Buffer {
    return Buffer.from(this.hex(length * 2), 'hex');
  }

  /** Version 7 (RFC 9562): ordered by the instant, so that keys made in order of time stay in order. */
  uuid(atMs: number): string {
    const high = Math.floor(atMs / 65_536);
    const [x, y, z] = [this.#bits(), this.#bits(), this.#bits()];
    const version = 0x7000 | (x & 0xfff);
    const variant = 0x8000 | ((x >>> 12) & 0x3fff);
    return `${hex4(high >>> 16)}${hex4(high)}-${hex4(atMs)}-${hex4(version)}-${hex4(variant)}-${hex4(y >>> 16)}${hex4(y)}${hex4(z)}`;
  }
}

const fourDigits: string[] = [];

/** The last 16 bits. From a table: a generator makes millions of keys. */
function hex4(value: number): string {
  if (fourDigits.length === 0) for (let i = 0; i < 65_536; i++) fourDigits.push(i.toString(16).padStart(4, '0'));
  return fourDigits[(value % 65_536) & 0xffff] as string;
}

/** Three 32-bit words of a text (FNV-1a with different starts, finished by murmur's mixer). */
function hash(text: string): [number, number, number] {
  const words: [number, number, number] = [0x811c9dc5, 0x9e3779b9, 0x85ebca6b];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    for (let w = 0; w < 3; w++) words[w] = Math.imul((words[w] as number) ^ code ^ (w * 0x55), 0x01000193);
  }
  return words.map((word) => {
    let h = word ^ (word >>> 16);
    h = Math.imul(h, 0x85ebca6b);
    h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
    return (h ^ (h >>> 16)) >>> 0;
  }) as [number, number, number];
}
