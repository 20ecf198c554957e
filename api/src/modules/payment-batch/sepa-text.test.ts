import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isReadable, sepaText } from './sepa-text.ts';

describe('text for banks', () => {
  it.each([
    ['Zoë van der Berg', 'Zoe van der Berg'],
    ['Müller & Söhne', 'Muller + Sohne'],
    ['Łukasz Żółć', 'Lukasz Zolc'],
    ['Straße Æther Øre', 'Strasse AEther Ore'],
    ['Θεόδωρος Ψαράς', 'Theodoros Psaras'],
    ['Юлия Щербакова', 'Yuliya Shterbakova'],
    ['D’Angelo', "D'Angelo"],
    ['ĲSBRAND', 'IJSBRAND'],
    ['李明', '..'],
    ['  two   blanks ', 'two blanks'],
    ['a;b_c!d', 'a,b-c.d'],
    ['😀 Jan', '. Jan'],
    ['Jan-Willem (jr.)', 'Jan-Willem (jr.)'],
  ])('%s is %s', (text, expected) => expect(sepaText(text, 70)).toBe(expected));

  it('holds nothing else, is no longer, and stays as it is the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 140 }), (text, longest) => {
        const taken = sepaText(text, longest);
        expect(taken).toMatch(/^([A-Za-z0-9/?:().,'+-]([A-Za-z0-9/?:().,'+ -]*[A-Za-z0-9/?:().,'+-])?)?$/);
        expect(taken.length).toBeLessThanOrEqual(longest);
        expect(sepaText(taken, longest)).toBe(taken);
      }),
      { numRuns: 2000 },
    );
  });

  it('drops nothing: every character leaves a trace', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }), (char) => {
        if (/^[\s\u0300-\u036f]+$/u.test(char.normalize('NFKD'))) return;
        expect(sepaText(`a${char}b`, 70).length).toBeGreaterThan(2);
      }),
      { numRuns: 2000 },
    );
  });

  it('needs something to read', () => {
    expect([isReadable('..'), isReadable(''), isReadable('. J')]).toEqual([false, false, true]);
  });
});
