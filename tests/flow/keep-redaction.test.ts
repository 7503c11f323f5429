// A later change of what is covered: what it is drawn on, what it says, and what it may not do.
import { describe, expect, test } from 'vitest';
import { keepRedaction, type RedactionWorld } from '../../src/flow/keep-redaction.ts';
import { sha256 } from '../../src/lib/hash.ts';
import type { Artefact, Box, Capture, Rect } from '../../src/model/capture.ts';
import type { EvidenceRecord } from '../../src/model/evidence.ts';
import { recordSchema } from '../../src/model/evidence.ts';
import type { Finding } from '../../src/model/finding.ts';
import { MATCH, toCapture, toPng } from '../report/sample.ts';
import { AT, findingIdOf } from '../store/sample.ts';
import { PICTURES } from './stood.ts';

const ID = findingIdOf(1);
const CAPTURE = '0198f3c0-0000-7000-8000-000000000011';
const REASON = 'Itu logo partai, bukan orang lain';
const NEW: Box = { x: 100, y: 10, width: 30, height: 20, why: 'hand' };

async function world(keepsOriginal: boolean) {
  const blobs = new Map<string, Uint8Array<ArrayBuffer>>();
  const whole: Capture = await toCapture(1, MATCH, ID, blobs as Map<string, Uint8Array>);
  const isKept = ({ role }: Artefact) => keepsOriginal || role.startsWith('redacted');
  const capture = {
    ...whole,
    captureId: CAPTURE,
    artefacts: whole.artefacts.filter(isKept),
    notKept: whole.artefacts.filter((one) => !isKept(one)),
  };
  const records: EvidenceRecord[] = [{ version: 1, type: 'capture', body: capture }];
  const drawn: { on: string; rects: readonly Rect[] }[] = [];
  let picture = 50;
  const made: RedactionWorld = {
    keeper: {
      append: async (appended, added) => {
        for (const record of appended) records.push(recordSchema.parse(record));
        for (const { hash, bytes } of added) blobs.set(hash, bytes);
        return appended.map((_, i) => ({ seq: records.length - 1 + i }));
      },
      finding: async (findingId) => (findingId === ID ? ({ findingId } as Finding) : null),
      now: () => new Date(AT),
      pictures: {
        ...PICTURES,
        cover: async (png, rects) => {
          drawn.push({ on: await sha256(png), rects });
          return { bytes: toPng(420, 120, picture++), width: 420, height: 120 };
        },
      },
    },
    lines: async () => records.map((record, seq) => ({ seq, line: '', salt: '', canonical: JSON.stringify(record) })),
    blob: async (hash) => blobs.get(hash) ?? null,
  };
  const ask = (added: Box[], removed: { box: Box; reason: string }[] = []) =>
    keepRedaction(made, { type: 'redact', findingId: ID, captureId: CAPTURE, added, removed });
  const roleOf = (role: Artefact['role']) => whole.artefacts.find((one) => one.role === role) as Artefact;
  const block = (words: string[], added: Box[] = []) =>
    keepRedaction(made, { type: 'redact', findingId: ID, captureId: CAPTURE, added, removed: [], words });
  return { ask, block, records, drawn, roleOf, made, blobs };
}
const AUTO: Box = { x: 5, y: 6, width: 40, height: 20, why: 'account' };

describe('covering more', () => {
  test('is drawn on the covered picture, and each change on the one before', async () => {
    const { ask, records, drawn, roleOf } = await world(false);
    expect(await ask([NEW])).toEqual({ seq: 1 });
    expect(await ask([{ ...NEW, x: 200 }])).toEqual({ seq: 2 });
    const [first, second] = records.slice(1).map((record) => (record.type === 'redaction' ? record.body : null));
    expect(first?.artefacts[0]?.madeFrom).toEqual({ inputHash: roleOf('redacted').hash, how: 'redact', rect: null, boxes: [NEW] });
    expect(second?.artefacts[0]?.madeFrom?.inputHash).toBe(first?.artefacts[0]?.hash);
    expect(drawn.map(({ on }) => on)).toEqual([roleOf('redacted').hash, first?.artefacts[0]?.hash]);
  });
  test('is always the monitor’s word, whatever the message says', async () => {
    const { ask, records } = await world(false);
    await ask([{ ...NEW, why: 'account' }]);
    expect(records[1]?.type === 'redaction' && records[1].body.added[0]?.why).toBe('hand');
  });
});

