// Rows of one import that claim the same account: told apart, merged, or refused together.
import type { ListRow, RowSource } from './list-rows.ts';
import { type Claim, type Facts, settle } from './same-account.ts';
import { sayAccount } from './say-account.ts';
import type { Refusal } from './table/table.ts';

export interface Found<Row> {
  readonly row: Row;
  readonly from: Pick<ListRow, 'row' | 'line'> & RowSource;
}

/**
 * Drops the rows that contradict each other and merges the ones that agree. A row refused for another reason still says whose
 * the account is: if that is somebody else, the other row is not sure either.
 */
export function withoutClashes<Row extends Claim>(
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
    const reason = clashReason(fact, members, ownerOf(members[0]?.row as Row));
    const told = new Set<string>();
    for (const member of members) {
      dropped.add(member);
      const { file, sheet, row, line } = member.from;
      const place = JSON.stringify([file, sheet, row]);
      if (!told.has(place)) refused.push({ file, sheet, row, line, column: null, reason: `${sayAccount(member.row)}: ${reason}` });
      told.add(place);
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
    const where = placesOf(from.map((position) => sure[position] as Found<Row>));
    notes.push(
      `${where.charAt(0).toUpperCase()}${where.slice(1)}: ${sayAccount(row)} tercatat lebih dari sekali untuk ${ownerOf(row)}; digabung menjadi satu.`,
    );
  }
  return kept.map(({ row }) => row);
}

function clashReason(fact: string, members: readonly Found<Claim>[], owner: string): string {
  const where =
    members.length > 1 && new Set(members.map(({ from }) => `${from.row} ${from.file} ${from.sheet}`)).size === 1
      ? `dua kali pada ${placesOf(members)}`
      : `pada ${placesOf(members)}`;
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

/** "baris 2 dan 4"; with files and sheets where there are several. */
function placesOf(members: readonly Found<Claim>[]): string {
  const bySource = new Map<string, number[]>();
  for (const { from } of members) {
    const source = from.sheet === null ? from.file : `${from.file}, lembar ${from.sheet}`;
    bySource.set(source, [...(bySource.get(source) ?? []), from.row]);
  }
  const places = [...bySource].map(([source, rows]) => {
    const numbers = [...new Set(rows)].sort((a, b) => a - b);
    return bySource.size === 1 ? `baris ${listed(numbers)}` : `${source}: baris ${listed(numbers)}`;
  });
  return places.length > 10 ? `${places.slice(0, 10).join('; ')}; dan tempat lain` : places.join('; ');
}

function listed(numbers: readonly number[]): string {
  const some = numbers.slice(0, 10).map(String);
  if (numbers.length > 10) return `${some.join(', ')}, dan ${numbers.length - 10} lainnya`;
  const last = some.pop() ?? '';
  return some.length === 0 ? last : `${some.join(', ')} dan ${last}`;
}
