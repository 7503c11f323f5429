// What seals and opens once the vault's key is known. The first byte of a box says whether it is sealed at all.
import { openBytes, sealBytes } from '../lib/passphrase.ts';

type Bytes = Uint8Array<ArrayBuffer>;

const PLAIN = 0;
const SEALED = 1;

/** Raised where something sealed is wanted while the vault is locked. */
export class Locked extends Error {
  /** Why nothing is kept meanwhile, in the words of the model. */
  readonly refusal: 'locked' | 'storage-unsound' = 'locked';
  constructor(text = 'Netra terkunci. Buka kuncinya di panel atau di Pengaturan.') {
    super(text);
  }
}

/** Raised where something sealed lies here and the vault's record is nowhere: no passphrase opens it, and nothing may be written open beside it. */
export class LockLost extends Locked {
  override readonly refusal = 'storage-unsound';
  constructor() {
    super(
      'Catatan kunci Netra hilang dari peramban ini, jadi bukti dan daftar yang tersandi tidak dapat dibuka. Jangan hapus apa pun: buka “Temuan & ekspor” untuk langkah berikutnya.',
    );
  }
}

/** Raised where a box cannot be opened with the vault's key: damaged, or of another computer. */
export class WrongBox extends Error {
  constructor() {
    super('Data tersandi ini rusak atau berasal dari kunci lain.');
  }
}

/** Seals and opens with the key as it is now: for many things at once, and for work that a lock must not cut in half. */
export interface Sealer {
  /** When the vault was made, which tells it from any other; null where there is none and nothing is sealed. */
  readonly vault: string | null;
  wrap(bytes: Bytes, purpose: string): Promise<Bytes>;
  /** @throws Locked, WrongBox */
  unwrap(box: Bytes, purpose: string): Promise<Bytes>;
  /** A name that says nothing to whoever has not the key; the text itself where there is no vault. */
  name(text: string): Promise<string>;
}

/** What came of a reading, or that it is locked. Other errors stay errors. */
export async function orLocked<T>(reading: Promise<T>): Promise<T | 'locked'> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof Locked) return 'locked';
    throw error;
  }
}

export interface OpenKey {
  readonly own: CryptoKey;
  readonly name: Sealer['name'];
}

/** Whether a box was never sealed: it was kept while there was no vault. */
export const isPlain = (box: Bytes): boolean => box[0] === PLAIN;

/** @param open null: there is no vault */
export function sealWith(open: OpenKey | null, vault: string | null): Sealer {
  return {
    vault,
    wrap: async (bytes, purpose) => (open === null ? tagged(PLAIN, bytes) : tagged(SEALED, await sealBytes(open.own, bytes, purpose))),
    async unwrap(box, purpose) {
      if (isPlain(box)) return box.slice(1);
      if (box[0] !== SEALED) throw new WrongBox();
      if (open === null) throw new Locked();
      const bytes = await openBytes(open.own, box.subarray(1), purpose);
      if (bytes === null) throw new WrongBox();
      return bytes;
    },
    name: async (text) => (open === null ? text : open.name(text)),
  };
}

/** Where there is no vault at all. */
export const NO_VAULT: Sealer = sealWith(null, null);

function tagged(tag: number, bytes: Bytes): Bytes {
  const made = new Uint8Array(bytes.length + 1);
  made[0] = tag;
  made.set(bytes, 1);
  return made;
}
