// Ten thousand invented files: none crashes the reading, none pollutes, every refusal names its place.
import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { importGuardedFiles } from './whole-import.ts';
import { sheetXml, type TestCell, workbookOf, XML } from './xlsx.ts';

const HEAD = ['Nama', 'NIP', 'Status', 'Platform', 'ID', 'Akun', 'Instagram'];
const word = fc.constantFrom(
  ...['', 'Nama', 'Status', 'PNS', 'platform', 'x', 'facebook', '@rina', 'rina.contoh', '100000000001001', '1,7E+18', '198609262015051001'],
  ...[
    'https://fb.com/a.contoh; @b',
    'IG: @x',
    '-',
    'Dr. A, S.Pd',
    '=1+1',
    '\u202Ea',
    '\uD800',
    '\0',
    '"',
    '""',
    ',',
    ';',
    '\t',
    '\n',
    '\r',
    '&amp;',
  ],
  ...['__proto__', 'constructor', 'prototype', 'a'.repeat(10_001), '😀', '\uFEFF', '}', '[', '{"nama":'],
);
const GOOD = ['Rina', '198609262015052001', 'PNS', 'facebook', '100000000001001', 'rina.contoh', '@rina'];
/** A sound row in which some cells are something else. */
const nearlyGood = fc.tuple(...GOOD.map((good) => fc.oneof({ weight: 9, arbitrary: fc.constant(good) }, word)));
const wild = fc.array(fc.oneof({ weight: 4, arbitrary: word }, fc.string({ unit: 'binary', maxLength: 12 })), { maxLength: 9 });
const rows = fc.array(fc.oneof(nearlyGood, wild), { maxLength: 8 });
const withHead = fc.tuple(fc.boolean(), rows).map(([isHeaded, made]) => (isHeaded ? [HEAD, ...made] : made));

/** Changes, cuts or doubles some bytes. */
const spoil = (bytes: Uint8Array, [at, value, cut]: readonly [number, number, number]) => {
  const copy = new Uint8Array(bytes);
  if (copy.length > 0 && value < 256) copy[at % copy.length] = value;
  return cut < 200 ? copy.slice(0, Math.floor((copy.length * cut) / 200)) : copy;
};
const damage = fc.tuple(fc.nat(100_000), fc.nat(600), fc.nat(600));

const csv = fc
  .tuple(withHead, fc.constantFrom(',', ';', '\t', '|'), fc.constantFrom('\n', '\r\n', '\r'), fc.boolean(), damage)
  .map(([made, between, end, isQuoted, hurt]) =>
    spoil(
      new TextEncoder().encode(
        made.map((cells) => cells.map((cell) => (isQuoted ? `"${cell.replaceAll('"', '""')}"` : cell)).join(between)).join(end),
      ),
      hurt,
    ),
  );
const cell: fc.Arbitrary<TestCell> = fc.oneof(
  { weight: 5, arbitrary: word.map((text) => text.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD]/gu, '')) },
  fc.constantFrom<TestCell>(
    { inside: '<v>1.98609262015051E+17</v>' },
    { attributes: 't="s"', inside: '<v>0</v>' },
    { attributes: 't="s"', inside: '<v>99</v>' },
    { attributes: 't="e"', inside: '<v>#REF!</v>' },
    { attributes: 't="b"', inside: '<v>1</v>' },
    { inside: '<f>A1</f>' },
    { inside: '</c></row><row r="1"><c>' },
    { inside: '&b;' },
    { inside: '<![CDATA[<x>]]>' },
    { attributes: 'r="A1" t="str"', inside: '<v>x</v>' },
  ),
);
const nearlyGoodCells = fc.tuple(...GOOD.map((good) => fc.oneof({ weight: 9, arbitrary: fc.constant<TestCell>(good) }, cell)));
const xlsx = fc
  .tuple(
    fc.boolean(),
    fc.array(fc.oneof(fc.array(cell, { maxLength: 9 }), nearlyGoodCells), { maxLength: 8 }),
    fc.boolean(),
    damage,
    fc.boolean(),
  )
  .map(([isHeaded, made, isShared, hurt, isHurt]) => {
    const sheet = sheetXml(isHeaded ? [HEAD, ...made] : made);
    const more = isShared ? [{ name: 'xl/sharedStrings.xml', content: `${XML}<sst><si><t>Rina</t></si></sst>` }] : [];
    const bytes = workbookOf([{ name: 'Daftar', xml: sheet }], more);
    return isHurt ? spoil(bytes, hurt) : bytes;
  });
const json = fc
  .tuple(
    fc.array(
      fc.oneof(
        fc.dictionary(fc.oneof(word, fc.constantFrom('nama', 'status', 'x')), fc.oneof(word, fc.jsonValue({ maxDepth: 3 }))),
        nearlyGood.map((cells) => Object.fromEntries(HEAD.map((name, at) => [name, cells[at]]))),
        fc.array(fc.oneof(word, fc.jsonValue({ maxDepth: 2 })), { maxLength: 6 }),
      ),
      { maxLength: 6 },
    ),
    damage,
    fc.boolean(),
  )
  .map(([made, hurt, isHurt]) => {
    const bytes = new TextEncoder().encode(JSON.stringify(made).replace('"constructor":', '"__proto__":'));
    return isHurt ? spoil(bytes, hurt) : bytes;
  });
const anything = fc.uint8Array({ maxLength: 200 }).map((bytes) => (bytes.length % 3 === 0 ? new Uint8Array(deflateRawSync(bytes)) : bytes));

test('ten thousand files', async () => {
  const seen = { rows: 0, refused: 0 };
  await fc.assert(
    fc.asyncProperty(
      fc.oneof({ weight: 4, arbitrary: csv }, { weight: 4, arbitrary: xlsx }, { weight: 3, arbitrary: json }, anything),
      async (content) => {
        const { rows: found, refused, warned } = await importGuardedFiles({ name: 'asn', content });
        seen.rows += found.length;
        seen.refused += refused.length;
        for (const row of found) expect((row.id !== null || row.handle !== null) && row.person !== '').toBe(true);
        for (const one of [...refused, ...warned]) {
          expect(one.file).toBe('asn');
          expect(one.reason.length).toBeGreaterThan(10);
          expect(one.row === null || (Number.isInteger(one.row) && one.row >= 0)).toBe(true);
        }
        expect(found.length > 0 || refused.length > 0).toBe(true);
        expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
        expect(Object.keys(Object.prototype)).toEqual([]);
      },
    ),
    { numRuns: 10_000 },
  );
  // Most files are wrong, and enough are right: else nothing would have been tried.
  expect(seen.rows).toBeGreaterThan(500);
  expect(seen.refused).toBeGreaterThan(5000);
}, 300_000);
