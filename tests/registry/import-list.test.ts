import { readFileSync } from 'node:fs';
import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { importCampaignFiles, importGuardedFiles } from './whole-import.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const guarded = (content: string | Uint8Array) => importGuardedFiles({ name: 'asn.csv', content });
const campaign = (content: string) => importCampaignFiles({ name: 'kampanye.csv', content });
const sample = (name: string) => new Uint8Array(readFileSync(new URL(`../../assets/contoh/${name}`, import.meta.url)));

const HEAD = 'nama,unit kerja,status,platform,id,akun,dasar';
const RINA = {
  platform: 'facebook',
  id: '100000000001001',
  handle: 'rina.contoh',
  person: 'Rina',
  unit: 'Dinas',
  status: 'PNS',
  basis: 'sendiri',
};
const RINA_ROW = 'Rina,Dinas,PNS,facebook,100000000001001,rina.contoh,sendiri';
const PLAIN = `${HEAD}\n${RINA_ROW}\n`;

function utf16(text: string, bigEndian: boolean): Uint8Array {
  const bytes = new Uint8Array(2 + text.length * 2);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, 0xfeff, !bigEndian);
  for (let at = 0; at < text.length; at++) view.setUint16(2 + at * 2, text.charCodeAt(at), !bigEndian);
  return bytes;
}

describe('encodings and separators', () => {
  test.each([
    ['utf-8', utf8(PLAIN), ','],
    ['utf-8', utf8(`\uFEFF${PLAIN}`), ','],
    ['utf-16le', utf16(PLAIN, false), ','],
    ['utf-16be', utf16(PLAIN, true), ','],
    ['utf-8', utf8(PLAIN.replaceAll(',', ';')), ';'],
    ['utf-8', utf8(PLAIN.replaceAll(',', '\t')), '\t'],
    ['utf-8', utf8(`sep=;\r\n${PLAIN.replaceAll(',', ';').replaceAll('\n', '\r\n')}`), ';'],
    ['utf-8', utf8(PLAIN.replaceAll('\n', '\r')), ','],
    [
      'utf-8',
      utf8(
        `"nama";"unit kerja";"status";"platform";"id";"akun";"dasar"\n"Rina";"Dinas";"PNS";"facebook";"100000000001001";"rina.contoh";"sendiri"`,
      ),
      ';',
    ],
  ])('%s %#', async (encoding, bytes, delimiter) => {
    const { rows, refused, notes, table } = await guarded(bytes);
    expect([rows, refused, notes, table?.encoding, table?.delimiter]).toEqual([[RINA], [], [], encoding, delimiter]);
  });

  test('Windows-1252 is read and told', async () => {
    const bytes = Uint8Array.from([...`${HEAD}\nRen\u00E9,Dinas,PNS,facebook,,rene.contoh,`].map((letter) => letter.charCodeAt(0)));
    const read = await guarded(bytes);
    expect(read.rows[0]?.person).toBe('René');
    expect(read.table?.encoding).toBe('windows-1252');
    expect(read.notes).toEqual([expect.stringContaining('Windows-1252')]);
  });

  test('commas inside cells do not win over the real separator', async () => {
    const read = await guarded('nama;status;facebook\n"Contohwati, S.Pd, M.Si";PNS;"rina.contoh, sari.contoh"\n');
    expect(read.rows.map((row) => [row.person, row.handle])).toEqual([
      ['Contohwati, S.Pd, M.Si', 'rina.contoh'],
      ['Contohwati, S.Pd, M.Si', 'sari.contoh'],
    ]);
  });
});

