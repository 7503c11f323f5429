// Ties have a second copy as evidence has one: it comes back after a loss, and says nothing to whoever has not the key.
import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { expect, test } from 'vitest';
import { Computer } from './memory.ts';
import { appendCapture, newName } from './sample.ts';
import { SAY, vaultWorld } from './vault-world.ts';

const bytes = (words: string) => new TextEncoder().encode(words);
let world = vaultWorld();
const wrapped = (words: string, purpose = 'netra-link-step-1') => world.vault.wrap(bytes(words), purpose);

/** A computer with two ties, the second with a picture, and this many captures. */
async function withTies(captures: number): Promise<Computer> {
  const computer = new Computer(newName());
  computer.sealer = () => world.vault.sealer();
  const { guard, db } = computer.start();
  await guard.state();
  await db.links.add({ seq: 0, bytes: await wrapped('langkah pertama') });
  await guard.tied();
  await db.links.bulkAdd([
    { seq: 1, bytes: await wrapped('langkah kedua') },
    { seq: -2, bytes: await wrapped('gambar kedua', 'netra-link-picture-1') },
  ]);
  await guard.tied();
  for (let n = 1; n <= captures; n++) await appendCapture(guard.evidence, n);
  db.close();
  return computer;
}
async function look(computer: Computer) {
  computer.restart();
  const { guard, db } = computer.start();
  return { guard, db, state: await guard.state() };
}
const opened = async (rows: readonly { seq: number; bytes: Uint8Array<ArrayBuffer> }[]) =>
  Promise.all(
    [...rows]
      .sort((a, b) => a.seq - b.seq)
      .map(async (one) => [
        one.seq,
        new TextDecoder().decode(await world.vault.unwrap(one.bytes, one.seq < 0 ? 'netra-link-picture-1' : 'netra-link-step-1')),
      ]),
  );
const ALL = [
  [-2, 'gambar kedua'],
  [0, 'langkah pertama'],
  [1, 'langkah kedua'],
];

test('each step and picture is in the journal, once, also after a restart and after evidence', async () => {
  const computer = await withTies(2);
  const { db, state } = await look(computer);
  expect(state).toMatchObject({ condition: 'sound', inJournal: 3 });
  const size = computer.blobs.size();
  db.close();
  (await look(computer)).db.close();
  expect(computer.blobs.size()).toBe(size);
  expect(await opened(await computer.files().ties())).toEqual(ALL);
});

test.each([0, 2])('a wiped database gets them back (%i captures)', async (captures) => {
  const computer = await withTies(captures);
  await Dexie.delete(computer.name);
  const { guard, db, state } = await look(computer);
  expect(state.condition).toBe(captures === 0 ? 'fresh' : 'wiped');
  if (captures > 0) await guard.rescue();
  expect(await opened(await db.links.toArray())).toEqual(ALL);
  expect(await opened(await computer.files().ties())).toEqual(ALL);
  db.close();
});

test.each([1, 0])(
  'a lock that is set later seals them in both copies, and says that remains may be left (%i captures)',
  async (captures) => {
    world = vaultWorld();
    const computer = await withTies(captures);
    const find = () =>
      [computer.records, computer.blobs, computer.second.records, computer.second.blobs].some((file) =>
        new TextDecoder('latin1').decode(file.bytes).includes('langkah'),
      );
    expect(find()).toBe(true);
    const { guard, db } = computer.start();
    expect((await guard.state()).remains).toBe(false);
    await world.vault.create(SAY);
    await guard.opened();
    expect(await guard.state()).toMatchObject({ sealing: null, remains: true });
    expect(find()).toBe(false);
    expect((await db.links.toArray()).every((row) => row.bytes[0] === 1)).toBe(true);
    expect(await opened(await db.links.toArray())).toEqual(ALL);
    expect(await opened(await computer.files().ties())).toEqual(ALL);
    db.close();
  },
);
