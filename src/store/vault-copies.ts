// The vault's record, kept three times: without it everything that was sealed would be lost for good. A copy that is newer than the one
// in storage.local, or the only one, is put back.
import { type VaultRecord, vaultRecordSchema } from '../model/vault.ts';
import { JOURNAL_FOLDER } from './journal-worker.ts';
import { inTable } from './raw-table.ts';
import { findSealed } from './sealed-left.ts';
import type { VaultPorts } from './vault.ts';

export interface VaultCopy {
  /** What lies there; null where there is none. */
  load(): Promise<unknown>;
  save(record: VaultRecord): Promise<void>;
}

const parse = (kept: unknown): VaultRecord | null => vaultRecordSchema.safeParse(kept).data ?? null;

const isNewer = (one: VaultRecord | null, other: VaultRecord | null): boolean =>
  one !== null && (other === null || (one.createdAt === other.createdAt && one.saves > other.saves));

/** The same ports over three places. The copies are looked at once, at the first question, and whenever the record is gone again. */
export function keepThrice(
  first: VaultPorts,
  copies: readonly VaultCopy[] = [inDatabase(), besideJournal()],
  hasSealed: () => Promise<boolean> = findSealed,
): VaultPorts {
  let looked: Promise<void> | null = null;
  let wasThere = false;

  async function putRight(): Promise<void> {
    const found = await Promise.all(copies.map(async (copy) => parse(await copy.load().catch(() => null))));
    let newest: VaultRecord | null = null;
    for (const one of found) if (isNewer(one, newest)) newest = one;
    // Read last: it may have been written while the copies were looked at.
    const own = await first.load();
    if (newest !== null && isNewer(newest, own)) await first.save(newest);
    const best = isNewer(newest, own) ? newest : own;
    if (best === null) return;
    await Promise.all(copies.map((copy, at) => (isNewer(best, found[at] ?? null) ? copy.save(best).catch(() => undefined) : undefined)));
  }

  const load = async () => {
    looked ??= putRight();
    await looked;
    let own = await first.load();
    if (own === null && wasThere) {
      await putRight();
      own = await first.load();
    }
    wasThere = own !== null;
    return own;
  };
  return {
    ...first,
    load,
    hasSealed,
    async save(record) {
      if (record === null) return first.save(null);
      const next = { ...record, saves: ((await load())?.saves ?? record.saves) + 1 };
      await first.save(next);
      await Promise.all(copies.map((copy) => copy.save(next).catch(() => undefined)));
    },
  };
}

/** A row of the database. */
export function inDatabase(name = 'netra'): VaultCopy {
  return {
    async load() {
      const row = (await inTable(name, 'meta', 'readonly', (meta) => meta.get('vault'))) as { value?: unknown } | null | undefined;
      return typeof row?.value === 'string' ? JSON.parse(row.value) : null;
    },
    async save(record) {
      await inTable(name, 'meta', 'readwrite', (meta) => meta.put({ name: 'vault', value: JSON.stringify(record) }));
    },
  };
}

const FILE = 'vault.json';

/** A file of its own beside the journal's. */
export function besideJournal(): VaultCopy {
  const folder = async () => (await navigator.storage.getDirectory()).getDirectoryHandle(JOURNAL_FOLDER, { create: true });
  return {
    async load() {
      const text = await (await (await (await folder()).getFileHandle(FILE)).getFile()).text();
      return JSON.parse(text);
    },
    async save(record) {
      const out = await (await (await folder()).getFileHandle(FILE, { create: true })).createWritable();
      await out.write(JSON.stringify(record));
      await out.close();
    },
  };
}
