// A store on fake-indexeddb with real sealing, and what must always be true of it.
import 'fake-indexeddb/auto';
import type { DBCore, DBCoreTable } from 'dexie';
import { expect } from 'vitest';
import { verifyChain, verifyCommit } from '../../src/evidence/chain.ts';
import { evidenceFormat } from '../../src/evidence/format.ts';
import { fingerprint } from '../../src/evidence/keys.ts';
import { sha256 } from '../../src/lib/hash.ts';
import type { Capture } from '../../src/model/capture.ts';
import { type EvidenceRecord, recordSchema, type SealedRecord } from '../../src/model/evidence.ts';
import type { Finding } from '../../src/model/finding.ts';
import { NetraDb } from '../../src/store/db.ts';
import { type EvidenceStore, openEvidence } from '../../src/store/evidence.ts';
import { type EvidenceFormat, type Guard, READ_ONLY } from '../../src/store/guard.ts';
import { NO_VAULT, type Sealer } from '../../src/store/sealer.ts';
import { MATCH } from '../report/sample.ts';

export const AT = '2026-11-22T12:00:00.000Z';
export const format: EvidenceFormat = evidenceFormat('Netra (uji)');
export const findingIdOf = (n: number) => n.toString(16).padStart(64, '0');

let names = 0;
export const newName = () => `uji-${++names}`;

/** Lets everything be written, and keeps no second copy. */
const FREE: Guard = { ...READ_ONLY, before: async () => undefined };

export function openStore(name: string, own: EvidenceFormat = format, sealer: Sealer = NO_VAULT): { db: NetraDb; store: EvidenceStore } {
  const db = new NetraDb(name);
  return { db, store: openEvidence(db, own, { guard: FREE, sealer: async () => sealer }) };
}

/** One capture of one finding, with the bytes of its two artefacts. */
export async function makeCapture(n: number, finding: Finding | null, findingId = findingIdOf(n)) {
  const text = (words: string) => new TextEncoder().encode(`${words} ${n}`);
  const source = text('<p>');
  const copy = text('<!doctype html>');
  const [sourceHash, copyHash] = [await sha256(source), await sha256(copy)];
  const body: Capture = {
    captureId: crypto.randomUUID(),
    findingId,
    match: MATCH,
    eyes: { page: MATCH.sighting, wire: null },
    agreement: [],
    sourceHoldsText: true,
    listings: [],
    page: { platform: 'instagram', url: 'https://www.instagram.com/', title: '', language: 'id' },
    itemRect: { x: 0, y: 0, width: 10, height: 10 },
    viewport: { width: 100, height: 100, scaleX: 1, scaleY: 1 },
    visibleShare: 1,
    firstSeenAt: AT,
    capturedAt: AT,
    capturedAtLocal: '2026-11-22T19:00:00+07:00',
    timeZone: 'Asia/Jakarta',
    gesture: 'panel',
    environment: { browser: 'uji', extensionVersion: '0', adapterRevision: '0', interfaceLanguage: 'id' },
    artefacts: [
      { role: 'source', hash: sourceHash, bytes: source.length, mediaType: 'text/html', width: null, height: null, madeFrom: null },
      {
        role: 'copy',
        hash: copyHash,
        bytes: copy.length,
        mediaType: 'text/html',
        width: null,
        height: null,
        madeFrom: { inputHash: sourceHash, how: 'clean', rect: null },
      },
    ],
  };
  return {
    records: [{ version: 1, type: 'capture', body }] satisfies EvidenceRecord[],
    blobs: [
      { hash: sourceHash, bytes: source },
      { hash: copyHash, bytes: copy },
    ],
    findings: [
      {
        findingId,
        match: MATCH,
        status: finding?.status ?? 'captured',
        firstSeenAt: finding?.firstSeenAt ?? AT,
        captures: [...(finding?.captures ?? []), -1],
        note: finding?.note ?? '',
      },
    ] satisfies Finding[],
  };
}

export async function appendCapture(store: EvidenceStore, n: number, findingId = findingIdOf(n)): Promise<SealedRecord[]> {
  const { records, blobs, findings } = await makeCapture(n, await store.finding(findingId), findingId);
  return store.append(records, blobs, findings, AT);
}

