// Trusted time over a log: whom is asked, what of their answers is kept, and what is remembered of those who did not answer.
import { writeFileSync } from 'node:fs';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { parseBase64, toBase64 } from '../../src/evidence/bytes.ts';
import { toCheckpoint } from '../../src/evidence/checkpoint.ts';
import { openRecord, seal } from '../../src/evidence/seal.ts';
import { checkStamp } from '../../src/evidence/stamp.ts';
import { keepStamps, type Sent, type StampSaid } from '../../src/flow/stamp.ts';
import { sha256 } from '../../src/lib/hash.ts';
import type { EvidenceRecord, SealedRecord } from '../../src/model/evidence.ts';
import type { FromUi } from '../../src/model/messages.ts';
import { type Authority, NO_STAMPS, type Stamp, type StampMemory } from '../../src/model/stamp.ts';
import { makeAuthority } from '../evidence/openssl-authority.ts';

const openssl = makeAuthority();
afterAll(() => openssl.remove());

const LOG_ID = '0198f3c0-0000-7000-8000-000000000001';
const ORIGIN = `netra/${LOG_ID}`;
const AT = '2026-11-22T12:00:00.000Z';
const FINDING = 'a'.repeat(64);
const authorityOf = (id: string): Authority => ({
  id,
  name: `Otoritas ${id}`,
  url: `https://${id}.example/tsr`,
  about: { id: '', en: '' },
  sources: [{ label: 'uji', where: 'uji' }],
  confirmed: false,
});
const AUTHORITIES = ['satu', 'dua', 'tiga'].map(authorityOf);
const genesis: EvidenceRecord = {
  version: 1,
  type: 'genesis',
  body: { logId: LOG_ID, startedAt: AT, keyFingerprint: 'SHA256:x', software: 'Netra uji' },
};
const known: EvidenceRecord = { version: 1, type: 'known', body: { findingId: FINDING, knownOn: '2026-11-22', note: '', statedAt: AT } };

type Answers = Readonly<Record<string, (request: Uint8Array) => Sent | Promise<Sent>>>;
const right = (request: Uint8Array): Sent => ({ bytes: openssl.answer(request) });

/** A log that holds only what a stamp is about; lines of other types are sealed as `known` and told as what they should be. */
async function open(answers: Answers = { satu: right }) {
  const log: SealedRecord[] = [];
  const add = async (record: EvidenceRecord) => log.push(await seal(record, log.at(-1) ?? null, AT));
  await add(genesis);
  const world = {
    memory: NO_STAMPS as StampMemory,
    clock: Date.parse('2026-11-22T13:00:00.000Z'),
    asked: [] as { id: string; request: Uint8Array }[],
    allowed: new Set(Object.keys(answers)),
    broken: false,
  };
  const make = () =>
    keepStamps({
      authorities: AUTHORITIES,
      isAllowed: async ({ id }) => world.allowed.has(id),
      async send({ id }, request) {
        world.asked.push({ id, request });
        return (await answers[id]?.(request)) ?? { failed: 'unreachable', status: null };
      },
      load: async () => structuredClone(world.memory),
      async save(memory) {
        world.memory = structuredClone(memory);
      },
      head: async () => log.at(-1) ?? null,
      records: async (seqs) => log.filter(({ seq }) => seqs.includes(seq)),
      async append(records) {
        if (world.broken) throw new Error('disk');
        for (const record of records) await add(record);
        return log.slice(-records.length);
      },
      now: () => new Date(world.clock),
    });
  const stamps = make();
  const ask = async (message: FromUi) => (await stamps.answer(message, async () => 'others')) as StampSaid;
  const bodies = () =>
    log.flatMap((sealed) => {
      const record = openRecord(sealed);
      return record !== 'erased' && record.type === 'stamp' ? [record.body] : [];
    });
  return { log, add, world, stamps, ask, bodies, make };
}

/** As a capture's line, without the many fields of a capture: the line is all that is looked at. */
async function addCapture(log: SealedRecord[]) {
  const sealed = await seal(known, log.at(-1) ?? null, AT);
  log.push({ ...sealed, line: sealed.line.replace('"type":"known"', '"type":"capture"') });
}

