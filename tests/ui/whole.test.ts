// A file of another kind is the wrong file, and is told in the same words wherever it was chosen.
import { expect, test } from 'vitest';
import { verifyBundle } from '../../src/report/verify.ts';
import { isEvidence, wholeKey } from '../../src/ui/verify/whole.ts';

test('something that is no evidence file is not called a forged one', async () => {
  const checked = await verifyBundle(new Blob(['a letter']));
  expect(isEvidence(checked)).toBe(false);
  expect(wholeKey(checked)).toBe('verify.notOurs');
  expect(wholeKey({ ...checked, bundleId: '0198f3c0-1234-7000-8000-000000000001' })).toBe('verify.bad');
  expect(wholeKey({ ...checked, ok: true })).toBe('verify.ok');
});
