// What a list's folder holds, and the hash of each file: SHA-256 over the SHA-256 of each mebibyte.
import { sha256, toHex } from '../lib/hash.ts';
import { type Manifest, manifestSchema } from '../model/manifest.ts';
import type { InFile } from './shard-folder.ts';

export const MANIFEST = 'manifest.json';
export const FILES = [
  'directory',
  'filter',
  'index',
  'namesDirectory',
  'namesIndex',
  'records',
] as const satisfies (keyof Manifest['files'])[];

const CHUNK = 1 << 20;

/** Hashes what passes by, in order. */
export class PassingHash {
  readonly #digests: Promise<ArrayBuffer>[] = [];
  #rest = new Uint8Array(CHUNK);
  #held = 0;
  size = 0;

  add(bytes: Uint8Array): void {
    this.size += bytes.length;
    for (let at = 0; at < bytes.length; ) {
      const part = bytes.subarray(at, at + CHUNK - this.#held);
      this.#rest.set(part, this.#held);
      this.#held += part.length;
      at += part.length;
      if (this.#held < CHUNK) continue;
      this.#digests.push(crypto.subtle.digest('SHA-256', this.#rest));
      this.#rest = new Uint8Array(CHUNK);
      this.#held = 0;
    }
  }

  async end(): Promise<{ size: number; hash: string }> {
    this.#digests.push(crypto.subtle.digest('SHA-256', this.#rest.slice(0, this.#held)));
    const all = new Uint8Array(this.#digests.length * 32);
    for (const [i, digest] of (await Promise.all(this.#digests)).entries()) all.set(new Uint8Array(digest), i * 32);
    return { size: this.size, hash: toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', all))) };
  }
}

/** The hash of a file as it stands on disk. */
export async function hashFile(file: InFile): Promise<{ size: number; hash: string }> {
  const hash = new PassingHash();
  for (let at = 0; at < file.size; at += 4 * CHUNK) hash.add(await file.read(at, Math.min(4 * CHUNK, file.size - at)));
  return hash.end();
}

/** The manifest, if the text is the one whose hash is known; else null. */
export async function readManifest(text: string, hash: string): Promise<Manifest | null> {
  if ((await sha256(text)) !== hash) return null;
  try {
    const parsed = manifestSchema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
