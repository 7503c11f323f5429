// A backup is put in place of an empty log whole or not at all: whatever fails, and wherever the browser is ended.
import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import type { SealedRecord } from '../../src/model/evidence.ts';
import { openEvidence } from '../../src/store/evidence.ts';
import { READ_ONLY } from '../../src/store/guard.ts';
import { type Holds, NotEmpty, openRestore, type Write } from '../../src/store/restore.ts';
import { NO_VAULT } from '../../src/store/sealer.ts';
import { Computer } from './memory.ts';
import { AT, appendCapture, expectSound, format, newName, openStore } from './sample.ts';

/** Whether a restore is at work. */
function holds(): Holds & { held: boolean } {
  const own = {
    held: false,
    async alone<T>(run: () => Promise<T>): Promise<T | null> {
      if (own.held) return null;
      own.held = true;
      try {
        return await run();
      } finally {
        own.held = false;
      }
    },
    isHeld: async () => own.held,
  };
  return own;
}

/** Rows and images of another computer's log, its last record one of a decision that stands for the record of the move. */
async function elsewhere(count = 3) {
  const { db, store } = openStore(newName());
  for (let n = 1; n <= count; n++) await appendCapture(store, n);
  const rows = await store.lines();
  const blobs = await Promise.all(
    (await db.blobs.toCollection().primaryKeys()).map(async (hash) => ({ hash, bytes: (await store.blob(hash)) ?? new Uint8Array() })),
  );
  const pair = await store.signingKey();
  db.close();
  return { rows, blobs, pair };
}
const last = (rows: readonly SealedRecord[]) => (rows.at(-1) as SealedRecord).seq;
const record = {
  version: 1,
  type: 'decision',
  body: { findingId: '1'.padStart(64, '0'), verdict: 'confirmed', note: '', decidedAt: AT },
} as const;

type From = Awaited<ReturnType<typeof elsewhere>>;
function put({ rows, blobs }: From, write: Write) {
  return (async () => {
    await write(rows.slice(0, 2), blobs);
    await write(rows.slice(2), []);
    return { record, at: AT, of: 'done' };
  })();
}
async function fresh() {
  const computer = new Computer(newName());
  const hold = holds();
  computer.hold = hold;
  const { guard, db } = computer.start();
  expect((await guard.state()).condition).toBe('fresh');
  const restore = openRestore(db, format, async () => NO_VAULT, hold);
  return { computer, guard, db, restore, hold };
}