describe('files refused whole, in one sentence', () => {
  test.each([
    ['empty', new Uint8Array(0), null, /^Berkas kosong/],
    ['blank', utf8(' \n\n'), null, /^Berkas kosong/],
    ['half a zip', Uint8Array.of(0x50, 0x4b, 3, 4, ...deflateRawSync(utf8('x'))), null, /rusak atau terpotong/],
    ['xls', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1), null, /xls.*simpan sebagai XLSX atau CSV/],
    ['pdf', utf8('%PDF-1.7'), null, /PDF.*simpan sebagai XLSX atau CSV/],
    ['other binary', Uint8Array.of(1, 2, 0, 3), null, /bukan teks.*simpan sebagai XLSX atau CSV/],
    ['a web page', utf8('<html><table><tr><td>nama'), null, /halaman web.*simpan sebagai XLSX atau CSV/],
    ['unknown separator', utf8(PLAIN.replaceAll(',', '|')), null, /^Pemisah kolom tidak dikenal.*koma, titik koma, atau tab/],
    ['other separator below', utf8(`${HEAD}\n${RINA_ROW.replaceAll(',', ';')}\n`), 1, /pemisah kolom yang lain/],
    [
      'no owner column',
      utf8('unit kerja,platform,akun\nDinas,x,a'),
      1,
      /^Kolom wajib tidak ditemukan: nama, status\. Judul yang terbaca: "unit kerja"/,
    ],
    ['no account column', utf8('nama,status\nRina,PNS'), 1, /tidak ditemukan: platform, akun/],
    ['ids of no platform', utf8('nama,status,id\nRina,PNS,100000000001001'), 1, /tidak ditemukan: platform\./],
    ['301 columns', utf8(`${HEAD}${',x'.repeat(294)}\n${RINA_ROW}`), 1, /lebih dari 300 kolom/],
    ['two columns of one meaning', utf8('nama,name,status,platform,akun\nRina,R,PNS,x,a'), 1, /"nama" dan "name" sama artinya/],
    ['headings only', utf8(HEAD), 1, /hanya berisi judul/],
    ['__proto__', utf8(`${HEAD},__proto__\n${RINA_ROW},x`), 1, /"__proto__" tidak boleh/],
    ['constructor', utf8(`${HEAD}, Constructor \n${RINA_ROW},x`), 1, /"Constructor" tidak boleh/],
    ['broken heading', utf8(`"${HEAD}\n${RINA_ROW}`), 1, /baris judul tidak berpasangan/],
  ])('%s', async (_, bytes, row, reason) => {
    const read = await guarded(bytes);
    expect(read.rows).toEqual([]);
    expect(read.refused).toEqual([
      {
        file: 'asn.csv',
        sheet: null,
        row,
        line: row,
        column: expect.toSatisfy((v) => v === null || typeof v === 'string'),
        reason: expect.stringMatching(reason),
      },
    ]);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});

describe('rows and cells refused, by row and column', () => {
  const at = (read: { refused: readonly { row: number | null; column: string | null; reason: string }[] }) =>
    read.refused.map(({ row, column }) => [row, column]);

  test.each([
    ['no name', `,Dinas,PNS,x,,budi_contoh,`, 'nama', /Nama kosong/],
    ['no status', `Budi,Dinas,,x,,budi_contoh,`, 'status', /\(kosong\) tidak dikenal/],
    ['unclear status', `Budi,Dinas,ASN,x,,budi_contoh,`, 'status', /"ASN" tidak dikenal/],
    ['a soldier', `Budi,Dinas,TNI AD,x,,budi_contoh,`, 'status', /^Status "TNI AD": anggota TNI\/Polri bukan ASN\. Tulis non-ASN\.$/],
    ['the police', `Budi,Dinas,Polri,x,,budi_contoh,`, 'status', /TNI\/Polri bukan ASN/],
    ['a civil servant of the police', `Budi,Dinas,PNS Polri,x,,budi_contoh,`, 'status', /"PNS Polri" tidak dikenal/],
    ['on probation', `Budi,Dinas,CPNS,x,,budi_contoh,`, 'status', /^Status "CPNS": tulis PNS/],
    ['unknown platform', `Budi,Dinas,PNS,friendster,,budi_contoh,`, 'platform', /"friendster" tidak dikenal/],
    ['no platform', `Budi,Dinas,PNS,,,budi_contoh,`, 'akun', /Situs dari "budi_contoh" tidak diketahui/],
    ['an id and no platform', `Budi,Dinas,PNS,,12345678,,`, 'platform', /Platform kosong/],
    ['neither id nor handle', `Budi,Dinas,PNS,x,,,`, 'akun', /tidak memuat id maupun akun/],
    ['a dash for an account', `Budi,Dinas,PNS,x,-,tidak ada,`, 'akun', /tidak memuat id maupun akun/],
    ['another site', `Budi,Dinas,PNS,x,,https://facebook.com/budi.contoh,`, 'akun', /situs lain/],
    ['a post', `Budi,Dinas,PNS,x,,https://x.com/budi_contoh/status/1,`, 'akun', /kiriman/],
    ['a rounded id', `Budi,Dinas,PNS,x,"1,7E+18",budi_contoh,`, 'id', /dibulatkan/],
    [
      'two accounts in one row',
      `Budi,Dinas,PNS,x,1700000000000000101,https://x.com/i/user/1700000000000000102,`,
      'akun',
      /dua akun yang berbeda/,
    ],
    ['more cells than headings', `Budi,Dinas,PNS,x,,budi_contoh,sendiri,lebih`, null, /lebih banyak kolom/],
    ['a huge cell', `Budi,${'x'.repeat(10_001)},PNS,x,,budi_contoh,`, 'unit kerja', /10\.000 huruf/],
    ['a long name', `${'B'.repeat(600)},Dinas,PNS,x,,budi_contoh,`, null, /terlalu panjang/],
    ['an open quote', `"Budi,Dinas,PNS,x,,budi_contoh,`, null, /tidak berpasangan/],
  ])('%s', async (_, row, column, reason) => {
    const read = await guarded(`${PLAIN}\n${row}`);
    expect(read.rows).toEqual([RINA]);
    expect(read.refused).toEqual([{ file: 'asn.csv', sheet: null, row: 4, line: 4, column, reason: expect.stringMatching(reason) }]);
  });

  test('rows are numbered as a spreadsheet does, lines as a text editor does', async () => {
    const read = await guarded(
      `${HEAD}\nRina,"Dinas\nPendidikan\nSukamaju",PNS,facebook,,rina.contoh,\n\nBudi,Dinas,apa,x,,budi_contoh,\n`,
    );
    expect(read.refused).toEqual([expect.objectContaining({ row: 4, line: 6, column: 'status' })]);
    expect(read.rows[0]?.unit).toBe('Dinas Pendidikan Sukamaju');
  });

  test('titles above the headings count as rows', async () => {
    const read = await guarded(`DAFTAR ASN KAB. SUKAMAJU,,,,,,\n,,,,,,\n${HEAD}\n${RINA_ROW}\nBudi,Dinas,apa,x,,budi_contoh,`);
    expect(read.rows).toEqual([RINA]);
    expect(at(read)).toEqual([[5, 'status']]);
    expect(read.notes).toEqual([expect.stringContaining('baris 3')]);
  });
});

describe('headings and spellings', () => {
  test('English, any order, any case, unknown columns told', async () => {
    const read = await guarded(
      `BASIS,Handle, STATUS,Golongan,Person_,Unit_Kerja,Site,ID\nsendiri,@rina.contoh,p3k,III/a,Rina,Dinas,FB,100000000001001`,
    );
    expect(read.rows).toEqual([{ ...RINA, status: 'PPPK' }]);
    expect(read.notes).toEqual([expect.stringMatching(/tidak dikenal.*Golongan/)]);
  });

  test('two names in one heading', async () => {
    const head = 'nama/person,unit kerja / instansi,status (kepegawaian),platform/situs,id,akun/handle/tautan,dasar/basis';
    expect((await guarded(`${head}\n${RINA_ROW}`)).rows).toEqual([RINA]);
  });

  test.each([
    ['PNS', 'PNS'],
    ['pegawai negeri sipil', 'PNS'],
    ['P3K', 'PPPK'],
    ['PPPK Paruh Waktu', 'PPPK'],
    ['Non ASN', 'non-ASN'],
    ['honorer', 'non-ASN'],
  ])('status %s', async (text, status) => {
    const { rows } = await guarded(`nama,status,x\nBudi,${text},budi_contoh`);
    expect(rows[0]?.status).toBe(status);
  });

  test('one column per site, several accounts in a cell', async () => {
    const read = await guarded(
      'nama,status,Facebook,Instagram,X/Twitter,TikTok,YouTube,Threads\nRina,PNS,"rina.contoh; https://m.facebook.com/profile.php?id=100000000001001&mibextid=x","@rina.contoh | @rina2.contoh\n@rina3",-,,tidak ada,https://x.com/rina',
    );
    expect(read.rows.map(({ platform, id, handle }) => [platform, id ?? handle])).toEqual([
      ['facebook', 'rina.contoh'],
      ['facebook', '100000000001001'],
      ['instagram', 'rina.contoh'],
      ['instagram', 'rina2.contoh'],
      ['instagram', 'rina3'],
    ]);
    expect(read.refused).toEqual([expect.objectContaining({ row: 2, column: 'Threads', reason: expect.stringContaining('situs lain') })]);
  });
});

describe('one account on several rows', () => {
  test('of one person: merged, with a note', async () => {
    const read = await guarded(`${HEAD}\nRina,Dinas,PNS,facebook,,RinaContoh,\nBudi,Dinas,PNS,x,,budi_contoh,\n${RINA_ROW}`);
    expect(read.rows.map(({ person, id }) => [person, id])).toEqual([
      ['Rina', '100000000001001'],
      ['Budi', null],
    ]);
    expect(read.rows[0]?.basis).toBe('sendiri');
    expect(read.notes).toEqual([expect.stringMatching(/^Baris 2 dan 4: .*Rina; digabung/)]);
    expect(read.refused).toEqual([]);
  });

  test.each([
    ['the same handle', 'facebook,,rina.contoh', 'facebook,,Rina.Contoh'],
    ['dots that Facebook ignores', 'facebook,,rina.contoh', 'facebook,,rinacontoh'],
    ['the same id', 'facebook,100000000001001,', 'facebook,100000000001001,lain.contoh'],
    ['the same handle with two ids', 'x,1700000000000000101,budi_contoh', 'x,1700000000000000102,@BUDI_CONTOH'],
    ['a chain', 'x,1700000000000000101,', 'x,1700000000000000101,budi_contoh'],
  ])('of two people, %s: both refused, both named', async (_, first, second) => {
    const read = await guarded(`${HEAD}\nRina,Dinas,PNS,${first},\nTono,Dinas,PNS,tiktok,,tono.contoh,\nBudi,Dinas,PNS,${second},`);
    expect(read.rows.map(({ person }) => person)).toEqual(['Tono']);
    expect(read.refused.map(({ row }) => row)).toEqual([2, 4]);
    for (const { reason } of read.refused) expect(reason).toMatch(/orang yang berbeda pada baris 2 dan 4/);
  });

  test('a row refused for its status still says whose the account is', async () => {
    const read = await guarded(`${HEAD}\nRina,Dinas,apa,x,,budi_contoh,\nBudi,Dinas,PNS,x,,budi_contoh,`);
    expect(read.rows).toEqual([]);
    expect(read.refused.map(({ row }) => row)).toEqual([2, 2, 3]);
  });

  test('one name in two offices may be two people: refused', async () => {
    const read = await guarded(`${HEAD}\nSiti Contoh,Dinas A,PNS,x,,siti_contoh,\nSiti Contoh,Dinas B,PNS,x,,siti_contoh,`);
    expect(read.rows).toEqual([]);
    expect(read.refused.map(({ reason }) => reason)).toEqual(
      Array(2).fill(expect.stringMatching(/unit kerja yang berbeda pada baris 2 dan 3/)),
    );
  });

  test('a renamed account keeps a row for each name', async () => {
    const read = await guarded(`${HEAD}\nBudi,Dinas,PNS,x,1700000000000000101,budi_lama,\nBudi,Dinas,PNS,x,1700000000000000101,budi_baru,`);
    expect(read.rows.map(({ handle }) => handle)).toEqual(['budi_lama', 'budi_baru']);
  });
});

describe('the campaign list', () => {
  const HEADER = 'calon,jabatan,wilayah,platform,id,tautan,resmi,kata,tagar';
  test('accounts, words and hashtags', async () => {
    const read = await campaign(
      `${HEADER}\nContoh 01,Bupati,Sukamaju,facebook,100000000009001,https://facebook.com/contoh.untuk.sukamaju,ya,,\nContoh 01,Bupati,Sukamaju,,,,,Coblos  Contoh Satu; Sukamaju Hebat,SukamajuBaru`,
    );
    expect(read.refused).toEqual([]);
    expect(read.rows).toEqual([
      {
        platform: 'facebook',
        id: '100000000009001',
        handle: 'contoh.untuk.sukamaju',
        candidate: 'Contoh 01',
        office: 'Bupati',
        region: 'Sukamaju',
        official: true,
        seat: 'regent',
      },
    ]);
    expect(read.words.map(({ word }) => word)).toEqual(['Coblos Contoh Satu', 'Sukamaju Hebat', '#SukamajuBaru']);
  });

  test.each([
    ['no candidate', ',Bupati,S,x,,Paslon,,,', 'calon', /calon kosong/],
    ['official?', 'C,Bupati,S,x,,Paslon,mungkin,,', 'resmi', /"mungkin" tidak dikenal/],
    ['nothing', 'C,Bupati,S,,,,,,', 'tautan', /tidak memuat id maupun akun/],
    ['a word of one letter', 'C,Bupati,S,,,,,a,', 'kata', /terlalu pendek/],
    ['a word of signs', 'C,Bupati,S,,,,,!!!,', 'kata', /terlalu pendek/],
  ])('%s', async (_, row, column, reason) => {
    const read = await campaign(`${HEADER}\n${row}`);
    expect([read.rows, read.words]).toEqual([[], []]);
    expect(read.refused).toEqual([
      expect.objectContaining({ file: 'kampanye.csv', row: 2, column, reason: expect.stringMatching(reason) }),
    ]);
  });

  test('one account for two candidates: both refused', async () => {
    const read = await campaign(`${HEADER}\nA,Bupati,S,x,,Paslon,ya,,\nB,Bupati,S,x,,@paslon,ya,,`);
    expect(read.rows).toEqual([]);
    expect(read.refused.map(({ row, reason }) => [row, /calon yang berbeda pada baris 2 dan 3/.test(reason)])).toEqual([
      [2, true],
      [3, true],
    ]);
  });
});

test('the sample lists are taken whole', async () => {
  const asn = await guarded(sample('asn.csv'));
  const lines = Buffer.from(sample('asn.csv')).toString('utf8').trim().split('\n');
  expect([asn.rows.length, asn.refused, asn.notes]).toEqual([lines.length - 1, [], []]);
  expect(asn.rows[0]).toMatchObject({
    platform: 'facebook',
    id: '100000000001001',
    handle: 'rina.contoh',
    person: 'Rina Contohwati',
    status: 'PNS',
  });
  expect(new Set(asn.rows.map(({ status }) => status)).size).toBe(3);
  expect(new Set(asn.rows.map(({ platform }) => platform)).size).toBe(6);
  const kampanye = await importCampaignFiles({ name: 'kampanye.csv', content: sample('kampanye.csv') });
  expect([kampanye.rows.length, kampanye.words.length, kampanye.refused, kampanye.notes]).toEqual([8, 3, [], []]);
});

test('whatever the bytes: never throws, pollutes nothing, every used row has an account and an owner', async () => {
  const piece = fc.constantFrom(
    ',',
    ';',
    '\t',
    '\n',
    '\r\n',
    '"',
    '""',
    'nama',
    'status',
    'PNS',
    'platform',
    'x',
    'akun',
    '__proto__',
    'facebook',
    '@rina.contoh',
    '\u0000',
    '\uFEFF',
    'é',
    '=1+1',
    '-',
  );
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(
        fc.uint8Array({ maxLength: 300 }),
        fc.array(piece, { maxLength: 60 }).map((pieces) => utf8(pieces.join(''))),
        fc.array(piece, { maxLength: 40 }).map((pieces) => utf8(`${HEAD}\n${pieces.join('')}`)),
      ),
      async (bytes) => {
        const read = await guarded(bytes);
        for (const row of read.rows) expect((row.id !== null || row.handle !== null) && row.person !== '').toBe(true);
        for (const one of read.refused) expect(one.reason.length).toBeGreaterThan(10);
        expect(read.rows.length > 0 || read.refused.length > 0).toBe(true);
        expect(Object.keys(Object.prototype)).toEqual([]);
      },
    ),
    { numRuns: 4000 },
  );
});

