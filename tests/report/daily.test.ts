// The words of a day, asked of a bundle: as the coordinator does who holds them.
import { expect, test } from 'vitest';
import { writeBundleBlob } from '../../src/report/bundle.ts';
import { askBundle, askDailyCode, toDailyCode } from '../../src/report/daily.ts';
import { toInput } from './sample.ts';

const input = await toInput();
const lines = input.lines;
const logId = '0198f3c0-0000-7000-8000-000000000001';

test('words of any day before the bundle are found in it, at their place', async () => {
  const { blob } = await writeBundleBlob(input);
  for (const [at, line] of lines.entries()) {
    const { words, size } = await toDailyCode(logId, { line, size: at + 1 });
    expect(await askBundle(words.join(' '), blob)).toEqual({ found: size });
    expect(await askDailyCode(words.join(', '), logId, lines)).toEqual({ found: size });
  }
});

test('words of another log are not found, and misspelt ones are named', async () => {
  const { blob } = await writeBundleBlob(input);
  const { words } = await toDailyCode('0198f3c0-0000-7000-8000-00000000dead', { line: lines[0] ?? '', size: 1 });
  expect(await askBundle(words.join(' '), blob)).toEqual({ found: null });
  expect(await askBundle(['xxxx', ...words.slice(1)].join(' '), blob)).toEqual({ wrong: [1], count: 12 });
});
