// What a file is, by its first bytes. A hint, not a proof: how a file is served never relies on it alone.
import { fileTypeFromBuffer } from 'file-type';

/** So many bytes from the start are enough to tell. */
export const SNIFFED_BYTES = 4100;

// Texts carry no mark of what they are: among these, the sender's word is taken.
const texts = new Set([
  'text/plain',
  'text/csv',
  'text/markdown',
  'text/html',
  'text/calendar',
  'text/vcard',
  'text/xml',
  'application/json',
  'application/xml',
  'image/svg+xml',
]);

export async function contentTypeOf(head: Uint8Array, claimed: string | undefined): Promise<string> {
  const claim = claimed?.split(';')[0]?.trim().toLowerCase() ?? '';
  const seen = await fileTypeFromBuffer(head);
  if (seen?.mime === 'application/xml' && texts.has(claim)) return claim;
  if (seen) return seen.mime;
  if (!isText(head)) return 'application/octet-stream';
  return texts.has(claim) ? claim : 'text/plain';
}

/** No control characters but those of layout; whatever the encoding. */
const isText = (head: Uint8Array): boolean =>
  head.every((byte) => byte > 0x1f || (byte >= 0x09 && byte <= 0x0d) || byte === 0x1b);

/** Kinds that a browser may show in place: pictures of dots, which cannot carry a script. */
const shown = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/avif']);
export const mayBeShown = (contentType: string): boolean => shown.has(contentType);

/** The type that a download is sent with: its own when no browser acts on it, else one that says nothing. */
export function servedType(contentType: string): string {
  if (
    mayBeShown(contentType) ||
    /^(application\/(pdf|zip|msword|vnd\.[\w.+-]+)|(audio|video)\/[\w.+-]+)$/.test(contentType)
  )
    return contentType;
  if (contentType === 'text/plain' || contentType === 'text/csv') return `${contentType}; charset=utf-8`;
  return 'application/octet-stream';
}
