import fc from 'fast-check';
import { expect, test } from 'vitest';
import { UserInputError } from '../../graphql/errors.ts';
import { NAME_LIMIT, cleanFileName, dispositionOf, nameGiven, nameOfUpload } from './file-name.ts';

test.each([
  ['Zoë – intake.pdf', 'Zoë – intake.pdf'],
  ['Zoe\u0308.pdf', 'Zoë.pdf'],
  ['../../etc/passwd', '-..-etc-passwd'],
  ['C:\\Users\\zoe\\scan.png', 'C:-Users-zoe-scan.png'],
  ['.htaccess', 'htaccess'],
  ['a\r\nSet-Cookie: x=1.pdf', 'a Set-Cookie: x=1.pdf'],
  ['invoice\u202Efdp.exe', 'invoicefdp.exe'],
  ['tab\tand\u0000nul.txt', 'tab and nul.txt'],
  ['half \ud800 pair.txt', 'half \ufffd pair.txt'],
  ['👩‍⚕️ note.txt', '👩‍⚕️ note.txt'],
  ['report. . .', 'report'],
  ['  \u200b. ', ''],
])('%j is kept as %j', (name, clean) => {
  expect(cleanFileName(name)).toBe(clean);
});

test('whatever the name, it is one line without separators, and its header is plain ASCII that says the same name', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (name) => {
      const clean = nameOfUpload(name);
      expect([...clean].length).toBeGreaterThan(0);
      expect([...clean].length).toBeLessThanOrEqual(NAME_LIMIT);
      expect(clean).not.toMatch(/[\p{Cc}/\\\u202e]/u);
      expect(clean.startsWith('.')).toBe(false);
      const header = dispositionOf('attachment', clean);
      expect(header).toMatch(/^attachment; filename="[\x20-\x7e]+"; filename\*=UTF-8''[\w!#$&+.^`|~%-]+$/);
      expect(header.match(/"/g)).toHaveLength(2);
      expect(decodeURIComponent(header.split("''")[1] ?? '')).toBe(clean);
    }),
    { numRuns: 2000 },
  );
});

test('a long name is shortened before its extension', () => {
  const name = nameOfUpload(`${'é'.repeat(300)}.pdf`);
  expect(name).toBe(`${'é'.repeat(196)}.pdf`);
});

test.each([
  ['intake', 'scan.pdf', 'intake.pdf'],
  ['intake.pdf', 'scan.PDF', 'intake.pdf'],
  ['intake.exe', 'scan.pdf', 'intake.exe.pdf'],
  ['photo.jpg', 'IMG_1.jpeg', 'photo.jpg'],
  ['report v1.2', 'r.docx', 'report v1.2.docx'],
  ['README', 'LICENSE', 'README'],
  ['any.txt', 'LICENSE', 'any.txt'],
])('the name %j for %j becomes %j', (name, before, after) => {
  expect(nameGiven(name, before)).toBe(after);
});

test('a name of nothing and one that is too long are refused', () => {
  expect(() => nameGiven(' ./ '.replace('/', ''), 'a.pdf')).toThrow(UserInputError);
  expect(() => nameGiven('x'.repeat(197), 'a.pdf')).toThrow('at most 200');
  expect(nameGiven('x'.repeat(196), 'a.pdf')).toHaveLength(200);
});
