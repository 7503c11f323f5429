// "Paket register": an office's list in one signed, sealed file. What is inside can be matched against an account, and not listed.

import { sha256 } from '@noble/hashes/sha2.js';
import { Decrypter, Encrypter } from 'age-encryption';
import { toHex } from '../lib/hash.ts';
import { type PackageHead, packageHeadSchema } from '../model/registry.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** Who may open it: everybody who knows a passphrase, or the holders of age keys ("age1…"). */
export type ForWhom = { readonly passphrase: string } | { readonly recipients: readonly string[] };
export type With = { readonly passphrase: string } | { readonly identity: string };

/** Why a package was not taken. Nothing of it is kept then. */
export type PackageRefusal =
  | 'not-a-package' // another kind of file
  | 'wrong-secret' // the passphrase or key does not open it
  | 'damaged' // a part was changed or is missing
  | 'unsigned' // the signature does not belong to its content
  | 'newer' // made by a later version of Netra
  | 'own-list'; // a list of this id was made on this computer

export class PackageRefused extends Error {
  readonly refusal: PackageRefusal;
  constructor(refusal: PackageRefusal) {
    super(refusal);
    this.refusal = refusal;
  }
}

export interface PackageFile {
  readonly name: string;
  readonly open: () => ReadableStream<Uint8Array>;
}

export interface OpenedPackage {
  readonly head: PackageHead;
  /** Fingerprint of the key that signed it, "SHA256:…". */
  readonly signer: string;
  /** Hands on every file, piece by piece. @throws PackageRefused where a file is not what the signed head says */
  files(take: (name: string) => Promise<{ write(piece: Bytes): Promise<void>; close(): Promise<void> }>): Promise<void>;
}

const MAGIC = 'netra-paket-register-1\n';
const AGE = 'age-encryption.org/v1\n';
const MOST_HEAD_BYTES = 4_000_000;
const MOST_SIGNATURE_BYTES = 4000;

/**
 * Seals a list's files. The head is signed, and holds every file's sum: nothing can be changed without breaking the signature.
 * @param sign gives an SSHSIG text over the bytes
 */
export async function sealPackage(
  head: PackageHead,
  files: readonly PackageFile[],
  sign: (bytes: Bytes) => Promise<string>,
  forWhom: ForWhom,
): Promise<ReadableStream<Uint8Array>> {
  const text = new TextEncoder();
  const headBytes = text.encode(JSON.stringify(packageHeadSchema.parse(head)));
  const signature = text.encode(await sign(headBytes));
  const opening = [text.encode(MAGIC), toLength(headBytes.length), headBytes, toLength(signature.length), signature];
  async function* pieces(): AsyncGenerator<Uint8Array> {
    yield* opening;
    for (const { open } of files) yield* readPieces(open());
  }
  const made = pieces();
  const plain = new ReadableStream<Uint8Array>({
    async pull(to) {
      const { value, done } = await made.next();
      if (done === true) to.close();
      else to.enqueue(value);
    },
    cancel: () => made.return(undefined).then(() => undefined),
  });
  const age = new Encrypter();
  if ('passphrase' in forWhom) age.setPassphrase(forWhom.passphrase);
  else for (const recipient of forWhom.recipients) age.addRecipient(recipient);
  return age.encrypt(plain);
}

/**
 * Opens a package and checks its signature. @throws PackageRefused
 * @param verify gives the fingerprint of the key that signed these bytes, or null
 */
