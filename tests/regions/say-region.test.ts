// A region in one line: which level it is of, and what it lies in.
import { expect, test } from 'vitest';
import { LINES } from '../../src/regions/data.ts';
import { toRegions } from '../../src/regions/regions.ts';
import { isWholeName, sayRegion } from '../../src/regions/say-region.ts';

const regions = toRegions(LINES);
const said = (code: string) => {
  const found = regions.find(code);
  return found === null ? null : sayRegion(found, found.parents);
};

test.each([
  ['32', 'Prov. Jawa Barat'],
  ['32.02', 'Kab. Sukabumi, Prov. Jawa Barat'],
  ['32.72', 'Kota Sukabumi, Prov. Jawa Barat'],
  ['32.02.29', 'Kec. Cisaat, Kab. Sukabumi, Prov. Jawa Barat'],
  ['34.04.13', 'Kec. Sleman, Kab. Sleman, Prov. Daerah Istimewa Yogyakarta'],
])('%s: %s', (code, text) => expect(said(code)).toBe(text));

test('no two regions are said alike', () => {
  const all = LINES.flatMap((line) => {
    const [province = '', ...rest] = line.split(';');
    const of = province.slice(0, 2);
    return [
      of,
      ...rest.flatMap((one) =>
        one
          .split(':')
          .map((part, at, parts) => (at === 0 ? `${of}.${part.slice(0, 2)}` : `${of}.${parts[0]?.slice(0, 2)}.${part.slice(0, 2)}`)),
      ),
    ];
  });
  const texts = all.map((code) => said(code) ?? '');
  // Some regencies have two districts of one name: their codes tell them apart.
  const twice = texts.filter((text, at) => texts.indexOf(text) !== at);
  expect(twice.filter((text) => !text.startsWith('Kec. '))).toEqual([]);
  expect(twice.length).toBeLessThan(10);
  expect(Math.max(...texts.map((text) => text.length))).toBeLessThanOrEqual(200);
});

test('without its parents a district is still told from its regency; what is whole is not said twice', () => {
  const sleman = { scheme: 'kemendagri' as const, code: '34.04.13', name: 'Sleman' };
  expect([isWholeName(sleman), sayRegion(sleman)]).toEqual([false, 'Kec. Sleman']);
  const whole = { ...sleman, name: 'Kec. Sleman, Kab. Sleman, Prov. Daerah Istimewa Yogyakarta' };
  expect([isWholeName(whole), sayRegion(whole)]).toEqual([true, whole.name]);
  expect(isWholeName({ scheme: 'kemendagri', code: '34.04', name: 'Kabupaten Sleman' })).toBe(true);
});
