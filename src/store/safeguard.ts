// Watches over the evidence: compares the three places at the start, heals what one interrupted append leaves, refuses to write
// where anything else is amiss, and keeps second copy, anchor and room on the disk while evidence is kept.
import { sha256 } from '../lib/hash.ts';
import type { Recovery } from '../model/evidence.ts';
import type { Rescued, StorageState } from '../model/storage.ts';
import { type Anchor, type AnchorPort, parseAnchor } from './anchor.ts';
import type { NetraDb } from './db.ts';
import { type EvidenceStore, openEvidence } from './evidence.ts';
import { freshenFindings } from './findings.ts';
import { findDatabase } from './found.ts';
import { type EvidenceFormat, type Guard, StorageRefused } from './guard.ts';
import type { Journal } from './journal.ts';
import { rebuild } from './rescue.ts';
import { dropHalf, findRestore, type Holds } from './restore.ts';
import { scrub } from './scrub.ts';
import { Locked, LockLost, type Sealer } from './sealer.ts';
import { isUnsealed, type Progress, sealAll } from './sealing.ts';
import { type Start, settlePlaces } from './settle.ts';
import { BALLAST, judgeSpace, type Space } from './space.ts';
import { type FoundJournal, judgeStores } from './startup.ts';
import { settleTies } from './ties-copy.ts';

export interface SafeguardPorts {
  readonly db: NetraDb;
  readonly format: EvidenceFormat;
  /** Reaches the worker that holds the journal. */
  readonly connect: () => Promise<Journal>;
  readonly anchor: AnchorPort;
  /** Tells whether a restore is at work; the browser's own locks if missing. */
  readonly hold?: Holds;
  /** The vault's. @throws Locked */
  readonly sealer: () => Promise<Sealer>;
  /** What lasts as long as the browser runs. */
  readonly session: {
    isOpened(): Promise<boolean>;
    markOpened(): Promise<void>;
    isStopped(): Promise<boolean>;
    markStopped(): Promise<void>;
  };
  /** Null where the browser does not tell. */
  readonly space: () => Promise<Space | null>;
  /** Whether this browser's database wants its log renewed at the first open of a session. */
  readonly scrubs: boolean;
  readonly now: () => Date;
}

export interface Safeguard {
  readonly evidence: EvidenceStore;
  /** Resolves once the places are compared. Never fails. */
  state(): Promise<StorageState>;
  /** Rebuilds the database from the journal. Null where there is nothing to repair or it cannot be repaired. */
  rescue(): Promise<Rescued | null>;
  /** To be called once a restore has reached its end: looks through the storage anew, and makes the second copy. */
  restored(): Promise<StorageState>;
  /** To be called once a step of a tie was kept: it gets its second copy. Where that fails, the next start makes it. */
  tied(): Promise<void>;
  /** To be called whenever the vault may have been opened: seals what still lies as it was before it, and goes on where it was cut off. */
  opened(): Promise<void>;
}

const isWritable = ({ verdict }: Start) => verdict.condition === 'fresh' || verdict.condition === 'sound';

/** Conditions that a rebuilding from the journal ends. */
const REPAIRABLE: ReadonlySet<string> = new Set(['wiped', 'cut', 'rolled-back', 'key-lost']);

