// Made-up people as a CSV text, the same in every run: no name, number or account is anybody's.
const FIRST = ['Ratri', 'Bagas', 'Laras', 'Panji', 'Wening', 'Galih', 'Sekar', 'Damar', 'Tirta', 'Asmara'];
const SECOND = ['Contohwati', 'Umpamanto', 'Misalnya', 'Andaikan', 'Reka', 'Karangan', 'Buatan', 'Khayali'];
const OFFICES = ['Dinas Contoh', 'Badan Misal', 'Sekretariat Umpama', 'Kecamatan Reka', 'Puskesmas Karangan'];
const SITES = ['facebook', 'instagram', 'x', 'tiktok', 'youtube', 'threads'];

export const HEADER = 'platform,id,akun,nama,unit kerja,status,dasar,nip\n';
const scattered = (i: number) => (Math.imul(i, 0x9e3779b1) >>> 0).toString(36).padStart(7, '0');
export const handleOf = (i: number) => `a${scattered(i)}${i.toString(36)}`;
export const siteOf = (i: number) => SITES[i % 6] as string;
/** Those of Facebook and TikTok, a third, have one. */
export const idOf = (i: number) => (i % 3 === 0 ? `${100_000_000_000_000 + i * 7919}` : '');

/** Of the form that these numbers have, a different one for each. */
function nipOf(i: number): string {
  let rest = i;
  const next = (count: number) => {
    const one = rest % count;
    rest = Math.floor(rest / count);
    return one;
  };
  const two = (value: number) => `${value}`.padStart(2, '0');
  const serial = `${1 + next(999)}`.padStart(3, '0');
  const [sex, month, day, appointed, year] = [1 + next(2), two(1 + next(12)), two(1 + next(28)), two(1 + next(12)), 1965 + next(35)];
  return `${year}${month}${day}${year + 25}${appointed}${sex}${serial}`;
}

export function lineOf(i: number): string {
  const name = `${FIRST[i % 10]} ${SECOND[(i >> 3) % 8]} ${i.toString(36)}`;
  return `${siteOf(i)},${idOf(i)},${handleOf(i)},${name},${OFFICES[(i >> 5) % 5]} ${i % 514},PNS,pernyataan sendiri,${nipOf(i)}\n`;
}
