import { expect, test } from 'vitest';
import { type Anchor, parseAnchor } from '../../src/store/anchor.ts';
import { type FoundDatabase, type FoundJournal, judgeStores } from '../../src/store/startup.ts';

const hash = (seq: number, branch = 'a') => `${branch}${seq}`.padStart(64, '0');
const head = (seq: number, branch = 'a') => (seq < 0 ? null : { seq, hash: hash(seq, branch) });
type Open = Extract<FoundDatabase, { state: 'open' }>;
const database = (seq: number, given: Partial<Open> & { branch?: string } = {}): FoundDatabase => ({
  state: 'open',
  generation: 'g',
  session: 3,
  head: head(seq, given.branch),
  count: seq + 1,
  hasKey: true,
  hashAt: async (at) => (at <= seq ? hash(at, given.branch) : null),
  ...given,
});
const journal = (seq: number, together = 1, given: object = {}): FoundJournal => {
  const end = head(seq);
  return { state: 'open', version: 1, generation: 'g', head: end === null ? null : { ...end, together }, cut: 0, ...given };
};
const anchor = (seq: number, given: Partial<Anchor> = {}): Anchor => ({
  version: 1,
  generation: 'g',
  session: 3,
  head: head(seq),
  ...given,
});
const EMPTY = database(-1, { generation: null, session: 0, hasKey: false });
const NO_JOURNAL = journal(-1, 1, { generation: null });

const CASES: [string, Anchor | null, FoundDatabase, FoundJournal, string, object?][] = [
  ['a new computer', null, EMPTY, NO_JOURNAL, 'fresh'],
  ['installed, nothing kept yet', anchor(-1), database(-1, { hasKey: false }), journal(-1), 'fresh'],
  ['all three agree', anchor(9), database(9), journal(9), 'sound', { heal: null, missing: null }],
  ['the anchor lags behind', anchor(4), database(9), journal(9), 'sound', { heal: null }],
  ['the anchor is gone', null, database(9), journal(9), 'sound', { heal: null }],
  ['one append reached the journal alone', anchor(9), database(9), journal(11, 2), 'sound', { heal: 'adopt' }],
  ['the first append reached the journal alone', anchor(-1), database(-1, { hasKey: true }), journal(1, 2), 'sound', { heal: 'adopt' }],
  ['the journal is behind', anchor(9), database(9), journal(7), 'sound', { heal: 'copy' }],
  ['the journal is gone', anchor(9), database(9), NO_JOURNAL, 'sound', { heal: 'begin' }],
  ['the journal cannot be read', anchor(9), database(9), { state: 'unreadable' }, 'sound', { heal: null }],
  ['the database is empty, all else is there', anchor(9), EMPTY, journal(9), 'wiped', { missing: null }],
  ['the database is empty and the anchor is gone', null, EMPTY, journal(9), 'wiped', { missing: null }],
  ['database and journal are gone', anchor(9), EMPTY, NO_JOURNAL, 'wiped', { missing: { from: 0, to: 9 } }],
  ['database gone, the journal shorter', anchor(9), EMPTY, journal(5), 'wiped', { missing: { from: 6, to: 9 } }],
  ['the end is gone', anchor(9), database(5), journal(9), 'cut', { missing: null }],
  ['the end is gone and the anchor lags behind', anchor(4), database(5), journal(9), 'cut'],
  ['the end is gone everywhere', anchor(9), database(5), journal(7), 'cut', { missing: { from: 8, to: 9 } }],
  ['the middle is gone', anchor(9), database(9, { count: 8 }), journal(9), 'cut'],
  ['an older database', anchor(9), database(5, { session: 2 }), journal(9), 'rolled-back', { missing: null }],
  ['an older database and journal', anchor(9), database(5, { session: 2 }), journal(5), 'rolled-back', { missing: { from: 6, to: 9 } }],
  ['other records than the acknowledged ones', anchor(9), database(9, { branch: 'b' }), journal(9), 'forked'],
  ['other records than the journal’s', null, database(9, { branch: 'b' }), journal(9), 'forked'],
  ['another store’s database', anchor(9), database(9, { generation: 'h' }), journal(9), 'forked'],
  ['another store’s journal', null, database(9), journal(9, 1, { generation: 'h' }), 'forked'],
  ['the key is gone', anchor(9), database(9, { hasKey: false }), journal(9), 'key-lost'],
  ['the database does not open', anchor(9), { state: 'unopenable' }, journal(9), 'unopenable', { missing: null }],
  [
    'the database does not open, the journal is shorter',
    anchor(9),
    { state: 'unopenable' },
    journal(7),
    'unopenable',
    { missing: { from: 8, to: 9 } },
  ],
  ['a later version’s database', anchor(9), { state: 'newer' }, journal(9), 'newer'],
  ['a later version’s journal', anchor(9), database(9), journal(-1, 1, { version: 2 }), 'newer'],
  ['a later version’s anchor', anchor(9, { version: 2 }), database(9), journal(9), 'newer'],
];

test.each(CASES)('%s', async (_name, kept, found, copy, condition, rest = {}) => {
  expect(await judgeStores(kept, found, copy)).toMatchObject({ condition, ...rest });
});

test('an anchor is believed only where it is one', () => {
  expect(parseAnchor(anchor(3))).toEqual(anchor(3));
  expect(parseAnchor(anchor(-1))).toEqual(anchor(-1));
  for (const bad of [
    undefined,
    null,
    3,
    {},
    { ...anchor(3), head: { seq: -1, hash: hash(1) } },
    { ...anchor(3), session: 'x' },
    { ...anchor(3), head: {} },
  ])
    expect(parseAnchor(bad)).toBeNull();
});