let opened: Awaited<ReturnType<typeof open>>;
beforeEach(async () => {
  opened = await open();
  await opened.add(known);
});

describe('a stamp on command', () => {
  test('sends one hash of the checkpoint, and keeps what openssl verifies', async () => {
    const { ask, world, log, bodies } = opened;
    const answer = await ask({ type: 'stamp-now' });
    const [stamp] = bodies() as [Stamp];
    expect(answer).toEqual({ seq: 2, statedAt: stamp.statedAt, authority: 'Otoritas satu' });
    expect(stamp).toMatchObject({ size: 2, head: await sha256(log[1]?.line ?? ''), authority: { url: 'https://satu.example/tsr' } });
    const text = toCheckpoint({ origin: ORIGIN, size: 2, head: stamp.head });
    expect(stamp.imprint).toBe(await sha256(text));
    expect(world.asked).toHaveLength(1);
    expect(toBase64(world.asked[0]?.request as Uint8Array)).toBe(stamp.request);
    expect(world.asked[0]?.request.length).toBe(69);
    expect(world.memory.waiting).toEqual([]);
    expect(await checkStamp(stamp, ORIGIN)).toEqual([]);
    writeFileSync(`${openssl.folder}/c.txt`, text);
    writeFileSync(`${openssl.folder}/c.tsr`, parseBase64(stamp.answer) ?? '');
    writeFileSync(`${openssl.folder}/c.tsq`, parseBase64(stamp.request) ?? '');
    for (const how of [
      ['-data', 'c.txt'],
      ['-queryfile', 'c.tsq'],
    ])
      expect(openssl.run(['ts', '-verify', ...how, '-in', 'c.tsr', '-CAfile', 'root.pem']).said).toContain('Verification: OK');
  });

  test('nobody is asked where nothing is new, nothing was kept, or nobody is switched on', async () => {
    const { ask, world, add } = opened;
    await ask({ type: 'stamp-now' });
    expect(await ask({ type: 'stamp-now' })).toEqual({ refused: 'nothing-new' });
    await add(known);
    world.allowed.clear();
    expect(await ask({ type: 'stamp-now' })).toEqual({ refused: 'no-authority' });
    expect(world.asked).toHaveLength(1);
    const empty = await open();
    empty.log.length = 0;
    expect(await empty.ask({ type: 'stamp-now' })).toEqual({ refused: 'nothing-new' });
    expect(empty.world.asked).toEqual([]);
  });

  test('what was kept while the authority was thinking is still new afterwards', async () => {
    const slow = await open({
      async satu(request) {
        await slow.add(known);
        return right(request);
      },
    });
    await slow.add(known);
    expect(await slow.ask({ type: 'stamp-now' })).toMatchObject({ seq: 3 });
    expect(await slow.ask({ type: 'stamp-now' })).toMatchObject({ seq: 5 });
    expect(slow.bodies().map(({ size }) => size)).toEqual([2, 4]);
  });

  test('the first that answers rightly is taken; each of the others is told with what it did', async () => {
    const bent = (request: Uint8Array, at: number) => Uint8Array.from(request, (byte, i) => (i === at ? byte ^ 1 : byte));
    const cases: readonly [Answers[string], string, number | null][] = [
      [() => ({ failed: 'timeout', status: null }), 'timeout', null],
      [() => ({ failed: 'http', status: 503 }), 'http', 503],
      [() => ({ bytes: new TextEncoder().encode('<html>Masuk dulu</html>') }), 'not-an-answer', null],
      [() => ({ bytes: new Uint8Array() }), 'not-an-answer', null],
      [(request) => ({ bytes: openssl.answer(bent(request, 60)) }), 'other-request', null],
      [(request) => ({ bytes: openssl.answer(bent(request, 30)) }), 'other-hash', null],
      [(request) => ({ bytes: openssl.answer(Uint8Array.from(request).fill(1, 14, 16)) }), 'not-granted', null],
    ];
    for (const [first, why, status] of cases) {
      const { ask, bodies, add, world } = await open({ satu: first, dua: right });
      await add(known);
      expect(await ask({ type: 'stamp-now' }), why).toMatchObject({ seq: 2, authority: 'Otoritas dua' });
      expect(bodies()).toHaveLength(1);
      const alone = await open({ satu: first });
      await alone.add(known);
      const tried = [{ authorityId: 'satu', triedAt: new Date(world.clock).toISOString(), why, status }];
      expect(await alone.ask({ type: 'stamp-now' })).toEqual({ tried });
      expect(alone.bodies()).toEqual([]);
      expect(alone.world.memory.waiting).toMatchObject([{ size: 2, tries: tried }]);
    }
  });

  test('a request that waited is asked again as it is; a later stamp covers what waited before', async () => {
    let isUp = false;
    const offline = await open({ satu: (request) => (isUp ? right(request) : { failed: 'unreachable', status: null }) });
    await offline.add(known);
    await offline.ask({ type: 'stamp-now' });
    await offline.ask({ type: 'stamp-now' });
    expect(offline.world.memory.waiting).toHaveLength(1);
    expect(offline.world.memory.waiting[0]?.tries).toHaveLength(2);
    expect(offline.world.asked[0]?.request).toEqual(offline.world.asked[1]?.request);
    await offline.add(known);
    await offline.ask({ type: 'stamp-now' });
    expect(offline.world.memory.waiting).toHaveLength(2);
    isUp = true;
    expect(await offline.ask({ type: 'stamp-now' })).toMatchObject({ seq: 3 });
    expect(offline.world.memory.waiting).toEqual([]);
    expect(offline.bodies()).toMatchObject([{ size: 3 }]);
  });

  test('a log that is not the one that was asked about, or cannot be written, keeps nothing', async () => {
    const moved = await open({
      async satu(request) {
        moved.log.splice(1, 1, await seal(known, moved.log[0] as SealedRecord, AT));
        return right(request);
      },
    });
    await moved.add(known);
    expect(await moved.ask({ type: 'stamp-now' })).toEqual({ refused: 'other-log' });
    opened.world.broken = true;
    expect(await opened.ask({ type: 'stamp-now' })).toEqual({ refused: 'storage' });
    expect(opened.world.memory.waiting).toHaveLength(1);
    expect([...moved.bodies(), ...opened.bodies()]).toEqual([]);
  });
});

