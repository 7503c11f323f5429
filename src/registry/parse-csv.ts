// The two lists a monitor brings, from CSV bytes. A row that is not sure is refused with a reason, never guessed at.
import { type GuardedAccount, guardedAccountSchema, type PlatformId, type WatchedAccount, type WatchedWord, watchedAccountSchema, watchedWordSchema } from '../model/account.ts';
import { hasWord } from '../lib/words.ts';
import { readAccounts } from './accounts-of-row.ts';
import { type Field, parseOfficial, parseStatus } from './columns.ts';
import type { CsvFile, Delimiter, Encoding, Refusal } from './csv-table.ts';
import { readListRows, type ListRow } from './list-rows.ts';
import { type Facts, settle, toPlainText } from './same-account.ts';

export type { CsvFile, Refusal } from './csv-table.ts';

export interface ParsedCsv<Row> {
  readonly rows: readonly Row[];
  /** Rows and cells that were not used, in the file's order. */
  readonly refused: readonly Refusal[];
  /** What was done to rows that are used, in Indonesian. */
  readonly notes: readonly string[];
  /** null if the file is no text. */
  readonly encoding: Encoding | null;
  /** null if the file could not be split into columns. */
  readonly delimiter: Delimiter | null;
}

export interface ParsedCampaign extends ParsedCsv<WatchedAccount> {
  readonly words: readonly WatchedWord[];
}

interface Found<Row> {
  readonly row: Row;
  readonly from: ListRow;
}

/** What may not differ between two rows for one registry account. */
export const guardedFacts: Facts<GuardedAccount> = (row) => [
  ['person', toPlainText(row.person)],
  ['unit', toPlainText(row.unit)],
  ['status', row.status],
];

/** What may not differ between two rows for one campaign account. */
export const watchedFacts: Facts<WatchedAccount> = (row) => [
  ['candidate', toPlainText(row.candidate)],
  ['office', toPlainText(row.office)],
  ['region', toPlainText(row.region)],
  ['official', row.official === null ? '' : String(row.official)],
];

/**
 * Reads the registry of civil servants' accounts: one row per account, or one row per person with a column per site.
 * Never throws; everything not used stands in `refused`.
 */
export function parseGuardedCsv(file: CsvFile): ParsedCsv<GuardedAccount> {
  const list = readListRows(file, 'guarded');
  const refused: Refusal[] = [...list.refused];
  const found: Found<GuardedAccount>[] = [];
  for (const from of list.rows) {
    const person = from.text('person');
    const status = parseStatus(from.text('status'));
    if (person === '') refused.push(from.refuse('person', 'Nama kosong. Isi nama orang pemilik akun.'));
    else if (status === null) refused.push(from.refuse('status', `Status ${shown(from.text('status'))} tidak dikenal. Tulis PNS, PPPK, atau non-ASN.`));
    else {
      for (const account of readAccounts(from, refused)) {
        const row = { ...account, person, unit: from.text('unit'), status, basis: from.text('basis') };
        if (guardedAccountSchema.safeParse(row).success) found.push({ row, from });
        else refused.push(from.refuse(null, TOO_LONG));
      }
    }
  }
  const notes = [...list.notes];
  const rows = withoutClashes(file.name, found, guardedFacts, (row) => row.person, refused, notes);
  return { rows, refused: sorted(refused), notes, encoding: list.encoding, delimiter: list.delimiter };
}

/**
 * Reads the campaign list: accounts of candidates, parties and teams, and words or hashtags of their campaigns.
 * Never throws; everything not used stands in `refused`.
 */
export function parseCampaignCsv(file: CsvFile): ParsedCampaign {
  const list = readListRows(file, 'watched');
  const refused: Refusal[] = [...list.refused];
  const notes = [...list.notes];
  const found: Found<WatchedAccount>[] = [];
  const words = new Map<string, WatchedWord>();
  for (const from of list.rows) {
    const candidate = from.text('candidate');
    const official = parseOfficial(from.text('official'));
    if (candidate === '') refused.push(from.refuse('candidate', 'Nama calon kosong. Isi nama calon, pasangan, atau partai.'));
    else if (official === undefined) refused.push(from.refuse('official', `Isi kolom resmi ${shown(from.text('official'))} tidak dikenal. Tulis ya, tidak, atau kosongkan.`));
    else {
      const rest = { candidate, office: from.text('office'), region: from.text('region') };
      const own = wordsOf(from, refused);
      for (const { word, field } of own.words) {
        const row = { word, ...rest };
        const key = JSON.stringify([toPlainText(word), toPlainText(candidate), toPlainText(rest.office), toPlainText(rest.region)]);
        if (words.has(key)) notes.push(`Baris ${from.row}: kata ${shown(word)} sudah tercatat untuk calon yang sama; dipakai satu kali.`);
        else if (watchedWordSchema.safeParse(row).success) words.set(key, row);
        else refused.push(from.refuse(field, TOO_LONG));
      }
      for (const account of readAccounts(from, refused, own.any)) {
        const row = { ...account, ...rest, official };
        if (watchedAccountSchema.safeParse(row).success) found.push({ row, from });
        else refused.push(from.refuse(null, TOO_LONG));
      }
    }
  }
  const rows = withoutClashes(file.name, found, watchedFacts, (row) => row.candidate, refused, notes);
  return { rows, words: [...words.values()], refused: sorted(refused), notes, encoding: list.encoding, delimiter: list.delimiter };
}

