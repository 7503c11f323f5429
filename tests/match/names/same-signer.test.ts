import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isSameSigner } from '../../../src/match/names/same-signer.ts';

test.each([
  ['Rina Kartika', 'Rina Kartika'],
  ['Rina Kartika', 'rina  kartika '],
  ['Rina Kartika', 'Dr. Rina Kartika, S.H.'],
  ['Rina Kartika', 'Kartika Rina'],
  ['Rina Kartika', 'Rina'],
  ['Rina Kartika', 'Rina K.'],
  ['Rina Kartika', 'R. K.'],
  ['Moh. Yusuf', 'Muhammad Jusup'],
  ['Soejono', 'Suyono'],
  ['123', 'Rina Kartika'],
  ['---', '???'],
])('%s and %s may be one', (a, b) => {
  expect(isSameSigner(a, b)).toBe(true);
  expect(isSameSigner(b, a)).toBe(true);
});

test.each([
  ['Rina Kartika', 'Budi Santoso'],
  ['Rina Kartika', 'Rina Puspita'],
  ['Siti Aminah', 'Siti Aisyah'],
  ['Rina', 'Budi'],
])('%s and %s are two', (a, b) => {
  expect(isSameSigner(a, b)).toBe(false);
  expect(isSameSigner(b, a)).toBe(false);
});

test('whoever writes the own name otherwise stays the same', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (name) => {
      expect(isSameSigner(name, name)).toBe(true);
      expect(isSameSigner(name, ` ${name.toUpperCase().toLowerCase()} `)).toBe(isSameSigner(name, name.toUpperCase().toLowerCase()));
    }),
  );
});
