// Detached signatures in the two forms that tools on everybody's computer check: SSHSIG and ECDSA in DER.
import { type Bytes, isSameBytes, joinBytes, parseBase64, parseSshStrings, sshString, toBase64, toBytes } from './bytes.ts';
import { parseSshKeyBlob, SSH_KEY_TYPE, signRaw, sshKeyBlob, verifyRaw } from './keys.ts';

const MAGIC = toBytes('SSHSIG');
const VERSION = Uint8Array.of(0, 0, 0, 1);

/** A big-endian whole number without needless zeros in front, with one where the top bit would read as a minus. */
function toInteger(bytes: Uint8Array): Bytes {
  let start = 0;
  while (start < bytes.length - 1 && bytes[start] === 0) start++;
  const digits = bytes.subarray(start);
  return ((digits[0] ?? 0) & 0x80) === 0 ? joinBytes(digits) : joinBytes(Uint8Array.of(0), digits);
}

/** Back to exactly 32 bytes; null where the number is not in its one proper form. */
function parseInteger(integer: Uint8Array): Bytes | null {
  const digits = integer[0] === 0 ? integer.subarray(1) : integer;
  if (digits.length > 32) return null;
  const bytes = new Uint8Array(32);
  bytes.set(digits, 32 - digits.length);
  return isSameBytes(toInteger(bytes), integer) ? bytes : null;
}

/** ECDSA over SHA-256 of the bytes, DER as `openssl dgst -sha256 -verify` reads it. */
export async function signDer(key: CryptoKeyPair, bytes: Bytes): Promise<Bytes> {
  const raw = await signRaw(key, bytes);
  const parts = [raw.subarray(0, 32), raw.subarray(32)].map((half) => {
    const integer = toInteger(half);
    return joinBytes(Uint8Array.of(0x02, integer.length), integer);
  });
  const body = joinBytes(...parts);
  return joinBytes(Uint8Array.of(0x30, body.length), body);
}

/** Whether a DER signature signs the bytes. Forms other than the one DER allows are refused. */
export async function verifyDer(publicKey: CryptoKey, der: Uint8Array, bytes: Bytes): Promise<boolean> {
  const rLength = der[3] ?? 0;
  const sLength = der[5 + rLength] ?? 0;
  const isShaped =
    der[0] === 0x30 && der[1] === der.length - 2 && der[2] === 0x02 && der[4 + rLength] === 0x02 && der.length === 6 + rLength + sLength;
  const r = isShaped ? parseInteger(der.subarray(4, 4 + rLength)) : null;
  const s = isShaped ? parseInteger(der.subarray(6 + rLength)) : null;
  return r !== null && s !== null && verifyRaw(publicKey, joinBytes(r, s), bytes);
}

/** What SSHSIG signs instead of the bytes themselves (OpenSSH PROTOCOL.sshsig). */
async function toSigned(bytes: Bytes, namespace: string, hash: 'sha256' | 'sha512'): Promise<Bytes> {
  const digest = new Uint8Array(await crypto.subtle.digest(hash === 'sha512' ? 'SHA-512' : 'SHA-256', bytes));
  return joinBytes(MAGIC, sshString(namespace), sshString(''), sshString(hash), sshString(digest));
}

function toArmor(blob: Uint8Array): string {
  return `-----BEGIN SSH SIGNATURE-----\n${toBase64(blob).replace(/.{70}(?=.)/g, '$&\n')}\n-----END SSH SIGNATURE-----\n`;
}

/** A signature file as `ssh-keygen -Y sign` writes it. @param namespace what the signature is for; it cannot serve another use */
export async function signSsh(key: CryptoKeyPair, bytes: Bytes, namespace: string): Promise<string> {
  const raw = await signRaw(key, await toSigned(bytes, namespace, 'sha512'));
  const numbers = joinBytes(sshString(toInteger(raw.subarray(0, 32))), sshString(toInteger(raw.subarray(32))));
  const fields = [await sshKeyBlob(key), toBytes(namespace), new Uint8Array(), toBytes('sha512')];
  const signature = joinBytes(sshString(SSH_KEY_TYPE), sshString(numbers));
  return toArmor(joinBytes(MAGIC, VERSION, ...[...fields, signature].map((field) => sshString(field))));
}

/** The key that a valid signature file was made with; null where it does not sign these bytes for this namespace. */
export async function verifySsh(armor: string, bytes: Bytes, namespace: string): Promise<CryptoKey | null> {
  const base64 = /^-----BEGIN SSH SIGNATURE-----\n([A-Za-z0-9+/=\n]+)\n-----END SSH SIGNATURE-----\n$/.exec(armor)?.[1];
  const blob = base64 === undefined ? null : parseBase64(base64.replaceAll('\n', ''));
  if (blob === null || toArmor(blob) !== armor || !isSameBytes(blob.subarray(0, 10), joinBytes(MAGIC, VERSION))) return null;
  const [keyBlob, name, reserved, hashName, signature] = parseSshStrings(blob.subarray(10), 5) ?? [];
  if (!keyBlob || !name || !reserved || !hashName || !signature) return null;
  const hash = (['sha256', 'sha512'] as const).find((one) => isSameBytes(hashName, toBytes(one)));
  const [type, numbers] = parseSshStrings(signature, 2) ?? [];
  const [r, s] = (numbers === undefined ? null : parseSshStrings(numbers, 2)) ?? [];
  if (!hash || !type || !r || !s || reserved.length > 0) return null;
  if (!isSameBytes(name, toBytes(namespace)) || !isSameBytes(type, toBytes(SSH_KEY_TYPE))) return null;
  const publicKey = await parseSshKeyBlob(keyBlob);
  const rBytes = parseInteger(r);
  const sBytes = parseInteger(s);
  if (publicKey === null || rBytes === null || sBytes === null) return null;
  const signed = await toSigned(bytes, namespace, hash);
  return (await verifyRaw(publicKey, joinBytes(rBytes, sBytes), signed)) ? publicKey : null;
}