const TOO_LONG = 'Salah satu isi terlalu panjang (nama dan keterangan paling banyak 500 huruf, kata paling banyak 200). Persingkat.';

/** The campaign words of a row; `any` is true if its word cells are filled at all, even with words that are refused. */
function wordsOf(from: ListRow, refused: Refusal[]): { words: { word: string; field: Field }[]; any: boolean } {
  const words: { word: string; field: Field }[] = [];
  let any = false;
  for (const field of ['word', 'tag'] as const) {
    for (const part of from.raw(field).split(/[;|\n]/)) {
      const word = part.normalize('NFC').replace(/\s+/g, ' ').trim();
      if (word === '' || word === '-') continue;
      any = true;
      const whole = field === 'tag' && !word.startsWith('#') ? `#${word}` : word;
      if (word.replace(/^#/, '').length >= 2 && hasWord(word)) words.push({ word: whole, field });
      else refused.push(from.refuse(field, `Kata ${shown(word)} terlalu pendek untuk dicari. Tulis sedikitnya dua huruf.`));
    }
  }
  return { words, any };
}

function withoutClashes<Row extends { platform: PlatformId; id: string | null; handle: string | null }>(
  file: string,
  found: readonly Found<Row>[],
  facts: Facts<Row>,
  ownerOf: (row: Row) => string,
  refused: Refusal[],
  notes: string[],
): Row[] {
  const { kept, contradictions } = settle(found.map(({ row }) => row), facts);
  for (const { fact, at } of contradictions) {
    const members = at.map((position) => found[position] as Found<Row>);
    const rowNumbers = [...new Set(members.map(({ from }) => from.row))];
    const reason = clashReason(fact, rowNumbers, ownerOf(members[0]?.row as Row));
    const told = new Set<number>();
    for (const { row, from } of members) {
      if (told.has(from.row)) continue;
      told.add(from.row);
      refused.push({ file, row: from.row, line: from.line, column: null, reason: `${nameOf(row)}: ${reason}` });
    }
  }
  for (const { row, from } of kept) {
    if (from.length < 2) continue;
    const rowNumbers = [...new Set(from.map((position) => found[position]?.from.row ?? 0))];
    notes.push(`Baris ${listed(rowNumbers)}: ${nameOf(row)} tercatat lebih dari sekali untuk ${ownerOf(row)}; digabung menjadi satu.`);
  }
  return kept.map(({ row }) => row);
}

function clashReason(fact: string, rowNumbers: readonly number[], owner: string): string {
  const where = rowNumbers.length > 1 ? `pada baris ${listed(rowNumbers)}` : `dua kali pada baris ${listed(rowNumbers)}`;
  const end = 'Semua baris itu tidak dipakai. Pastikan mana yang benar, lalu hapus atau perbaiki yang keliru.';
  if (fact === 'person') return `akun yang sama tercatat untuk orang yang berbeda ${where}. ${end}`;
  if (fact === 'candidate') return `akun yang sama tercatat untuk calon yang berbeda ${where}. ${end} Akun partai cukup satu baris dengan nama partai di kolom calon.`;
  if (fact === 'count') return `akun yang sama tercatat pada ratusan baris. Semua baris itu tidak dipakai. Periksa kolom akun.`;
  const names: Readonly<Record<string, string>> = { unit: 'unit kerja', status: 'status', office: 'jabatan', region: 'wilayah', official: 'isi kolom resmi' };
  return `akun yang sama tercatat untuk "${owner}" dengan ${names[fact] ?? fact} yang berbeda ${where}. ${end}`;
}

function nameOf(row: { platform: PlatformId; id: string | null; handle: string | null }): string {
  return `${row.platform} ${row.handle === null ? row.id : `@${row.handle}`}`;
}

function listed(numbers: readonly number[]): string {
  const some = numbers.slice(0, 10).map(String);
  if (numbers.length > 10) return `${some.join(', ')}, dan ${numbers.length - 10} lainnya`;
  const last = some.pop() ?? '';
  return some.length === 0 ? last : `${some.join(', ')} dan ${last}`;
}

function shown(text: string): string {
  if (text === '') return '(kosong)';
  return `"${text.length > 60 ? `${text.slice(0, 60)}…` : text}"`;
}

function sorted(refused: readonly Refusal[]): Refusal[] {
  return [...refused].sort((a, b) => (a.row ?? 0) - (b.row ?? 0));
}
