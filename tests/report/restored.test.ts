// A log that goes on from a backup: the new key is accepted where the old one signed for it, and nowhere else.
import { describe, expect, test } from 'vitest';
import { createHeir, parseHeir } from '../../src/evidence/heir.ts';
import { createSigningKey, fingerprint } from '../../src/evidence/keys.ts';
import { seal } from '../../src/evidence/seal.ts';
import { parseStatement, signSuccession, toStatement, verifySuccession } from '../../src/evidence/succession.ts';
import { sha256 } from '../../src/lib/hash.ts';
import type { Restored } from '../../src/model/backup.ts';
import type { EvidenceRecord, SealedRecord } from '../../src/model/evidence.ts';
import { writeBundle, writeBundleBlob } from '../../src/report/bundle.ts';
import { verifyBundle } from '../../src/report/verify.ts';
import { toInput } from './sample.ts';

const AT = '2026-11-23T01:00:00.000Z';
const BACKUP = '0198f3c0-5555-7000-8000-000000000001';
const ORIGIN = 'netra/0198f3c0-0000-7000-8000-000000000001';
type Keys = { old: CryptoKeyPair; heir: CryptoKeyPair; next: CryptoKeyPair; stranger: CryptoKeyPair };
type Place = { origin: string; size: number; head: string };

/** A log that was moved once; `forge` may alter what the last record says before it is sealed. */
async function moved(forge: (body: Restored, keys: Keys, place: Place) => Promise<Partial<Restored>> | Partial<Restored> = () => ({})) {
  const input = await toInput();
  const records: SealedRecord[] = [...input.records];
  const keys: Keys = {
    old: input.key,
    heir: (await createHeir()).pair,
    next: await createSigningKey(),
    stranger: await createSigningKey(),
  };
  const add = async (record: EvidenceRecord) => records.push(await seal(record, records.at(-1) ?? null, AT));
  const last = records.at(-1) as SealedRecord;
  await add({
    version: 1,
    type: 'backup',
    body: {
      backupId: BACKUP,
      startedAt: AT,
      size: records.length,
      head: await sha256(last.line),
      heirFingerprint: await fingerprint(keys.heir),
    },
  });
  const place = { origin: ORIGIN, size: records.length, head: await sha256((records.at(-1) as SealedRecord).line) };
  const body: Restored = {
    restoredAt: AT,
    backupId: BACKUP,
    previousKeyFingerprint: await fingerprint(keys.old),
    keyFingerprint: await fingerprint(keys.next),
    steps: [await signSuccession(keys.old, keys.heir, place), await signSuccession(keys.heir, keys.next, place)],
    missingArtefacts: [],
  };
  await add({ version: 1, type: 'restored', body: { ...body, ...(await forge(body, keys, place)) } });
  return { keys, place, body, input: { ...input, records, lines: records.map(({ line }) => line), key: keys.next } };
}

