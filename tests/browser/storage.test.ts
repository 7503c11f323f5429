// The storage under faults, the quick and deterministic part: what LevelDB is left with by a sudden end, and damaged files.
import { openAsBlob, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openArchive } from '../../src/report/archive.ts';
import { DAMAGES } from '../faults/damage.ts';
import { folderOf } from '../faults/leveldb.ts';
import {
  type Acknowledged,
  appendMany,
  dropProfile,
  endWell,
  lookThrough,
  newProfile,
  openSession,
  rescue,
  storageState,
} from '../faults/session.ts';
import { tryTorn } from '../faults/torn.ts';

test('a torn tail of the database’s log loses nothing, neither at the next start nor at the one after', async () => {
  const { second, third, acknowledged } = await tryTorn('idb');
  expect(acknowledged).toBe(120);
  // The scrub throws the spoiled log away before the browser trips over it.
  for (const seen of [second, third]) expect(seen).toEqual({ condition: 'sound', rescued: null, lost: 0, doubled: 0, chain: true });
});

/** A profile with records, whose database is damaged while the browser is closed; then opened again. */
async function damaged(name: string) {
  const profile = newProfile();
  const acknowledged: Acknowledged = new Map();
  const first = await openSession(profile);
  await appendMany(first.page, acknowledged, 40);
  await endWell(first);
  DAMAGES[name]?.(folderOf(profile, first.netra.extensionId, 'idb'));
  return { profile, acknowledged, session: await openSession(profile) };
}

test('an emptied database is told, nothing is written to it, and the dashboard brings all back', async () => {
  const { profile, acknowledged, session } = await damaged('a bit of the log flipped');
  try {
    expect(session.state).toMatchObject({ condition: 'wiped', inDatabase: 0, inJournal: 41, missing: null });
    await expect(appendMany(session.page, new Map(), 1)).rejects.toThrow('storage');
    const page = await session.netra.extensionPage('dashboard.html');
    await page.getByText('Apa yang terjadi').waitFor();
    await page.getByRole('button', { name: 'Pulihkan dari cadangan di komputer ini' }).click();
    await page.getByText('Bukti dipulihkan').first().waitFor();
    // What had happened is over: only what came of it is told.
    expect(await page.getByText('Apa yang terjadi').count()).toBe(0);
    await page.getByRole('button', { name: 'Lanjut ke temuan' }).click();
    await page.getByRole('heading', { name: 'Temuan & ekspor' }).waitFor();
    expect((await storageState(page)).condition).toBe('sound');
    await appendMany(session.page, acknowledged, 1);
    await endWell(session);
    const again = await openSession(profile);
    expect(await lookThrough(again, acknowledged)).toEqual({ condition: 'sound', rescued: null, lost: 0, doubled: 0, chain: true });
    await endWell(again);
  } finally {
    dropProfile(profile);
  }
});

test('a database that never opens again: what is left can still be exported', async () => {
  const { profile, acknowledged, session } = await damaged('MANIFEST removed');
  try {
    expect(session.state).toMatchObject({ condition: 'unopenable', inDatabase: null, inJournal: 41 });
    expect(await rescue(session.page)).toBeNull();
    const page = await session.netra.extensionPage('dashboard.html');
    expect(await page.getByRole('button', { name: 'Pulihkan dari cadangan di komputer ini' }).count()).toBe(0);
    await page.getByRole('button', { name: 'Ekspor yang ada' }).click();
    await page.getByText('Berkas cadangan ditulis: 41 catatan').waitFor();
    const find = () => readdirSync(session.netra.downloads).find((name) => /^netra-cadangan-.*\.zip$/.test(name));
    await expect.poll(find).toBeDefined();
    const archive = await openArchive(await openAsBlob(join(session.netra.downloads, find() ?? '')));
    const records = new TextDecoder().decode(await archive.read('catatan.ndjson'));
    expect([...acknowledged.values()].filter((mark) => !records.includes(mark))).toEqual([]);
    expect(new TextDecoder().decode(await archive.read('hilang.txt'))).toContain('Tidak ada yang diketahui hilang');
    await endWell(session);
  } finally {
    dropProfile(profile);
  }
});
