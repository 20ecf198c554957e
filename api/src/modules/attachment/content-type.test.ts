import { expect, test } from 'vitest';
import { contentTypeOf, mayBeShown, servedType } from './content-type.ts';

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const gifWithScript = Buffer.concat([
  Buffer.from('GIF89a/*'),
  Buffer.alloc(6),
  Buffer.from('*/=1;<script>alert(1)</script>'),
]);

test.each([
  [Buffer.from('%PDF-1.7\n%âãÏÓ'), 'text/html', 'application/pdf'],
  [png, 'text/html', 'image/png'],
  [gifWithScript, 'text/html', 'image/gif'],
  [Buffer.from('<html><script>alert(1)</script>'), 'image/png', 'text/plain'],
  [Buffer.from('<html><script>alert(1)</script>'), 'text/html; charset=utf-8', 'text/html'],
  [Buffer.from('<?xml version="1.0"?><svg/>'), 'image/svg+xml', 'image/svg+xml'],
  [Buffer.from('<?xml version="1.0"?><svg/>'), 'image/png', 'application/xml'],
  [Buffer.from('naam;bedrag\nZoë;1\n'), 'TEXT/CSV', 'text/csv'],
  [Buffer.from('naam;bedrag\nZo\xeb;1\n', 'latin1'), undefined, 'text/plain'],
  [Buffer.from([1, 2, 3, 0, 255]), 'text/plain', 'application/octet-stream'],
  [Buffer.from([1, 2, 3, 0, 255]), 'image/png', 'application/octet-stream'],
])('%j, said to be %j, is %j', async (head, claimed, type) => {
  expect(await contentTypeOf(head, claimed)).toBe(type);
});

test.each([
  'text/html',
  'image/svg+xml',
  'application/xml',
  'text/xml',
  'application/json',
  'application/xhtml+xml',
  'text/javascript',
])('%s is never served as itself, nor shown', (type) => {
  expect(servedType(type)).toBe('application/octet-stream');
  expect(mayBeShown(type)).toBe(false);
});
