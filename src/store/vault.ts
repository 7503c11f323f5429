// The lock on what is kept: one random key seals, and a passphrase or the recovery sheet opens that key. Forgetting both is final.
import {
  importKey,
  nameUnder,
  newRecoveryCode,
  openBytes,
  parseRecoveryCode,
  ROUNDS,
  randomBytes,
  sealBytes,
  stretch,
} from '../lib/passphrase.ts';
import type { Opened, VaultRecord, VaultSession, VaultState } from '../model/vault.ts';
import { isPlain, Locked, LockLost, type OpenKey, type Sealer, sealWith } from './sealer.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** Where the vault's record and the open key are kept. */
export interface VaultPorts {
  load(): Promise<VaultRecord | null>;
  save(record: VaultRecord | null): Promise<void>;
  /** Memory only. */
  loadSession(): Promise<VaultSession | null>;
  saveSession(session: VaultSession | null): Promise<void>;
  /** Whether something lies here that a vault sealed; nothing if missing. Asked where there is no record. */
  hasSealed?(): Promise<boolean>;
  now(): Date;
}

export interface Vault {
  /** @throws Locked, LockLost */
  sealer(): Promise<Sealer>;
  state(): Promise<VaultState>;
  /** Sets the first passphrase and leaves the vault open. Gives the recovery code, which is never shown again. @throws LockLost */
  create(passphrase: string): Promise<string>;
  unlock(passphrase: string): Promise<Opened>;
  /** Opens with the recovery sheet and sets a new passphrase. */
  recover(code: string, passphrase: string): Promise<Opened>;
  /** Only the key's own box is written anew: nothing else that was sealed changes. */
  change(old: string, passphrase: string): Promise<Opened>;
  /** A new recovery sheet; the old one opens nothing from then on. Null while it is not open. */
  renewRecovery(): Promise<string | null>;
  lock(): Promise<void>;
  /** Locks if nobody used it for the set time. Gives whether it was locked. */
  lockIfIdle(): Promise<boolean>;
  /** The monitor is at work: the time until it locks itself begins anew. */
  touch(): Promise<void>;
  autoLock(minutes: number): Promise<void>;
  minutes(): Promise<number | null>;
  /** When the lock was set; null if there is none. */
  createdAt(): Promise<string | null>;
  /** Sealed if there is a vault, else as it is; which of the two stands in the first byte. @throws Locked */
  wrap(bytes: Bytes, purpose: string): Promise<Bytes>;
  /** @throws Locked, WrongBox */
  unwrap(box: Bytes, purpose: string): Promise<Bytes>;
}

/** Seconds to wait after so many wrong tries in a row. Nothing is ever deleted: a guesser must not be able to destroy evidence. */
const WAITS = [0, 0, 0, 5, 15, 30, 60, 120, 300, 600] as const;
const KEY = 'netra-vault-key';
const NAMES = 'netra-finding-names-1';
/** What keys of lists are sealed for. */
export const LIST_KEY = 'netra-registry-key-1';
const DEFAULT_MINUTES = 30;
const TOUCH_MS = 30_000;

const toText = (bytes: Bytes) => btoa(String.fromCharCode(...bytes));
const fromText = (text: string): Bytes => Uint8Array.from(atob(text), (char) => char.charCodeAt(0));

