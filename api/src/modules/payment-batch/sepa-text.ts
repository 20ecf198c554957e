// Text as banks take it: the Latin letters, digits and signs of the EPC (EPC217-08), nothing silently left out. What has a
// Latin spelling gets it, whatever is left becomes a dot. In code, and as SQL for whole batches, from one table.

/** Composed of a base and marks, a letter loses its marks (ü → u); these have no such base, or are other signs. */
const spellings: Record<string, string> = {
  ...{ ß: 'ss', ẞ: 'SS', Æ: 'AE', æ: 'ae', Œ: 'OE', œ: 'oe', Ø: 'O', ø: 'o', Ł: 'L', ł: 'l', Đ: 'D', đ: 'd' },
  ...{ Ð: 'D', ð: 'd', Þ: 'Th', þ: 'th', ı: 'i', ĸ: 'k', Ŋ: 'N', ŋ: 'n', Ħ: 'H', ħ: 'h', Ŧ: 'T', ŧ: 't', ſ: 's' },
  // Greek (ISO 843) and Cyrillic, as the EPC spells them.
  ...spelled('ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩ', 'A V G D E Z I Th I K L M N X O P R S T Y F Ch Ps O'),
  ...{ ς: 's' },
  ...spelled(
    'АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ',
    'A B V G D E Zh Z I K L M N O P R S T U F H Ts Ch Sh Sht A Y Y E Yu Ya',
  ),
  ...{ '&': '+', _: '-', '[': '(', ']': ')', '{': '(', '}': ')', '‘': "'", '’': "'", '‚': "'", '‛': "'", '`': "'" },
  ...{ '´': "'", ʼ: "'", '′': "'", '“': "'", '”': "'", '„': "'", '"': "'", '«': "'", '»': "'" },
  ...{ '‐': '-', '‑': '-', '‒': '-', '–': '-', '—': '-', '−': '-', '@': '(at)', '€': 'EUR', '×': 'x' },
  ...{ '\t': ' ', '\n': ' ', '\r': ' ', ';': ',', '!': '.', '\\': '/', '|': '/', '·': '.', '•': '.' },
};

function spelled(letters: string, latin: string): Record<string, string> {
  const all = latin.split(' ');
  const upper = [...letters].map((letter, at) => [letter, all[at] ?? letter] as const);
  return Object.fromEntries([...upper, ...upper.map(([letter, text]) => [letter.toLowerCase(), text.toLowerCase()])]);
}

const marks = /[\u0300-\u036f]/g;
const unknown = /[^A-Za-z0-9/?:().,'+ -]/gu;

/** At most so many characters; empty when nothing is left to read. */
export function sepaText(text: string, longest: number): string {
  const latin = Array.from(text.normalize('NFKD').replace(marks, ''), (char) => spellings[char] ?? char).join('');
  const taken = latin.replace(unknown, '.').replace(/ +/g, ' ').replace(/^ +/, '');
  return taken.slice(0, longest).replace(/ +$/, '');
}

/** A name must hold a letter or a digit to be anybody's. */
export const isReadable = (text: string): boolean => /[A-Za-z0-9]/.test(text);

const single = Object.entries(spellings).filter(([, text]) => text.length === 1);
const several = Object.entries(spellings).filter(([, text]) => text.length !== 1);
const quoted = (text: string): string => `e'${[...text].map(escaped).join('')}'`;
const escaped = (char: string): string => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** The same as an SQL expression over an SQL expression of type text. */
export function sepaTextSql(text: string, longest: number): string {
  const plain = `regexp_replace(normalize(${text}, NFKD), e'[\\u0300-\\u036f]', '', 'g')`;
  const replaced = several.reduce((sql, [from, to]) => `replace(${sql}, ${quoted(from)}, ${quoted(to)})`, plain);
  const latin = `translate(${replaced}, ${quoted(single.map(([from]) => from).join(''))}, ${quoted(single.map(([, to]) => to).join(''))})`;
  // PostgreSQL's ranges are those of the locale: only what is spelled out is sure to be ASCII. The question mark by its
  // code: a bare one stands for a parameter.
  const known = `ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789/\\u003f:().,''+ -`;
  const whole = `ltrim(regexp_replace(regexp_replace(${latin}, '[^${known}]', '.', 'g'), ' +', ' ', 'g'), ' ')`;
  // Most texts are fine as they are, and there are many.
  return `case when ${text} ~ '[^${known}]|^ |  ' then rtrim(left(${whole}, ${longest}), ' ') else rtrim(left(${text}, ${longest}), ' ') end`;
}