export async function openPackage(
  source: ReadableStream<Uint8Array>,
  secret: With,
  verify: (signature: string, bytes: Bytes) => Promise<string | null>,
): Promise<OpenedPackage> {
  const reader = pieceReader(await decrypt(source, secret));
  const text = new TextDecoder('utf-8', { fatal: true });
  const magic = text.decode(await reader.exactly(MAGIC.length));
  if (magic !== MAGIC) throw new PackageRefused(magic.startsWith('netra-paket-register-') ? 'newer' : 'not-a-package');
  const headBytes = await reader.block(MOST_HEAD_BYTES);
  const signature = await reader.block(MOST_SIGNATURE_BYTES);
  const signer = await verify(text.decode(signature), headBytes);
  if (signer === null) throw new PackageRefused('unsigned');
  const head = packageHeadSchema.safeParse(parseJson(text.decode(headBytes)));
  if (!head.success) throw new PackageRefused('newer');
  return {
    head: head.data,
    signer,
    async files(take) {
      for (const { name, bytes, hash } of head.data.files) {
        const sink = await take(name);
        const sum = sha256.create();
        for (let left = bytes; left > 0; ) {
          const piece = await reader.atMost(left);
          if (piece.length === 0) throw new PackageRefused('damaged');
          sum.update(piece);
          await sink.write(piece);
          left -= piece.length;
        }
        await sink.close();
        if (toHex(sum.digest()) !== hash) throw new PackageRefused('damaged');
      }
      if ((await reader.atMost(1)).length > 0) throw new PackageRefused('damaged');
    },
  };
}

/** SHA-256 of a stream of any length, hex: what a package's head says of a file. */
export async function hashStream(stream: ReadableStream<Uint8Array>): Promise<string> {
  const sum = sha256.create();
  for await (const piece of readPieces(stream)) sum.update(piece);
  return toHex(sum.digest());
}

async function decrypt(source: ReadableStream<Uint8Array>, secret: With): Promise<ReadableStream<Uint8Array>> {
  const outer = pieceReader(source);
  const begin = await outer.upTo(AGE.length);
  if (new TextDecoder().decode(begin) !== AGE) throw new PackageRefused('not-a-package');
  const age = new Decrypter();
  try {
    if ('passphrase' in secret) age.addPassphrase(secret.passphrase);
    else age.addIdentity(secret.identity);
  } catch {
    throw new PackageRefused('wrong-secret');
  }
  try {
    return await age.decrypt(outer.rest(begin));
  } catch (error) {
    // The library tells a key that does not fit in these words; everything else is a header that was changed.
    throw new PackageRefused(/no identity matched/i.test(String(error)) ? 'wrong-secret' : 'damaged');
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function toLength(length: number): Bytes {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, length);
  return bytes;
}

async function* readPieces(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader();
  try {
    for (;;) {
      const { value, done } = await reader.read();
      if (done) return;
      if (value.length > 0) yield value;
    }
  } finally {
    reader.releaseLock();
  }
}

/** Reads a stream by lengths instead of by its own pieces. A stream that fails counts as damaged. */
function pieceReader(stream: ReadableStream<Uint8Array>) {
  const pieces = readPieces(stream);
  let kept: Uint8Array = new Uint8Array(0);

  async function more(): Promise<boolean> {
    if (kept.length > 0) return true;
    try {
      const { value, done } = await pieces.next();
      if (done === true) return false;
      kept = value;
      return true;
    } catch {
      throw new PackageRefused('damaged');
    }
  }
  async function atMost(length: number): Promise<Bytes> {
    if (!(await more())) return new Uint8Array(0);
    const piece = kept.slice(0, length);
    kept = kept.subarray(piece.length);
    return piece as Bytes;
  }
  /** As many bytes as there are, up to `length`. */
  async function upTo(length: number): Promise<Bytes> {
    const made = new Uint8Array(length);
    let at = 0;
    while (at < length) {
      const piece = await atMost(length - at);
      if (piece.length === 0) return made.slice(0, at);
      made.set(piece, at);
      at += piece.length;
    }
    return made;
  }
  async function exactly(length: number): Promise<Bytes> {
    const made = await upTo(length);
    if (made.length < length) throw new PackageRefused('damaged');
    return made;
  }
  return {
    atMost,
    upTo,
    exactly,
    /** A block after its length in four bytes. */
    async block(most: number): Promise<Bytes> {
      const length = new DataView((await exactly(4)).buffer).getUint32(0);
      if (length > most) throw new PackageRefused('damaged');
      return exactly(length);
    },
    /** What is left, with bytes put back before it. */
    rest: (before: Uint8Array): ReadableStream<Uint8Array> => {
      let first: Uint8Array | null = before;
      return new ReadableStream({
        async pull(to) {
          if (first !== null) {
            to.enqueue(first);
            first = null;
            return;
          }
          const piece = await atMost(65_536);
          if (piece.length === 0) to.close();
          else to.enqueue(piece);
        },
      });
    },
  };
}
