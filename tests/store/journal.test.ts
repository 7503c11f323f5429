import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { crc32c } from '../../src/lib/crc32c.ts';
import { sha256 } from '../../src/lib/hash.ts';
import type { SealedRecord } from '../../src/model/evidence.ts';
import { type Port, serveJournal, speakToJournal } from '../../src/store/journal.ts';
import { type JournalFiles, openJournalFiles } from '../../src/store/journal-files.ts';
import { encodeFrame, isPlace, KINDS, type Place, toReadable, walkFrames } from '../../src/store/journal-frames.ts';
import { openJournalPairs } from '../../src/store/journal-pairs.ts';
import { Faults, MemoryFile } from './memory.ts';

const text = (words: string) => new TextEncoder().encode(words);
const row = (seq: number): SealedRecord => ({ seq, line: `{"seq":${seq},"é":"☝"}`, salt: '0'.repeat(64), canonical: `{"n":${seq}}` });
const image = async (words: string) => ({ hash: await sha256(text(words)), bytes: text(words) });

function open(faults = new Faults()) {
  const files = { records: new MemoryFile(faults), blobs: new MemoryFile(faults) };
  return { faults, files, journal: openJournalFiles(files) };
}
const all = async (journal: JournalFiles) => (await journal.page(0)).records.map(({ seq }) => seq);

test('CRC-32C of the standard’s examples', () => {
  expect(crc32c(text('123456789'))).toBe(0xe3069283);
  expect(crc32c(new Uint8Array(32))).toBe(0x8a9136aa);
  expect(crc32c(text('6789'), crc32c(text('12345')))).toBe(0xe3069283);
});

