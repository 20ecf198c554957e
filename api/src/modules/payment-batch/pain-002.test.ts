import { describe, expect, it } from 'vitest';
import { statusReport } from '../../testing/status-report.ts';
import { hasSchemas, SepaSchemas } from '../../testing/sepa-schemas.ts';
import { readStatusReport } from './pain-002.ts';

const sample = (version?: '03' | '10') =>
  statusReport({
    version,
    messageId: 'SP20260301-ABC',
    returned: [
      { endToEndId: 'SP20260301-ABC-1', reason: 'AM04' },
      { endToEndId: 'SP20260301-ABC-7', reason: 'MD01' },
    ],
    accepted: ['SP20260301-ABC-2'],
  });

function* inPieces(text: string, length: number): Generator<string> {
  for (let at = 0; at < text.length; at += length) yield text.slice(at, at + length);
}

describe('a status report', () => {
  it.each(['03', '10'] as const)(
    'of version %s says which collections came back, however it is cut',
    async (version) => {
      const expected = {
        messageId: 'SP20260301-ABC',
        status: 'PART',
        reason: null,
        blocks: [
          {
            blockId: 'SP20260301-ABC-RCUR',
            status: null,
            reason: null,
            collections: [
              { endToEndId: 'SP20260301-ABC-1', status: 'RJCT', reason: 'AM04' },
              { endToEndId: 'SP20260301-ABC-7', status: 'RJCT', reason: 'MD01' },
              { endToEndId: 'SP20260301-ABC-2', status: 'ACSC', reason: null },
            ],
          },
        ],
      };
      for (const length of [1, 7, 64, 100_000])
        expect(await readStatusReport(inPieces(sample(version), length))).toEqual(expected);
    },
  );

  it.skipIf(!hasSchemas)(
    'of the tests is one by the schema (skipped where it does not stand beside the project)',
    () => {
      expect(new SepaSchemas().faultOf(sample('10'), 'pain.002.001.10')).toBeNull();
    },
  );

  it.each([
    ['nothing', '', 'names no file'],
    ['text', 'hello', 'This is no XML'],
    ['half a file', sample().slice(0, 900), 'This is no XML'],
    ['a picture', '\u0089PNG\r\n\u001a\n', 'This is no XML'],
    ['a page', '<html><body>Hi</body></html>', 'This is no pain.002'],
    ['a pain.008', sample().replaceAll('pain.002.001.10', 'pain.008.001.08'), 'This is no pain.002'],
    [
      'a document type',
      sample().replace('<Document', '<!DOCTYPE Document [<!ENTITY a "b">]><Document'),
      'document type',
    ],
    [
      'entities that grow',
      `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><Document>&b;</Document>`,
      'document type',
    ],
    ['a file of this computer', '<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]><x>&f;</x>', 'document type'],
    ['an unknown entity', sample().replace('AM04', '&f;'), 'This is no XML'],
    ['depth', sample().replace('<GrpHdr>', '<a>'.repeat(100)), 'nested too deeply'],
  ])('is not %s', async (_, xml, sentence) => {
    await expect(readStatusReport(inPieces(xml, 64))).rejects.toThrow(sentence);
  });

  it('takes no text without an end into memory', async () => {
    const xml = sample().replace('AM04', 'A'.repeat(5_000_000));
    const { blocks } = await readStatusReport(inPieces(xml, 65_536));
    expect(blocks[0]!.collections[0]!.reason?.length ?? 0).toBeLessThanOrEqual(1000);
  });
});
