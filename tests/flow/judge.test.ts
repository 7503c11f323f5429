import { expect, test } from 'vitest';
import { judgeWith } from '../../src/flow/judge.ts';
import { readAddress } from '../../src/platforms/index.ts';
import { indexLists } from '../../src/registry/index-lists.ts';
import { guardedRow, watchedRow } from '../match/sample.ts';
import { sourceOf } from '../match/source.ts';

const own = watchedRow({ platform: 'x', handle: 'Paslon01' });
const judge = judgeWith(
  async () =>
    sourceOf(
      [guardedRow({ platform: 'x', handle: 'dewi' })],
      indexLists({ guarded: [], watched: [own, watchedRow({ platform: 'facebook', handle: 'paslon01' })], words: [] }),
    ),
  async () => ({}),
  async () => undefined,
  readAddress,
);

test('a whole address finds the one account of either list, and nothing beside it', async () => {
  expect(await judge.findRows('watched', 'https://x.com/paslon01')).toEqual([own]);
  for (const address of ['https://x.com/paslon0', 'https://www.threads.com/@paslon01', 'https://contoh.example/paslon01'])
    expect(await judge.findRows('watched', address)).toEqual([]);
  expect((await judge.findRows('guarded', 'https://x.com/Dewi')).map(({ handle }) => handle)).toEqual(['dewi']);
  expect(await judge.findRows('guarded', 'https://x.com/dewi_')).toEqual([]);
});

test('typed words still find every row of the campaign list in which they stand', async () => {
  expect(await judge.findRows('watched', 'paslon01')).toHaveLength(2);
});