describe('the journal', () => {
  test('gives back what was appended, in order, with its images', async () => {
    const { journal, files } = open();
    expect(await journal.open()).toEqual({ version: 1, generation: null, head: null, cut: 0 });
    await journal.begin('g');
    const [one, two] = [await image('satu'), await image('dua')];
    await journal.append([row(0), row(1)], [one, two]);
    await journal.append([row(2)], []);
    const again = openJournalFiles(files);
    expect(await again.open()).toEqual({
      version: 1,
      generation: 'g',
      head: { seq: 2, hash: await sha256(row(2).line), together: 1 },
      cut: 0,
    });
    expect((await again.page(0)).records).toEqual([row(0), row(1), row(2)]);
    expect(await again.since(0)).toEqual([row(1), row(2)]);
    expect(await again.since(2)).toEqual([]);
    expect((await again.hashes()).sort()).toEqual([one.hash, two.hash].sort());
    expect(await again.blob(two.hash)).toEqual(two);
    expect(await again.blob('f'.repeat(64))).toBeNull();
  });

  test('cut anywhere: whole appends are there, the rest is cut off, and it goes on', async () => {
    const { journal, files } = open();
    await journal.begin('g');
    const starts = [files.records.size()];
    for (let n = 0; n < 4; n++) {
      await journal.append([row(n)], []);
      starts.push(files.records.size());
    }
    const whole = files.records.bytes;
    for (let size = starts[0] ?? 0; size <= whole.length; size++) {
      const torn = open();
      torn.files.records.bytes = whole.slice(0, size);
      torn.files.blobs.bytes = files.blobs.bytes;
      const expected = starts.filter((end) => end <= size).length - 1;
      const head = await torn.journal.open();
      expect(head.head?.seq ?? -1, `cut to ${size}`).toBe(expected - 1);
      expect(head.cut).toBe(size - (starts[expected] ?? 0));
      await torn.journal.append([row(expected)], []);
      expect(await all(torn.journal)).toEqual(Array.from({ length: expected + 1 }, (_, n) => n));
      expect((await torn.journal.page(0)).damage).toEqual([]);
    }
  });

  test('any one byte changed costs the append that it stands in, and is told', async () => {
    const { journal, files } = open();
    await journal.begin('g');
    for (let n = 0; n < 3; n++) await journal.append([row(n)], []);
    const whole = files.records.bytes;
    const places: Place[] = [];
    for await (const one of walkFrames(toReadable(files.records))) if (isPlace(one)) places.push(one);
    for (let at = places[1]?.at ?? 0; at < whole.length; at++) {
      const rotten = open();
      rotten.files.records.bytes = whole.slice();
      rotten.files.records.bytes[at] = (rotten.files.records.bytes[at] ?? 0) ^ 0x10;
      const hit = places.findIndex((place) => at >= place.at && at < place.end) - 1;
      const { records, damage } = await rotten.journal.page(0);
      // Three bytes of the header say nothing.
      const isPadding = at - (places[hit + 1]?.at ?? 0) >= 5 && at - (places[hit + 1]?.at ?? 0) < 8 && damage.length === 0;
      expect(
        records.map(({ seq }) => seq),
        `byte ${at}`,
      ).toEqual([0, 1, 2].filter((n) => isPadding || n !== hit));
      expect(damage.length > 0 || isPadding).toBe(true);
    }
  });

  test('one lost image costs one image', async () => {
    const { journal, files } = open();
    await journal.begin('g');
    const images = await Promise.all(['a', 'b', 'c'].map((one) => image(one.repeat(500))));
    for (const [n, one] of images.entries()) await journal.append([row(n)], [one]);
    const at = 60 + files.blobs.bytes.findIndex((byte, i) => byte === 98 && files.blobs.bytes[i + 1] === 98);
    files.blobs.bytes[at] = 0;
    const again = openJournalFiles(files);
    await again.open();
    expect(await Promise.all(images.map(async ({ hash }) => (await again.blob(hash)) !== null))).toEqual([true, false, true]);
  });

  test('an append taken back leaves no trace', async () => {
    const { journal, files } = open();
    await journal.begin('g');
    await journal.append([row(0)], [await image('x')]);
    const before = [files.records.bytes, files.blobs.bytes];
    await journal.append([row(1)], [await image('y')]);
    await journal.undo();
    await journal.undo();
    expect([files.records.bytes, files.blobs.bytes]).toEqual(before);
  });

  test('a disk that fails at any point: the old or the new', async () => {
    for (const torn of [false, true])
      for (let nth = 1; nth < 8; nth++) {
        const { journal, files, faults } = open();
        await journal.begin('g');
        await journal.append([row(0)], [await image('x')]);
        faults.calls = 0;
        Object.assign(faults, { nth, torn });
        const done = await journal.append([row(1)], [await image('y')]).then(
          () => true,
          () => false,
        );
        faults.nth = Number.POSITIVE_INFINITY;
        // Taken back at once, not only at the next start.
        if (!done) expect(await all(journal)).toEqual([0]);
        const again = openJournalFiles(files);
        await again.open();
        const kept = await all(again);
        if (done) expect(kept).toEqual([0, 1]);
        else expect([[0], [0, 1]]).toContainEqual(kept);
        expect(done).toBe(nth > 4);
      }
  });

  test('a later version’s file is neither cut nor written to', async () => {
    const { journal, files } = open();
    const start = encodeFrame({ kind: KINDS.start, seq: 0, count: 0, payload: text(JSON.stringify({ version: 2, generation: 'g' })) });
    files.records.bytes = new Uint8Array([...start, 1, 2, 3]);
    expect(await journal.open()).toMatchObject({ version: 2, cut: 0 });
    expect(files.records.size()).toBe(start.length + 3);
  });

  test('any bytes at all: no error, and never a record that was not written', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
        const { journal, files } = open();
        files.records.bytes = new Uint8Array(bytes);
        await journal.open();
        expect(await all(journal)).toEqual([]);
      }),
    );
  });
});

test('over a port: answers, errors, and only the newest port is heard', async () => {
  const { files } = open();
  const full = { ...openJournalPairs([files, open().files]), ballast: async () => Promise.reject(new Error('penuh')) };
  const serve = serveJournal(async () => full);
  const connect = () => {
    const { port1, port2 } = new MessageChannel();
    serve(port2);
    return { port1, journal: speakToJournal(port1) };
  };
  const first = connect();
  await first.journal.begin('g');
  await Promise.all([0, 1, 2].map((n) => first.journal.append([row(n)], [])));
  expect((await first.journal.page(0)).records.map(({ seq }) => seq)).toEqual([0, 1, 2]);
  await expect(first.journal.ballast(1)).rejects.toThrow('penuh');
  const second = connect();
  expect((await second.journal.open()).head?.seq).toBe(2);
  for (const { port1 } of [first, second]) port1.close();
});

