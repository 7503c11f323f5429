import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileWords, findWords, hasWord, type WordStep } from '../../src/lib/words.ts';

const found = (words: string[], text: string) => findWords(compileWords(words), text).map((at) => words[at]);

describe('whole words', () => {
  test.each([
    ['Contoh', 'Pilih CONTOH!', true],
    ['Contoh', '"contoh",', true],
    ['Contoh', 'contoh', true],
    ['Contoh', 'percontohan', false],
    ['Contoh', 'contohnya', false],
    ['Contoh', 'contoh_satu', false],
    ['Contoh', 'contoh1', false],
    ['Contoh', '1contoh', false],
    ['Contoh', 'contoh-satu', true],
    ['Contoh', '#contoh', true],
    ['Contoh', '❤️Contoh❤️', true],
    ['Contoh', '\u{1D402}\u{1D428}\u{1D427}\u{1D42D}\u{1D428}\u{1D421}', true],
    ['Contoh', 'Con\u200Btoh', true],
    ['Contoh', 'C\u043Entoh', false],
    ['Contoh', 'halo @contoh', false],
    ['Contoh', 'halo @contoh.satu', false],
    ['Contoh', 'https://situs.id/contoh', false],
    ['café', 'CAFE\u0301', true],
    ['cafe', 'café', false],
    ['#SukamajuBaru', 'ayo #sukamajubaru.', true],
    ['#SukamajuBaru', '(#SukamajuBaru)', true],
    ['#SukamajuBaru', '＃SukamajuBaru', true],
    ['#SukamajuBaru', '❤️#SukamajuBaru', true],
    ['#SukamajuBaru', '#lain#SukamajuBaru', false],
    ['#SukamajuBaru', 'SukamajuBaru', false],
    ['#SukamajuBaru', '# SukamajuBaru', false],
    ['#SukamajuBaru', '#SukamajuBaru2029', false],
    ['#SukamajuBaru', '#Sukamaju Baru', false],
    ['#SukamajuBaru', 'x#SukamajuBaru', false],
    ['#SukamajuBaru', 'https://situs.id/#SukamajuBaru', false],
    ['Coblos Contoh Satu', 'coblos   contoh\n\tsatu', true],
    ['Coblos Contoh Satu', 'Coblos\u00A0Contoh Satu!', true],
    ['Coblos Contoh Satu', 'coblos contoh', false],
    ['Coblos Contoh Satu', 'coblos contoh satunya', false],
    ['Coblos Contoh Satu', 'coblos, contoh. satu', false],
    ['Coblos Contoh Satu', 'coblos @contoh contoh satu', false],
    ['Coblos No. 1', 'ayo coblos no.  1 ya', true],
    ['Coblos No. 1', 'coblos no. 11', false],
  ])('%s in %s: %s', (word, text, expected) => {
    expect(found([word], text)).toEqual(expected ? [word] : []);
  });

  test('all of them, each once, overlapping ones too', () => {
    const words = ['satu dua', 'dua tiga', 'satu', '#satu', 'satu dua tiga'];
    expect(found(words, 'satu dua tiga satu')).toEqual(['satu dua', 'dua tiga', 'satu', 'satu dua tiga']);
    expect(found(words, '#satu')).toEqual(['satu', '#satu']);
  });

  test('signs alone are no word', () => {
    expect([hasWord('!!!'), hasWord('#'), hasWord(' '), hasWord('@a'), hasWord('1')]).toEqual([false, false, false, false, true]);
    expect(found(['!!!', ''], '!!!')).toEqual([]);
  });

  test('agrees with a plain search, word by word', () => {
    const letters = fc.constantFrom('a', 'b', 'ab', '_', '1');
    const word = fc.array(letters, { minLength: 1, maxLength: 3 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(
        word,
        fc.array(fc.oneof(word, fc.constantFrom(' ', '.', '-', '\n'))).map((parts) => parts.join('')),
        (wanted, text) => {
          expect(found([wanted], text).length > 0).toBe(text.split(/[^a-z0-9_]+/).includes(wanted));
        },
      ),
      { numRuns: 3000 },
    );
  });
});

test('5,000 phrases with one beginning, in a long text: each word is looked up a few times, however many phrases there are', () => {
  const start = compileWords(Array.from({ length: 5000 }, (_, at) => `coblos kata${at} akhir`));
  let lookups = 0;
  const counting = (step: WordStep): WordStep => ({
    ends: step.ends,
    next: {
      size: step.next.size,
      get(key: string) {
        lookups++;
        const next = step.next.get(key);
        return next === undefined ? undefined : counting(next);
      },
    } as unknown as WordStep['next'],
  });
  const text = `${'coblos kata7 tengah coblos '.repeat(3700)} kata4999 akhir`;
  expect(findWords(counting(start), text)).toEqual([4999]);
  expect(lookups).toBeLessThan(3 * text.split(' ').length);
});