describe('covering less', () => {
  test('is drawn on the original with all that is left, and keeps the reason', async () => {
    const { ask, records, drawn, roleOf } = await world(true);
    await ask([NEW]);
    expect(await ask([], [{ box: AUTO, reason: REASON }])).toEqual({ seq: 2 });
    expect(drawn[1]).toEqual({ on: roleOf('crop').hash, rects: [NEW] });
    expect(records[2]).toMatchObject({ type: 'redaction', body: { removed: [{ box: AUTO, reason: REASON }] } });
    // What was opened once cannot be opened again.
    expect(await ask([], [{ box: AUTO, reason: REASON }])).toEqual({ refused: 'changed' });
  });
  test('is refused without the original, and of a box that is not there', async () => {
    const { ask, records } = await world(false);
    expect(await ask([], [{ box: AUTO, reason: REASON }])).toEqual({ refused: 'no-original' });
    expect(await ask([], [{ box: { ...AUTO, x: 6 }, reason: REASON }])).toEqual({ refused: 'changed' });
    expect(records).toHaveLength(1);
  });
});

describe('words taken out of source and copy', () => {
  const textOf = (blobs: Map<string, Uint8Array<ArrayBuffer>>, one: Artefact | undefined) =>
    new TextDecoder().decode(blobs.get(one?.hash ?? '') ?? new Uint8Array());
  test('become blocks in new files made from the ones before; how often is recorded, the words are not', async () => {
    const { block, records, roleOf, blobs } = await world(false);
    for (const role of ['redacted-source', 'redacted-copy'] as const)
      blobs.set(roleOf(role).hash, new TextEncoder().encode(`<p title="Wati Warga">Wati Warga ${role}</p>`));
    expect(await block(['wati warga'])).toEqual({ seq: 1 });
    expect(await block(['title', 'redacted'], [NEW]).then((one) => one)).toEqual({ refused: 'no-such-words' });
    expect(await block(['redacted'], [NEW])).toEqual({ seq: 2 });
    const [first, second] = records.slice(1).map((record) => (record.type === 'redaction' ? record.body : null));
    expect(first?.artefacts.map(({ role, madeFrom }) => [role, madeFrom?.inputHash])).toEqual([
      ['redacted-source', roleOf('redacted-source').hash],
      ['redacted-copy', roleOf('redacted-copy').hash],
    ]);
    expect([first?.blocked, second?.blocked]).toEqual([4, 2]);
    expect(second?.artefacts.map(({ role }) => role)).toEqual(['redacted', 'redacted-source', 'redacted-copy']);
    expect(second?.artefacts[1]?.madeFrom?.inputHash).toBe(first?.artefacts[0]?.hash);
    expect(textOf(blobs, second?.artefacts[1])).toBe(`<p title="${'█'.repeat(10)}">${'█'.repeat(10)} ${'█'.repeat(8)}-source</p>`);
    expect(JSON.stringify(records.slice(1))).not.toMatch(/wati/i);
  });
  test('nothing to do is refused', async () => {
    const { ask, records } = await world(false);
    expect(await ask([])).toEqual({ refused: 'changed' });
    expect(records).toHaveLength(1);
  });
});

test('of another finding or capture nothing is changed', async () => {
  const { made, records } = await world(true);
  const message = { type: 'redact' as const, findingId: ID, captureId: CAPTURE, added: [NEW], removed: [] };
  expect(await keepRedaction(made, { ...message, findingId: findingIdOf(2) })).toEqual({ refused: 'not-kept' });
  expect(await keepRedaction(made, { ...message, captureId: crypto.randomUUID() })).toEqual({ refused: 'not-kept' });
  expect(records).toHaveLength(1);
});
