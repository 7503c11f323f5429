// A small log with four captures of three findings, and all that a bundle of it needs.
import { crc32, deflateSync } from 'node:zlib';
import { createSigningKey, fingerprint } from '../../src/evidence/keys.ts';
import { seal } from '../../src/evidence/seal.ts';
import { sha256 } from '../../src/lib/hash.ts';
import type { Account, GuardedAccount, WatchedAccount } from '../../src/model/account.ts';
import type { Artefact, Capture } from '../../src/model/capture.ts';
import type { EvidenceRecord, SealedRecord } from '../../src/model/evidence.ts';
import type { Match } from '../../src/model/match.ts';
import type { Sighting } from '../../src/model/sighting.ts';
import type { BundleInput } from '../../src/report/bundle.ts';

export const BUNDLE_ID = '0198f3c0-1234-7000-8000-00000000abcd';

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const whole = Buffer.alloc(body.length + 8);
  whole.writeUInt32BE(data.length);
  body.copy(whole, 4);
  whole.writeUInt32BE(crc32(body), body.length + 4);
  return whole;
}

/** A PNG of one pattern: grey bands like lines of text, on white. */
export function toPng(width: number, height: number, seed: number): Uint8Array<ArrayBuffer> {
  const rows = Buffer.alloc(height * (width * 3 + 1), 255);
  for (let y = 0; y < height; y++) {
    rows[y * (width * 3 + 1)] = 0;
    const band = Math.floor(y / 12);
    if (band % 2 === 0) continue;
    const end = Math.floor(width * (0.35 + (((band + seed) * 37) % 50) / 100));
    for (let x = 16; x < end; x++) rows.fill(150 + ((band * seed) % 60), y * (width * 3 + 1) + 1 + x * 3, y * (width * 3 + 1) + 4 + x * 3);
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);
  return new Uint8Array(
    Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))]),
  );
}

const account = (id: string | null, handle: string | null, name: string | null, url: string | null): Account => ({ id, handle, name, url });

export const SIGHTING: Sighting = {
  kind: 'sighting',
  platform: 'instagram',
  source: 'page',
  action: 'comment',
  reaction: null,
  reactionShown: null,
  actor: account('5512345678', 'siti.rahma_bkl', 'Siti Rahma, S.Pd.', 'https://www.instagram.com/siti.rahma_bkl/'),
  post: {
    id: '3456789012345678901',
    otherIds: ['DAbCdEfGhIj'],
    url: 'https://www.instagram.com/p/DAbCdEfGhIj/',
    author: account('998877', 'harapanbaru2029', 'Harapan Baru', 'https://www.instagram.com/harapanbaru2029/'),
    text: 'Bersama membangun daerah kita. #HarapanBaru',
  },
  thread: null,
  item: { id: '17900000000000001', otherIds: [], url: 'https://www.instagram.com/p/DAbCdEfGhIj/c/17900000000000001/' },
  text: 'Semangat Pak, kami sekeluarga mendukung 👨‍👩‍👧!\nNomor satu ☝️',
  tags: [],
  shownAt: '2 jam',
  at: '2026-11-22T10:03:11.000Z',
  promoted: false,
};
const GUARDED: GuardedAccount = {
  platform: 'instagram',
  id: '5512345678',
  handle: 'siti.rahma_bkl',
  person: 'Siti Rahmawati',
  unit: 'SDN 12 Kota Bengkulu, Dinas Pendidikan',
  status: 'PNS',
  basis: 'pernyataan sendiri kepada BKPSDM, 3 Maret 2026',
  listId: '11111111-1111-4111-8111-111111111111',
  list: {
    title: 'ASN Kota Contoh 2026',
    issuer: 'BKPSDM Kota Contoh',
    legalBasis: 'Nota Kesepahaman 12/2026',
    madeOn: '2026-03-04',
    expiresOn: '2026-12-31',
    region: { scheme: 'kemendagri', code: '17.71', name: 'Kota Contoh' },
  },
};
/** As rows were before it was recorded whose list they are from. */
const { list: _list, listId: _listId, ...OLD_GUARDED } = GUARDED;
const WATCHED: WatchedAccount = {
  platform: 'instagram',
  id: '998877',
  handle: 'harapanbaru2029',
  candidate: 'Pasangan Contoh A',
  office: 'Wali Kota',
  region: 'Kota Contoh',
  official: true,
};
export const MATCH: Match = {
  sighting: SIGHTING,
  guarded: GUARDED,
  grade: 'id',
  reasons: [
    { kind: 'author', watched: WATCHED, grade: 'id' },
    {
      kind: 'word',
      watched: { word: '#HarapanBaru', candidate: 'Pasangan Contoh A', office: 'Wali Kota', region: 'Kota Contoh' },
      where: 'post',
    },
  ],
  onBothLists: false,
};

