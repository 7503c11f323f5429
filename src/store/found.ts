// What lies in the database at a start, for the comparison with journal and anchor. A database that does not open is a value, not an error.
import { sha256 } from '../lib/hash.ts';
import type { NetraDb } from './db.ts';
import type { FoundDatabase } from './startup.ts';

/** Opens the database and reads its end. */
export async function findDatabase(db: NetraDb): Promise<FoundDatabase> {
  try {
    // Asked before Dexie opens it, which would open a later version's database and add to it. The native number is ten times Dexie's.
    const all = await indexedDB.databases();
    const version = all.find(({ name }) => name === db.name)?.version ?? 0;
    if (version > Math.round(db.verno * 10)) return { state: 'newer' };
    await db.open();
    const [generation, session, last, count, key] = await Promise.all([
      db.meta.get('generation'),
      db.meta.get('session'),
      db.log.orderBy('seq').last(),
      db.log.count(),
      db.keys.get('signing'),
    ]);
    return {
      state: 'open',
      generation: typeof generation?.value === 'string' ? generation.value : null,
      session: typeof session?.value === 'number' ? session.value : 0,
      head: last === undefined ? null : { seq: last.seq, hash: await sha256(last.line) },
      count,
      hasKey: key !== undefined,
      hashAt: async (seq) => {
        const row = await db.log.get(seq);
        return row === undefined ? null : sha256(row.line);
      },
    };
  } catch (error) {
    return { state: (error as Error).name === 'VersionError' ? 'newer' : 'unopenable' };
  }
}
