// Invented names. "same": a person could write the one as the other; "other": two people, or too little to be put before a monitor.
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareNames, isSlip } from '../../../src/match/names/compare-names.ts';
import { nameKeys } from '../../../src/match/names/name-keys.ts';
import { parseName } from '../../../src/match/names/parse-name.ts';
import { nameReasonSchema } from '../../../src/model/link.ts';

const pairs = readFileSync(new URL('pairs.csv', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => {
    const [, list = '', profile = '', label = '', about = ''] = /^"([^"]*)","([^"]*)",(same|other),(.+)$/.exec(line) ?? [];
    return { list, profile, isSame: label === 'same', about };
  });
const FLOOR = { precision: 0.95, recall: 0.9 };

test('at least 200 labelled pairs: precision and recall of the proposals', () => {
  expect(pairs.length).toBeGreaterThanOrEqual(200);
  expect(pairs.filter(({ list }) => list === '')).toEqual([]);
  expect(new Set(pairs.map(({ list, profile }) => `${list}|${profile}`)).size).toBe(pairs.length);
  const judged = pairs.map((pair) => ({ ...pair, ...compareNames(pair.list, pair.profile) }));
  const proposed = judged.filter(({ band }) => band !== null);
  const right = proposed.filter(({ isSame }) => isSame).length;
  const precision = right / proposed.length;
  const recall = right / pairs.filter(({ isSame }) => isSame).length;
  const told = (one: (typeof judged)[number]) => `  ${one.list} | ${one.profile} (${one.about})`;
  const bands = (['strong', 'medium', 'weak'] as const).map((band) => {
    const all = proposed.filter((one) => one.band === band);
    return `${band} ${all.filter(({ isSame }) => isSame).length}/${all.length}`;
  });
  console.log(
    [
      `${pairs.length} pairs: precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}; right of proposed: ${bands.join(', ')}; confirmed by names alone: 0`,
      'proposed and another person:',
      ...proposed.filter(({ isSame }) => !isSame).map(told),
      'the same and not proposed:',
      ...judged.filter(({ isSame, band }) => isSame && band === null).map(told),
    ].join('\n'),
  );
  expect(precision).toBeGreaterThanOrEqual(FLOOR.precision);
  expect(recall).toBeGreaterThanOrEqual(FLOOR.recall);
});

test('what is proposed can also be found by the keys of names', () => {
  const lost = pairs.filter(({ list, profile, isSame }) => {
    const keys = new Set(nameKeys(list));
    return isSame && compareNames(list, profile).band !== null && !nameKeys(profile).some((key) => keys.has(key));
  });
  expect(lost.map(({ list, profile }) => `${list} | ${profile}`).filter((one) => !KNOWN_LOST.has(one))).toEqual([]);
});
/** A letter is no key, and a slip is in the key where only two parts are there. */
const KNOWN_LOST = new Set([
  'T. Hutasoit | Togar Hutasoit',
  'Siti Zulaikha | Siti Zulaiha',
  'Kurniawan Djojonegoro | Kurnawan Joyonegoro',
  'Hidayatullah Marabessy | Hidyatullah Marabessy',
]);

test.each([
  ['Prof. Dr. Ir. H. Slamet Wirakarta, S.Pd., M.Si., Ph.D.', 'slamet wirakarta'],
  ['SLAMET WIRAKARTA SE MM', 'slamet wirakarta'],
  ['Drs.H.Slamet Wirakarta', 'slamet wirakarta'],
  ['drg Slamet Wirakarta Sp.KG(K)', 'slamet wirakarta'],
  ['Andi Wirakarta', 'andi wirakarta'],
  ['Dr. H. Ahmad', 'ahmad'],
  ['H.', 'h'],
  ['Ahmad H. Wirakarta', 'ahmad h wirakarta'],
  ['Ma', 'ma'],
  ['Slamet Ma', 'slamet ma'],
  ['Soeharto Djojo', 'suharto joyo'],
  ['Tanjung Pandji', 'tanjung panji'],
  ['', ''],
  ['🌸 88', ''],
])('%s is taken apart', (written, parts) => {
  expect(
    parseName(written)
      .parts.map(({ plain }) => plain)
      .join(' '),
  ).toBe(parts);
});

test('reasons name what was taken off, what agrees and what stands on one side only', () => {
  expect(compareNames('Hj. Rina Kartikaningtyas Putri, S.Pd.', 'Rina Kartikaningtyas')).toEqual({
    band: 'weak',
    reasons: [
      { kind: 'titles', side: 'list', removed: ['Hj.', 'S.Pd.'] },
      { kind: 'agrees', list: 'Rina', profile: 'Rina', how: 'same', rarity: 'common' },
      { kind: 'agrees', list: 'Kartikaningtyas', profile: 'Kartikaningtyas', how: 'same', rarity: 'rare' },
      { kind: 'only', side: 'list', part: 'Putri', rarity: 'common' },
    ],
  });
  expect(compareNames('Siti Aminah', 'Siti Aisyah').band).toBeNull();
  expect(compareNames('H. Nurul Falakh', 'Hj. Nurul Falakh').reasons).toContainEqual({ kind: 'sex' });
});

test('a slip is one inner letter too many or two changed round, in long parts only', () => {
  expect(isSlip('kurniawan', 'kurnawan')).toBe(true);
  expect(isSlip('kurniawan', 'kurinawan')).toBe(true);
  for (const [a, b] of [
    ['sudarmo', 'sudarmi'],
    ['haryanto', 'heryanto'],
    ['wahyudi', 'wahyudin'],
    ['sudarman', 'udarman'],
    ['hasan', 'hasna'],
    ['kurniawan', 'kurniawan'],
  ] as const)
    expect([a, b, isSlip(a, b)]).toEqual([a, b, false]);
});

const anyName = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc
    .array(fc.constantFrom(...pairs.flatMap(({ list, profile }) => [list, profile]).flatMap((name) => name.split(' '))), { maxLength: 8 })
    .map((words) => words.join(' ')),
);

