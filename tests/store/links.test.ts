import { expect, test } from 'vitest';
import type { LinkStep } from '../../src/model/link.ts';
import { openLinks, plainBox } from '../../src/store/links.ts';
import { newName, openStore } from './sample.ts';

const LINK = '0b0e7a52-3a0c-4b3f-9d57-0d6f5a1c2b3d';
const step = (by: string): LinkStep => ({
  linkId: LINK,
  at: '2026-11-22T03:00:00.000Z',
  kind: 'confirmed',
  by,
  statement: 'Foto seragam.',
});

test('steps come back in order, also after opening anew', async () => {
  const name = newName();
  const links = openLinks(openStore(name).db, plainBox);
  expect(await links.steps()).toEqual([]);
  for (const by of ['Budi', 'Citra', 'Dodi']) await links.append(step(by));
  expect((await openLinks(openStore(name).db, plainBox).steps()).map((one) => 'by' in one && one.by)).toEqual(['Budi', 'Citra', 'Dodi']);
});

test('many at once: none is lost and none overwritten', async () => {
  const links = openLinks(openStore(newName()).db, plainBox);
  await Promise.all(Array.from({ length: 20 }, (_, at) => links.append(step(`Orang ke ${at}`))));
  expect(new Set((await links.steps()).map((one) => 'by' in one && one.by)).size).toBe(20);
});

test('a step that is missing in between is told, not passed over', async () => {
  const { db } = openStore(newName());
  const links = openLinks(db, plainBox);
  for (const by of ['Budi', 'Citra', 'Dodi']) await links.append(step(by));
  await db.links.delete(1);
  await expect(links.steps()).rejects.toThrow('ada langkah yang hilang');
});

test('what is no step is not kept', async () => {
  const links = openLinks(openStore(newName()).db, plainBox);
  await expect(links.append({ ...step('Budi'), statement: '' } as LinkStep)).rejects.toThrow();
  expect(await links.steps()).toEqual([]);
});

test('sealed: the bytes on disk show nothing, and a plain box does not open them', async () => {
  const { db } = openStore(newName());
  const turn = (bytes: Uint8Array<ArrayBuffer>) => bytes.map((byte) => byte ^ 0x5a) as Uint8Array<ArrayBuffer>;
  const links = openLinks(db, { wrap: async (bytes) => Uint8Array.from([1, ...turn(bytes)]), unwrap: async (box) => turn(box.slice(1)) });
  await links.append(step('Budi'));
  const [row] = await db.links.toArray();
  expect(new TextDecoder().decode(row?.bytes)).not.toContain('Budi');
  expect(await links.steps()).toEqual([step('Budi')]);
  await expect(openLinks(db, plainBox).steps()).rejects.toThrow('tersandi');
});
