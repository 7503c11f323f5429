// NIP and NI PPPK by their structure. Whatever is odd is told and never refused: older numbers follow older rules.
import type { GuardedAccount } from '../model/account.ts';
import { toPlainCell } from './account-cell.ts';
import type { CellMark } from './table/table.ts';

export interface Nip {
  /** Digits only, or null where the cell holds no such number. */
  readonly nip: string | null;
  /** What to look at, in Indonesian, or null. */
  readonly odd: string | null;
}

const CUT =
  'NIP terpotong oleh aplikasi lembar kerja (15 angka saja yang tersisa). Ubah format kolom menjadi Teks, lalu salin ulang NIP dari sumbernya. Baris tetap dipakai tanpa NIP.';

/** @param status what the list says; only compared with what the number says */
export function readNip(cell: string, mark: CellMark | undefined, status: GuardedAccount['status'] | null): Nip {
  const text = toPlainCell(cell);
  if (text === '' || /^[-–—.0]+$/.test(text)) return { nip: null, odd: null };
  const isCut = mark === 'rounded' || /^\d+(?:[.,]\d+)?e\+?\d+$/i.test(text) || /^\d{15}0{3}$/.test(text.replace(/[\s.-]/g, ''));
  if (isCut) return { nip: null, odd: CUT };
  const digits = text.replace(/[\s.\u00A0-]/g, '');
  if (mark === 'nested' || mark === 'date' || !/^\d{9,18}$/.test(digits))
    return { nip: null, odd: 'Bukan NIP atau NI PPPK (9 atau 18 angka). Baris tetap dipakai tanpa NIP.' };
  return { nip: digits, odd: findOdd(digits, status) };
}

function findOdd(digits: string, status: GuardedAccount['status'] | null): string | null {
  const check = 'Periksa NIP-nya; baris tetap dipakai.';
  // Given out until 2007.
  if (digits.length === 9) return null;
  if (digits.length !== 18) return `NIP berisi ${digits.length} angka; seharusnya 18 (atau 9 untuk NIP lama). ${check}`;
  const born = dayOf(digits.slice(0, 8));
  if (born === null) return `Delapan angka pertama NIP bukan tanggal lahir. ${check}`;
  const year = Number(digits.slice(8, 12));
  const month = Number(digits.slice(12, 14));
  if (month === 0 || year < born + 15 || year > born + 70)
    return `Angka ke-9 sampai ke-14 NIP bukan masa pengangkatan yang mungkin. ${check}`;
  if (!/^[12]$/.test(digits.charAt(14))) return `Angka ke-15 NIP (jenis kelamin) seharusnya 1 atau 2. ${check}`;
  // Months of appointment go up to 12; contracts carry larger codes in that place.
  const seems = month <= 12 ? 'PNS' : 'PPPK';
  if (status !== null && status !== seems)
    return `Bentuk nomornya seperti milik ${seems}, tetapi kolom status menyebut ${status}. Pastikan statusnya.`;
  return null;
}

/** Year of a real calendar day that a living civil servant may be born on, else null. */
function dayOf(digits: string): number | null {
  const [year, month, day] = [Number(digits.slice(0, 4)), Number(digits.slice(4, 6)), Number(digits.slice(6))];
  const date = new Date(Date.UTC(year, month - 1, day));
  const isReal = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isReal && year >= 1930 && year <= 2015 ? year : null;
}
