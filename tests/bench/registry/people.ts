// Made-up people as a CSV text, the same in every run: no name, number or account is anybody's.
const FIRST = ['Ratri', 'Bagas', 'Laras', 'Panji', 'Wening', 'Galih', 'Sekar', 'Damar', 'Tirta', 'Asmara'];
const SECOND = ['Contohwati', 'Umpamanto', 'Misalnya', 'Andaikan', 'Reka', 'Karangan', 'Buatan', 'Khayali'];
const OFFICES = ['Dinas Contoh', 'Badan Misal', 'Sekretariat Umpama', 'Kecamatan Reka', 'Puskesmas Karangan'];
const SITES = ['facebook', 'instagram', 'x', 'tiktok', 'youtube', 'threads'];

export const HEADER = 'platform,id,handle,nama,unit,status,dasar,nip\n';
export const handleOf = (i: number) => `akun_${((i * 2_654_435_761) % 4_294_967_296).toString(36)}_${i.toString(36)}`;
export const siteOf = (i: number) => SITES[i % 6] as string;
export const idOf = (i: number) => (i % 3 === 0 ? `${100_000_000_000_000 + i * 7919}` : '');

export function lineOf(i: number): string {
  const name = `${FIRST[i % 10]} ${SECOND[(i >> 3) % 8]} ${i.toString(36)}`;
  return `${siteOf(i)},${idOf(i)},${handleOf(i)},${name},${OFFICES[(i >> 5) % 5]} ${i % 514},PNS,pernyataan sendiri,${`19${800_000_000_000_000 + i}`.padEnd(18, '0')}\n`;
}
