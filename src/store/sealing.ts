// Seals under the vault's key what was kept before there was one: database first, then the journal. It can end at any moment and goes on
// where it was; what is kept meanwhile is sealed from its first byte.
import { artefactsOf, boxBlob, boxFinding, boxRow, openBlob, openFinding, openRow } from './boxes.ts';
import type { NetraDb } from './db.ts';
import { finishErasing } from './erasing.ts';
import { copyToJournal, endOf } from './heal.ts';
import type { Journal } from './journal.ts';
import { openLinks } from './links.ts';
import { isBoxed, isErased, type LogRow } from './rows.ts';
import { isPlain, type Sealer } from './sealer.ts';
import { copyTies } from './ties-copy.ts';

/** How far it is, in records, images, findings and ties; records count again for the journal. */
export interface Progress {
  readonly done: number;
  readonly total: number;
}

export interface SealingWorld {
  readonly db: NetraDb;
  readonly journal: Journal;
  readonly sealer: Sealer;
  /** Nothing else is written meanwhile. */
  readonly alone: <T>(work: () => Promise<T>) => Promise<T>;
  readonly told: (progress: Progress) => void;
}

/** Each part is written to disk before the next: many at once cost little more time than few. Evidence waits no longer than one part. */
const ROWS = 1000;
/** Images are large. */
const IMAGES = 8;

/** Whether something may still lie as it was before this vault. */
export async function isUnsealed(db: NetraDb, { vault }: Sealer): Promise<boolean> {
  return vault !== null && (await db.meta.get('sealed'))?.value !== vault;
}

const isOpenRow = (row: LogRow) => !isErased(row) && !(isBoxed(row) && row.box !== null && !isPlain(row.box));

export async function sealAll({ db, journal, sealer, alone, told }: SealingWorld): Promise<void> {
  const counts = await Promise.all([db.log.count(), db.blobs.count(), db.views.count(), db.findings.count(), db.links.count()]);
  const [records, , , , ties] = counts;
  const total = counts.reduce((sum, one) => sum + one, 0) + records;
  let done = 0;
  const add = (more: number) => {
    done += more;
    told({ done: Math.min(done, total), total });
  };
  add(0);

  async function inParts<Key>(keys: readonly Key[], size: number, work: (part: Key[]) => Promise<void>): Promise<void> {
    for (let at = 0; at < keys.length; at += size) {
      const part = keys.slice(at, at + size);
      await alone(() => work(part));
      add(part.length);
    }
  }

  await inParts(await db.log.toCollection().primaryKeys(), ROWS, async (seqs) => {
    // One question for all of them: asked for one by one they take several times as long.
    const rows = await db.log.where('seq').between(seqs[0], seqs.at(-1), true, true).toArray();
    const open = rows.filter(isOpenRow);
    const made = await Promise.all(open.map(async (row) => boxRow(await openRow(row, sealer), artefactsOf(row), sealer, row.erases)));
    await db.log.bulkPut(made);
  });
  await inParts(await db.blobs.toCollection().primaryKeys(), IMAGES, async (hashes) => {
    const kept = (await db.blobs.bulkGet(hashes)).filter((one) => one !== undefined);
    for (const one of kept) {
      if (!('bytes' in one) && !isPlain(one.box)) continue;
      const bytes = await openBlob(one, sealer);
      // Damaged: its copy in the journal may be whole, and what is damaged here is not to be written over that.
      if (bytes === null) await db.blobs.delete(one.hash);
      else await db.blobs.put(await boxBlob({ hash: one.hash, bytes }, sealer));
    }
  });
  await inParts(await db.views.toCollection().primaryKeys(), ROWS, async (names) => {
    const open = (await db.views.bulkGet(names)).filter((one) => one !== undefined && isPlain(one.box)).flatMap((one) => one ?? []);
    const made = await Promise.all(open.map(async (one) => boxFinding(await openFinding(one, sealer), sealer)));
    await db.transaction('rw', db.views, async () => {
      await db.views.bulkDelete(open.map(({ name }) => name));
      await db.views.bulkPut(made);
    });
  });
  await inParts(await db.findings.toCollection().primaryKeys(), ROWS, async (ids) => {
    const made = await Promise.all(
      (await db.findings.bulkGet(ids)).filter((one) => one !== undefined).map((one) => boxFinding(one, sealer)),
    );
    await db.transaction('rw', db.views, db.findings, async () => {
      // A finding that changed meanwhile is in `views` already, and is the newer one.
      const there = await db.views.bulkGet(made.map(({ name }) => name));
      await db.views.bulkPut(made.filter((_, at) => there[at] === undefined));
      await db.findings.bulkDelete(ids);
    });
  });
  await alone(() => openLinks(db, sealer).sealAnew());
  add(ties);
  await restoreImages(db, journal, sealer);
  await sealJournal({ db, journal, alone, add });
  await db.meta.put({ name: 'sealed', value: sealer.vault ?? '' });
}

/** Images that the database lacks are taken out of the journal before that is written anew. */
async function restoreImages(db: NetraDb, journal: Journal, sealer: Sealer): Promise<void> {
  const there = new Set(await db.blobs.toCollection().primaryKeys());
  const needed = new Set<string>();
  await db.log.each((row) => {
    for (const hash of artefactsOf(row)) if (!there.has(hash)) needed.add(hash);
  });
  for (const hash of needed) {
    const copy = await journal.blob(hash);
    const bytes = copy === null ? null : await openBlob(copy, sealer).catch(() => null);
    if (bytes !== null) await db.blobs.put(await boxBlob({ hash, bytes }, sealer));
  }
}

/** Also where a lock is set on an empty log: the journal then holds nothing. */
async function sealJournal({
  db,
  journal,
  alone,
  add,
}: Pick<SealingWorld, 'db' | 'journal' | 'alone'> & { add: (n: number) => void }): Promise<void> {
  const generation = (await db.meta.get('generation'))?.value;
  if (typeof generation !== 'string') return;
  await journal.beginAnew(generation);
  const append: Journal['append'] = async (rows, blobs) => {
    await journal.appendAnew(rows, blobs);
    add(rows.length);
  };
  // The most of it while others may write; the rest alone, so that nothing comes between the end and the change-over.
  const last = (await db.log.orderBy('seq').last())?.seq ?? -1;
  await copyToJournal(db, append, -1, last);
  await alone(async () => {
    await copyToJournal(db, append, last);
    await copyTies(db, journal.appendAnew, -1);
    await journal.finishAnew(await endOf(db));
    // What was read before it was erased, and written after.
    await finishErasing(db, journal.erase);
  });
}
