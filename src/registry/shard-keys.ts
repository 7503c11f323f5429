// The keyed digest of an account: where it stands in a list's index, and what opens its details. Knows no files.
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';

/** Secret bytes of one generation of a list: 32 to find, 16 to open. */
export const LIST_KEY_BYTES = 48;
/** Bytes of a digest that place an account in the index, and bytes that open its details: the two never overlap. */
export const PLACE_BYTES = 11;
export const OPEN_BYTES = 16;
const OPEN_AT = 32 - OPEN_BYTES;

export interface ListKeys {
  /** Digest of an account's key, as account-key.ts writes it, in UTF-8 in `bytes`: PLACE_BYTES into `out` from `at`, then OPEN_BYTES. */
  digest(bytes: Uint8Array, from: number, length: number, out: Uint8Array, at: number): void;
  /** The cipher's key from an account's opening bytes. The same memory each time. */
  toCipherKey(opening: Uint8Array, at?: number): Uint8Array;
}

/** @param secret LIST_KEY_BYTES random bytes */
export function keysFrom(secret: Uint8Array): ListKeys {
  if (secret.length !== LIST_KEY_BYTES) throw new Error(`a list key of ${secret.length} bytes`);
  // The state after the key's own block is copied for each account: half of the work is done once.
  const base = hmac.create(sha256, secret.subarray(0, 32));
  let state = base.clone();
  const opener = secret.slice(32);
  const whole = new Uint8Array(32);
  const key = new Uint8Array(32);
  key.set(opener, OPEN_BYTES);
  return {
    digest(bytes, from, length, out, at) {
      state = base._cloneInto(state);
      state.update(bytes.subarray(from, from + length));
      state.digestInto(whole);
      for (let i = 0; i < PLACE_BYTES; i++) out[at + i] = whole[i] as number;
      for (let i = 0; i < OPEN_BYTES; i++) out[at + PLACE_BYTES + i] = whole[OPEN_AT + i] as number;
    },
    toCipherKey(opening, at = 0) {
      for (let i = 0; i < OPEN_BYTES; i++) key[i] = opening[at + i] as number;
      return key;
    },
  };
}
