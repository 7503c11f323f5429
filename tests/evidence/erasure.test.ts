import { expect, test } from 'vitest';
import { planErasure } from '../../src/evidence/erasure.ts';

const [A, B, C] = ['a', 'b', 'c'].map((letter) => letter.repeat(64)) as [string, string, string];
const hash = (n: number) => n.toString(16).padStart(64, '0');
const [BUNDLE, OTHER] = ['0198f3c0-1234-7000-8000-00000000abcd', '0198f3c0-1234-7000-8000-00000000abce'];

let log: { seq: number; canonical: string | null }[] = [];
const add = (type: string, body: Record<string, unknown>) =>
  log.push({ seq: log.length, canonical: JSON.stringify({ body, type, version: 1 }) });
const capture = (findingId: string, ...hashes: string[]) =>
  add('capture', { findingId, artefacts: hashes.map((one) => ({ hash: one, role: 'crop' })) });
function begin(): void {
  log = [];
  add('genesis', { logId: BUNDLE });
}

test('every record of the finding goes, whatever its kind, also one that this version does not know; others stay', () => {
  begin();
  capture(A, hash(1), hash(2));
  capture(B, hash(3));
  for (const type of ['decision', 'known', 'note', 'recheck', 'hold', 'from-a-later-version']) add(type, { findingId: A, state: 'lifted' });
  add('decision', { findingId: B });
  expect(planErasure(log, [A])).toEqual({
    seqs: [1, 3, 4, 5, 6, 7, 8],
    hashes: [hash(1), hash(2)],
    sharedHashes: [],
    bundleIds: [],
    held: [],
  });
});

test('a picture that another finding names stays; once that one goes too, it goes', () => {
  begin();
  capture(A, hash(1), hash(2));
  capture(B, hash(2));
  expect(planErasure(log, [A])).toMatchObject({ hashes: [hash(1)], sharedHashes: [hash(2)] });
  expect(planErasure(log, [A, B])).toMatchObject({ hashes: [hash(1), hash(2)], sharedHashes: [], seqs: [1, 2] });
});

test('a handover goes with the last finding that it names, and its bundle is told both times', () => {
  begin();
  capture(A, hash(1));
  capture(B, hash(2));
  add('handover', { bundleId: BUNDLE, findingIds: [A, B] });
  add('handover', { bundleId: OTHER, findingIds: [A] });
  expect(planErasure(log, [A])).toMatchObject({ seqs: [1, 4], bundleIds: [BUNDLE, OTHER] });
  expect(planErasure(log, [A, B])).toMatchObject({ seqs: [1, 2, 3, 4], bundleIds: [BUNDLE, OTHER] });
  // B goes later: A's content is gone by then, and nothing else holds the handover.
  const later = log.map((one) => (one.seq === 1 || one.seq === 4 ? { ...one, canonical: null } : one));
  expect(planErasure(later, [B])).toMatchObject({ seqs: [2, 3], bundleIds: [BUNDLE] });
  expect(planErasure(log, [C])).toMatchObject({ seqs: [], bundleIds: [] });
});

test('the last word on a hold counts', () => {
  begin();
  capture(A, hash(1));
  add('hold', { findingId: A, state: 'set' });
  expect(planErasure(log, [A]).held).toEqual([A]);
  expect(planErasure(log, [B]).held).toEqual([]);
  add('hold', { findingId: A, state: 'lifted' });
  expect(planErasure(log, [A]).held).toEqual([]);
  add('hold', { findingId: A, state: 'set' });
  expect(planErasure(log, [A, B]).held).toEqual([A]);
});

test('the first record never goes; what is damaged goes with the finding that it still names', () => {
  begin();
  log[0] = { seq: 0, canonical: JSON.stringify({ type: 'genesis', body: { findingId: A } }) };
  log.push({ seq: 1, canonical: `{"artefacts":[{"hash":"${hash(9)}"}],"findingId":"${A}","text":"Siti` });
  log.push({ seq: 2, canonical: null }, { seq: 3, canonical: '{"type":"x","body":null}' }, { seq: 4, canonical: `{"findingId":"${B}"` });
  expect(planErasure(log, [A])).toMatchObject({ seqs: [1], hashes: [hash(9)] });
});