export function openVault(ports: VaultPorts, rounds = ROUNDS): Vault {
  async function box(secret: string, key: Bytes): Promise<VaultRecord['byPassphrase']> {
    const salt = randomBytes(16);
    return { salt: toText(salt), rounds, sealed: toText(await sealBytes(await stretch(secret, salt, rounds), key, KEY)) };
  }
  const unbox = async (secret: string, { salt, rounds: made, sealed }: VaultRecord['byPassphrase']) =>
    openBytes(await stretch(secret, fromText(salt), made), fromText(sealed), KEY);
  // Asked for at every record: made once for a key.
  let made: ({ readonly key: string } & OpenKey) | null = null;

  // Nothing gets sealed while there is no record: asked once, and again after there was one.
  let isNew = false;
  async function isLost(record: VaultRecord | null): Promise<boolean> {
    if (record !== null) isNew = false;
    else isNew ||= !((await ports.hasSealed?.()) ?? false);
    return record === null && !isNew;
  }

  async function sealer(): Promise<Sealer> {
    const record = await ports.load();
    if (await isLost(record)) throw new LockLost();
    const session = record === null ? null : await ports.loadSession();
    if (record !== null && session === null) throw new Locked();
    if (session !== null && made?.key !== session.key) {
      const key = fromText(session.key);
      made = { key: session.key, own: await importKey(key), name: await nameUnder(key, NAMES) };
    }
    return sealWith(session === null ? null : made, record?.createdAt ?? null);
  }

  const stamp = () => ports.now().toISOString();
  const setOpen = (key: Bytes) => ports.saveSession({ key: toText(key), usedAt: stamp() });

  async function openKey(): Promise<Bytes | null> {
    const session = await ports.loadSession();
    return session === null ? null : fromText(session.key);
  }

  /** Tries a secret, and counts it where it is wrong. */
  async function attempt(secret: string, of: (record: VaultRecord) => VaultRecord['byPassphrase']): Promise<Bytes | Opened> {
    const record = await ports.load();
    if (record === null) return { refused: 'wrong' };
    const wait = WAITS[Math.min(record.wrongTries, WAITS.length - 1)] ?? 0;
    const since = record.lastWrongAt === null ? wait : (ports.now().getTime() - Date.parse(record.lastWrongAt)) / 1000;
    // A clock that was set back must not lock the owner out for years.
    if (since >= 0 && since < wait) return { refused: 'wait', seconds: Math.ceil(wait - since) };
    // Counted before it is tried: a browser killed in between must not give free tries.
    await ports.save({ ...record, wrongTries: record.wrongTries + 1, lastWrongAt: stamp() });
    const key = await unbox(secret, of(record));
    if (key === null) return { refused: 'wrong' };
    await ports.save({ ...record, wrongTries: 0, lastWrongAt: null });
    return key;
  }

  async function reset(key: Bytes, passphrase: string): Promise<void> {
    const record = await ports.load();
    if (record === null) return;
    await ports.save({ ...record, byPassphrase: await box(passphrase, key), changedAt: stamp(), wrongTries: 0, lastWrongAt: null });
    await setOpen(key);
  }

  const vault: Vault = {
    async state() {
      const record = await ports.load();
      if (record === null) return (await isLost(record)) ? 'lost' : 'none';
      return (await ports.loadSession()) === null ? 'locked' : 'open';
    },
    async create(passphrase) {
      const there = await ports.load();
      if (there !== null) throw new Error('a vault is there already');
      // A second key would hide for good that the first is missing.
      if (await isLost(there)) throw new LockLost();
      const key = randomBytes(32);
      const code = await newRecoveryCode();
      const at = stamp();
      await ports.save({
        version: 1,
        byPassphrase: await box(passphrase, key),
        byRecovery: await box(code, key),
        createdAt: at,
        changedAt: at,
        wrongTries: 0,
        lastWrongAt: null,
        autoLockMinutes: DEFAULT_MINUTES,
        saves: 0,
      });
      await setOpen(key);
      return code;
    },
    async unlock(passphrase) {
      const key = await attempt(passphrase, (record) => record.byPassphrase);
      if (!(key instanceof Uint8Array)) return key;
      await setOpen(key);
      return 'open';
    },
    async recover(text, passphrase) {
      // A misread sign is no guess: it is told before it counts.
      const code = await parseRecoveryCode(text);
      if (code === null) return { refused: 'misread' };
      const key = await attempt(code, (record) => record.byRecovery);
      if (!(key instanceof Uint8Array)) return key;
      await reset(key, passphrase);
      return 'open';
    },
    async change(old, passphrase) {
      const key = await attempt(old, (record) => record.byPassphrase);
      if (!(key instanceof Uint8Array)) return key;
      await reset(key, passphrase);
      return 'open';
    },
    async renewRecovery() {
      const [record, key] = [await ports.load(), await openKey()];
      if (record === null || key === null) return null;
      const code = await newRecoveryCode();
      await ports.save({ ...record, byRecovery: await box(code, key) });
      return code;
    },
    lock: () => ports.saveSession(null),
    async lockIfIdle() {
      const [record, session] = [await ports.load(), await ports.loadSession()];
      if (record === null || session === null) return false;
      const idle = ports.now().getTime() - Date.parse(session.usedAt);
      if (idle >= 0 && idle < record.autoLockMinutes * 60_000) return false;
      await ports.saveSession(null);
      return true;
    },
    async touch() {
      const session = await ports.loadSession();
      // Not at every word: each write tells every page that watches.
      if (session !== null && Math.abs(ports.now().getTime() - Date.parse(session.usedAt)) >= TOUCH_MS)
        await ports.saveSession({ ...session, usedAt: stamp() });
    },
    async autoLock(minutes) {
      const record = await ports.load();
      if (record !== null) await ports.save({ ...record, autoLockMinutes: minutes });
    },
    minutes: async () => (await ports.load())?.autoLockMinutes ?? null,
    createdAt: async () => (await ports.load())?.createdAt ?? null,
    sealer,
    wrap: async (bytes, purpose) => (await sealer()).wrap(bytes, purpose),
    async unwrap(box, purpose) {
      // What was never sealed is read also while it is locked.
      if (isPlain(box)) return box.slice(1);
      return (await sealer()).unwrap(box, purpose);
    },
  };
  return vault;
}

/** The vault as that which seals one kind of thing. */
export function sealerOf(vault: Vault, purpose: string): { wrap(bytes: Bytes): Promise<Bytes>; unwrap(box: Bytes): Promise<Bytes> } {
  return { wrap: (bytes) => vault.wrap(bytes, purpose), unwrap: (box) => vault.unwrap(box, purpose) };
}
