// Files made to do harm: each is refused with its place, none is read on, nothing is polluted.
import { constants, deflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { importGuardedFiles } from './whole-import.ts';
import { sheetXml, type TestCell, workbookOf, XML, zipOf } from './xlsx.ts';

const HEAD = ['Nama', 'Status', 'NIP', 'Unit Kerja', 'Platform', 'ID', 'Akun'];
const RINA = ['Rina', 'PNS', '198609262015052001', 'Dinas', 'facebook', '100000000001001', 'rina.contoh'];
const asked = (content: string | Uint8Array, name = 'asn.xlsx') => importGuardedFiles({ name, content });
const book = (...rows: readonly (readonly TestCell[])[]) => workbookOf([{ name: 'Daftar', xml: sheetXml([HEAD, ...rows]) }]);
const withCell = (at: number, cell: TestCell): readonly TestCell[] => RINA.map((one, column) => (column === at ? cell : one));

describe('a sound workbook', () => {
  test('text in cells, and in the shared texts with their styles and readings', async () => {
    const shared = `${XML}<sst><si><t>Rina &amp; Co</t></si><si><r><t xml:space="preserve">Di</t></r><r><rPr><b/></rPr><t>nas</t></r><rPh sb="0" eb="1"><t>xx</t></rPh></si><si><t>_x0041_nak_x000D_</t></si></sst>`;
    const rows = sheetXml([
      HEAD,
      [
        { attributes: 't="s"', inside: '<v>0</v>' },
        'PPPK',
        '',
        { attributes: 't="s"', inside: '<v>1</v>' },
        'x',
        { inside: '<v>12345678</v>' },
        { attributes: 't="s"', inside: '<v>2</v>' },
      ],
    ]);
    const read = await asked(workbookOf([{ name: 'Daftar', xml: rows }], [{ name: 'xl/sharedStrings.xml', content: shared }]));
    expect([read.refused, read.rows]).toEqual([
      [],
      [{ platform: 'x', id: '12345678', handle: 'Anak', person: 'Rina & Co', unit: 'Dinas', status: 'PPPK', basis: '' }],
    ]);
  });

  test('rows and cells that are left out keep the places of the others', async () => {
    const xml = `${XML}<worksheet><sheetData><row r="3"><c r="B3" t="inlineStr"><is><t>Nama</t></is></c><c r="D3" t="inlineStr"><is><t>Status</t></is></c><c r="E3" t="inlineStr"><is><t>X</t></is></c></row><row r="9"><c r="B9" t="inlineStr"><is><t>Budi</t></is></c><c r="D9" t="inlineStr"><is><t>ASN</t></is></c><c r="E9" t="inlineStr"><is><t>@budi</t></is></c></row></sheetData></worksheet>`;
    const read = await asked(workbookOf([{ name: 'Lembar 1', xml }]));
    expect(read.refused).toEqual([
      { file: 'asn.xlsx', sheet: 'Lembar 1', row: 9, line: 9, column: 'Status', reason: expect.stringMatching(/"ASN" tidak dikenal/) },
    ]);
  });

  test('a number that the spreadsheet has cut is known as cut, one that it has not is exact', async () => {
    const read = await asked(
      book(
        withCell(2, { inside: '<v>1.98609262015051E+17</v>' }),
        ['Budi', 'PNS', '', 'Dinas', 'x', { inside: '<v>1.70000000000000E+18</v>' }, ''],
        ['Sari', 'PNS', '', 'Dinas', 'facebook', { inside: '<v>100000000001002</v>' }, ''],
        ['Agus', 'PNS', '', 'Dinas', 'facebook', { inside: '<v>1.00000000001003E14</v>' }, ''],
        ['Tono', 'PNS', '', 'Dinas', 'x', { inside: '<v>1700000000000000101</v>' }, ''],
      ),
    );
    expect(read.whole.map(({ person, id, nip }) => [person, id, nip])).toEqual([
      ['Rina', '100000000001001', null],
      ['Sari', '100000000001002', null],
      ['Agus', '100000000001003', null],
      ['Tono', '1700000000000000101', null],
    ]);
    expect(read.warned).toEqual([expect.objectContaining({ row: 2, column: 'NIP', reason: expect.stringMatching(/^NIP terpotong/) })]);
    expect(read.refused).toEqual([expect.objectContaining({ row: 3, column: 'ID', reason: expect.stringMatching(/dibulatkan/) })]);
  });

  test.each([
    ['.csv', book(RINA), 'asn.csv'],
    ['a CSV called .xlsx', `${HEAD.join(';')}\n${RINA.join(';')}`, 'asn.xlsx'],
    ['a JSON called .csv', JSON.stringify([Object.fromEntries(HEAD.map((name, at) => [name, RINA[at]]))]), 'asn.csv'],
  ])('is known by what it holds: %s', async (_, content, name) => {
    const read = await asked(content, name);
    expect([read.refused, read.rows.map(({ id }) => id)]).toEqual([[], ['100000000001001']]);
  });
});

test('a number of 16 digits in a workbook lost its last one: refused, though its digits look like an id', async () => {
  const read = await asked(book(withCell(5, { inside: '<v>1234567890123450</v>' })));
  expect(read.rows).toEqual([]);
  expect(read.refused).toEqual([expect.objectContaining({ row: 2, column: 'ID', reason: expect.stringMatching(/dibulatkan/) })]);
});

describe('formulas are never worked out', () => {
  const formula = (value: string) => ({ attributes: 't="str"', inside: `<f>HYPERLINK("https://x.com","a")</f><v>${value}</v>` });
  test.each([
    [0, 'Nama', 'Rina'],
    [1, 'Status', 'PNS'],
    [4, 'Platform', 'facebook'],
    [5, 'ID', '100000000001001'],
    [6, 'Akun', 'rina.contoh'],
  ])('in column %i: the row is refused with its place', async (at, column, value) => {
    const read = await asked(book(withCell(at, formula(value))));
    expect(read.rows).toEqual([]);
    expect(read.refused).toEqual([expect.objectContaining({ sheet: 'Daftar', row: 2, column, reason: expect.stringMatching(/rumus/) })]);
  });

  test('what only describes takes what was last shown', async () => {
    expect((await asked(book(withCell(3, formula('Dinas A'))))).rows[0]?.unit).toBe('Dinas A');
  });

  test('a fault like #N/A counts as a formula', async () => {
    const read = await asked(book(withCell(6, { attributes: 't="e"', inside: '<v>#N/A</v>' })));
    expect(read.refused).toEqual([expect.objectContaining({ row: 2, column: 'Akun', reason: expect.stringMatching(/rumus/) })]);
  });
});

describe('workbooks that attack', () => {
  const doctype = `<!DOCTYPE lolz [<!ENTITY a "lol">${Array.from({ length: 9 }, (_, n) => `<!ENTITY a${n} "${`&a${n === 0 ? '' : n - 1};`.repeat(10)}">`).join('')}]>`;
  const bomb = (bytes: number) => {
    const block = Buffer.alloc(bytes, ' ');
    return { packed: { bytes: new Uint8Array(deflateRawSync(block)), crc: 0 } };
  };
  const cell = `<row r="1"><c r="A1" t="inlineStr"><is><t>${'a'.repeat(3_000_000)}`;
  const random = Buffer.from(Array.from({ length: 120_000 }, (_, n) => ((n * 2654435761) >>> 7) & 255)).toString('base64');

  test.each<[string, Uint8Array, RegExp]>([
    [
      'billion laughs in the sheet',
      workbookOf([
        { name: 'A', xml: `${doctype}<worksheet><sheetData><row r="1"><c r="A1" t="str"><v>&a8;</v></c></row></sheetData></worksheet>` },
      ]),
      /DTD/,
    ],
    [
      'billion laughs in the list of sheets',
      workbookOf([{ name: 'A', xml: sheetXml([HEAD]) }], [{ name: 'xl/workbook.xml', content: `${doctype}<workbook/>` }]),
      /DTD/,
    ],
    [
      'billion laughs in the shared texts',
      workbookOf(
        [{ name: 'A', xml: sheetXml([HEAD]) }],
        [{ name: 'xl/sharedStrings.xml', content: `${doctype}<sst><si><t>&a8;</t></si></sst>` }],
      ),
      /DTD/,
    ],
    [
      'an entity from a file',
      workbookOf([{ name: 'A', xml: '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><worksheet>&b;</worksheet>' }]),
      /DTD/,
    ],
    [
      'an entity that nobody defined',
      workbookOf([{ name: 'A', xml: '<worksheet><sheetData><row r="1"><c r="A1"><v>&b;</v></c></row></sheetData></worksheet>' }]),
      /rusak/,
    ],
    ['a sheet that says it is 1 GB', workbookOf([{ name: 'A', xml: '', part: { ...bomb(2_000_000), declared: 1024 ** 3 } }]), /bom zip/],
    [
      'a sheet that is a thousand times what is packed',
      workbookOf([{ name: 'A', xml: '', part: { ...bomb(60_000_000), declared: 60_000_000 } }]),
      /bom zip/,
    ],
    [
      'a sheet that is more than it says',
      workbookOf([{ name: 'A', xml: '', part: { ...bomb(60_000_000), declared: 1000 } }]),
      /bom zip|rusak/,
    ],
    [
      'one cell without an end',
      workbookOf([{ name: 'A', xml: `<worksheet><sheetData>${cell}${random}` }]),
      /lebih dari sejuta huruf|rusak/,
    ],
    ['tags in tags', workbookOf([{ name: 'A', xml: `<worksheet>${'<a>'.repeat(100_000)}` }]), /bertingkat terlalu dalam/],
    [
      'a column beyond XFD',
      workbookOf([{ name: 'A', xml: '<worksheet><sheetData><row r="1"><c r="XFE1"><v>1</v></c></row></sheetData></worksheet>' }]),
      /kolom XFD/,
    ],
    [
      '16,384 columns',
      workbookOf([{ name: 'A', xml: sheetXml([[...HEAD, ...Array.from({ length: 16_377 }, () => 'x')], RINA]) }]),
      /lebih dari 300 kolom/,
    ],
    [
      'rows backwards',
      workbookOf([{ name: 'A', xml: '<worksheet><sheetData><row r="5"/><row r="4"/></sheetData></worksheet>' }]),
      /tidak berurutan/,
    ],
    ['a shared text that is not there', book(withCell(0, { attributes: 't="s"', inside: '<v>7</v>' })), /menunjuk teks yang tidak ada/],
    ['half of it', book(RINA).slice(0, 700), /rusak atau terpotong/],
    [
      'two parts of one name',
      zipOf([
        { name: 'xl/workbook.xml', content: '<a/>' },
        { name: 'XL/workbook.xml', content: '<b/>' },
      ]),
      /dua bagian bernama sama/,
    ],
    ['a locked part', workbookOf([{ name: 'A', xml: sheetXml([HEAD]), part: { flags: 1 } }]), /sandi/],
    ['no sheet', workbookOf([]), /tidak memuat lembar/],
    ['a zip of something else', zipOf([{ name: 'foto.jpg', content: 'x' }]), /zip, bukan buku kerja/],
    ['OpenDocument', zipOf([{ name: 'content.xml', content: 'x' }]), /ods/],
  ])('%s', async (_, bytes, reason) => {
    const read = await asked(bytes);
    expect(read.rows).toEqual([]);
    expect(read.refused).toEqual([expect.objectContaining({ file: 'asn.xlsx', reason: expect.stringMatching(reason) })]);
  });

  /** A deflate stream of this much text, without ever holding it: one packed piece over and over. */
  const swelling = (piece: Buffer, times: number) => {
    const packed = deflateRawSync(piece, { finishFlush: constants.Z_FULL_FLUSH });
    const bytes = new Uint8Array(packed.length * times + 2);
    for (let n = 0; n < times; n++) bytes.set(packed, n * packed.length);
    bytes.set(deflateRawSync(Buffer.alloc(0)), packed.length * times);
    return { packed: { bytes, crc: 0 } };
  };
  const MB = 1024 ** 2;

  // Says the truth; says it is small; says just less than what is allowed.
  test.each([1024 * MB, 2000, 767 * MB])('a sheet of 1 GB that says it has %i bytes is not read on', async (declared) => {
    const part = { ...swelling(Buffer.alloc(16 * MB, ' '), 64), declared };
    const before = process.memoryUsage.rss();
    const read = await asked(workbookOf([{ name: 'A', xml: '', part }]));
    expect(read.rows).toEqual([]);
    expect(read.refused).toEqual([expect.objectContaining({ reason: expect.stringMatching(/bom zip|rusak/) })]);
    expect(process.memoryUsage.rss() - before).toBeLessThan(300 * MB);
  });

  test('a cell of 100 MB in a workbook is not read to its end', async () => {
    // Of text that packs badly: nothing but its length gives it away.
    const text = Buffer.from(Array.from({ length: 750_000 }, (_, n) => (Math.imul(n + 1, 2654435761) >>> 13) & 255)).toString('base64');
    const { bytes: middle } = swelling(Buffer.from(text), 100).packed;
    const head = deflateRawSync(Buffer.from('<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>'), {
      finishFlush: constants.Z_FULL_FLUSH,
    });
    const part = { packed: { bytes: new Uint8Array(Buffer.concat([head, middle])), crc: 0 }, declared: text.length * 100 + 65 };
    const read = await asked(workbookOf([{ name: 'A', xml: '', part }]));
    expect(read.rows).toEqual([]);
    expect(read.refused).toEqual([
      expect.objectContaining({ sheet: 'A', reason: expect.stringMatching(/lebih dari sejuta huruf: lembar "A", baris 1/) }),
    ]);
  });

  test('a spoilt byte in the packed rows is noticed by its sum', async () => {
    const bytes = workbookOf([
      {
        name: 'A',
        xml: sheetXml([HEAD, RINA]),
        part: { packed: { bytes: new Uint8Array(deflateRawSync(sheetXml([HEAD, RINA.with(5, '100000000001009')]))), crc: 1 } },
      },
    ]);
    const read = await asked(bytes);
    expect(read.isWhole && read.refused.length === 0).toBe(false);
  });

  test('a file that turns out broken far down gives no list', async () => {
    const rows = Array.from({ length: 3000 }, (_, n) => ['Orang', 'PNS', '', 'Dinas', 'x', String(10_000_000 + n), '']);
    const xml = sheetXml([HEAD, ...rows]).replace('<row r="2990">', '<row r="2">');
    const read = await asked(workbookOf([{ name: 'A', xml }]));
    expect(read.isWhole).toBe(false);
    expect(read.refused).toEqual([expect.objectContaining({ sheet: 'A', row: 2989, reason: expect.stringMatching(/tidak berurutan/) })]);
  });

  test.each([['__proto__'], ['constructor'], [' Prototype ']])('a heading %s', async (heading) => {
    const read = await asked(
      workbookOf([
        {
          name: 'A',
          xml: sheetXml([
            [...HEAD, heading],
            [...RINA, '{"polluted":true}'],
          ]),
        },
      ]),
    );
    expect(read.rows).toEqual([]);
    expect(read.refused).toEqual([expect.objectContaining({ row: 1, reason: expect.stringMatching(/tidak boleh dipakai/) })]);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  test('a cell of 100 MB in a CSV costs its row', async () => {
    const huge = `"${`${'x'.repeat(999)}\n`.repeat(100_000)}`;
    const read = await asked(`${HEAD.join(',')}\n${RINA.join(',')}\n${huge}\n${RINA.with(6, '').join(',')}`, 'besar.csv');
    expect(read.rows.map(({ id }) => id)).toEqual(['100000000001001']);
    expect(read.refused.length).toBeGreaterThan(0);
  });

  test('one line of 100 MB in a CSV ends the file', async () => {
    const read = await asked(`${HEAD.join(',')}\n${RINA.join(',')}\n${'x,'.repeat(50_000_000)}`, 'besar.csv');
    expect([read.rows, read.refused.length]).toEqual([[], 1]);
    expect(read.refused[0]).toMatchObject({ row: 3, reason: expect.stringMatching(/empat juta huruf/) });
  });
});

describe('old containers are told plainly', () => {
  const ole = (name: string) =>
    Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, ...new Array(600).fill(0), ...[...name].flatMap((one) => [one.charCodeAt(0), 0]));
  test.each([
    ['a password', 'EncryptedPackage', /dikunci dengan sandi/],
    ['an old workbook', 'Workbook', /Excel lama \(xls\)/],
  ])('%s', async (_, name, reason) => {
    expect((await asked(ole(name))).refused).toEqual([expect.objectContaining({ row: null, reason: expect.stringMatching(reason) })]);
  });
});

describe('JSON', () => {
  const entry = { nama: 'Rina', status: 'PNS', platform: 'facebook', id: '100000000001001' };
  const json = (content: string) => asked(content, 'asn.json');

  test('objects and lists; long numbers stay exact, several accounts come as a list', async () => {
    const text = `[{"nama":"Rina","status":"PNS","nip":198609262015052001,"platform":"x","id":1700000000000000101},{"nama":"Budi","status":"PPPK","instagram":["@budi","@budi2"]}]`;
    const read = await json(text);
    expect(read.refused).toEqual([]);
    expect(read.whole.map(({ person, id, handle, nip }) => [person, id ?? handle, nip])).toEqual([
      ['Rina', '1700000000000000101', '198609262015052001'],
      ['Budi', 'budi', null],
      ['Budi', 'budi2', null],
    ]);
    const lists = await json(JSON.stringify([Object.keys(entry), Object.values(entry)]));
    expect([lists.refused, lists.rows.length]).toEqual([[], 1]);
  });

  test.each([
    ['__proto__', '[{"nama":"Rina","__proto__":{"polluted":true}}]', 1, /"__proto__".*tidak boleh/],
    ['constructor', `[${JSON.stringify(entry)},{"constructor":{"prototype":{"polluted":true}}}]`, 2, /"constructor".*tidak boleh/],
    ['cut off', '[{"nama":"Rina"', 1, /rusak atau terpotong/],
    ['no list', '{"nama":"Rina"}', null, /satu daftar/],
    ['an empty list', '[]', null, /kosong/],
    ['mixed', `[${JSON.stringify(entry)},["a"]]`, 2, /berbeda bentuk/],
    ['an object for a name', '[{"nama":{"a":1},"status":"PNS","x":"@rina"}]', 1, /objek dalam JSON/],
    ['an object for an account', '[{"nama":"Rina","status":"PNS","x":{"a":1}}]', 1, /objek dalam JSON/],
    ['a rounded number', '[{"nama":"Rina","status":"PNS","platform":"x","id":1.7000000000000001e18}]', 1, /dibulatkan/],
    ['very deep', `${'['.repeat(200_000)}${']'.repeat(200_000)}`, null, /./],
  ])('%s', async (_, text, row, reason) => {
    const read = await json(text);
    expect(read.rows).toEqual([]);
    expect(read.refused[0]).toMatchObject({ file: 'asn.json', reason: expect.stringMatching(reason) });
    if (row !== null) expect(read.refused[0]?.row).toBe(row);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});
