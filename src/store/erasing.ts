// Destroys the content that an acknowledged record of an erasure orders to destroy: in the database, then in the journal. What a sudden
// end leaves undone is done at the next start, for the record itself says what goes.
import { type NetraDb, rowsFrom } from './db.ts';
import { type Erases, eraseRow, isBoxed, isErased } from './rows.ts';

/** Types of records that no erasure may touch: without them the log no longer says which key signs it, or what was erased. */
const LASTING: ReadonlySet<string> = new Set(['genesis', 'recovery', 'backup', 'restored', 'erasure']);

/** Raised where a plan names a record that is not there or has to stay. */
export class NotErasable extends Error {}

/** Those of the images and sources that no record outside of `seqs` names. */
async function freed(db: NetraDb, { seqs, hashes }: Erases): Promise<string[]> {
  const gone = new Set(seqs);
  const left = new Set(hashes);
  for await (const rows of rowsFrom(db, 0))
    for (const row of rows) {
      // An erasure names what it destroys, and needs none of it.
      if (left.size === 0 || gone.has(row.seq) || row.line.includes('"type":"erasure"')) continue;
      if (isBoxed(row)) for (const hash of row.artefacts) left.delete(hash);
      // A text search: opening every record of a long log would take seconds.
      else for (const hash of left) if (row.canonical?.includes(hash) === true) left.delete(hash);
    }
  return [...left];
}

/** What a plan comes to. @throws NotErasable */
export async function toErases(db: NetraDb, plan: Erases): Promise<Erases> {
  const seqs = [...new Set(plan.seqs)].sort((a, b) => a - b);
  const rows = await db.log.bulkGet(seqs);
  const wrong = rows.findIndex((row) => row === undefined || LASTING.has((JSON.parse(row.line) as { type: string }).type));
  if (wrong >= 0) throw new NotErasable(`record ${seqs[wrong]} cannot be erased`);
  return { seqs, hashes: await freed(db, { seqs, hashes: plan.hashes }) };
}

/** Every erasure from a record on is to be looked at again. Give an open transaction over `meta`, or none. */
export async function orderErasing(db: NetraDb, seq: number): Promise<void> {
  const known = (await db.meta.get('erasing'))?.value;
  await db.meta.put({ name: 'erasing', value: Math.min(seq, typeof known === 'number' ? known : seq) });
}

/**
 * Does what is still undone; nothing where nothing is.
 * @param eraseCopy destroys in the journal; null: it cannot be reached now, and the rest stays ordered
 */
export async function finishErasing(db: NetraDb, eraseCopy: ((what: Erases) => Promise<void>) | null): Promise<void> {
  const first = (await db.meta.get('erasing'))?.value;
  if (typeof first !== 'number') return;
  for await (const rows of rowsFrom(db, first))
    for (const { erases } of rows) {
      if (erases === undefined) continue;
      // Looked at again: the same bytes may have been kept anew since.
      const what = { seqs: erases.seqs, hashes: await freed(db, erases) };
      await destroy(db, what);
      await eraseCopy?.(what);
    }
  if (eraseCopy !== null) await db.meta.delete('erasing');
}

async function destroy(db: NetraDb, { seqs, hashes }: Erases): Promise<void> {
  await db.transaction('rw', db.log, db.blobs, async () => {
    const rows = await db.log.bulkGet([...seqs]);
    await db.log.bulkPut(rows.flatMap((row) => (row === undefined || isErased(row) ? [] : [eraseRow(row)])));
    await db.blobs.bulkDelete([...hashes]);
  });
}
