// Speed only: the same is asked of real browsers where it matters most.
import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { publicKeyPem } from '../../src/evidence/keys.ts';
import { KeyLost, openEvidence } from '../../src/store/evidence.ts';
import type { EvidenceFormat } from '../../src/store/guard.ts';
import { AT, appendCapture, expectSound, type Failure, failAt, findingIdOf, format, makeCapture, newName, openStore } from './sample.ts';

describe('append and read', () => {
  test('an empty store', async () => {
    const { store } = openStore(newName());
    expect([await store.head(), await store.lines(), await store.findings(), await store.blob('0'.repeat(64))]).toEqual([
      null,
      [],
      [],
      null,
    ]);
    expect(await store.finding(findingIdOf(1))).toBeNull();
    expect(await store.records([0, 1])).toEqual([]);
  });

  test('the first append writes the genesis before it, and gives back only its own lines', async () => {
    const name = newName();
    const { store } = openStore(name);
    expect((await appendCapture(store, 1)).map(({ seq }) => seq)).toEqual([1]);
    expect((await appendCapture(store, 2)).map(({ seq }) => seq)).toEqual([2]);
    expect((await store.head())?.seq).toBe(2);
    expect((await store.lines()).map(({ seq }) => seq)).toEqual([0, 1, 2]);
    expect((await store.records([2, 9, 1])).map(({ seq }) => seq)).toEqual([2, 1]);
    await expectSound(name);
  });

  test('a finding learns the numbers of its captures', async () => {
    const name = newName();
    const { store } = openStore(name);
    await appendCapture(store, 1);
    await appendCapture(store, 2);
    await appendCapture(store, 3, findingIdOf(1));
    expect((await store.finding(findingIdOf(1)))?.captures).toEqual([1, 3]);
    await expectSound(name);
  });

  test('several records in one append follow each other', async () => {
    const name = newName();
    const { store } = openStore(name);
    const one = await makeCapture(1, null);
    const two = await makeCapture(2, null);
    const findings = [...one.findings, ...two.findings.map((finding) => ({ ...finding, captures: [-2] }))];
    const own = await store.append([...one.records, ...two.records], [...one.blobs, ...two.blobs], findings, AT);
    expect(own.map(({ seq }) => seq)).toEqual([1, 2]);
    expect((await store.finding(findingIdOf(2)))?.captures).toEqual([2]);
    await expectSound(name);
  });

  test('bytes come back as they went in, also when two captures share them', async () => {
    const name = newName();
    const { store } = openStore(name);
    const { records, blobs, findings } = await makeCapture(1, null);
    await store.append(records, blobs, findings, AT);
    await store.append(records, blobs, [{ ...findings[0], captures: [1, -1] } as (typeof findings)[0]], AT);
    for (const { hash, bytes } of blobs) expect(await store.blob(hash)).toEqual(bytes);
    await expectSound(name);
  });

  test('a record that does not fit the model is not written', async () => {
    const name = newName();
    const { store } = openStore(name);
    const { records, blobs, findings } = await makeCapture(1, null);
    const bad = { ...records[0], body: { ...records[0]?.body, visibleShare: 7 } } as (typeof records)[0];
    await expect(store.append([bad], blobs, findings, AT)).rejects.toThrow();
    expect(await expectSound(name)).toEqual([]);
    await expect(store.append([{ version: 1, type: 'genesis', body: {} } as never], [], [], AT)).rejects.toThrow();
    expect(await expectSound(name)).toEqual([]);
  });

  test('a log whose key is gone gets no other one', async () => {
    const { store, db } = openStore(newName());
    await appendCapture(store, 1);
    await db.keys.clear();
    await expect(store.signingKey()).rejects.toBeInstanceOf(KeyLost);
    // What is kept stays readable, and can be added to: only signing needs the key.
    await appendCapture(store, 2);
    expect((await store.lines()).length).toBe(3);
  });

  test('the signing key is made once and stays', async () => {
    const name = newName();
    const [first, second] = [openStore(name), openStore(name)];
    const pems = await Promise.all([first, second, first].map(async ({ store }) => publicKeyPem(await store.signingKey())));
    pems.push(await publicKeyPem(await openStore(name).store.signingKey()));
    expect(new Set(pems).size).toBe(1);
  });
});