describe('a worker that says nothing', () => {
  /** Timers of a computer that sleeps: however long it did, a timer that repeats comes once at the waking. */
  function startClock() {
    const timers: { tick: () => void; ms: number }[] = [];
    const keep = (tick: () => void, ms: number) => timers.push({ tick, ms }) - 1;
    vi.stubGlobal('setInterval', keep);
    vi.stubGlobal('setTimeout', keep);
    const drop = (at: number) => delete timers[at];
    vi.stubGlobal('clearInterval', drop);
    vi.stubGlobal('clearTimeout', drop);
    const wake = () => {
      for (const { tick } of timers.filter(Boolean)) tick();
    };
    return { timers, wake };
  }

  test('is given up after thirty seconds awake; the night that the computer slept counts as one of them', async () => {
    const { timers, wake } = startClock();
    try {
      const port: Port = { postMessage: () => undefined, onmessage: null };
      const said: string[] = [];
      const asked = speakToJournal(port)
        .ballast(1)
        .then(
          () => said.push('done'),
          ({ message }: Error) => said.push(message),
        );
      expect(timers.map(({ ms }) => ms)).toEqual([1000]);
      for (let second = 0; second < 29; second++) wake();
      await Promise.resolve();
      expect(said).toEqual([]);
      wake();
      await asked;
      expect(said).toEqual(['the journal does not answer']);
      expect(timers.filter(Boolean)).toEqual([]);
    } finally {
      vi.unstubAllGlobals();
    }
  });

  test('that slept as well is heard after the waking', async () => {
    const { timers, wake } = startClock();
    try {
      const port: Port = { postMessage: () => undefined, onmessage: null };
      const answer = speakToJournal(port).open();
      wake();
      port.onmessage?.({ data: { id: 1, value: 'here' } } as MessageEvent);
      expect(await answer).toBe('here');
      expect(timers.filter(Boolean)).toEqual([]);
    } finally {
      vi.unstubAllGlobals();
    }
  });
});

test('what is erased while the other pair is filled is gone from both', async () => {
  const [first, second] = [open().files, open().files];
  const pairs = openJournalPairs([first, second]);
  const secret = { ...row(0), canonical: '{"n":"rahasia"}' };
  const picture = await image('rahasia juga');
  await pairs.begin('g');
  await pairs.append([secret], [picture]);
  await pairs.beginAnew('g');
  await pairs.appendAnew([secret], [picture]);
  await pairs.erase({ seqs: [0], hashes: [picture.hash] });
  await pairs.append([row(1)], []);
  const { head } = await pairs.open();
  await expect(pairs.finishAnew(head)).rejects.toThrow('does not end');
  await pairs.appendAnew([row(1)], []);
  await pairs.finishAnew(head);
  const bytes = [first, second].flatMap(({ records, blobs }) => [records, blobs]).map((file) => new TextDecoder().decode(file.bytes));
  expect(bytes.join('').includes('rahasia')).toBe(false);
  expect((await openJournalPairs([first, second]).page(0)).records.map(({ seq }) => seq)).toEqual([0, 1]);
});

test('a sudden end in the middle of overwriting: the next start completes it, and no frame is damage', async () => {
  for (let nth = 1; nth < 12; nth++) {
    const { files, faults, journal } = open();
    await journal.begin('g');
    const picture = await image('rahasia juga');
    await journal.append([{ ...row(0), canonical: '{"n":"rahasia"}' }, row(1)], [picture]);
    await journal.append([row(2)], []);
    Object.assign(faults, { calls: 0, nth, torn: true, stays: true });
    const done = await journal.erase({ seqs: [0], hashes: [picture.hash] }).then(
      () => true,
      () => false,
    );
    Object.assign(faults, { nth: Number.POSITIVE_INFINITY, stays: false });
    const again = openJournalFiles(files);
    expect((await again.open()).head?.seq, `call ${nth}`).toBe(2);
    const { records, damage } = await again.page(0);
    expect(damage, `call ${nth}`).toEqual([]);
    expect(records.map(({ seq }) => seq)).toEqual([0, 1, 2]);
    expect(records.slice(1)).toEqual([row(1), row(2)]);
    const bytes = new TextDecoder().decode(files.records.bytes) + new TextDecoder().decode(files.blobs.bytes);
    // Nothing was touched before the order was whole; from then on all of it goes.
    if (nth > 1 || done) expect(bytes.includes('rahasia'), `call ${nth}`).toBe(false);
    else expect(bytes.match(/rahasia/g)?.length, `call ${nth}`).toBe(2);
  }
});
