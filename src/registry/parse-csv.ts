// The two lists a monitor brings, from CSV bytes. A row that is not sure is refused with a reason, never guessed at.

import { type GuardedAccount, guardedAccountSchema, type WatchedAccount, type WatchedWord } from '../model/account.ts';
import { readAccounts } from './accounts-of-row.ts';
import { readCampaignRows } from './campaign-rows.ts';
import { parseStatus } from './columns.ts';
import type { CsvFile, Delimiter, Encoding, Refusal } from './csv-table.ts';
import { guardedFacts, watchedFacts } from './facts.ts';
import { type ListRow, readListRows } from './list-rows.ts';
import { type Claim, type Facts, settle } from './same-account.ts';

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

/**
 * Reads the registry of civil servants' accounts: one row per account, or one row per person with a column per site.
 * Never throws; everything not used stands in `refused`.
 */
export function parseGuardedCsv(file: CsvFile): ParsedCsv<GuardedAccount> {
  const list = readListRows(file, 'guarded');
  const refused: Refusal[] = [...list.refused];
  const found: Found<GuardedAccount>[] = [];
  const refusedClaims: Found<GuardedAccount>[] = [];
  for (const from of list.rows) {
    const person = from.text('person');
    const status = parseStatus(from.text('status'));
    if (person === '') {
      refused.push(from.refuse('person', 'Nama kosong. Isi nama orang pemilik akun.'));
      continue;
    }
    if (status === null)
      refused.push(from.refuse('status', `Status ${shown(from.text('status'))} tidak dikenal. Tulis PNS, PPPK, atau non-ASN.`));
    for (const account of readAccounts(from, refused)) {
      const row = { ...account, person, unit: from.text('unit'), status: status ?? 'non-ASN', basis: from.text('basis') };
      const fits = guardedAccountSchema.safeParse(row).success;
      if (!fits) refused.push(from.refuse(null, TOO_LONG));
      (fits && status !== null ? found : refusedClaims).push({ row, from });
    }
  }
  const notes = [...list.notes];
  const rows = withoutClashes(file.name, { found, refusedClaims }, guardedFacts, (row) => row.person, refused, notes);
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
  const { found, words } = readCampaignRows(list.rows, refused, notes);
  const rows = withoutClashes(file.name, { found, refusedClaims: [] }, watchedFacts, (row) => row.candidate, refused, notes);
  return { rows, words, refused: sorted(refused), notes, encoding: list.encoding, delimiter: list.delimiter };
}

const TOO_LONG = 'Salah satu isi terlalu panjang (nama dan keterangan paling banyak 500 huruf, kata paling banyak 200). Persingkat.';

/**
 * Drops the rows that contradict each other and merges the ones that agree. A row refused for another reason still says whose
 * the account is: if that is somebody else, the other row is not sure either.
 */
function withoutClashes<Row extends Claim>(
  file: string,
  { found, refusedClaims }: { readonly found: readonly Found<Row>[]; readonly refusedClaims: readonly Found<Row>[] },
  facts: Facts<Row>,
  ownerOf: (row: Row) => string,
  refused: Refusal[],
  notes: string[],
): Row[] {
  const all = [...found, ...refusedClaims];
  const unsure = new Set(refusedClaims.map(({ row }) => row));
  // Of a refused row only the owner, its first fact, can be relied on.
  const first = settle(
    all.map(({ row }) => row),
    (row) => (unsure.has(row) ? facts(row).slice(0, 1) : facts(row)),
  );
  const dropped = new Set<Found<Row>>();
  for (const { fact, at } of first.contradictions) {
    const members = at.map((position) => all[position] as Found<Row>);
    const rowNumbers = [...new Set(members.map(({ from }) => from.row))].sort((a, b) => a - b);
    const reason = clashReason(fact, rowNumbers, ownerOf(members[0]?.row as Row));
    const told = new Set<number>();
    for (const member of members) {
      dropped.add(member);
      const { row, line } = member.from;
      if (!told.has(row)) refused.push({ file, row, line, column: null, reason: `${nameOf(member.row)}: ${reason}` });
      told.add(row);
    }
  }
  const sure = refusedClaims.length === 0 ? found : found.filter((one) => !dropped.has(one));
  const { kept } =
    refusedClaims.length === 0
      ? first
      : settle(
          sure.map(({ row }) => row),
          facts,
        );
  for (const { row, from } of kept) {
    if (from.length < 2) continue;
    const rowNumbers = [...new Set(from.map((position) => sure[position]?.from.row ?? 0))];
    notes.push(`Baris ${listed(rowNumbers)}: ${nameOf(row)} tercatat lebih dari sekali untuk ${ownerOf(row)}; digabung menjadi satu.`);
  }
  return kept.map(({ row }) => row);
}

function clashReason(fact: string, rowNumbers: readonly number[], owner: string): string {
  const where = rowNumbers.length > 1 ? `pada baris ${listed(rowNumbers)}` : `dua kali pada baris ${listed(rowNumbers)}`;
  const end = 'Semua baris itu tidak dipakai. Pastikan mana yang benar, lalu hapus atau perbaiki yang keliru.';
  if (fact === 'person') return `akun yang sama tercatat untuk orang yang berbeda ${where}. ${end}`;
  if (fact === 'candidate')
    return `akun yang sama tercatat untuk calon yang berbeda ${where}. ${end} Akun partai cukup satu baris dengan nama partai di kolom calon.`;
  if (fact === 'count') return `akun yang sama tercatat pada ratusan baris. Semua baris itu tidak dipakai. Periksa kolom akun.`;
  const names: Readonly<Record<string, string>> = {
    unit: 'unit kerja',
    status: 'status',
    office: 'jabatan',
    region: 'wilayah',
    official: 'isi kolom resmi',
    kind: 'jenis',
    seat: 'tingkat',
    number: 'nomor urut',
  };
  return `akun yang sama tercatat untuk "${owner}" dengan ${names[fact] ?? fact} yang berbeda ${where}. ${end}`;
}

function nameOf(row: Claim): string {
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
