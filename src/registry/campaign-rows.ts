// The rows of a campaign list by their meaning: whose, of which kind, standing for what, since when, on which days.
import { type WatchedAccount, type WatchedWord, watchedAccountSchema, watchedWordSchema } from '../model/account.ts';
import type { CampaignFacts } from '../model/campaign.ts';
import { readAccounts } from './accounts-of-row.ts';
import {
  CAMPAIGN_HEADINGS,
  type CampaignField,
  parseKind,
  parseNumber,
  parseParties,
  parseSeat,
  parseStanding,
} from './campaign-columns.ts';
import { dayText, parseDay, toDayWords } from './campaign-dates.ts';
import { readWords, warnOfAffixes, warnOfWord } from './campaign-words.ts';
import { parseOfficial, toPlainWord } from './columns.ts';
import type { ListRow } from './list-rows.ts';
import { filled, toPlainText } from './same-account.ts';
import type { Refusal } from './table/table.ts';

export interface CampaignRows {
  readonly found: readonly { readonly row: WatchedAccount; readonly from: ListRow }[];
  readonly words: readonly WatchedWord[];
}

const TOO_LONG = 'Salah satu isi terlalu panjang (nama dan keterangan paling banyak 500 huruf, kata paling banyak 200). Persingkat.';
const DAY_FIELDS = ['since', 'from', 'to'] as const;

/** Reads all rows of one file together: how a date is meant, and what a column of numbers counts, shows only in all of them. */
export function readCampaignRows(rows: readonly ListRow[], refused: Refusal[], notes: string[]): CampaignRows {
  const found: { row: WatchedAccount; from: ListRow }[] = [];
  const words = new Map<string, WatchedWord>();
  const file = { isMonthFirst: hasMonthFirst(rows), isNumbering: numbersItsRows(rows) };
  if (file.isNumbering)
    notes.push('Kolom nomor urut berisi 1, 2, 3, … menurut baris: dianggap nomor baris, bukan nomor urut calon, dan tidak dibaca.');
  const twoWays: string[] = [];
  for (const from of rows) {
    const own = readOwner(from, file, refused, twoWays);
    if (own === null) continue;
    const { official, affixes, ...rest } = own;
    const mine = readWords(from, refused);
    for (const { word, field } of mine.words) {
      const row = { word, ...rest, ...(affixes ? { affixes: true as const } : {}) };
      const key = JSON.stringify([word, rest.candidate, rest.office, rest.region].map(toPlainText));
      const before = words.get(key);
      if (before !== undefined) {
        notes.push(`Baris ${from.row}: kata "${word.slice(0, 60)}" sudah tercatat untuk calon yang sama; dipakai satu kali.`);
        words.set(key, filled(before, row));
      } else if (watchedWordSchema.safeParse(row).success) {
        words.set(key, row);
        for (const warning of [warnOfWord(word), affixes ? warnOfAffixes(word) : null])
          if (warning !== null) notes.push(`Baris ${from.row}: ${warning}`);
      } else refused.push(from.refuse(field, TOO_LONG));
    }
    for (const account of readAccounts(from, refused, mine.any)) {
      const row = { ...account, ...rest, official };
      if (watchedAccountSchema.safeParse(row).success) found.push({ row, from });
      else refused.push(from.refuse(null, TOO_LONG));
    }
  }
  if (twoWays.length > 0)
    notes.push(
      `Tanggal yang dapat dibaca dua cara dibaca hari/bulan/tahun: ${twoWays.slice(0, 5).join('; ')}${twoWays.length > 5 ? `; dan ${twoWays.length - 5} lainnya` : ''}. Periksa.`,
    );
  return { found, words: [...words.values()] };
}

type Owner = CampaignFacts & {
  readonly candidate: string;
  readonly office: string;
  readonly region: string;
  readonly official: boolean | null;
  readonly affixes: boolean;
};

