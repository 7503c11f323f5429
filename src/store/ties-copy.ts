// The second copy of the ties: what the journal lacks is appended to it, what the database lost comes back out of it.
import type { NetraDb } from './db.ts';
import type { Journal } from './journal.ts';

/** The last step that was copied; -1 for none, null where nobody knows. */
async function lastCopied(db: NetraDb): Promise<number | null> {
  const value = (await db.meta.get('ties'))?.value;
  return typeof value === 'number' ? value : null;
}

/** Puts back what the database lacks. */
export async function restoreTies(db: NetraDb, journal: Pick<Journal, 'ties'>): Promise<void> {
  for (const row of await journal.ties()) if ((await db.links.get(row.seq)) === undefined) await db.links.put(row);
}

/** Appends to the journal each step behind `last`, with its picture. One at a time: pictures are large. */
export async function copyTies(db: NetraDb, append: Journal['append'], last: number): Promise<void> {
  const steps = await db.links.where('seq').above(Math.max(last, -1)).primaryKeys();
  for (const seq of steps) {
    // The picture of step n stands at -1 - n.
    const rows = (await db.links.bulkGet([seq, -1 - seq])).filter((row) => row !== undefined);
    await append([], [], rows);
  }
}

/** Brings both copies to the same. Costs a walk over the journal only where the database knows of no copy: it is new, or was wiped. */
export async function settleTies(db: NetraDb, journal: Journal): Promise<void> {
  const last = await lastCopied(db);
  if (last === null) await restoreTies(db, journal);
  await copyTies(db, journal.append, last ?? -1);
  await markCopied(db, last);
}

/** All steps that are here now have their second copy. */
export async function markCopied(db: NetraDb, known: number | null = null): Promise<void> {
  const now = await db.links.orderBy('seq').last();
  const copied = now === undefined || now.seq < 0 ? -1 : now.seq;
  if (copied !== known) await db.meta.put({ name: 'ties', value: copied });
}