/** The findings as the log alone tells them. */
export function replay(log: readonly SealedRecord[]): Finding[] {
  const all = new Map<string, Finding>();
  for (const { seq, canonical } of log) {
    const record = recordSchema.parse(JSON.parse(canonical ?? ''));
    if (record.type === 'capture') {
      const { findingId, match, firstSeenAt } = record.body;
      const known = all.get(findingId);
      all.set(findingId, {
        findingId,
        match,
        status: known?.status ?? 'captured',
        firstSeenAt: known?.firstSeenAt ?? firstSeenAt,
        captures: [...(known?.captures ?? []), seq],
        note: known?.note ?? '',
      });
    }
    const known = record.type === 'decision' ? all.get(record.body.findingId) : undefined;
    if (record.type === 'decision' && known !== undefined)
      all.set(known.findingId, { ...known, status: record.body.verdict, note: record.body.note });
  }
  return [...all.values()].sort((a, b) => a.findingId.localeCompare(b.findingId));
}

/** What must hold at any moment, whatever failed before. Gives the log. */
export async function expectSound(name: string, sealer: Sealer = NO_VAULT): Promise<SealedRecord[]> {
  const { db, store } = openStore(name, format, sealer);
  try {
    const log = await store.lines();
    if (log.length > 0) expect(await verifyChain(log.map(({ line }) => line))).toMatchObject({ ok: true, broken: [] });
    for (const sealed of log) expect(await verifyCommit(sealed)).toBe(true);
    const records = log.map(({ canonical }) => recordSchema.parse(JSON.parse(canonical ?? '')));
    for (const [position, record] of records.entries()) {
      expect(record.type === 'genesis').toBe(position === 0);
      if (record.type === 'genesis') expect(record.body.keyFingerprint).toBe(await fingerprint(await store.signingKey()));
      if (record.type !== 'capture') continue;
      for (const { hash, bytes } of record.body.artefacts) {
        const blob = await store.blob(hash);
        expect(blob?.length).toBe(bytes);
        expect(blob === null ? null : await sha256(blob)).toBe(hash);
      }
    }
    const findings = (await store.findings()).sort((a, b) => a.findingId.localeCompare(b.findingId));
    expect(findings).toEqual(replay(log));
    // Nothing lies about that no record speaks of.
    const hashes = new Set(records.flatMap((record) => (record.type === 'capture' ? record.body.artefacts.map(({ hash }) => hash) : [])));
    expect((await db.blobs.toCollection().primaryKeys()).filter((hash) => !hashes.has(hash))).toEqual([]);
    return log;
  } finally {
    db.close();
  }
}

/** refuse: the call is not carried out · abort: it is, and then its transaction is aborted, as a full disk does at the end. */
export type Failure = 'refuse' | 'abort';

/** Lets the storage fail at its nth call, counted from now, or when `nth` says so. Gives the counter. */
export function failAt(db: NetraDb, nth: number | { hit(): boolean }, how: Failure): { readonly calls: () => number } {
  let calls = 0;
  const wrap = <Request extends { trans: unknown }, Answer>(work: (request: Request) => Promise<Answer>) => {
    return async (request: Request): Promise<Answer> => {
      calls++;
      const isNow = typeof nth === 'number' ? calls === nth : nth.hit();
      if (isNow && how === 'refuse') throw new DOMException('penyimpanan penuh', 'QuotaExceededError');
      const answer = await work(request);
      if (isNow) (request.trans as IDBTransaction).abort();
      return answer;
    };
  };
  db.use({
    stack: 'dbcore',
    name: 'failing',
    create: (core: DBCore): DBCore => ({
      ...core,
      table: (table) => {
        const inner: DBCoreTable = core.table(table);
        return {
          ...inner,
          mutate: wrap((request) => inner.mutate(request)),
          get: wrap((request) => inner.get(request)),
          getMany: wrap((request) => inner.getMany(request)),
          query: wrap((request) => inner.query(request)),
          openCursor: wrap((request) => inner.openCursor(request)),
          count: wrap((request) => inner.count(request)),
        };
      },
    }),
  });
  return { calls: () => calls };
}
