// Names of files: made safe for headers, disks and screens, without taking away what people write ("Zoë – intake.pdf").
import { UserInputError } from '../../graphql/errors.ts';

export const NAME_LIMIT = 200;

// Control and format characters that reorder or hide text (a name "exe.fdp" shown backwards), and halves of pairs.
// The joiner U+200D stays: emoji are made with it.
const hidden =
  /[\u{200B}\u{200C}\u{200E}\u{200F}\u{061C}\u{2028}\u{2029}\u{202A}-\u{202E}\u{2060}-\u{206F}\u{FEFF}\u{FFF9}-\u{FFFB}]/gu;

/** The name without what does harm; empty when nothing is left. */
export function cleanFileName(name: string): string {
  return name
    .toWellFormed()
    .normalize('NFC')
    .replace(hidden, '')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .replace(/[/\\]/g, '-')
    .replace(/^[\s.]+|[\s.]+$/g, '');
}

/** A name as a file is brought in: shortened rather than refused, since people adjust it before they save. */
export function nameOfUpload(name: string): string {
  const clean = cleanFileName(name);
  if (lengthOf(clean) <= NAME_LIMIT) return clean || 'file';
  const extension = extensionOf(clean);
  return (
    [...clean]
      .slice(0, NAME_LIMIT - extension.length)
      .join('')
      .trimEnd() + extension
  );
}

/** A name that a person gives a file. It keeps the extension, so that the file still opens: "intake" → "intake.pdf". */
export function nameGiven(name: string, before: string): string {
  const clean = cleanFileName(name);
  if (clean === '') throw new UserInputError('name', 'REQUIRED', 'Give the file a name.');
  const kept = sameExtension(extensionOf(clean), extensionOf(before)) ? clean : clean + extensionOf(before);
  if (lengthOf(kept) > NAME_LIMIT)
    throw new UserInputError('name', 'TOO_LONG', `A name has at most ${NAME_LIMIT} characters.`);
  return kept;
}

/** For the Content-Disposition header: the real name for every browser of today, a plain one for the rest. */
export function dispositionOf(kind: 'attachment' | 'inline', name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${kind}; filename="${plain}"; filename*=UTF-8''${encoded}`;
}

const lengthOf = (name: string): number => [...name].length;

/** With its dot; empty when there is none. */
const extensionOf = (name: string): string => /(?<=.)\.[a-z0-9]{1,10}$/i.exec(name)?.[0] ?? '';

const alike = [
  ['.jpg', '.jpeg'],
  ['.tif', '.tiff'],
  ['.htm', '.html'],
  ['.md', '.markdown'],
];

function sameExtension(one: string, other: string): boolean {
  const [a, b] = [one.toLowerCase(), other.toLowerCase()];
  return a === b || b === '' || alike.some((group) => group.includes(a) && group.includes(b));
}