/** All that the row says beside accounts and words; null with refusals if any of it cannot be read. */
function readOwner(
  from: ListRow,
  file: { readonly isMonthFirst: boolean; readonly isNumbering: boolean },
  refused: Refusal[],
  twoWays: string[],
): Owner | null {
  const before = refused.length;
  const unknown = (field: CampaignField | 'official', text: string, write: string) => {
    const name = field === 'official' ? 'resmi' : CAMPAIGN_HEADINGS[field];
    refused.push(from.refuse(field, `Isi kolom ${name} "${text.slice(0, 60)}" tidak dikenal. ${write}`));
  };
  const official = parseOfficial(from.text('official'));
  if (official === undefined) unknown('official', from.text('official'), 'Tulis ya, tidak, atau kosongkan.');
  const affixes = parseOfficial(from.text('affixes'));
  if (affixes === undefined) unknown('affixes', from.text('affixes'), 'Tulis ya atau tidak.');

  const [parties, team, kindText] = [parseParties(from.raw('party')), from.text('team'), from.text('kind')];
  const stated = kindText === '' ? null : parseKind(toPlainWord(kindText));
  if (kindText !== '' && stated === null) unknown('kind', kindText, 'Tulis calon, partai, atau tim.');
  const candidate = from.text('candidate') || (stated !== 'candidate' && (parties.length === 1 ? (parties[0] ?? '') : '')) || team;
  if (candidate === '')
    refused.push(
      from.refuse('candidate', 'Nama calon kosong. Isi nama calon atau pasangan; untuk akun partai atau tim, nama partai atau timnya.'),
    );
  const kind = stated ?? (team !== '' ? 'team' : from.text('candidate') === '' && parties.length === 1 ? 'party' : null);

  const seatText = from.text('seat');
  const seat = parseSeat(seatText === '' ? from.text('office') : seatText);
  if (seatText !== '' && seat === null)
    unknown('seat', seatText, 'Tulis presiden, DPR, DPD, DPRD provinsi, DPRD kabupaten, gubernur, bupati, atau wali kota.');

  const standingText = from.text('standing');
  const said = standingText === '' ? null : parseStanding(toPlainWord(standingText));
  if (standingText !== '' && said === null) unknown('standing', standingText, 'Tulis bakal calon atau calon.');
  const standing = said ?? (standingText === '' && kindText !== '' ? onlyProspective(kindText) : null);

  const numberText = file.isNumbering ? '' : from.text('number');
  const number = numberText === '' ? null : parseNumber(numberText);
  if (numberText !== '' && number === null) unknown('number', numberText, 'Tulis angka 1 sampai 999.');
  if (number !== null && standing === 'bakal calon')
    refused.push(
      from.refuse('number', 'Bakal calon belum mempunyai nomor urut. Kosongkan nomor urut, atau tulis calon bila sudah ditetapkan.'),
    );

  const [since, start, end] = DAY_FIELDS.map((field) => readDay(from, field, file.isMonthFirst, refused, twoWays));
  if (since != null && standing === null)
    refused.push(from.refuse('since', 'Tanggal "sejak" ada, tetapi status pencalonan kosong. Isi bakal calon atau calon.'));
  if (start != null && end != null && start > end)
    refused.push(
      from.refuse(
        'to',
        `Tanggal sampai (${toDayWords(end)}) lebih awal daripada tanggal mulai (${toDayWords(start)}). Tukar atau perbaiki.`,
      ),
    );
  if (refused.length > before) return null;
  const note = from.text('note');
  return {
    candidate,
    office: from.text('office'),
    region: from.text('region'),
    official: official ?? null,
    affixes: affixes === true,
    ...(kind === null ? {} : { kind }),
    ...(seat === null ? {} : { seat }),
    ...(number === null ? {} : { number }),
    ...(parties.length === 0 ? {} : { parties }),
    ...(team === '' ? {} : { team }),
    ...(standing === null ? {} : { standings: [{ standing, since: since ?? null }] }),
    ...(start == null && end == null ? {} : { active: [{ from: start ?? null, to: end ?? null }] }),
    ...(note === '' ? {} : { note }),
  };
}

/** "bakal calon" as a row's kind says its standing too; "calon" is used of both. */
function onlyProspective(kindText: string): 'bakal calon' | null {
  return parseStanding(toPlainWord(kindText)) === 'bakal calon' ? 'bakal calon' : null;
}

function readDay(
  from: ListRow,
  field: (typeof DAY_FIELDS)[number],
  isMonthFirst: boolean,
  refused: Refusal[],
  twoWays: string[],
): string | null {
  const text = dayText(from, field);
  if (text === '' || text === '-') return null;
  const read = parseDay(text);
  if ('reason' in read) refused.push(from.refuse(field, read.reason));
  else if (!read.two) return read.day;
  else if (isMonthFirst)
    refused.push(
      from.refuse(
        field,
        `Tanggal "${text}" tidak jelas: di berkas ini ada tanggal yang ditulis bulan/hari/tahun. Tulis seperti 2024-09-25 atau 25 September 2024.`,
      ),
    );
  else {
    twoWays.push(`baris ${from.row}, ${text} = ${toDayWords(read.day)}`);
    return read.day;
  }
  return null;
}

/** One date that only month/day can be makes every other one of the file doubtful. */
function hasMonthFirst(rows: readonly ListRow[]): boolean {
  return rows.some((row) =>
    DAY_FIELDS.some((field) => {
      const text = dayText(row, field);
      const read = text === '' ? null : parseDay(text);
      return read !== null && 'reason' in read && read.monthFirst;
    }),
  );
}

/** "No. urut" is also what people call the column that numbers the rows: 1, 2, 3, … down the whole list. */
function numbersItsRows(rows: readonly ListRow[]): boolean {
  const numbers = rows.map((row) => parseNumber(row.text('number')));
  return (
    numbers.length >= 4 &&
    numbers.every((number, at) => number === at + 1) &&
    new Set(rows.map((row) => toPlainText(row.text('candidate')))).size < rows.length
  );
}
