// The database: its tables and versions. Evidence rows are added and read, never updated.
import Dexie, { type Table } from 'dexie';
import type { GuardedAccount, WatchedAccount, WatchedWord } from '../model/account.ts';
import type { Finding } from '../model/finding.ts';
import type { RegistryList } from '../model/registry.ts';
import type { KeptBlob, View } from './boxes.ts';
import type { LogRow } from './rows.ts';

/** One imported list file. Rows are kept whole in one record: one row a record would cost a hundred times as long. */
export interface ListRow {
  readonly listId: string;
  readonly kind: 'guarded' | 'campaign';
  readonly file: string;
  readonly importedAt: string;
  readonly guarded: readonly GuardedAccount[];
  readonly watched: readonly WatchedAccount[];
  readonly words: readonly WatchedWord[];
  /** How many rows of the file were refused. */
  readonly refused: number;
}

export interface KeyRow {
  readonly name: 'signing';
  readonly pair: CryptoKeyPair;
}

/** One step of a tie between an account and a person, sealed. */
export interface LinkRow {
  readonly seq: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/**
 * What the store says of itself: `generation` (its random name), `session` (browser sessions it was opened in), `erasing` (from this
 * record on erasures may be unfinished; missing: none is), `stale` (the findings are behind the log), `vault` (a second copy of the
 * vault's record), `sealed` (the vault under whose key everything was sealed), `restoring` (a backup is being put back: restore.ts),
 * `ties` (the last step of a tie that the journal has as well).
 */
export interface MetaRow {
  readonly name: 'generation' | 'session' | 'erasing' | 'stale' | 'vault' | 'sealed' | 'restoring' | 'ties';
  readonly value: string | number;
}

/** A list of the registry that is in use, and which folder holds it: changed in one step, so that the old or the new one is whole. */
export interface RegistryEntry {
  readonly listId: string;
  /** Names the folder and the key. */
  readonly generation: string;
  readonly manifestHash: string;
  readonly list: RegistryList;
}

/** The secret of one generation of a list, as the vault wraps it. */
export interface RegistryKeyRow {
  readonly generation: string;
  readonly wrapped: Uint8Array<ArrayBuffer>;
}

/** Records at a time: memory does not grow with the log. */
const CHUNK = 500;

export class NetraDb extends Dexie {
  log!: Table<LogRow, number>;
  blobs!: Table<KeptBlob, string>;
  /** The findings: a view of the log for quick reading, which can be made anew from it at any time. */
  views!: Table<View, string>;
  /** The findings as earlier versions kept them, until they are put into `views`. */
  findings!: Table<Finding, string>;
  lists!: Table<ListRow, string>;
  keys!: Table<KeyRow, string>;
  links!: Table<LinkRow, number>;
  registry!: Table<RegistryEntry, string>;
  registryKeys!: Table<RegistryKeyRow, string>;
  meta!: Table<MetaRow, string>;
  /** Thrown away as soon as it is written (scrub.ts). */
  scrub!: Table<{ readonly n: number; readonly bytes: Uint8Array<ArrayBuffer> }, number>;

  constructor(name = 'netra') {
    // Strict: `complete` fires once the data is on disk. Chrome's default has been relaxed since 121.
    super(name, { chromeTransactionDurability: 'strict' });
    this.version(1).stores({ log: 'seq', blobs: 'hash', findings: 'findingId, status', lists: 'listId, kind', keys: 'name' });
    this.version(2).stores({ links: 'seq', meta: 'name', scrub: 'n' });
    this.version(3).stores({ registry: 'listId', registryKeys: 'generation' });
    this.version(4).stores({ views: 'name' });
  }
}

/** All rows of the database from a number on, some at a time. */
export async function* rowsFrom(db: NetraDb, seq: number): AsyncGenerator<readonly LogRow[]> {
  for (let from = seq; ; ) {
    const rows = await db.log.where('seq').aboveOrEqual(from).limit(CHUNK).toArray();
    const last = rows.at(-1);
    if (last === undefined) return;
    yield rows;
    from = last.seq + 1;
  }
}