test('whatever is compared: reasons fit the model, both orders come to one band', () => {
  fc.assert(
    fc.property(anyName, anyName, (a, b) => {
      const { band, reasons } = compareNames(a, b);
      for (const reason of reasons) nameReasonSchema.parse(reason);
      expect(compareNames(b, a).band).toBe(band);
      expect(reasons.length).toBeLessThanOrEqual(60);
      for (const key of nameKeys(a)) expect(key).toMatch(/^name:\S+$/);
    }),
    { numRuns: 3000 },
  );
});

test('titles and degrees change nothing in what is proposed', () => {
  const plain = pairs.filter(({ list, profile }) => parseName(list).titles.length + parseName(profile).titles.length === 0);
  expect(plain.length).toBeGreaterThan(100);
  for (const { list, profile } of plain)
    expect([list, compareNames(`Prof. Dr. ${list}, S.Pd., M.Si.`, profile).band]).toEqual([list, compareNames(list, profile).band]);
});

test('whoever knows one part of a longer name has no key to the person', () => {
  const whole = nameKeys('Rina Kartikaningtyas Putri');
  for (const part of ['Rina', 'Kartikaningtyas', 'Putri', 'R. Kartikaningtyas', 'Rina K.'])
    for (const key of nameKeys(part)) expect(whole).not.toContain(key);
  expect(nameKeys('Putri Rina')).toEqual(expect.arrayContaining([expect.stringMatching(/\+/)]));
  expect(whole).toContain(nameKeys('Putri Rina')[0]);
  expect(nameKeys('Muhammad Siti Ridwan')).not.toContain(nameKeys('Muhammad Siti')[0]);
  expect(
    nameKeys(Array.from({ length: 40 }, (_, at) => `Kata${'abcdefghijklmnopqrstuvwxyz'[at % 26]}${'aiueo'[at % 5]}`).join(' ')).length,
  ).toBeLessThan(20);
});