/** Blobs of a capture and the artefacts that describe them. */
async function toArtefacts(seed: number, blobs: Map<string, Uint8Array>): Promise<Artefact[]> {
  const text = new TextEncoder();
  const files: [Artefact['role'], Uint8Array<ArrayBuffer>, number | null, number | null][] = [
    ['screenshot', toPng(640, 400, seed), 640, 400],
    ['crop', toPng(420, 120, seed + 1), 420, 120],
    ['source', text.encode(`<article data-n="${seed}"><script>alert(1)</script><p>Semangat Pak</p></article>`), null, null],
    ['copy', text.encode(`<!doctype html><article><p>Semangat Pak ${seed}</p></article>`), null, null],
    ['redacted', toPng(420, 120, seed + 2), 420, 120],
    ['redacted-source', text.encode(`<article data-n="${seed}"><p>Semangat Pak</p></article>`), null, null],
    ['redacted-copy', text.encode(`<!doctype html><article><p>Semangat Pak, tanpa orang lain ${seed}</p></article>`), null, null],
  ];
  const hashes = await Promise.all(files.map(([, bytes]) => sha256(bytes)));
  return files.map(([role, bytes, width, height], i) => {
    blobs.set(hashes[i] ?? '', bytes);
    const from = (n: number) => hashes[n] ?? '';
    const MADE: Partial<Record<Artefact['role'], Artefact['madeFrom']>> = {
      crop: { inputHash: from(0), how: 'crop', rect: { x: 40, y: 90, width: 420, height: 120 } },
      copy: { inputHash: from(2), how: 'clean', rect: null },
      redacted: { inputHash: from(1), how: 'redact', rect: null, boxes: [{ x: 5, y: 6, width: 40, height: 20, why: 'account' }] },
      'redacted-source': { inputHash: from(2), how: 'redact', rect: null },
      'redacted-copy': { inputHash: from(5), how: 'clean', rect: null },
    };
    const madeFrom = MADE[role] ?? null;
    return {
      role,
      hash: hashes[i] ?? '',
      bytes: bytes.length,
      mediaType: width === null ? 'text/html' : 'image/png',
      width,
      height,
      madeFrom,
    };
  });
}

export async function toCapture(seed: number, match: Match, findingId: string, blobs: Map<string, Uint8Array>): Promise<Capture> {
  return {
    captureId: `0198f3c0-0000-7000-8000-0000000000${10 + seed}`,
    findingId,
    match,
    eyes: { page: match.sighting, wire: null },
    agreement: [
      { field: 'actor', state: 'same' },
      { field: 'target', state: 'same' },
      { field: 'text', state: 'same' },
      { field: 'at', state: 'wire-only' },
    ],
    sourceHoldsText: true,
    listings: [
      {
        kind: 'listing',
        platform: 'instagram',
        source: 'page',
        action: 'comment',
        post: match.sighting.post,
        total: 1284,
        filtered: null,
        filterShown: null,
        more: true,
      },
    ],
    page: {
      platform: match.sighting.platform,
      url: 'https://www.instagram.com/p/DAbCdEfGhIj/',
      title: 'Harapan Baru di Instagram',
      language: 'id',
    },
    itemRect: { x: 40, y: 90, width: 420, height: 120 },
    viewport: { width: 640, height: 400, scaleX: 1, scaleY: 1 },
    visibleShare: 1,
    shownText: { of: 'words', characters: 40, visible: 40, inked: 40, hidden: [], added: 0, item: { characters: 60, visible: 58 } },
    firstSeenAt: '2026-11-22T12:14:40.120Z',
    capturedAt: `2026-11-22T12:15:0${seed}.250Z`,
    capturedAtLocal: `2026-11-22T19:15:0${seed}+07:00`,
    timeZone: 'Asia/Jakarta',
    gesture: 'panel',
    environment: { browser: 'Chrome 156 (Linux)', extensionVersion: '0.1.0', adapterRevision: '2026-11-20', interfaceLanguage: 'id' },
    artefacts: await toArtefacts(seed, blobs),
  };
}

