// Days in a workbook, from its styles to the list: what comes in as a day, and where a day is no answer.
import { describe, expect, test } from 'vitest';
import { openTable } from '../../../src/registry/table/open-table.ts';
import { importCampaignFiles, importGuardedFiles } from '../whole-import.ts';
import { type Part, sheetXml, type TestCell, workbookOf, XML } from '../xlsx.ts';

/** Styles by number: 0 plain, 1 built-in day, 2 own code with a day, 3 time, 4 money. */
const STYLES: Part = {
  name: 'xl/styles.xml',
  content: `${XML}<styleSheet><numFmts count="2"><numFmt numFmtId="164" formatCode="[$-421]d\\ mmmm\\ yyyy;@"/><numFmt numFmtId="165" formatCode="&quot;Rp&quot;#,##0"/></numFmts><cellStyleXfs count="1"><xf numFmtId="14"/></cellStyleXfs><cellXfs count="5"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/><xf numFmtId="164"/><xf numFmtId="20"/><xf numFmtId="165"/></cellXfs></styleSheet>`,
};
const BOOK_1904: Part = {
  name: 'xl/workbook.xml',
  content: `${XML}<workbook xmlns:r="r"><workbookPr date1904="1"/><sheets><sheet name="Daftar" sheetId="1" r:id="rId1"/></sheets></workbook>`,
};
const styled = (style: number, number: string): TestCell => ({ attributes: `s="${style}"`, inside: `<v>${number}</v>` });
const book = (rows: readonly (readonly TestCell[])[], ...more: readonly Part[]) =>
  workbookOf([{ name: 'Daftar', xml: sheetXml(rows) }], more);
const whole = async (content: Uint8Array<ArrayBuffer>) => {
  const table = await openTable(new Blob([content]), () => false);
  const rows = [];
  for await (const batch of table.read(0)) rows.push(...batch);
  return rows;
};

describe('cells', () => {
  const row = [styled(0, '45560'), styled(1, '45560'), styled(2, '45560.5'), styled(3, '0.5'), styled(4, '45560'), styled(99, '45560')];

  test('only what a style shows as a day or a time is one', async () => {
    const [read] = await whole(book([row], STYLES));
    expect(read?.cells).toEqual(['45560', '2024-09-25', '2024-09-25 12:00:00', '12:00:00', '45560', '45560']);
    expect([...(read?.marks ?? [])]).toEqual([
      [1, 'date'],
      [2, 'date'],
      [3, 'date'],
    ]);
  });

  test('counted from 1904 where the workbook says so', async () => {
    const [read] = await whole(book([row], STYLES, BOOK_1904));
    expect(read?.cells.slice(0, 3)).toEqual(['45560', '2028-09-26', '2028-09-26 12:00:00']);
  });

  test('without styles every number stays one', async () => {
    const [read] = await whole(book([row]));
    expect(read?.cells).toEqual(['45560', '45560', '45560.5', '0.5', '45560', '45560']);
  });

  test('cells that write their day out', async () => {
    const [read] = await whole(book([['x', { attributes: 't="d"', inside: '<v>2024-09-25T00:00:00</v>' }]], STYLES));
    expect([read?.cells[1], read?.marks?.get(1)]).toEqual(['2024-09-25T00:00:00', 'date']);
  });

  test('a day that does not exist, and a number too long for one, stay numbers', async () => {
    const [read] = await whole(book([[styled(1, '60'), styled(1, '198609262015052001')]], STYLES));
    expect(read?.cells).toEqual(['60', '198609262015052001']);
    expect(read?.marks).toBeUndefined();
  });
});