describe('a key that follows another after a restore', () => {
  test('holds, and both fingerprints are told', async () => {
    const { input, keys } = await moved();
    const told = await verifyBundle((await writeBundleBlob(input)).blob);
    expect(told.checks.filter(({ verdict }) => verdict !== 'pass')).toEqual([]);
    expect(told.keyFingerprint).toBe(await fingerprint(keys.next));
    const say = told.checks.find(({ check }) => check === 'key')?.say ?? '';
    expect(say).toContain(`dari ${await fingerprint(keys.old)} ke ${await fingerprint(keys.next)}`);
    expect(say).toContain('nomor 9');
  });

  const forgeries: Record<string, Parameters<typeof moved>[0]> = {
    'an altered statement': (body) => ({
      steps: body.steps.map((one, at) => (at === 0 ? { ...one, statement: one.statement.replace('\n9\n', '\n8\n') } : one)),
    }),
    'an altered signature': (body) => ({
      steps: body.steps.map((one, at) => (at === 1 ? { ...one, signature: body.steps[0]?.signature ?? '' } : one)),
    }),
    'a stranger signing for the old key': async (body, { stranger, heir }, place) => ({
      steps: [await signSuccession(stranger, heir, place), body.steps[1] as Restored['steps'][number]],
    }),
    'a stranger naming himself as the old key': async (body, { stranger, heir }, place) => ({
      previousKeyFingerprint: await fingerprint(stranger),
      steps: [await signSuccession(stranger, heir, place), body.steps[1] as Restored['steps'][number]],
    }),
    'a stranger as the heir': async (_body, { old, stranger, next }, place) => ({
      steps: [await signSuccession(old, stranger, place), await signSuccession(stranger, next, place)],
    }),
    'another log’s statements': async (_body, { old, heir, next }, place) => {
      const other = { ...place, origin: 'netra/0198f3c0-0000-7000-8000-000000000002' };
      return { steps: [await signSuccession(old, heir, other), await signSuccession(heir, next, other)] };
    },
    'statements of another place of the log': async (_body, { old, heir, next }, place) => {
      const other = { ...place, size: 8 };
      return { steps: [await signSuccession(old, heir, other), await signSuccession(heir, next, other)] };
    },
    'statements of another history of the same length': async (_body, { old, heir, next }, place) => {
      const other = { ...place, head: 'a'.repeat(64) };
      return { steps: [await signSuccession(old, heir, other), await signSuccession(heir, next, other)] };
    },
    'the second step at another place': async (body, { heir, next }, place) => ({
      steps: [body.steps[0] as Restored['steps'][number], await signSuccession(heir, next, { ...place, size: 8 })],
    }),
    'a heir that names another key': async (body, { heir, stranger }, place) => ({
      steps: [body.steps[0] as Restored['steps'][number], await signSuccession(heir, stranger, place)],
    }),
    'the old key naming the new one without a heir': async (_body, { old, next }, place) => {
      const step = await signSuccession(old, next, place);
      return { steps: [step, step] };
    },
  };
  test.each(Object.entries(forgeries))('no bundle is written, and none verifies, with %s', async (_what, forge) => {
    const { input } = await moved(forge);
    await expect(writeBundle(input)).rejects.toThrow('record 9');
  });

  test('nor where the record of the backup, or of the restore, is kept back, or the old key signs', async () => {
    const { input, keys } = await moved();
    await expect(writeBundle({ ...input, records: input.records.filter(({ seq }) => seq !== 8) })).rejects.toThrow('record 9');
    await expect(writeBundle({ ...input, records: input.records.filter(({ seq }) => seq !== 9) })).rejects.toThrow('record 9');
    await expect(writeBundle({ ...input, key: keys.old })).rejects.toThrow('key');
    await expect(writeBundle({ ...input, key: keys.heir })).rejects.toThrow('key');
  });
});

describe('a statement', () => {
  test('reads back, and in no other spelling', async () => {
    const place = { origin: ORIGIN, size: 3, head: 'ab'.repeat(32) };
    const text = toStatement({ ...place, from: 'SHA256:a', to: 'SHA256:b' });
    expect(parseStatement(text)).toEqual({ ...place, from: 'SHA256:a', to: 'SHA256:b' });
    for (const other of [`${text}\n`, text.trimEnd(), text.replace('\n3\n', '\n03\n'), text.replace('netra-penerus-1', 'netra-penerus-2')])
      expect(parseStatement(other)).toBeNull();
  });

  test('signed for another use is none', async () => {
    const [old, next] = [await createSigningKey(), await createSigningKey()];
    const step = await signSuccession(old, next, { origin: ORIGIN, size: 3, head: 'ab'.repeat(32) });
    expect((await verifySuccession(step))?.to).toBe(await fingerprint(next));
    expect(await verifySuccession({ ...step, signature: step.signature.replace('A', 'B') })).toBeNull();
    const { signSsh } = await import('../../src/evidence/signatures.ts');
    expect(
      await verifySuccession({ ...step, signature: await signSsh(old, new TextEncoder().encode(step.statement), 'netra-bundle') }),
    ).toBeNull();
  });

  test('the heir’s private half goes out once and comes back closed, beside its own public half only', async () => {
    const { pair, pem } = await createHeir();
    const back = await parseHeir(pem, pair.publicKey);
    expect(back?.privateKey.extractable).toBe(false);
    expect(await parseHeir(pem, (await createHeir()).pair.publicKey)).toBeNull();
    expect(await parseHeir(pem.replace('A', '!'), pair.publicKey)).toBeNull();
  });
});