const liked: Match = {
  ...MATCH,
  grade: 'handle',
  onBothLists: true,
  guarded: {
    ...OLD_GUARDED,
    id: null,
    handle: 'budi_s',
    person: 'Budi Santoso',
    status: 'PPPK',
    unit: 'Puskesmas Contoh, NIP 198503152010011005',
    basis: '',
  },
  sighting: {
    ...SIGHTING,
    action: 'like',
    reaction: 'like',
    reactionShown: 'Suka',
    text: null,
    actor: account(null, 'budi_s', 'Budi\u202e S', 'https://www.instagram.com/budi_s/'),
    item: { id: null, otherIds: [], url: null },
    shownAt: null,
    at: null,
  },
};
const shared: Match = { ...MATCH, sighting: { ...SIGHTING, action: 'share', text: null, shownAt: 'kemarin', at: null } };

/** Input for a bundle; `change` may alter each record before it is sealed. */
export async function toInput(
  change: (record: EvidenceRecord) => EvidenceRecord = (record) => record,
): Promise<BundleInput & { blobs: Map<string, Uint8Array> }> {
  const key = await createSigningKey();
  const blobs = new Map<string, Uint8Array>();
  const [a, b, c] = ['a', 'b', 'c'].map((digit) => digit.repeat(64)) as [string, string, string];
  const captures = [
    await toCapture(1, MATCH, a, blobs),
    await toCapture(2, liked, b, blobs),
    await toCapture(3, shared, c, blobs),
    await toCapture(4, MATCH, a, blobs),
  ];
  const at = '2026-11-22T12:16:00.000Z';
  const records: EvidenceRecord[] = [
    {
      version: 1,
      type: 'genesis',
      body: {
        logId: '0198f3c0-0000-7000-8000-000000000001',
        startedAt: at,
        keyFingerprint: await fingerprint(key),
        software: 'Netra 0.1.0',
      },
    },
    ...captures.map((body): EvidenceRecord => ({ version: 1, type: 'capture', body })),
    {
      version: 1,
      type: 'decision',
      body: { findingId: a, verdict: 'confirmed', note: 'Tautan dibuka ulang, komentar masih ada.', decidedAt: at },
    },
    { version: 1, type: 'decision', body: { findingId: b, verdict: 'set-aside', note: 'Pemilik akun belum pasti.', decidedAt: at } },
    { version: 1, type: 'handover', body: { bundleId: BUNDLE_ID, exportedAt: at, findingIds: [a, b, c] } },
  ];
  const sealed: SealedRecord[] = [];
  for (const record of records) sealed.push(await seal(change(record), sealed.at(-1) ?? null, at));
  return {
    bundleId: BUNDLE_ID,
    createdAt: '2026-11-22T12:20:00.000Z',
    lines: sealed.map((one) => one.line),
    records: sealed,
    readBlob: async (hash) => blobs.get(hash) ?? Promise.reject(new Error(`no blob ${hash}`)),
    key,
    software: 'Netra 0.1.0',
    meta: { organization: 'Pemantau Contoh', collector: 'pemantau-07', description: 'Pengawasan netralitas, minggu ke-3' },
    blobs,
  };
}