export function openSafeguard(ports: SafeguardPorts): Safeguard {
  const { db, format } = ports;
  let stopped = false;
  /** The findings may be behind the log: they could not be read at the start. */
  let isBehind = false;
  let sealing: Progress | null = null;
  let remains = false;
  let sealed: Promise<void> | null = null;
  let anchor: Anchor | null = null;
  let started: Promise<Start> | null = null;
  const start = (): Promise<Start> => {
    started ??= begin();
    return started;
  };

  /** Null while it is locked. */
  async function keys(): Promise<Sealer | null> {
    try {
      return await ports.sealer();
    } catch (error) {
      if (error instanceof Locked) return null;
      throw error;
    }
  }

  const isLockLost = () =>
    ports.sealer().then(
      () => false,
      (error: unknown) => error instanceof LockLost,
    );

  async function look(): Promise<Start> {
    const kept = parseAnchor(await ports.anchor.load().catch(() => null));
    const journal = await ports.connect().catch(() => null);
    const found: FoundJournal = await (journal?.open() ?? Promise.reject(new Error('no journal'))).then(
      (head) => ({ state: 'open', ...head }) as const,
      () => ({ state: 'unreadable' }) as const,
    );
    const verdict = await judgeStores(kept, await findDatabase(db), found);
    // Named before anything else that could be repaired: no repair can look into what it takes over.
    const isLost = verdict.condition !== 'newer' && verdict.condition !== 'unopenable' && (await isLockLost());
    return { verdict: isLost ? { ...verdict, condition: 'lock-lost', heal: null } : verdict, journal, found, anchor: kept };
  }

  async function begin(): Promise<Start> {
    stopped = await ports.session.isStopped().catch(() => false);
    const met = await meetRestore(await look());
    let seen = met.start;
    if (!isWritable(seen) || met.isOver) return seen;
    const isFirst = !(await ports.session.isOpened().catch(() => false));
    if (isFirst && ports.scrubs) {
      await scrub(db).catch(() => undefined);
      // Looked at once more: damage in files that were not read until now comes out while the browser renews its log.
      seen = { ...seen, verdict: await judgeStores(seen.anchor, await findDatabase(db), seen.found) };
      if (!isWritable(seen)) return seen;
    }
    const { journal } = seen;
    try {
      await settle(seen, isFirst);
      if (isFirst) {
        const space = judgeSpace(await ports.space().catch(() => null));
        await journal?.ballast(space === 'full' ? 0 : BALLAST).catch(() => undefined);
        await ports.session.markOpened();
      }
    } catch {
      await stop(journal);
    }
    return seen;
  }

  /** A restore that was cut off is thrown away, one that reached its end gets its second copy; while one is at work, nothing is touched. */
  async function meetRestore(seen: Start): Promise<{ readonly start: Start; readonly isOver: boolean }> {
    const canBeAsked = !['newer', 'unopenable', 'lock-lost'].includes(seen.verdict.condition);
    const restore = canBeAsked ? await findRestore(db, ports.hold) : null;
    if (restore === null) return { start: seen, isOver: false };
    if (restore === 'busy') {
      // Looked at again each time it is asked.
      started = null;
      return { start: { ...seen, verdict: { condition: 'fresh', heal: null, missing: null } }, isOver: true };
    }
    const whole: Start = { ...seen, verdict: { condition: 'sound', heal: 'begin', missing: null } };
    try {
      if (restore === 'left') await dropHalf(db);
      else await settle(whole, false).then(() => db.meta.delete('restoring'));
    } catch {
      // The mark stays: the next start goes on here.
      await stop(seen.journal);
      return { start: whole, isOver: true };
    }
    return { start: await look(), isOver: false };
  }

  async function settle(seen: Start, isFirst: boolean): Promise<void> {
    const next = await settlePlaces(db, format, seen, isFirst, await keys());
    isBehind = true;
    await freshen(await keys());
    await moveAnchor(next);
  }

  async function freshen(sealer: Sealer | null): Promise<void> {
    if (!isBehind || sealer === null) return;
    await freshenFindings(db, sealer);
    isBehind = false;
  }

  async function moveAnchor(next: Anchor): Promise<void> {
    await ports.anchor.save(next);
    anchor = next;
  }

  /** After a failed write nothing more is written in this session: room is given back for the browser's own repairs. */
  async function stop(journal: Journal | null): Promise<void> {
    stopped = true;
    await journal?.ballast(0).catch(() => undefined);
    await ports.session.markStopped().catch(() => undefined);
  }

  const guard: Guard = {
    async before(withImages) {
      const now = await start();
      const { journal } = now;
      if (!isWritable(now)) throw new StorageRefused('storage-unsound');
      if (stopped || journal === null) throw new StorageRefused('storage-stopped');
      if ((await db.meta.get('restoring')) !== undefined) throw new StorageRefused('restoring');
      if (isBehind) await freshen(await keys());
      if (withImages && judgeSpace(await ports.space().catch(() => null)) === 'full') throw new StorageRefused('disk-full');
    },
    async keep(sealed, blobs) {
      const { journal } = await start();
      try {
        await journal?.append(sealed, blobs);
      } catch (error) {
        await stop(journal);
        throw error;
      }
    },
    async erase(what) {
      await (await start()).journal?.erase(what);
    },
    async undo() {
      await (await start()).journal?.undo();
    },
    async kept(head) {
      if (anchor === null) return;
      await moveAnchor({ ...anchor, head: { seq: head.seq, hash: await sha256(head.line) } }).catch(() =>
        start().then(({ journal }) => stop(journal)),
      );
    },
    failed: async () => stop((await start()).journal),
  };
  const evidence = openEvidence(db, format, { guard, sealer: ports.sealer });

  async function sealUp(): Promise<void> {
    const now = await start();
    const sealer = await keys();
    if (!isWritable(now) || stopped || now.journal === null || sealer === null) return;
    await freshen(sealer);
    if (!(await isUnsealed(db, sealer))) return;
    try {
      const told = (progress: Progress) => {
        sealing = progress;
        remains ||= progress.total > 0;
        // A call of the browser's own keeps the background awake: it may be the only thing that is at work.
        void ports.session.isOpened().catch(() => undefined);
      };
      await sealAll({ db, journal: now.journal, sealer, alone: evidence.alone, told });
    } catch {
      await stop(now.journal);
    }
    sealing = null;
  }

  const safeguard: Safeguard = {
    evidence,
    async state() {
      const now = await start();
      const { verdict, found, journal } = now;
      // Counting takes long in a long log. Of a sound one the start has counted, and each append follows on.
      const counting = isWritable(now)
        ? db.log
            .orderBy('seq')
            .last()
            .then((last) => (last?.seq ?? -1) + 1)
        : db.log.count();
      const inDatabase = verdict.condition === 'unopenable' ? null : await counting.catch(() => null);
      return {
        condition: verdict.condition === 'fresh' && inDatabase !== 0 ? 'sound' : verdict.condition,
        missing: verdict.missing,
        inDatabase,
        // Of a sound store both have the same: every append goes to both.
        inJournal: found.state !== 'open' ? null : isWritable(now) ? inDatabase : (found.head?.seq ?? -1) + 1,
        stopped: stopped || journal === null,
        space: judgeSpace(await ports.space().catch(() => null)),
        locked: (await keys().catch(() => null)) === null,
        sealing,
        remains,
      };
    },
    restored() {
      started = null;
      return safeguard.state();
    },
    tied: () =>
      evidence.alone(async () => {
        const now = await start();
        if (isWritable(now) && !stopped && now.journal !== null) await settleTies(db, now.journal);
      }),
    opened() {
      sealed ??= sealUp().finally(() => {
        sealed = null;
      });
      return sealed;
    },
    async rescue() {
      const { verdict, journal, found, anchor: kept } = await start();
      const sealer = await keys();
      if (!REPAIRABLE.has(verdict.condition) || sealer === null) return null;
      const rebuilt = await rebuild(db, format, sealer, journal, found, kept);
      const at = ports.now().toISOString();
      const body: Recovery = { recoveredAt: at, why: verdict.condition as Recovery['why'], ...rebuilt.recovery };
      await settle({ verdict: { condition: 'sound', heal: 'begin', missing: null }, journal, found, anchor: kept }, false);
      started = Promise.resolve({ verdict: { condition: 'sound', heal: null, missing: null }, journal, found, anchor });
      await evidence.append([{ version: 1, type: 'recovery', body }], [], [], at);
      started = null;
      return rebuilt.rescued;
    },
  };
  return safeguard;
}
