// One row of the registry by its meaning: who it is, where, and which accounts.
import type { GuardedAccount } from '../model/account.ts';
import { type RegistryRow, registryRowSchema } from '../model/registry.ts';
import { readAccounts } from './accounts-of-row.ts';
import { parseStatus, toPlainWord } from './columns.ts';
import { readEarlier, readLink } from './link-of-row.ts';
import type { ListRow } from './list-rows.ts';
import { readNip } from './nip.ts';
import type { Refusal } from './table/table.ts';

export interface GuardedRows {
  readonly rows: readonly RegistryRow[];
  /** Rows that are refused and still say whose the account is. */
  readonly claims: readonly RegistryRow[];
}

const TOO_LONG = 'Salah satu isi terlalu panjang (nama dan keterangan paling banyak 500 huruf). Persingkat.';

/**
 * The accounts of one row. Adds to `refused` what is not used, and to `warned` what is used and should be looked at.
 * @param shared the status of all rows where the list has no column for it
 */
export function readGuardedRow(from: ListRow, shared: GuardedAccount['status'] | null, refused: Refusal[], warned: Refusal[]): GuardedRows {
  const rows: RegistryRow[] = [];
  const claims: RegistryRow[] = [];
  const person = from.text('person');
  const status = from.has('status') ? parseStatus(from.text('status')) : shared;
  if (person === '') {
    refused.push(from.refuse('person', 'Nama kosong. Isi nama orang pemilik akun.'));
    return { rows, claims };
  }
  if (status === null) refused.push(from.refuse('status', sayStatus(from.text('status'))));
  const { nip, odd } = readNip(from.raw('nip'), from.cells('nip')[0]?.mark, status);
  const [unit, agency] = [from.text('unit'), from.text('agency')];
  const place = unit === '' || agency === '' || unit === agency ? unit || agency : `${unit}, ${agency}`;
  const link = readLink(from, refused);
  const accounts = readAccounts(from, refused);
  const earlier = readEarlier(from, accounts, refused, warned);
  const isSound = status !== null && link !== 'refused' && earlier !== null;
  for (const account of accounts) {
    const row = {
      ...account,
      person,
      unit: place,
      status: status ?? 'non-ASN',
      basis: from.text('basis'),
      nip,
      earlierHandles: [...(earlier?.get(account) ?? [])],
      ...(link === null || link === 'refused' ? {} : { link }),
    };
    const fits = registryRowSchema.safeParse(row).success;
    if (!fits) refused.push(from.refuse(null, TOO_LONG));
    (fits && isSound ? rows : claims).push(row);
  }
  if (odd !== null && rows.length > 0) warned.push(from.refuse('nip', odd));
  return { rows, claims };
}

/** Words that are known and none of the three: what to write is the user's to do, for a status taken for another is a wrong finding. */
function sayStatus(text: string): string {
  const word = toPlainWord(text);
  if (/^(?:anggota|prajurit)?(?:tni(?:ad|al|au)?|polri|tnipolri|polisi)$/.test(word))
    return `Status ${shown(text)}: anggota TNI/Polri bukan ASN. Tulis non-ASN.`;
  if (/^(?:cpns|cpnsd|calonpns|calonpegawainegerisipil)$/.test(word))
    return `Status ${shown(text)}: tulis PNS, karena aturan disiplin PNS berlaku pula untuk CPNS.`;
  return `Status ${shown(text)} tidak dikenal. Tulis PNS, PPPK, atau non-ASN.`;
}

function shown(text: string): string {
  if (text === '') return '(kosong)';
  return `"${text.length > 60 ? `${text.slice(0, 60)}…` : text}"`;
}
