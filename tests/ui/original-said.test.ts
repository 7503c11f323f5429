// Of a picture in which nothing had to be covered nobody says that the original is gone: it is the original.
import { expect, test } from 'vitest';
import type { Artefact, Capture } from '../../src/model/capture.ts';
import { originalKey } from '../../src/ui/review/original-said.ts';

const file = (role: Artefact['role'], hash: string): Artefact => ({ role, hash }) as Artefact;
const capture = (artefacts: Artefact[], notKept: Artefact[] = []) => ({ artefacts, notKept }) as unknown as Capture;
const covered = file('redacted', 'a');

test('nothing covered: it is the original, kept twice or not', () => {
  expect(originalKey(capture([covered], [file('crop', 'a')]), covered)).toBe('shot.isOriginal');
  expect(originalKey(capture([covered, file('crop', 'a')]), covered)).toBe('shot.isOriginal');
});

test('somebody covered: the original is kept, or it is not', () => {
  expect(originalKey(capture([covered, file('crop', 'b')]), covered)).toBe('shot.kept');
  expect(originalKey(capture([covered], [file('crop', 'b')]), covered)).toBe('shot.notKept');
});

test('covered only later: the picture of before is the original, and is still kept', () => {
  expect(originalKey(capture([covered], [file('crop', 'a')]), file('redacted', 'c'))).toBe('shot.kept');
  expect(originalKey(capture([covered], [file('crop', 'b')]), file('redacted', 'c'))).toBe('shot.notKept');
});
