// A journal on files in memory, an anchor, and a browser session: what a safeguard stands on, with faults to order.
import type { SealedRecord } from '../../src/model/evidence.ts';
import type { Anchor, AnchorPort } from '../../src/store/anchor.ts';
import { openRows } from '../../src/store/boxes.ts';
import { NetraDb } from '../../src/store/db.ts';
import type { EvidenceFormat } from '../../src/store/guard.ts';
import type { Journal } from '../../src/store/journal.ts';

import type { RandomFile } from '../../src/store/journal-frames.ts';
import { type JournalPairs, openJournalPairs } from '../../src/store/journal-pairs.ts';
import type { Holds } from '../../src/store/restore.ts';
import { openSafeguard, type Safeguard } from '../../src/store/safeguard.ts';
import { NO_VAULT, type Sealer } from '../../src/store/sealer.ts';
import type { Space } from '../../src/store/space.ts';
import { AT, type Failure, failAt, format } from './sample.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** Fails at the nth operation of all kinds, counted over everything that shares it. torn: half of a write is done first. */
export class Faults {
  calls = 0;
  nth = Number.POSITIVE_INFINITY;
  torn = false;
  /** Everything after the fault fails as well: a disk that stays full. */
  stays = false;
  hit(): boolean {
    this.calls++;
    return this.calls === this.nth || (this.stays && this.calls > this.nth);
  }
}

const full = () => new DOMException('penyimpanan penuh', 'QuotaExceededError');

/** A file in memory: what a kill leaves is what was written. */
export class MemoryFile implements RandomFile {
  bytes: Bytes = new Uint8Array();
  faults: Faults;
  constructor(faults: Faults) {
    this.faults = faults;
  }
  size() {
    return this.bytes.length;
  }
  read(at: number, length: number) {
    return this.bytes.slice(at, at + length);
  }
  write(at: number, given: Bytes) {
    const fails = this.faults.hit();
    const part = fails ? given.subarray(0, this.faults.torn ? given.length >> 1 : 0) : given;
    const next = new Uint8Array(Math.max(this.bytes.length, at + part.length));
    next.set(this.bytes);
    next.set(part, at);
    if (part.length > 0) this.bytes = next;
    if (fails) throw full();
  }
  truncate(size: number) {
    if (this.faults.hit()) throw full();
    this.bytes = this.bytes.slice(0, size);
  }
  flush() {
    if (this.faults.hit()) throw full();
  }
}

export class Computer {
  readonly faults = new Faults();
  readonly records = new MemoryFile(this.faults);
  readonly blobs = new MemoryFile(this.faults);
  readonly second = { records: new MemoryFile(this.faults), blobs: new MemoryFile(this.faults) };
  /** The vault's: none, unless a test gives one. */
  sealer: () => Promise<Sealer> = async () => NO_VAULT;
  readonly name: string;
  anchor: unknown = null;
  ballast = 0;
  space: Space | null = { quota: 50e9, usage: 1e6 };
  hasJournal = true;
  /** Runs before what was read for a new journal is written to it. */
  beforeCopy: () => Promise<void> = async () => undefined;
  /** Whether a restore is at work: none ever, unless a test gives one. */
  hold: Holds = { alone: (run) => run(), isHeld: async () => false };
  session = { opened: false, stopped: false };

  constructor(name: string) {
    this.name = name;
  }

  files(): JournalPairs {
    return openJournalPairs([{ records: this.records, blobs: this.blobs }, this.second]);
  }

  /** The records of the second copy, opened. */
  async copied(): Promise<SealedRecord[]> {
    return openRows((await this.files().page(0)).records, await this.sealer());
  }

  anchorPort(): AnchorPort {
    return {
      load: async () => this.anchor,
      save: async (next: Anchor) => {
        if (this.faults.hit()) throw full();
        this.anchor = structuredClone(next);
      },
    };
  }

  /** The browser is started anew. */
  restart(): void {
    this.session = { opened: false, stopped: false };
  }

  /** The background is started anew, on its own connection. `nth` fails from now on. */
  start(own: EvidenceFormat = format, scrubs = false): { guard: Safeguard; db: NetraDb } {
    const db = new NetraDb(this.name);
    const files = this.files();
    const journal: Journal = {
      ...files,
      appendAnew: async (...given) => {
        await this.beforeCopy();
        await files.appendAnew(...given);
      },
      ballast: async (bytes) => {
        this.ballast = bytes;
      },
    };
    const guard = openSafeguard({
      db,
      format: own,
      connect: async () => (this.hasJournal ? journal : Promise.reject(new Error('no worker'))),
      sealer: () => this.sealer(),
      anchor: this.anchorPort(),
      hold: this.hold,
      session: {
        isOpened: async () => this.session.opened,
        markOpened: async () => {
          this.session.opened = true;
        },
        isStopped: async () => this.session.stopped,
        markStopped: async () => {
          this.session.stopped = true;
        },
      },
      space: async () => this.space,
      scrubs,
      now: () => new Date(AT),
    });
    return { guard, db };
  }

  /** Counts the database's calls among the faults as well. */
  failDatabase(db: NetraDb, how: Failure): void {
    failAt(db, this.faults, how);
  }
}
