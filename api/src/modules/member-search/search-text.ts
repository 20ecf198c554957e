// Pure: what somebody typed into a search, taken apart. Folding accents is left to the database, which folded the names.

interface Word {
  text: string;
  /** A particle tells nothing, unless nothing else is there: it may be missing in a name that is found. */
  isTelling: boolean;
}

export interface SearchText {
  /** Empty when this can be no name. */
  words: Word[];
  /** All of it, with single blanks. */
  phrase: string;
  memberNumber: number | null;
  /** The start of an e-mail address. */
  email: string | null;
  /** Digits a phone may start with: in international form without the plus, and behind the code of the gym's country. */
  internationalPhones: string[];
  nationalPhones: string[];
}

// Beyond these it is no name any more: what is left out could only have found less.
const longestText = 200;
const mostWords = 8;
const longestWord = 40;

const particles = new Set(
  'aan bij da das de del dela den der des di do dos du el en het in la las le les lo los op te ten ter tot uit van vd vde vden vder von voor zu zum zur'.split(
    ' ',
  ),
);

/** Null when nothing is asked. */
export function readSearchText(typed: string): SearchText | null {
  const phrase = typed
    .slice(0, longestText)
    .toWellFormed()
    .normalize('NFC')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
  const text: SearchText = {
    words: wordsOf(phrase),
    phrase,
    memberNumber: memberNumberOf(phrase),
    email: /^\S{3,}$/.test(phrase) && /[@.\d_]/.test(phrase) ? phrase : null,
    ...phonesOf(phrase),
  };
  return text.words.length > 0 ||
    text.email !== null ||
    text.memberNumber !== null ||
    text.internationalPhones.length > 0 ||
    text.nationalPhones.length > 0
    ? text
    : null;
}

function wordsOf(phrase: string): Word[] {
  if (phrase.includes('@') || !/\p{L}/u.test(phrase)) return [];
  const words = phrase
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .filter((word) => word !== '')
    .slice(0, mostWords);
  const hasTelling = words.some((word) => !isParticle(word));
  return words.map((word) => ({ text: word.slice(0, longestWord), isTelling: !hasTelling || !isParticle(word) }));
}

const isParticle = (word: string): boolean => particles.has(word.toLowerCase());

function memberNumberOf(phrase: string): number | null {
  const [, digits] = /^#? ?(\d{1,10})$/.exec(phrase) ?? [];
  return digits !== undefined && Number(digits) <= 2_147_483_647 ? Number(digits) : null;
}

/** +31 (0)6-12, 0031612, 06 12 and 612 are the same number in the Netherlands. */
function phonesOf(phrase: string): Pick<SearchText, 'internationalPhones' | 'nationalPhones'> {
  const dialled = /\p{L}/u.test(phrase) ? '' : phrase.replace('(0)', '').replace(/[^+\d]/g, '');
  if (!/^\+?\d{3,17}$/.test(dialled)) return { internationalPhones: [], nationalPhones: [] };
  if (/^(\+|00)/.test(dialled))
    return {
      internationalPhones: [dialled.replace(/^(\+|00)/, '')].filter((digits) => digits !== ''),
      nationalPhones: [],
    };
  // Italy keeps the zero behind its code, most others drop it.
  return dialled.startsWith('0')
    ? { internationalPhones: [], nationalPhones: [dialled.slice(1), dialled] }
    : { internationalPhones: [dialled], nationalPhones: [dialled] };
}
