// The database's rows on their way to the journal: in parts, one after another, none beyond the end that was asked for.
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { NetraDb } from '../../src/store/db.ts';
import { copyToJournal } from '../../src/store/heal.ts';
import type { LogRow } from '../../src/store/rows.ts';
import { newName } from './sample.ts';

const COUNT = 1203;
let db: NetraDb;
beforeEach(async () => {
  db = new NetraDb(newName());
  await db.log.bulkPut(Array.from({ length: COUNT }, (_, seq) => ({ seq, line: `${seq}`, box: new Uint8Array(2), artefacts: [] })));
});
afterEach(() => db.close());

function journal(refuses = Number.POSITIVE_INFINITY) {
  const parts: number[][] = [];
  let atWork = 0;
  return {
    parts,
    async append(rows: readonly LogRow[]) {
      expect(atWork++).toBe(0);
      // As over a port: the answer comes later.
      await new Promise((done) => setImmediate(done));
      atWork--;
      if (rows.some(({ seq }) => seq >= refuses)) throw new Error('penuh');
      parts.push(rows.map(({ seq }) => seq));
    },
  };
}

test('each row comes once and in order, in more than one part', async () => {
  const { parts, append } = journal();
  await copyToJournal(db, append, -1);
  expect(parts.flat()).toEqual(Array.from({ length: COUNT }, (_, seq) => seq));
  expect(parts.length).toBeGreaterThan(2);
});

test.each([499, 500, 700, 999, 1000, 1202])('from behind one number up to another: %i', async (upTo) => {
  const { parts, append } = journal();
  await copyToJournal(db, append, 9, upTo);
  expect(parts.flat()).toEqual(Array.from({ length: upTo - 9 }, (_, at) => at + 10));
});

test.each([0, 600, 1202])('a journal that refuses record %i is told of, also where it is the last part', async (refuses) => {
  const { parts, append } = journal(refuses);
  await expect(copyToJournal(db, append, -1)).rejects.toThrow('penuh');
  expect(parts.flat().every((seq, at) => seq === at)).toBe(true);
});