describe('one row with broken quotes', () => {
  const rows = Array.from({ length: 30 }, (_, n) => `Orang ${n},Dinas,PNS,x,,orang_contoh_${n},pernyataan sendiri`);
  test.each([
    ['the first, an open quote', 0, '"Orang 0,Dinas,PNS,x,,orang_contoh_0,pernyataan sendiri'],
    ['one in the middle, an open quote', 12, 'Orang 12,"Dinas,PNS,x,,orang_contoh_12,pernyataan sendiri'],
    ['a nickname in quotes before the name', 5, '"Nina" Orang 5,Dinas,PNS,x,,orang_contoh_5,pernyataan sendiri'],
    ['the last', 29, 'Orang 29,"Dinas,PNS,x,,orang_contoh_29,pernyataan sendiri'],
  ])('%s: that row is refused, all others come in', async (_, at, row) => {
    const read = await guarded(utf8([HEAD, ...rows.with(at, row)].join('\n')));
    expect(read.refused.map((one) => [one.row, one.line])).toEqual([[at + 2, at + 2]]);
    expect(read.refused[0]?.reason).toMatch(/tidak berpasangan/);
    expect(read.rows.map((one) => one.person)).toEqual(rows.map((__, n) => `Orang ${n}`).filter((__, n) => n !== at));
  });
  test('two of them, with a sound cell of several lines between', async () => {
    const lines = [
      HEAD,
      '"Orang A,Dinas,PNS,x,,a_contoh_1,d',
      'Orang B,"Dinas\nPendidikan",PNS,x,,b_contoh_1,d',
      'Orang C,"D,PNS,x,,c_contoh_1,d',
      'Orang D,D,PNS,x,,d_contoh_1,d',
    ];
    const read = await guarded(utf8(lines.join('\n')));
    expect(read.refused.map((one) => [one.row, one.line])).toEqual([
      [2, 2],
      [4, 5],
    ]);
    expect(read.rows.map((one) => one.person)).toEqual(['Orang B', 'Orang D']);
  });
});
