// Each file of a capture is told once, and only what was changed is told as changed.
import { expect, test } from 'vitest';
import { filesOf, originalRole, unchangedIn } from '../../src/model/artefacts-in.ts';
import type { Artefact } from '../../src/model/capture.ts';

const file = (role: Artefact['role'], hash: string): Artefact => ({
  role,
  hash: hash.repeat(64),
  bytes: 1,
  mediaType: 'text/html',
  width: null,
  height: null,
  madeFrom: null,
});
const kept = [file('redacted', 'c'), file('redacted-source', 'a'), file('redacted-copy', 'e')];
const originals = [file('screenshot', '1'), file('crop', 'b'), file('source', 'a'), file('copy', 'd')];

test.each([
  ['not kept', { artefacts: kept, notKept: originals }],
  ['kept', { artefacts: [...originals, ...kept] }],
])('an original that nothing had to be replaced in is told once: %s', (_, capture) => {
  expect([...unchangedIn(capture)]).toEqual(['a'.repeat(64)]);
  expect(
    filesOf(capture)
      .map(({ role }) => role)
      .sort(),
  ).toEqual(['copy', 'crop', 'redacted', 'redacted-copy', 'redacted-source', 'screenshot']);
});

test('where everything was changed all files are told', () => {
  const capture = { artefacts: kept.filter(({ role }) => role !== 'redacted-source'), notKept: originals };
  expect(unchangedIn(capture).size).toBe(0);
  expect(filesOf(capture).length).toBe(6);
});

test('an unchanged file goes by the name of its original', () => {
  expect((['redacted', 'redacted-source', 'redacted-copy', 'screenshot'] as const).map(originalRole)).toEqual([
    'crop',
    'source',
    'copy',
    'screenshot',
  ]);
});