describe('two appenders', () => {
  /** The first time this store seals (or begins a log), something else happens before. */
  const interrupted = (step: 'seal' | 'genesis', meanwhile: () => Promise<unknown>): EvidenceFormat => {
    let isFirst = true;
    const once = async () => {
      if (!isFirst) return;
      isFirst = false;
      await meanwhile();
    };
    return {
      ...format,
      seal: async (...given) => {
        if (step === 'seal') await once();
        return format.seal(...given);
      },
      genesis: async (...given) => {
        if (step === 'genesis') await once();
        return format.genesis(...given);
      },
    };
  };

  test('the head moves between sealing and writing: sealed anew on the new head', async () => {
    const name = newName();
    const other = openStore(name);
    await appendCapture(other.store, 1);
    const { store } = openStore(
      name,
      interrupted('seal', () => appendCapture(other.store, 2)),
    );
    const own = await appendCapture(store, 3);
    expect(own.map(({ seq }) => seq)).toEqual([3]);
    expect(await expectSound(name)).toHaveLength(4);
  });

  test('both begin the log: one genesis, one key', async () => {
    for (const step of ['seal', 'genesis'] as const) {
      const name = newName();
      const other = openStore(name);
      const { store } = openStore(
        name,
        interrupted(step, () => appendCapture(other.store, 1)),
      );
      expect((await appendCapture(store, 2)).map(({ seq }) => seq)).toEqual([2]);
      expect(await expectSound(name)).toHaveLength(3);
    }
  });

  test('many at once from two connections: every one is there, once', async () => {
    const name = newName();
    const [first, second] = [openStore(name), openStore(name)];
    const own = await Promise.all(Array.from({ length: 12 }, (_, n) => appendCapture(n % 2 === 0 ? first.store : second.store, n)));
    expect(own.map(([line]) => line?.seq).sort((a, b) => (a ?? 0) - (b ?? 0))).toEqual(Array.from({ length: 12 }, (_, n) => n + 1));
    expect(await expectSound(name)).toHaveLength(13);
  });
});

describe.each(['refuse', 'abort'] satisfies Failure[])('storage that fails (%s)', (how) => {
  test.each(['an empty log', 'a log with captures'])('on %s: the old or the new, never half', async (start) => {
    let failures = 0;
    for (let nth = 1; ; nth++) {
      const name = newName();
      if (start !== 'an empty log') {
        const { db, store } = openStore(name);
        await appendCapture(store, 1);
        await appendCapture(store, 2);
        db.close();
      }
      const before = await expectSound(name);
      const { db, store } = openStore(name);
      const { records, blobs, findings } = await makeCapture(3, null);
      const counter = failAt(db, nth, how);
      const outcome = await store.append(records, blobs, findings, AT).then(
        (own) => own.map(({ seq }) => seq),
        () => 'refused' as const,
      );
      const isOver = counter.calls() < nth;
      db.close();
      const after = await expectSound(name);
      // What was promised is there; what was refused is not.
      if (outcome === 'refused') expect(after, `call ${nth}`).toEqual(before);
      else expect(after.map(({ seq }) => seq).slice(-1), `call ${nth}`).toEqual(outcome);
      expect(after.slice(0, before.length)).toEqual(before);
      if (outcome === 'refused') {
        failures++;
        const healed = openStore(name);
        await appendCapture(healed.store, 3);
        healed.db.close();
        expect((await expectSound(name)).length).toBe(Math.max(1, before.length) + 1);
      }
      if (isOver) break;
      expect(nth).toBeLessThan(30);
    }
    expect(failures).toBeGreaterThanOrEqual(4);
  });
});

test('a key that could not be kept begins no log', async () => {
  const name = newName();
  const { db, store } = openStore(name);
  db.keys.hook('creating', () => {
    throw new DOMException('penyimpanan penuh', 'QuotaExceededError');
  });
  await expect(store.signingKey()).rejects.toThrow();
  await expect(appendCapture(store, 1)).rejects.toThrow();
  db.close();
  expect(await expectSound(name)).toEqual([]);
});

test('an image that the database lost is read from the second copy', async () => {
  const name = newName();
  const { db, store } = openStore(name);
  await appendCapture(store, 1);
  const [hash = ''] = (await db.blobs.toCollection().primaryKeys()) as string[];
  const bytes = await store.blob(hash);
  const kept = (await db.blobs.get(hash)) ?? null;
  await db.blobs.delete(hash);
  expect(await store.blob(hash)).toBeNull();
  const asked: string[] = [];
  const reading = openEvidence(db, format, {
    secondCopy: async (one) => {
      asked.push(one);
      return kept;
    },
  });
  expect(await reading.blob(hash)).toEqual(bytes);
  expect(asked).toEqual([hash]);
  await expect(reading.append([], [], [], AT)).rejects.toMatchObject({ refusal: 'storage' });
});
