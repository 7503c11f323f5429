import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { regionSchema } from '../../src/model/registry.ts';
import { ABOUT, LINES } from '../../src/regions/data.ts';
import { loadRegions, toRegions } from '../../src/regions/regions.ts';

const regions = toRegions(LINES);
const file = readFileSync(join(import.meta.dirname, '../../src/regions/data.ts'), 'utf8');
const found = (words: string, limit = 5) => regions.search(words, limit).map(({ code, name }) => `${code} ${name}`);
const codes = LINES.flatMap((line) => {
  const [province = '', ...rest] = line.split(';');
  const of = province.slice(0, 2);
  return [
    of,
    ...rest.flatMap((one) =>
      one.split(':').map((part, at, all) => (at === 0 ? `${of}.${part.slice(0, 2)}` : `${of}.${all[0]?.slice(0, 2)}.${part.slice(0, 2)}`)),
    ),
  ];
});

test('as many as the decree of 2025 counts', () => {
  expect(regions.counts).toEqual({ province: 38, regency: 514, district: 7285 });
  expect(codes).toHaveLength(38 + 514 + 7285);
  expect(new Set(codes).size).toBe(codes.length);
  const names = codes.filter((code) => code.length === 5).map((code) => regions.find(code)?.name ?? '');
  expect(names.filter((name) => name.startsWith('Kabupaten '))).toHaveLength(416);
  expect(names.filter((name) => name.startsWith('Kota '))).toHaveLength(98);
});

test('the codes are those of the ministry of home affairs: cities from 71, Papua from 91 to 96', () => {
  for (const code of codes.filter((one) => one.length === 5))
    expect(Number(code.slice(3)) >= 71, code).toBe((regions.find(code)?.name ?? '').startsWith('Kota '));
  expect(['91', '92', '93', '94', '95', '96'].map((code) => regions.find(code)?.name)).toEqual([
    'Papua',
    'Papua Barat',
    'Papua Selatan',
    'Papua Tengah',
    'Papua Pegunungan',
    'Papua Barat Daya',
  ]);
  expect(regions.find('97')).toBeNull();
});

test('every region is one that the model takes, and names its parents', () => {
  for (const code of codes) {
    const one = regions.find(code);
    if (one === null) throw new Error(code);
    const { level: _level, parents, ...region } = one;
    regionSchema.parse(region);
    expect(parents.map((parent) => parent.code)).toEqual(
      code.length === 2 ? [] : code.length === 5 ? [code.slice(0, 2)] : [code.slice(0, 5), code.slice(0, 2)],
    );
  }
  expect(regions.find('32.02')).toMatchObject({
    name: 'Kabupaten Sukabumi',
    level: 'regency',
    parents: [{ code: '32', name: 'Jawa Barat', scheme: 'kemendagri' }],
  });
});

test.each([
  ['kab sukab', '32.02 Kabupaten Sukabumi'],
  ['sukabumi kota', '32.72 Kota Sukabumi'],
  ['kota bengkulu', '17.71 Kota Bengkulu'],
  ['jawa barat', '32 Jawa Barat'],
  ['BOGOR', '32.01 Kabupaten Bogor'],
  ['sukabumi', '32.02 Kabupaten Sukabumi'],
  ['kabupaten nias utara', '12.24 Kabupaten Nias Utara'],
  ['nias sumatera utara', '12.04 Kabupaten Nias'],
  ['raas', '35.29.22 Ra"as'],
  ['32.02', '32.02 Kabupaten Sukabumi'],
])('“%s” finds first %s', (words, first) => {
  expect(found(words)[0]).toBe(first);
});

test('a district is found by its own name together with its parents', () => {
  expect(found('kec cisaat sukabumi')).toEqual(['32.02.29 Cisaat']);
  expect(regions.search('cisaat', 20).every(({ name }) => name.includes('Cisaat'))).toBe(true);
  expect(found('sukabumi jawa timur')).toEqual([]);
});

test('a parent’s name alone does not bring all its children', () => {
  const all = regions.search('jawa barat', 10_000).map(({ name }) => name);
  expect(all.length).toBeLessThan(400);
  expect(all.filter((name) => !/jawa|barat/i.test(name))).toEqual([]);
});

test('nothing is found where nothing is asked, or nothing fits', () => {
  expect(['', '   ', '.', 'zzzz', '99'].map((words) => found(words))).toEqual([[], [], [], [], []]);
});

test('whatever is typed: no error, never more than asked for, each fitting', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string(), fc.constantFrom('kab', 'a', '3', '32.', 'kota k')),
      fc.integer({ min: 0, max: 30 }),
      (words, limit) => {
        const list = regions.search(words, limit);
        expect(list.length).toBeLessThanOrEqual(limit);
        expect(new Set(list.map(({ code }) => code)).size).toBe(list.length);
      },
    ),
  );
});

test('every regency is the first to be found under its own full name and province', () => {
  for (const code of codes.filter((one) => one.length === 5)) {
    const one = regions.find(code);
    expect(regions.search(`${one?.name} ${one?.parents[0]?.name}`, 1)[0]?.code, one?.name).toBe(code);
  }
});

test('the data say what they are and under which licence, and stay small', async () => {
  expect(ABOUT).toMatchObject({ scheme: 'kemendagri', licence: 'ODbL-1.0' });
  expect(file).toContain('Open Database License');
  expect(gzipSync(file).length).toBeLessThan(150_000);
  expect((await loadRegions()).counts.province).toBe(38);
  expect(loadRegions()).toBe(loadRegions());
});
