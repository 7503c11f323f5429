// Trusted time (RFC 3161): the request that an authority stamps, and what its answer says. The authority's signature is not checked
// here, and whether it is to be trusted is not judged: the answer is kept as it came, for `openssl ts -verify`.
import { toHex } from '../lib/hash.ts';
import { type Bytes, fromHex, isSameBytes, joinBytes } from './bytes.ts';

const SHA256_OID = Uint8Array.of(0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x01);
const SIGNED_DATA_OID = '2a864886f70d010702';
const TST_INFO_OID = '2a864886f70d0109100104';
/** Both granted (0) and granted with changes (1) carry a stamp. */
const GRANTED = ['00', '01'];
const TAG = { boolean: 0x01, integer: 0x02, octets: 0x04, nil: 0x05, oid: 0x06, time: 0x18, sequence: 0x30, first: 0xa0 } as const;

export interface TimestampRequest {
  /** DER, as `openssl ts -query -in FILE -text` reads it. */
  readonly der: Bytes;
  /** Random, so that an old answer cannot be given again; hex. */
  readonly nonce: string;
}

export type TimestampAnswer =
  | {
      /** When the authority says that it saw the hash, ISO 8601. */
      readonly stampedAt: string;
      readonly nonce: string | null;
      readonly hash: string;
    }
  | { readonly refused: 'not-an-answer' | 'not-granted' | 'other-hash' | 'other-request' };

/** @param hash SHA-256, hex: all that leaves the computer */
export function toTimestampRequest(hash: string, random: Bytes = crypto.getRandomValues(new Uint8Array(8))): TimestampRequest {
  // A first bit that is set would make the number negative, and zeros in front would not be DER.
  const nonce = joinBytes(Uint8Array.of(((random[0] ?? 0) & 0x7f) | 0x40), random.subarray(1));
  const imprint = der(TAG.sequence, der(TAG.sequence, der(TAG.oid, SHA256_OID), der(TAG.nil)), der(TAG.octets, fromHex(hash)));
  const version = der(TAG.integer, Uint8Array.of(1));
  const certificateWanted = der(TAG.boolean, Uint8Array.of(0xff));
  return { der: der(TAG.sequence, version, imprint, der(TAG.integer, nonce), certificateWanted), nonce: toHex(nonce) };
}

/** What a request asks for; null where the bytes are not exactly such a request as `toTimestampRequest` makes. */
export function readTimestampRequest(bytes: Uint8Array): { readonly hash: string; readonly nonce: string } | null {
  const [version, imprint, nonce] = parts(parts(bytes)[0]?.content ?? new Uint8Array());
  const hash = imprint === undefined ? undefined : parts(imprint.content)[1];
  if (version === undefined || nonce?.tag !== TAG.integer || hash?.content.length !== 32) return null;
  const asked = { hash: toHex(hash.content), nonce: toHex(nonce.content) };
  return nonce.content.length === 8 && isSameBytes(toTimestampRequest(asked.hash, joinBytes(nonce.content)).der, bytes) ? asked : null;
}

/** Reads an authority's answer (application/timestamp-reply). Never throws. */
export function readTimestampAnswer(bytes: Uint8Array, asked: { readonly hash: string; readonly nonce: string }): TimestampAnswer {
  const [response, ...behind] = parts(bytes);
  if (response?.tag !== TAG.sequence || behind.length > 0) return { refused: 'not-an-answer' };
  const [statusInfo, token] = parts(response.content);
  const status = statusInfo?.tag === TAG.sequence ? parts(statusInfo.content)[0] : undefined;
  if (status?.tag !== TAG.integer) return { refused: 'not-an-answer' };
  if (!GRANTED.includes(toHex(status.content)) || token === undefined) return { refused: 'not-granted' };
  const info = stampOf(token);
  if (info === null) return { refused: 'not-an-answer' };
  if (info.hash !== asked.hash) return { refused: 'other-hash' };
  return info.nonce === asked.nonce ? info : { refused: 'other-request' };
}

/** The stamped content inside the signed message (RFC 5652 around RFC 3161's TSTInfo). */
function stampOf(token: Part): { stampedAt: string; nonce: string | null; hash: string } | null {
  const [type, wrapped] = parts(token.content);
  if (type === undefined || toHex(type.content) !== SIGNED_DATA_OID || wrapped?.tag !== TAG.first) return null;
  const signed = parts(wrapped.content)[0];
  const content = signed === undefined ? undefined : parts(signed.content).filter(({ tag }) => tag === TAG.sequence)[0];
  const [contentType, inner] = content === undefined ? [] : parts(content.content);
  if (contentType === undefined || toHex(contentType.content) !== TST_INFO_OID || inner?.tag !== TAG.first) return null;
  const octets = parts(inner.content)[0];
  const info = octets === undefined ? undefined : parts(octets.content)[0];
  if (octets?.tag !== TAG.octets || info?.tag !== TAG.sequence) return null;
  const [version, policy, imprint, serial, time, ...rest] = parts(info.content);
  if (version?.tag !== TAG.integer || policy?.tag !== TAG.oid || serial?.tag !== TAG.integer || time?.tag !== TAG.time) return null;
  const [algorithm, hash] = imprint === undefined ? [] : parts(imprint.content);
  const oid = algorithm === undefined ? undefined : parts(algorithm.content)[0];
  if (oid === undefined || !isSameBytes(oid.content, SHA256_OID) || hash?.tag !== TAG.octets) return null;
  const stampedAt = toIso(new TextDecoder().decode(time.content));
  const nonce = rest.find(({ tag }) => tag === TAG.integer);
  return stampedAt === null ? null : { stampedAt, nonce: nonce === undefined ? null : toHex(nonce.content), hash: toHex(hash.content) };
}

/** GeneralizedTime of RFC 3161: always UTC, with or without a fraction of the second. */
function toIso(text: string): string | null {
  const read = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\.\d+)?Z$/.exec(text);
  if (read === null) return null;
  const [, year, month, day, hour, minute, second, fraction = ''] = read;
  const iso = `${year}-${month}-${day}T${hour}:${minute}:${second}${fraction.slice(0, 4)}Z`;
  return Number.isNaN(Date.parse(iso)) ? null : new Date(iso).toISOString();
}

interface Part {
  readonly tag: number;
  readonly content: Uint8Array;
}

/** The parts of a DER content, in order; none where it is not well-formed. */
function parts(bytes: Uint8Array): Part[] {
  const found: Part[] = [];
  let at = 0;
  while (at < bytes.length) {
    const tag = bytes[at] ?? 0;
    let length = bytes[at + 1] ?? 0;
    let start = at + 2;
    if (length > 0x80) {
      const digits = length - 0x80;
      if (digits > 4 || start + digits > bytes.length) return [];
      length = bytes.subarray(start, start + digits).reduce((sum, byte) => sum * 256 + byte, 0);
      start += digits;
    } else if (length === 0x80) return [];
    if (start > bytes.length || start + length > bytes.length) return [];
    found.push({ tag, content: bytes.subarray(start, start + length) });
    at = start + length;
  }
  return found;
}

function der(tag: number, ...contents: readonly Uint8Array[]): Bytes {
  const content = joinBytes(...contents);
  // All that is written here is shorter than 128 bytes, where the length is one byte.
  return joinBytes(Uint8Array.of(tag, content.length), content);
}
