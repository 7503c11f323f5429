// Gives database, journal and anchor the same name and the same end, once it is known that all of them are sound.
import { ANCHOR_VERSION, type Anchor } from './anchor.ts';
import type { NetraDb } from './db.ts';
import { finishErasing } from './erasing.ts';
import type { EvidenceFormat } from './guard.ts';
import { adopt, copyAnew, copyToJournal, endOf } from './heal.ts';
import type { Journal } from './journal.ts';
import type { Sealer } from './sealer.ts';
import type { FoundJournal, Verdict } from './startup.ts';
import { settleTies } from './ties-copy.ts';

/** What a start found. */
export interface Start {
  readonly verdict: Verdict;
  readonly journal: Journal | null;
  readonly found: FoundJournal;
  readonly anchor: Anchor | null;
}

/**
 * @param isFirst of this session of the browser
 * @param sealer null: locked
 * @returns what the anchor has to say from now on
 */
export async function settlePlaces(
  db: NetraDb,
  format: EvidenceFormat,
  { verdict, journal, found, anchor: kept }: Start,
  isFirst: boolean,
  sealer: Sealer | null,
): Promise<Anchor> {
  const own = (await db.meta.get('generation'))?.value;
  const generation =
    typeof own === 'string' ? own : ((found.state === 'open' ? found.generation : null) ?? kept?.generation ?? crypto.randomUUID());
  const copy = found.state === 'open' ? journal : null;
  if (copy !== null && found.state === 'open') {
    if (verdict.heal === 'adopt') await adopt(db, format, copy, sealer);
    else if (found.head !== null && (verdict.heal === 'begin' || found.generation !== generation)) await copyAnew(db, copy, generation);
    else if (verdict.heal === 'begin' || found.generation !== generation) {
      // Ties, too, are copied again, and none is to be brought back.
      await db.meta.put({ name: 'ties', value: -1 });
      await copy.begin(generation);
      await copyToJournal(db, copy.append, -1);
    } else if (verdict.heal === 'copy') await copyToJournal(db, copy.append, found.head?.seq ?? -1);
  }
  await finishErasing(db, copy?.erase ?? null);
  if (copy !== null) await settleTies(db, copy);
  const before = Math.max(Number((await db.meta.get('session'))?.value ?? 0), kept?.session ?? 0);
  const session = before + (isFirst ? 1 : 0);
  await db.meta.bulkPut([
    { name: 'generation', value: generation },
    { name: 'session', value: session },
  ]);
  return { version: ANCHOR_VERSION, generation, session, head: await endOf(db) };
}
