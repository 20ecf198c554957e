import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { meaningOf, meantBy, randomFile } from '../../testing/sepa-files.ts';
import { hasSchemas, SepaSchemas } from '../../testing/sepa-schemas.ts';
import { decimalOf, pain008 } from './pain-008.ts';
import type { DirectDebitFile } from './pain-008.ts';

async function xmlOf(file: DirectDebitFile): Promise<string> {
  let xml = '';
  for await (const piece of pain008(file)) xml += piece;
  return xml;
}

const chances = fc
  .infiniteStream(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }))
  .map((stream) => () => stream.next().value as number);

describe('a direct debit file', () => {
  it('says what was meant when it is read back', async () => {
    await fc.assert(
      fc.asyncProperty(chances, async (chance) => {
        const file = randomFile(chance);
        expect(meaningOf(await xmlOf(file))).toEqual(meantBy(file));
      }),
      { numRuns: 100 },
    );
  });

  it.skipIf(!hasSchemas)(
    'is valid by the schemas of ISO 20022 (skipped where they do not stand beside the project)',
    async () => {
      const schemas = new SepaSchemas();
      await fc.assert(
        fc.asyncProperty(chances, async (chance) => {
          const file = randomFile(chance);
          const xml = await xmlOf(file);
          expect(schemas.faultOf(xml, file.version.toLowerCase().replaceAll('_', '.'))).toBeNull();
        }),
        { numRuns: 60 },
      );
      const broken = (await xmlOf(randomFile(Math.random))).replace('<PmtMtd>DD</PmtMtd>', '<PmtMtd>XX</PmtMtd>');
      expect(schemas.faultOf(broken, /pain\.008\.001\.\d\d/.exec(broken)![0])).toContain('PmtMtd');
    },
  );

  it('is not finished when the collections are not what their block says', async () => {
    const file = randomFile(Math.random);
    file.blocks.at(-1)!.totalCents += 1;
    const pieces: string[] = [];
    await expect(async () => {
      for await (const piece of pain008(file)) pieces.push(piece);
    }).rejects.toThrow('cents instead of');
    expect(pieces.join('')).not.toContain('</PmtInf></CstmrDrctDbtInitn>');
  });

  it('writes cents as they are', () => {
    expect([0, 1, 10, 100, 99_999_999, 215_000_000_00].map(decimalOf)).toEqual([
      '0.00',
      '0.01',
      '0.10',
      '1.00',
      '999999.99',
      '215000000.00',
    ]);
  });
});
