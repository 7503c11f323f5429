// A log that was repaired: the new key is accepted where the log says why, and nowhere else.
import { describe, expect, test } from 'vitest';
import { createSigningKey, fingerprint } from '../../src/evidence/keys.ts';
import { seal } from '../../src/evidence/seal.ts';
import type { Recovery, SealedRecord } from '../../src/model/evidence.ts';
import { writeBundle, writeBundleBlob } from '../../src/report/bundle.ts';
import { verifyBundle } from '../../src/report/verify.ts';
import { toInput } from './sample.ts';

const AT = '2026-11-23T01:00:00.000Z';

async function recovered(change: Partial<Recovery> = {}, times = 1) {
  const input = await toInput();
  const records: SealedRecord[] = [...input.records];
  let key = input.key;
  for (let i = 0; i < times; i++) {
    const next = await createSigningKey();
    const body: Recovery = {
      recoveredAt: AT,
      why: 'wiped',
      previousKeyFingerprint: await fingerprint(key),
      keyFingerprint: await fingerprint(next),
      missing: [{ from: 8, to: 9 }],
      lostHead: 'a'.repeat(64),
      missingArtefacts: [],
      ...change,
    };
    records.push(await seal({ version: 1, type: 'recovery', body }, records.at(-1) ?? null, AT));
    key = next;
  }
  return { old: input.key, input: { ...input, records, lines: records.map(({ line }) => line), key } };
}
const keyOf = (checks: Awaited<ReturnType<typeof verifyBundle>>['checks']) => checks.find((one) => one.check === 'key');

describe('a new key after a loss', () => {
  test('holds, names both keys, and says how many records did not come back', async () => {
    const { input, old } = await recovered();
    const { blob } = await writeBundleBlob(input);
    const told = await verifyBundle(blob);
    expect(told.checks.filter(({ verdict }) => verdict !== 'pass')).toEqual([]);
    expect(told.ok).toBe(true);
    expect(told.keyFingerprint).toBe(await fingerprint(input.key));
    expect(keyOf(told.checks)?.say).toContain(await fingerprint(old));
    expect(keyOf(told.checks)?.say).toContain('nomor 8');
    expect(told.checks.find((one) => one.check === 'log')?.say).toContain('2 catatan tidak kembali');
  });

  test('twice in one log', async () => {
    const { input } = await recovered({}, 2);
    expect((await verifyBundle((await writeBundleBlob(input)).blob)).ok).toBe(true);
  });

  test('a bundle without losses says nothing of keys that changed', async () => {
    const told = await verifyBundle((await writeBundleBlob(await toInput())).blob);
    expect(told.ok).toBe(true);
    expect(keyOf(told.checks)?.say).toBe('Semua tanda tangan dan catatan menyebut kunci yang sama.');
  });

  test('no bundle is written by the old key, by a stranger’s, or without the record that names the new one', async () => {
    const { input, old } = await recovered();
    const write = (change: object) => writeBundle({ ...input, ...change });
    await expect(write({ key: old })).rejects.toThrow('key');
    await expect(write({ key: await createSigningKey() })).rejects.toThrow('key');
    await expect(write({ records: input.records.slice(0, -1) })).rejects.toThrow('record 8');
    const foreign = await recovered({ previousKeyFingerprint: 'SHA256:lain' });
    await expect(writeBundle(foreign.input)).rejects.toThrow('record 8');
  });
});
