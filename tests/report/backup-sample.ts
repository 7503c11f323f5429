// A log whose last record is that of its backup, and all that goes into it.
import { createHash } from 'node:crypto';
import { createHeir } from '../../src/evidence/heir.ts';
import { fingerprint } from '../../src/evidence/keys.ts';
import { seal } from '../../src/evidence/seal.ts';
import { sha256 } from '../../src/lib/hash.ts';
import type { PackedLists, PackedSettings } from '../../src/model/backup.ts';
import type { SealedRecord } from '../../src/model/evidence.ts';
import type { LinkStep } from '../../src/model/link.ts';
import type { BackupInput } from '../../src/report/backup-write.ts';
import { toInput } from './sample.ts';

export const MADE_AT = '2026-11-23T01:00:00.000Z';
export const BACKUP_ID = '0198f3c0-5555-7000-8000-000000000001';
export const SECRET = 'kuda hijau makan di pasar';

export const LINKS: LinkStep[] = [
  {
    linkId: '0198f3c0-6666-7000-8000-000000000001',
    at: MADE_AT,
    kind: 'seen',
    account: { platform: 'x', id: '17', handle: 'budi_contoh' },
  },
];
export const PICTURE = new TextEncoder().encode('gambar profil');
export const PICTURE_HASH = createHash('sha256').update(PICTURE).digest('hex');
LINKS.push({
  linkId: '0198f3c0-6666-7000-8000-000000000002',
  at: MADE_AT,
  kind: 'proposed',
  by: 'Pemantau Satu',
  account: { platform: 'x', id: null, handle: 'dewi' },
  person: { person: 'Dewi Contohwati', unit: 'Dinas', status: 'PNS', numberEnd: null, listId: null },
  band: 'strong',
  reasons: [],
  shown: { url: 'https://x.com/dewi', name: 'Dewi', words: '' },
  statement: 'Biodata menyebut dinas.',
  picture: { role: 'screenshot', hash: PICTURE_HASH, bytes: PICTURE.length, mediaType: 'image/png', width: 1, height: 1, madeFrom: null },
});
export const LISTS: PackedLists = {
  campaigns: [
    {
      listId: '0198f3c0-7777-7000-8000-000000000001',
      kind: 'campaign',
      file: 'kampanye.csv',
      importedAt: MADE_AT,
      watched: [],
      words: [],
      refused: 0,
      isOn: true,
    },
  ],
  registry: [],
};
export const SETTINGS: PackedSettings = { settings: { language: 'id' }, ruleBook: null, signers: [] };

export async function toBackupInput(): Promise<BackupInput & { rows: SealedRecord[]; blobs: Map<string, Uint8Array> }> {
  const { records, key, blobs } = await toInput();
  const heir = await createHeir();
  const rows: SealedRecord[] = [...records];
  const last = rows.at(-1) as SealedRecord;
  const body = {
    backupId: BACKUP_ID,
    startedAt: MADE_AT,
    size: rows.length,
    head: await sha256(last.line),
    heirFingerprint: await fingerprint(heir.pair),
  };
  rows.push(await seal({ version: 1, type: 'backup', body }, last, MADE_AT));
  return {
    backupId: BACKUP_ID,
    madeAt: MADE_AT,
    software: 'Netra 0.1.0',
    size: rows.length,
    records: async (seqs) => seqs.flatMap((seq) => rows[seq] ?? []),
    blob: async (hash) => blobs.get(hash) ?? null,
    key,
    heir,
    links: LINKS,
    picture: async (hash) => (hash === PICTURE_HASH ? PICTURE : null),
    lists: LISTS,
    settings: SETTINGS,
    rows,
    blobs,
  };
}
