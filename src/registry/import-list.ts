// From opened tables, with their columns named, to rows of a list: part by part, so that a list of millions needs no more memory than a
// short one. What is refused is told with its place.
import { nextTurn } from '../lib/turn.ts';
import type { WatchedAccount, WatchedWord } from '../model/account.ts';
import type { RegistryRow } from '../model/registry.ts';
import { readCampaignRows } from './campaign-rows.ts';
import { type Found, withoutClashes } from './clashes.ts';
import { watchedFacts } from './facts.ts';
import { readGuardedRow } from './guarded-rows.ts';
import { findLayoutTrouble, type Layout, type ListRow, makeRowReader } from './list-rows.ts';
import { makePlainReader } from './plain-rows.ts';
import { BrokenTable, MAX_ROWS, type Refusal, type TableFile, type TableRow, toCount } from './table/table.ts';

/** One table of an import. */
export interface ListSource {
  readonly table: TableFile;
  /** Position among the table's sheets. */
  readonly sheet: number;
  /** The headings' row; rows above it are not read. null: there are none, and every row is read. */
  readonly headerRow: number | null;
  readonly layout: Layout;
}

/** What an import hands on as it goes. */
export interface ImportEars {
  readonly signal?: AbortSignal;
  /** Rows that were read so far, and the part of all sources that is done, 0 to 1. */
  told?(rows: number, part: number): void;
  refused(one: Refusal): void;
  /** Used, but to be looked at. */
  warned(one: Refusal): void;
}

const BREATHE_EVERY = 5000;
/** Rows of a campaign list: people write them, and they are looked at together. */
const MAX_CAMPAIGN_ROWS = 200_000;

/**
 * Reads the registry's rows and hands them on. `claims` are of rows that are refused and still say whose an account is.
 * @returns false where a source could not be read to its end: what was handed on is then not a whole list. Throws only the signal's
 * reason, and what `take` throws
 */
export async function importGuarded(
  sources: readonly ListSource[],
  take: (rows: readonly Found<RegistryRow>[], claims: readonly Found<RegistryRow>[]) => Promise<void>,
  ears: ImportEars,
): Promise<boolean> {
  const plain = new Map(sources.map(({ layout }) => [layout, makePlainReader(layout)]));
  return readSources(sources, ears, async (rows, layout, readRow) => {
    const found: Found<RegistryRow>[] = [];
    const claims: Found<RegistryRow>[] = [];
    const readPlain = plain.get(layout) ?? null;
    for (const tableRow of rows) {
      const whole = readPlain?.(tableRow) ?? null;
      if (whole !== null) {
        const place = { ...layout.source, row: tableRow.row, line: tableRow.line };
        for (const row of whole) found.push({ row, from: place });
        continue;
      }
      const from = readRow(tableRow);
      if ('reason' in from) {
        ears.refused(from);
        continue;
      }
      const [refused, warned]: [Refusal[], Refusal[]] = [[], []];
      const read = readGuardedRow(from, layout.shared?.status ?? null, refused, warned);
      for (const one of refused) ears.refused(one);
      for (const one of warned) ears.warned(one);
      const place = { ...layout.source, row: from.row, line: from.line };
      for (const row of read.rows) found.push({ row, from: place });
      for (const row of read.claims) claims.push({ row, from: place });
    }
    if (found.length + claims.length > 0) await take(found, claims);
  });
}

export interface ImportedCampaign {
  readonly rows: readonly WatchedAccount[];
  readonly words: readonly WatchedWord[];
  readonly notes: readonly string[];
  /** false where a source could not be read to its end. */
  readonly isWhole: boolean;
}

/** Reads a campaign list. Throws only the signal's reason. */
export async function importCampaign(sources: readonly ListSource[], ears: ImportEars): Promise<ImportedCampaign> {
  const found: Found<WatchedAccount>[] = [];
  const words: WatchedWord[] = [];
  const notes: string[] = [];
  const refused: Refusal[] = [];
  let isWhole = true;
  for (const [at, source] of sources.entries()) {
    const rows: ListRow[] = [];
    const told = (count: number, part: number) => ears.told?.(count, (at + part) / sources.length);
    const own = { ...ears, told };
    isWhole &&= await readSources([source], own, async (more, _layout, readRow) => {
      for (const tableRow of more) {
        const row = readRow(tableRow);
        if ('reason' in row) ears.refused(row);
        else rows.push(row);
      }
      if (rows.length > MAX_CAMPAIGN_ROWS)
        throw new BrokenTable(`Daftar kampanye lebih dari ${toCount(MAX_CAMPAIGN_ROWS)} baris. Periksa apakah berkasnya benar.`);
    });
    const read = readCampaignRows(rows, refused, notes);
    for (const one of read.found) found.push({ row: one.row, from: { ...source.layout.source, row: one.from.row, line: one.from.line } });
    words.push(...read.words);
  }
  const rows = withoutClashes({ found, refusedClaims: [] }, watchedFacts, (row) => row.candidate, refused, notes);
  for (const one of refused.sort((a, b) => (a.row ?? 0) - (b.row ?? 0))) ears.refused(one);
  return { rows, words, notes, isWhole };
}

async function readSources(
  sources: readonly ListSource[],
  ears: ImportEars,
  take: (rows: readonly TableRow[], layout: Layout, readRow: ReturnType<typeof makeRowReader>) => Promise<void>,
): Promise<boolean> {
  let count = 0;
  let breathedAt = 0;
  for (const [at, { table, sheet, headerRow, layout }] of sources.entries()) {
    const { source, headings } = layout;
    const refuse = (reason: string, row: number | null, column: string | null = null) =>
      ears.refused({ ...source, row, line: row, column, reason });
    const trouble = findLayoutTrouble(layout);
    if (trouble !== null) {
      refuse(trouble.reason, headerRow, trouble.column);
      return false;
    }
    const readRow = makeRowReader(layout);
    let own = 0;
    try {
      for await (const batch of table.read(sheet, ears.signal, (part) => ears.told?.(count, (at + part) / sources.length))) {
        const rows = headerRow === null ? batch : batch.filter(({ row }) => row > headerRow);
        if (own === 0 && isSplitOtherwise(rows, headings))
          throw new BrokenTable(
            'Baris isi memakai pemisah kolom yang lain daripada baris judul. Simpan ulang sebagai CSV dengan satu pemisah saja.',
            source.sheet,
            headerRow,
          );
        own += rows.length;
        count += rows.length;
        if (own > MAX_ROWS) throw new BrokenTable(`Berkas memuat lebih dari ${toCount(MAX_ROWS)} baris. Bagi menjadi beberapa berkas.`);
        await take(rows, layout, readRow);
        // Reading may go on without a turn of the event loop: a cancel would not be heard.
        if (count - breathedAt >= BREATHE_EVERY) {
          breathedAt = count;
          await nextTurn();
          ears.signal?.throwIfAborted();
        }
      }
    } catch (error) {
      if (!(error instanceof BrokenTable)) throw error;
      refuse(error.message, error.row);
      return false;
    }
    if (own === 0) {
      refuse('Berkas hanya berisi judul kolom. Tambahkan baris isi.', headerRow);
      return false;
    }
    ears.told?.(count, (at + 1) / sources.length);
  }
  return true;
}

function isSplitOtherwise(rows: readonly TableRow[], headings: readonly string[]): boolean {
  const sound = rows.filter((row) => !row.broken);
  return (
    headings.length > 1 &&
    sound.length > 0 &&
    sound.every((row) => row.cells.length === 1 && row.marks === undefined && /[,;\t]/.test(row.cells[0] ?? ''))
  );
}
