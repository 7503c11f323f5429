import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Column, findColumn } from '../../src/registry/columns.ts';
import { readGuardedRow } from '../../src/registry/guarded-rows.ts';
import { type Layout, makeRowReader, toText } from '../../src/registry/list-rows.ts';
import { makePlainReader } from '../../src/registry/plain-rows.ts';
import type { Refusal, TableRow } from '../../src/registry/table/table.ts';

const layoutOf = (headings: string[], status?: 'PNS'): Layout => ({
  source: { file: 'asn.csv', sheet: null },
  kind: 'guarded',
  headings,
  columns: headings.map((heading): Column | null => findColumn('guarded', heading)),
  ...(status === undefined ? {} : { shared: { status } }),
});
const LONG = layoutOf(['platform', 'id', 'akun', 'nama', 'unit kerja', 'instansi', 'status', 'dasar', 'nip']);
const WIDE = layoutOf([
  'nama',
  'nip',
  'unit kerja',
  'instagram',
  'facebook',
  'akun x',
  'status',
  'catatan lain',
  'sumber akun',
  'konfirmasi',
  'akun lama',
]);
const SHORT = layoutOf(['nama', 'tiktok', 'youtube'], 'PNS');
const ODD = layoutOf(['nama', 'akun', 'status', 'akun']);

function theLongWay(layout: Layout, row: TableRow) {
  const [refused, warned]: [Refusal[], Refusal[]] = [[], []];
  const from = makeRowReader(layout)(row);
  if ('reason' in from) return { rows: [], claims: [], refused: [from], warned };
  return { ...readGuardedRow(from, layout.shared?.status ?? null, refused, warned), refused, warned };
}

const at = (cells: string[], given: Partial<TableRow> = {}): TableRow => ({ row: 2, line: 2, cells, broken: false, ...given });

test('a row of millions is read so, and as the long way reads it', () => {
  const cells = ['instagram', '1784', '@rina_c', 'Rina Contoh', 'Dinas A', '', 'PNS', 'pernyataan', '198001012005011001'];
  const wide = ['Rina', '', '', '@rina.c', '-', 'rina_c', 'pppk', 'x', 'kepegawaian', 'dua'];
  for (const [layout, row] of [
    [LONG, at(cells)],
    [LONG, at(cells.with(1, '').with(8, ''))],
    [WIDE, at(wide)],
    [SHORT, at(['Ahmad  Ridwan ', 'ahmad.r'])],
    [SHORT, at(['Zoë Ñ', '', '@ahmad.r'])],
  ] as const) {
    const rows = makePlainReader(layout)?.(row);
    expect(rows?.length).toBeGreaterThan(0);
    expect({ rows, claims: [], refused: [], warned: [] }).toEqual(theLongWay(layout, row));
  }
});

test.each([
  ['broken quotes', at(['Rina', 'rina_c'], { broken: true })],
  ['a mark of the spreadsheet', at(['Rina', 'rina_c'], { marks: new Map([[1, 'formula' as const]]) })],
  ['more cells than headings', at(['Rina', 'rina_c', '', 'x'])],
  ['no name', at([' ', 'rina_c'])],
  ['an address', at(['Rina', 'tiktok.com'])],
  ['a link', at(['Rina', 'https://tiktok.com/@rina'])],
  ['two accounts', at(['Rina', '@rina @rini'])],
  ['a label', at(['Rina', 'IG: rina'])],
  ['an opaque id', at(['Rina', '', 'UCabcdefghijklmnopqrstuv'])],
  ['no account', at(['Rina', 'tidak ada'])],
  ['a far too long cell', at(['Rina', 'rina_c', 'x'.repeat(10_001)])],
])('%s: left to the long way', (_what, row) => {
  expect(makePlainReader(SHORT)?.(row)).toBeNull();
});

test('two columns of one field: the whole list is left to the long way', () => {
  expect(makePlainReader(ODD)).toBeNull();
});

test('any row: nothing is said, or exactly what the long way says, without a word of refusal or warning', () => {
  const handle = fc.stringMatching(/^@?[A-Za-z_][A-Za-z0-9_.]{0,30}$/);
  const known = [
    '',
    '-',
    'null',
    'na',
    'nil',
    'ada',
    'kosong',
    'belumada',
    '@null',
    'x.com',
    'fb.com',
    'www.instagram.com',
    'instagram.com',
  ];
  const digits = fc.stringMatching(/^\d{1,20}$/);
  const opaque = fc.stringMatching(/^(UC|MS4w)[A-Za-z0-9_-]{20,30}$/);
  const text = fc.oneof(fc.string({ maxLength: 12, unit: 'binary' }), fc.string({ maxLength: 520, unit: 'grapheme-ascii' }));
  const cell = fc.oneof(
    { weight: 5, arbitrary: handle },
    { weight: 2, arbitrary: fc.constantFrom(...known) },
    { weight: 2, arbitrary: digits },
    { weight: 1, arbitrary: opaque },
    { weight: 2, arbitrary: text },
  );
  const name = fc.oneof(
    fc.constantFrom('Rina Contoh', 'I Made  Umpama', 'Ñ', ' ', ''),
    fc.string({ maxLength: 30, unit: 'grapheme' }),
    text,
  );
  const status = fc.constantFrom('PNS', 'PNS', 'PNS', 'pns ', 'PPPK', 'non-ASN', 'TNI', '', 'constructor');
  const site = fc.constantFrom('facebook', 'IG', 'instagram', 'x', 'tiktok', 'YouTube', 'threads', '', 'toString', 'lain');
  const nip = fc.oneof(fc.constantFrom('', '-', '198001012005011001', "'198001012005011001", '1.98E+17'), digits, text);
  const tie = fc.constantFrom('', '', '-', '0', 'kepegawaian', 'pemantau', 'dua', 'belum', 'satu\ndua', 'entah');
  const former = fc.oneof({ weight: 4, arbitrary: fc.constant('') }, cell);
  const long = fc.tuple(site, cell, cell, name, name, name, status, name, nip).map((cells) => [LONG, cells] as const);
  const wide = fc.tuple(name, nip, name, cell, cell, cell, status, name, tie, tie, former).map((cells) => [WIDE, cells] as const);
  const short = fc.tuple(name, cell, cell).map((cells) => [SHORT, cells] as const);
  const readers = new Map([LONG, WIDE, SHORT].map((layout) => [layout, makePlainReader(layout)]));
  let said = 0;
  fc.assert(
    fc.property(fc.oneof(long, wide, short), fc.nat(12), ([layout, cells], cut) => {
      const row = at(cells.slice(0, Math.max(1, cells.length - Math.max(0, cut - 8))));
      const rows = readers.get(layout)?.(row) ?? null;
      if (rows === null) return;
      said++;
      expect({ rows, claims: [], refused: [], warned: [] }).toEqual(theLongWay(layout, row));
    }),
    { numRuns: 80_000 },
  );
  expect(said).toBeGreaterThan(2000);
}, 60_000);

test('the text of a cell', () => {
  expect(['', 'a b', ' a  b ', 'a\tb', 'a\u0000b', 'e\u0301'].map(toText)).toEqual(['', 'a b', 'a b', 'a b', 'ab', 'é']);
});
