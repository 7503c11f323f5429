import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseCheckpoint } from '../../src/evidence/checkpoint.ts';
import { findDailyWords, parseDailyWords, toDailyText, toDailyWords } from '../../src/evidence/daily-code.ts';
import { sha256 } from '../../src/lib/hash.ts';
import { PLAIN_WORDS } from '../../src/lib/plain-words.ts';

const origin = 'netra/0198f3c0-0000-7000-8000-000000000001';
const heads = await Promise.all(Array.from({ length: 60 }, (_, n) => sha256(`line ${n}`)));

describe('the list of words', () => {
  test('has one for each byte, and four letters tell each from all others', () => {
    expect(PLAIN_WORDS).toHaveLength(256);
    expect(new Set(PLAIN_WORDS.map((word) => word.slice(0, 4))).size).toBe(256);
    expect(PLAIN_WORDS.filter((word) => !/^[a-z]{4,8}$/.test(word))).toEqual([]);
  });
});

describe('a day’s twelve words', () => {
  test('are the same for the same log, and others for another size, head or log', async () => {
    const head = heads[0] ?? '';
    const words = await toDailyWords({ origin, size: 1, head });
    expect(words).toHaveLength(12);
    expect(await toDailyWords({ origin, size: 1, head })).toEqual(words);
    for (const other of [
      { origin, size: 2, head },
      { origin, size: 1, head: heads[1] ?? '' },
      { origin: `${origin}0`, size: 1, head },
    ])
      expect(await toDailyWords(other)).not.toEqual(words);
  });
  test('never change: a coordinator’s notebook outlives a version', async () => {
    expect((await toDailyWords({ origin, size: 7, head: 'ab'.repeat(32) })).join(' ')).toMatchInlineSnapshot(
      `"lompat nyala gula naga abad lima pajak daging kelapa huruf intan irama"`,
    );
  });
  test('are found again at the size they were given for, however much was written since', async () => {
    for (const size of [1, 2, 31, 60]) {
      const words = await toDailyWords({ origin, size, head: heads[size - 1] ?? '' });
      expect(await findDailyWords(words, origin, heads)).toBe(size);
    }
  });
  test('are found nowhere in a log that was rebuilt, shortened, or is somebody else’s', async () => {
    const words = await toDailyWords({ origin, size: 40, head: heads[39] ?? '' });
    const rebuilt = [...heads];
    rebuilt[39] = await sha256('another line');
    expect(await findDailyWords(words, origin, rebuilt)).toBeNull();
    expect(await findDailyWords(words, origin, heads.slice(0, 39))).toBeNull();
    expect(await findDailyWords(words, 'netra/other', heads)).toBeNull();
  });
  test('the text of the QR code ends with them', async () => {
    const checkpoint = { origin, size: 60, head: heads[59] ?? '' };
    const text = await toDailyText(checkpoint);
    expect(parseCheckpoint(text.split('\n').slice(0, 3).join('\n').concat('\n'))).toEqual(checkpoint);
    expect(text.split('\n')[3]).toBe((await toDailyWords(checkpoint)).join(' '));
  });
});

describe('words that were written down', () => {
  test('are read in any case, with numbers and commas', async () => {
    const words = await toDailyWords({ origin, size: 1, head: heads[0] ?? '' });
    const written = words.map((word, at) => `${at + 1}. ${word.toUpperCase()},`).join('\n');
    expect(parseDailyWords(written)).toEqual({ words });
  });
  test('a word that is none of the list is named by its place; too few are counted', () => {
    expect(parseDailyWords('abad abon xyz')).toEqual({ wrong: [3], count: 3 });
    expect(parseDailyWords('')).toEqual({ wrong: [], count: 0 });
  });
  test('whatever is written, nothing breaks', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect('words' in parseDailyWords(text)).toBe(false);
      }),
    );
  });
});
