import { expect, test } from 'vitest';
import type { Contradiction } from '../../src/model/lists.ts';
import { plainPapers } from '../../src/registry/plain-papers.ts';
import { openListSource } from '../../src/store/list-source.ts';
import { openRegistry } from '../../src/store/registry.ts';
import { Locked } from '../../src/store/sealer.ts';
import { registryRow } from '../registry/registry-row.ts';
import { memoryFolders, memoryHolds } from './memory-folders.ts';
import { AT, newName, openStore } from './sample.ts';

const ONE = '11111111-1111-4111-8111-111111111111';
const TWO = '22222222-2222-4222-8222-222222222222';
const ASKED = [{ platform: 'facebook' as const, account: { id: null, handle: 'siti.aminah' } }];

async function open(day = '2026-11-22') {
  const { db } = openStore(newName());
  let isLocked = false;
  let kept: readonly Contradiction[] = [];
  const wrap = { wrap: async (bytes: Uint8Array<ArrayBuffer>) => bytes, unwrap: async (bytes: Uint8Array<ArrayBuffer>) => unwrap(bytes) };
  const unwrap = (bytes: Uint8Array<ArrayBuffer>) => {
    if (isLocked) throw new Locked();
    return bytes;
  };
  const given = { folders: memoryFolders(), holds: memoryHolds(), wrap };
  const registry = openRegistry(db, given);
  const session = {
    loadContradictions: async () => kept,
    saveContradictions: async (met: readonly Contradiction[]) => {
      kept = met;
    },
  };
  const source = () => openListSource(db, given, session, () => new Date(`${day}T12:00:00`));
  const put = async (listId: string, person: string, expiresOn = '2026-12-31') => {
    const papers = { ...plainPapers('asn.csv', AT), title: person, expiresOn };
    const writer = await registry.write(papers, { listId, origin: 'file', files: ['asn.csv'], importedAt: AT });
    await writer.add([registryRow({ person })]);
    await writer.finish(0);
  };
  return {
    registry,
    source,
    put,
    lock: () => {
      isLocked = true;
    },
    kept: () => kept,
  };
}

test('an account that two lists give to different people is used by neither, and told with both lists', async () => {
  const { source, put, registry, kept } = await open();
  await put(ONE, 'Siti Aminah');
  await put(TWO, 'Orang Lain');
  const own = source();
  const lists = await own.load();
  expect((await own.state()).contradictions).toEqual([]);
  for (let turn = 0; turn < 2; turn++) expect((await lists.around(ASKED)).guarded.rows).toEqual([]);
  const { contradictions } = await own.state();
  expect(contradictions).toEqual([{ say: expect.stringMatching(/"Orang Lain", "Siti Aminah"/), listIds: [ONE, TWO] }]);
  // The background was put to sleep in between.
  const woken = source();
  await woken.load();
  expect((await woken.state()).contradictions).toEqual(contradictions);
  // One of the two is no longer used: nothing is left to settle.
  await registry.setOn(TWO, false);
  await woken.load();
  expect([(await woken.state()).contradictions, kept()]).toEqual([[], []]);
});

test('locked: no list is told, and what was met is forgotten', async () => {
  const { source, put, lock, kept } = await open();
  await put(ONE, 'Siti Aminah');
  await put(TWO, 'Orang Lain');
  const own = source();
  await (await own.load()).around(ASKED);
  expect(kept()).toHaveLength(1);
  lock();
  // Whichever comes first: the background that was at work, or one that wakes to a lock.
  await expect(source().load()).rejects.toThrow(Locked);
  expect(kept()).toEqual([]);
  await expect(own.load()).rejects.toThrow(Locked);
  await expect(own.state()).rejects.toThrow(Locked);
});

test.each([
  ['2026-12-31', 'used'],
  ['2027-01-01', 'grace'],
  ['2027-01-15', 'expired'],
])('how a list stands on %s: %s', async (day, standing) => {
  const { source, put } = await open(day);
  await put(ONE, 'Siti Aminah');
  const own = source();
  await own.load();
  expect((await own.state()).lists).toEqual([
    { listId: ONE, kind: 'guarded', title: 'Siti Aminah', issuer: expect.any(String), expiresOn: '2026-12-31', standing },
  ]);
});