describe('a restore', () => {
  test('brings everything into both copies, with the record behind it, and the log goes on', async () => {
    const from = await elsewhere();
    const { computer, guard, db, restore } = await fresh();
    await db.keys.put({ name: 'signing', pair: from.pair });
    expect(await restore.run((write) => put(from, write))).toBe('done');
    expect(await guard.restored()).toMatchObject({ condition: 'sound', inDatabase: 5, inJournal: 5, missing: null });
    expect((await guard.evidence.findings()).map(({ captures, status }) => [captures, status])).toContainEqual([[1], 'confirmed']);
    await appendCapture(guard.evidence, 9);
    const log = await expectSound(computer.name);
    expect(log.slice(0, 4)).toEqual(from.rows);
    expect(await computer.copied()).toEqual(log);
    for (const { hash, bytes } of from.blobs) expect([...((await guard.evidence.blob(hash)) ?? [])]).toEqual([...bytes]);
    db.close();
    computer.restart();
    expect((await computer.start().guard.state()).condition).toBe('sound');
  });

  test('leaves nothing where it fails, at whichever step', async () => {
    const from = await elsewhere();
    for (const step of [0, 1, 2, 3]) {
      const { guard, db, restore } = await fresh();
      const failing = restore.run(async (write) => {
        if (step === 0) throw new Error('fault');
        await write(from.rows.slice(0, 2), from.blobs);
        if (step === 1) throw new Error('fault');
        // The same row again: the database refuses it.
        await write(from.rows.slice(step === 2 ? 1 : 2), []);
        throw new Error('fault');
      });
      await expect(failing).rejects.toThrow();
      expect([await db.log.count(), await db.blobs.count(), await db.meta.get('restoring')]).toEqual([0, 0, undefined]);
      expect(await guard.restored()).toMatchObject({ condition: 'fresh', inDatabase: 0 });
      await appendCapture(guard.evidence, 1);
      db.close();
    }
  });

  test('that was ended in the middle is thrown away at the next start, and can be done anew', async () => {
    const from = await elsewhere();
    const { computer, db, restore, hold } = await fresh();
    const ended = new Promise<void>((reached) => {
      void restore.run(async (write) => {
        await write(from.rows.slice(0, 2), from.blobs);
        reached();
        return new Promise<never>(() => undefined);
      });
    });
    await ended;
    db.close();
    computer.restart();
    // The browser is gone, and its locks with it.
    hold.held = false;
    const again = computer.start();
    expect(await again.guard.state()).toMatchObject({ condition: 'fresh', inDatabase: 0 });
    expect(await again.db.blobs.count()).toBe(0);
    const anew = openRestore(again.db, format, async () => NO_VAULT, hold);
    await again.db.keys.put({ name: 'signing', pair: from.pair });
    await anew.run((write) => put(from, write));
    expect((await again.guard.restored()).inJournal).toBe(5);
    again.db.close();
    await expectSound(computer.name);
  });

  test('that reached its end before the browser was ended gets its second copy at the next start', async () => {
    const from = await elsewhere();
    const { computer, db, restore } = await fresh();
    await db.keys.put({ name: 'signing', pair: from.pair });
    await restore.run((write) => put(from, write));
    db.close();
    computer.restart();
    const again = computer.start();
    expect(await again.guard.state()).toMatchObject({ condition: 'sound', inDatabase: 5, inJournal: 5 });
    expect(await again.db.meta.get('restoring')).toBeUndefined();
    await appendCapture(again.guard.evidence, 9);
    again.db.close();
    const log = await expectSound(computer.name);
    expect(await computer.copied()).toEqual(log);
  });

  test('whose second copy cannot be written loses nothing: it is made once the disk takes it', async () => {
    const from = await elsewhere();
    for (let nth = 1; nth < 40; nth++) {
      const { computer, guard, db, restore } = await fresh();
      await db.keys.put({ name: 'signing', pair: from.pair });
      await restore.run((write) => put(from, write));
      computer.faults.calls = 0;
      computer.faults.nth = nth;
      computer.faults.stays = true;
      await guard.restored();
      const isOver = computer.faults.calls < nth;
      computer.faults.nth = Number.POSITIVE_INFINITY;
      db.close();
      computer.restart();
      const again = computer.start();
      expect((await again.guard.state()).condition, `fault ${nth}`).toBe('sound');
      await appendCapture(again.guard.evidence, 9);
      again.db.close();
      const log = await expectSound(computer.name);
      expect(await computer.copied(), `fault ${nth}`).toEqual(log);
      if (isOver) return;
    }
    throw new Error('more faults than were tried');
  });

  test('is refused where a log is, where another one is at work, and nothing is kept meanwhile', async () => {
    const from = await elsewhere();
    const { guard, db, restore, computer } = await fresh();
    await restore.run(async (write) => {
      await write(from.rows, from.blobs);
      await expect(restore.run((other) => put(from, other))).rejects.toThrow(NotEmpty);
      await expect(appendCapture(guard.evidence, 7)).rejects.toMatchObject({ refusal: 'restoring' });
      // A background that is started meanwhile touches nothing either.
      const other = computer.start();
      expect((await other.guard.state()).condition).not.toBe('key-lost');
      await expect(appendCapture(other.guard.evidence, 7)).rejects.toMatchObject({ refusal: 'restoring' });
      other.db.close();
      expect(await db.log.count()).toBe(from.rows.length);
      await db.keys.put({ name: 'signing', pair: from.pair });
      return { record, at: AT, of: null };
    });
    expect((await guard.restored()).inDatabase).toBe(last(from.rows) + 2);
    await expect(restore.run((write) => put(from, write))).rejects.toThrow(NotEmpty);
    expect(await db.log.count()).toBe(last(from.rows) + 2);
  });

  test('writes nothing into a log that was begun while it began', async () => {
    const { db, restore } = await fresh();
    const raw = openEvidence(db, format, {
      guard: { ...READ_ONLY, before: async () => undefined },
    });
    await restore
      .run(async () => {
        // Its check before was passed already; the transaction is the last to ask.
        await expect(appendCapture(raw, 1)).rejects.toMatchObject({ refusal: 'restoring' });
        throw new Error('enough');
      })
      .catch(() => undefined);
    expect(await db.log.count()).toBe(0);
  });
});