describe('by files, without any network', () => {
  const take = (answer: Uint8Array): FromUi => ({ type: 'stamp-take', answer: toBase64(answer), authority: 'Kantor pos' });

  test('a request is saved, and its answer taken, also after the log has grown and another stamp came', async () => {
    const { ask, add, world, bodies } = opened;
    const saved = (await ask({ type: 'stamp-save' })) as StampMemory['waiting'][number];
    const answer = openssl.answer(parseBase64(saved.request) ?? new Uint8Array());
    expect(saved.savedAt).not.toBeNull();
    await add(known);
    expect(await ask({ type: 'stamp-now' })).toMatchObject({ seq: 3 });
    expect(world.memory.waiting).toMatchObject([{ size: 2 }]);
    expect(await ask(take(answer))).toMatchObject({ seq: 4, authority: 'Kantor pos' });
    expect(bodies()[1]).toMatchObject({ size: 2, authority: { name: 'Kantor pos', url: null }, answer: toBase64(answer) });
    expect(world.memory.waiting).toEqual([]);
    expect(world.asked).toHaveLength(1);
    // Once is enough.
    expect(await ask(take(answer))).toEqual({ refused: 'other-request' });
  });

  test('a file that answers nothing of ours is told as what it is', async () => {
    const { ask, bodies, world } = opened;
    const answer = openssl.answer(parseBase64(((await ask({ type: 'stamp-save' })) as { request: string }).request) ?? new Uint8Array());
    expect(await ask(take(new TextEncoder().encode('bukan')))).toEqual({ refused: 'not-an-answer' });
    const bent = Uint8Array.from(answer);
    const at = bent.findLastIndex((_byte, i) => Buffer.from(bent.subarray(i, i + 8)).toString('hex') === world.memory.waiting[0]?.nonce);
    bent[at] = (bent[at] ?? 0) ^ 1;
    expect(await ask(take(bent))).toEqual({ refused: 'other-request' });
    expect(bodies()).toEqual([]);
    await ask({ type: 'stamp-drop', imprint: world.memory.waiting[0]?.imprint ?? '' });
    expect(world.memory.waiting).toEqual([]);
    expect(await ask(take(answer))).toEqual({ refused: 'other-request' });
  });
});