describe('in lists', () => {
  const HEAD = ['Calon', 'Jabatan', 'Wilayah', 'Platform', 'Akun', 'Status pencalonan', 'Sejak', 'Mulai', 'Sampai'];
  const row = (...days: readonly TestCell[]): readonly TestCell[] => ['A', 'Bupati', 'K', 'x', '@a_resmi', 'calon', ...days];

  test('days of a campaign list come in as days, with a time or without', async () => {
    const read = await importCampaignFiles({
      name: 'k.xlsx',
      content: book(
        [HEAD, row(styled(1, '45557'), styled(2, '45560.5'), { attributes: 't="d"', inside: '<v>2024-11-23T00:00:00</v>' })],
        STYLES,
      ),
    });
    expect(read.refused).toEqual([]);
    expect(read.rows[0]).toMatchObject({
      standings: [{ standing: 'calon', since: '2024-09-22' }],
      active: [{ from: '2024-09-25', to: '2024-11-23' }],
    });
  });

  test('a number without such a style is refused as before', async () => {
    const read = await importCampaignFiles({ name: 'k.xlsx', content: book([HEAD, row('', styled(0, '45560'), '')], STYLES) });
    expect(read.refused).toEqual([expect.objectContaining({ column: 'Mulai', reason: expect.stringMatching(/angka lembar kerja/) })]);
  });

  const PEOPLE = ['Nama', 'Status', 'NIP', 'Unit Kerja', 'Youtube'];
  test('what became a day by itself is nobody’s account and nobody’s name', async () => {
    const read = await importGuardedFiles({
      name: 'asn.xlsx',
      content: book(
        [
          PEOPLE,
          ['Rina', 'PNS', '', 'Dinas', styled(2, '45424')],
          [styled(2, '45424'), 'PNS', '', 'Dinas', '@rina.contoh'],
          ['Budi', 'PNS', '', styled(2, '45424'), '@budi.contoh'],
        ],
        STYLES,
      ),
    });
    expect(read.refused.map(({ row, column, reason }) => [row, column, /tanggal \(2024-05-12\).*Teks/.test(reason)])).toEqual([
      [2, 'Youtube', true],
      [3, 'Nama', true],
    ]);
    expect(read.rows.map(({ person, unit }) => [person, unit])).toEqual([['Budi', '2024-05-12']]);
  });
});

const tags = (count: number) => Array.from({ length: count }, (_, at) => `<a b="${(at * 7919) % 99_991}"/>`).join('\n');

describe('styles made to do harm', () => {
  const asked = async (content: string | Uint8Array) =>
    await importGuardedFiles({
      name: 'a.xlsx',
      content: book(
        [
          ['Nama', 'Status', 'X'],
          ['R', 'PNS', '@r_contoh'],
        ],
        { name: 'xl/styles.xml', content },
      ),
    });

  test.each([
    ['entities', `${XML.trim()}<!DOCTYPE x [<!ENTITY a "b">]><styleSheet/>`, /DTD/],
    ['cut short', `${XML}<styleSheet><cellXfs>`, /rusak \(gaya sel\)/],
    [
      'far too many styles',
      `${XML}<styleSheet><cellXfs>${'<xf numFmtId="14"/>'.repeat(100_001)}</cellXfs></styleSheet>`,
      /terlalu banyak gaya sel/,
    ],
    [
      'far too many codes',
      `${XML}<styleSheet><numFmts>${Array.from({ length: 20_001 }, (_, at) => `<numFmt numFmtId="${at + 164}" formatCode="d"/>`).join('')}</numFmts></styleSheet>`,
      /terlalu banyak gaya sel/,
    ],
    // Of changing text: the same over and over would be stopped by how far it swells.
    ['far too long', `${XML}<styleSheet>${tags(8000).repeat(600)}</styleSheet>`, /terlalu banyak gaya sel/],
  ])('%s: the file is refused', async (_name, content, reason) => {
    const read = await asked(content);
    expect([read.rows, read.refused.map((one) => reason.test(one.reason))]).toEqual([[], [true]]);
  });

  test('numbers of formats that are none count as plain', async () => {
    const content = `${XML}<styleSheet><cellXfs><xf numFmtId="__proto__"/><xf/><xf numFmtId="-14"/><xf numFmtId="9999999999999"/></cellXfs></styleSheet>`;
    expect((await asked(content)).rows).toHaveLength(1);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});
