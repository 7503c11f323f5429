// Whether something lies here that a vault once sealed: asked where the vault's record is missing, so that its loss is not taken for a
// new installation.
import { fromBlob, isPlace, KINDS, parsePayload, type Readable, readFrame, walkFrames } from './journal-frames.ts';
import { readJournalFiles } from './journal-worker.ts';
import { inTable } from './raw-table.ts';
import { fromJsonRow, isBoxed, type LogRow } from './rows.ts';
import { isPlain } from './sealer.ts';

const isSealedRow = (row: LogRow | undefined): boolean => row !== undefined && isBoxed(row) && row.box !== null && !isPlain(row.box);

/**
 * Sealing begins at the front, and what is appended meanwhile is sealed at once: the first and the last of each kind tell of all.
 * @param journal its records, as the files stand
 */
export async function findSealed(
  name = 'netra',
  journal: () => Promise<Readable | null> = async () => {
    const files = await readJournalFiles();
    return files === null ? null : fromBlob(files.records);
  },
): Promise<boolean> {
  const read = <T>(table: string, work: (table: IDBObjectStore) => IDBRequest<T>) =>
    inTable(name, table, 'readonly', work).catch(() => null);
  const mark = (await read('meta', (meta) => meta.get('sealed'))) as { value?: unknown } | null | undefined;
  if (typeof mark?.value === 'string' && mark.value !== '') return true;
  const ends = async <T>(table: string): Promise<(T | undefined)[]> => {
    const first = (await read(table, (rows) => rows.getAll(null, 1) as IDBRequest<T[]>)) ?? [];
    const last = await read(table, (rows) => rows.openCursor(null, 'prev'));
    return [first[0], last?.value as T | undefined];
  };
  const rows = await ends<LogRow>('log');
  if (rows.some(isSealedRow)) return true;
  const ties = await ends<{ readonly bytes: Uint8Array<ArrayBuffer> }>('links');
  const keys = await ends<{ readonly wrapped: Uint8Array<ArrayBuffer> }>('registryKeys');
  for (const box of [...ties.map((row) => row?.bytes), ...keys.map((row) => row?.wrapped)])
    if (box !== undefined && !isPlain(box)) return true;
  // Both copies are written by the same hand: where the database has rows, it has told.
  return rows[0] === undefined && (await hasSealed(await journal().catch(() => null)));
}

/** Whether the first rows that still hold anything are sealed. */
async function hasSealed(file: Readable | null): Promise<boolean> {
  if (file === null) return false;
  for await (const one of walkFrames(file)) {
    if (!isPlace(one) || one.kind !== KINDS.records) continue;
    const payload = await readFrame(file, one);
    if (payload !== null) return parsePayload<object[]>(payload).map(fromJsonRow).some(isSealedRow);
  }
  return false;
}
