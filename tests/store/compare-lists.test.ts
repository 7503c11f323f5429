// An import against the lists in use: what other lists say otherwise is told before it is saved, and no list is read through.
import { describe, expect, test } from 'vitest';
import type { RegistryRow } from '../../src/model/registry.ts';
import { openComparison } from '../../src/store/compare-lists.ts';
import { openRegistry } from '../../src/store/registry.ts';
import { registryRow } from '../registry/registry-row.ts';
import { memoryFolders, memoryHolds } from './memory-folders.ts';
import { AT, newName, openStore } from './sample.ts';

const papers = (title: string, expiresOn = '2026-12-31') => ({
  title,
  issuer: 'BKPSDM',
  legalBasis: '',
  region: null,
  stage: '',
  users: '',
  madeOn: '2026-01-01',
  expiresOn,
});
const id = (n: number) => `${String(n).repeat(8)}-1111-4111-8111-111111111111`;
const now = () => new Date('2026-11-22T12:00:00');
const row = (handle: string, person: string, given: Partial<RegistryRow> = {}) => registryRow({ handle, person, ...given });

async function world(...lists: readonly { title: string; rows: readonly RegistryRow[]; expiresOn?: string; isOn?: boolean }[]) {
  const { db } = openStore(newName());
  const folders = memoryFolders();
  const registry = openRegistry(db, { folders, holds: memoryHolds() });
  for (const [at, { title, rows, expiresOn, isOn = true }] of lists.entries()) {
    const meta = { listId: id(at + 1), origin: 'file' as const, files: ['a.csv'], importedAt: AT, isOn };
    const writer = await registry.write(papers(title, expiresOn), meta);
    await writer.add(rows);
    await writer.finish(0);
  }
  return { db, folders, compare: (limits?: { asked: number; opened: number }) => openComparison(db, id(9), { folders }, now, limits) };
}

describe('an import against other lists', () => {
  test('other people, another office and another status are told with the lists that say so', async () => {
    const { compare } = await world(
      {
        title: 'Kabupaten',
        rows: [row('satu', 'Rina'), row('dua', 'Budi'), row('tiga', 'Sari', { unit: 'Dinas A' }), row('empat', 'Tono')],
      },
      { title: 'Provinsi', rows: [row('satu', 'Agus'), row('lima', 'Dewi', { id: '5' })] },
    );
    const comparison = await compare();
    await comparison.check([
      row('satu', 'Joko'),
      row('dua', 'BUDI '),
      row('tiga', 'Sari', { unit: 'Dinas B' }),
      row('empat', 'Tono', { status: 'PPPK' }),
    ]);
    await comparison.check([row('lain', 'Lina', { id: '5' }), row('enam', 'Siapa')]);
    expect(comparison.result()).toEqual({
      count: 4,
      told: [
        { say: expect.stringMatching(/@satu tercatat untuk "Joko", "Rina", "Agus"\./), lists: ['Kabupaten', 'Provinsi'] },
        { say: expect.stringMatching(/@tiga tercatat untuk "Sari" dengan keterangan/), lists: ['Kabupaten'] },
        { say: expect.stringMatching(/@empat tercatat untuk "Tono" dengan keterangan/), lists: ['Kabupaten'] },
        { say: expect.stringMatching(/@lain tercatat untuk "Lina", "Dewi"/), lists: ['Provinsi'] },
      ],
      isWhole: true,
      notRead: [],
    });
  });

  test('lists that are off or ended, and the one that is replaced, are not asked', async () => {
    const { db, folders, compare } = await world(
      { title: 'Mati', rows: [row('satu', 'Rina')], isOn: false },
      { title: 'Lewat', rows: [row('satu', 'Rina')], expiresOn: '2026-10-01' },
      { title: 'Lama', rows: [row('satu', 'Rina')] },
    );
    const replacing = await openComparison(db, id(3), { folders }, now);
    await replacing.check([row('satu', 'Joko')]);
    expect(replacing.result().count).toBe(0);
    const beside = await compare();
    await beside.check([row('satu', 'Joko')]);
    expect(beside.result().told.map(({ lists }) => lists)).toEqual([['Lama']]);
  });

  test('ends by its limits, and says so', async () => {
    const { compare } = await world({ title: 'A', rows: [row('satu', 'Rina'), row('dua', 'Budi')] });
    const wrong = [row('satu', 'X'), row('dua', 'Y')];
    for (const limits of [
      { asked: 1, opened: 9 },
      { asked: 9, opened: 1 },
    ]) {
      const comparison = await compare(limits);
      await comparison.check(wrong);
      expect([comparison.result().count, comparison.result().isWhole]).toEqual([1, false]);
    }
    const whole = await compare({ asked: 9, opened: 9 });
    await whole.check(wrong);
    expect([whole.result().count, whole.result().isWhole]).toEqual([2, true]);
  });

  test('a list that cannot be opened is told and stops nothing; what many rows say is told up to a number', async () => {
    const many = Array.from({ length: 300 }, (_, at) => row(`akun${at}`, 'Rina'));
    const { db, compare } = await world({ title: 'Rusak', rows: [row('satu', 'Rina')] }, { title: 'Baik', rows: many });
    await db.registryKeys.delete((await db.registry.get(id(1)))?.generation ?? '');
    const comparison = await compare();
    await comparison.check([row('satu', 'Joko'), ...many.map((one) => ({ ...one, person: 'Lain' }))]);
    const { count, told, notRead } = comparison.result();
    expect([count, told.length, notRead]).toEqual([300, 200, ['Rusak']]);
  });
});
