// A campaign list's target in plain Indonesian.
import type { WatchedAccount, WatchedWord } from '../model/account.ts';
import type { Seat, TargetKind } from '../model/campaign.ts';

const KIND_WORDS: Readonly<Record<TargetKind, string>> = { candidate: 'calon', party: 'partai', team: 'tim kampanye' };

const SEAT_WORDS: Readonly<Record<Seat, string>> = {
  president: 'Presiden dan Wakil Presiden',
  dpr: 'DPR',
  dpd: 'DPD',
  'dprd-prov': 'DPRD provinsi',
  'dprd-kab': 'DPRD kabupaten/kota',
  governor: 'Gubernur dan Wakil Gubernur',
  regent: 'Bupati dan Wakil Bupati',
  mayor: 'Wali Kota dan Wakil Wali Kota',
};

/** Who a campaign account or word serves, with all that the list states; the row's own registration with the KPU is told elsewhere. */
export function targetWords(row: WatchedAccount | WatchedWord): string {
  const { candidate, office, region, kind, seat, number, parties = [], team, standings = [], active = [], markedAt, note } = row;
  return joinWords([
    candidate,
    office === '' && seat !== undefined ? SEAT_WORDS[seat] : office,
    region,
    kind === undefined ? null : `jenis: ${KIND_WORDS[kind]}`,
    number === undefined ? null : `nomor urut ${number}`,
    ...standings.map(({ standing, since }) => (since === null ? standing : `${standing} sejak ${dateWords(since)}`)),
    parties.length === 0 ? null : `partai: ${parties.join(', ')}`,
    team === undefined || team === candidate ? null : `tim: ${team}`,
    ...active.map(({ from, to }) =>
      joinWords(['berlaku', from === null ? null : `mulai ${dateWords(from)}`, to === null ? null : `sampai ${dateWords(to)}`], ' '),
    ),
    markedAt === undefined ? null : 'ditandai sendiri oleh pemantau',
    note === undefined ? null : `catatan: ${note}`,
  ]);
}

/** The non-empty parts with commas between. */
export function joinWords(parts: readonly (string | null)[], between = ', '): string {
  return parts.filter((part) => part !== null && part !== '').join(between);
}

export function dateWords(iso: string): string {
  return new Date(`${iso.slice(0, 10)}T00:00:00Z`).toLocaleDateString('id-ID', {
    timeZone: 'UTC',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  });
}