describe('by itself', () => {
  test('never unless it was switched on', async () => {
    const { stamps, world, log } = opened;
    await addCapture(log);
    await stamps.askIfDue();
    expect(world.asked).toEqual([]);
  });

  test('after a capture, at most once an hour, and never without a new one', async () => {
    const { ask, world, log, add, make } = opened;
    let { stamps } = opened;
    await ask({ type: 'stamp-auto', on: true });
    await stamps.askIfDue();
    expect(world.asked).toHaveLength(0);
    await addCapture(log);
    await stamps.askIfDue();
    expect(world.asked).toHaveLength(1);
    await addCapture(log);
    world.clock += 59 * 60_000;
    // The background is stopped and started many times in an hour.
    stamps = make();
    await stamps.askIfDue();
    expect(world.asked).toHaveLength(1);
    world.clock += 2 * 60_000;
    await stamps.askIfDue();
    expect(world.asked).toHaveLength(2);
    world.clock += 3 * 3_600_000;
    await add(known);
    await stamps.askIfDue();
    expect(world.asked).toHaveLength(2);
    await addCapture(log);
    // Set back by a day: it is asked all the same.
    world.clock -= 86_400_000;
    await stamps.askIfDue();
    expect(world.asked).toHaveLength(3);
    await ask({ type: 'stamp-auto', on: false });
    await addCapture(log);
    world.clock += 86_400_000;
    await stamps.askIfDue();
    expect(world.asked).toHaveLength(3);
  });

  test('what fails waits an hour, too', async () => {
    const { ask, world, log, stamps } = await open({ satu: () => ({ failed: 'unreachable', status: null }) });
    await ask({ type: 'stamp-auto', on: true });
    await addCapture(log);
    for (let i = 0; i < 5; i++) await stamps.askIfDue();
    expect(world.asked).toHaveLength(1);
    expect(world.memory.waiting).toHaveLength(1);
  });
});

test('what is no order about stamps goes to the others', async () => {
  expect(await opened.stamps.answer({ type: 'ties' }, async ({ type }) => type)).toBe('ties');
});

test('a stamp that was altered afterwards does not hold', async () => {
  await opened.ask({ type: 'stamp-now' });
  const [stamp] = opened.bodies() as [Stamp];
  const request = parseBase64(stamp.request) ?? new Uint8Array();
  const otherRequest = toBase64(Uint8Array.from(request, (byte, i) => (i === 60 ? byte ^ 1 : byte)));
  expect(await checkStamp(stamp, 'netra/other')).toEqual(['imprint']);
  expect(await checkStamp({ ...stamp, size: 3 }, ORIGIN)).toEqual(['imprint']);
  expect(await checkStamp({ ...stamp, statedAt: '2020-01-01T00:00:00.000Z' }, ORIGIN)).toEqual(['time']);
  expect(await checkStamp({ ...stamp, answer: 'MDEA' }, ORIGIN)).toEqual(['not-an-answer']);
  expect(await checkStamp({ ...stamp, request: 'MDEA' }, ORIGIN)).toEqual(['request']);
  // A request and its answer that belong together, and are about something else.
  const other = await open();
  await other.add(known);
  await other.ask({ type: 'stamp-now' });
  const { request: foreign, answer, statedAt } = other.bodies()[0] as Stamp;
  expect(await checkStamp({ ...stamp, request: foreign, answer, statedAt }, ORIGIN)).toEqual(['request']);
  expect(await checkStamp({ ...stamp, request: otherRequest }, ORIGIN)).toEqual(['other-request']);
});
