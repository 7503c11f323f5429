// The monitor's signing key, and its public half in the forms that ssh-keygen and openssl read.
import { type Bytes, isSameBytes, joinBytes, parseBase64, parseSshStrings, sshString, toBase64, toBytes } from './bytes.ts';

const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256' } as const;
export const SSH_KEY_TYPE = 'ecdsa-sha2-nistp256';

/**
 * A new ECDSA P-256 key whose private half no script can read out. Chosen over Ed25519 because every browser,
 * every OpenSSL and LibreSSL, and every certificate authority know it.
 */
export async function createSigningKey(): Promise<CryptoKeyPair> {
  return crypto.subtle.generateKey(ALGORITHM, false, ['sign', 'verify']);
}

/** The public key as PEM (SubjectPublicKeyInfo), as openssl reads it. */
export async function publicKeyPem({ publicKey }: Pick<CryptoKeyPair, 'publicKey'>): Promise<string> {
  const der = toBase64(new Uint8Array(await crypto.subtle.exportKey('spki', publicKey)));
  return `-----BEGIN PUBLIC KEY-----\n${der.replace(/.{64}(?=.)/g, '$&\n')}\n-----END PUBLIC KEY-----\n`;
}

/** The key of a PEM text; null where the text is not exactly what `publicKeyPem` writes for a P-256 key. */
export async function parsePublicKeyPem(pem: string): Promise<CryptoKey | null> {
  const der = parseBase64(
    /^-----BEGIN PUBLIC KEY-----\n([A-Za-z0-9+/=\n]+)\n-----END PUBLIC KEY-----\n$/.exec(pem)?.[1]?.replaceAll('\n', '') ?? '',
  );
  if (der === null) return null;
  try {
    const publicKey = await crypto.subtle.importKey('spki', der, ALGORITHM, true, ['verify']);
    return (await publicKeyPem({ publicKey })) === pem ? publicKey : null;
  } catch {
    return null;
  }
}

/** The public key in SSH's wire form (RFC 5656, section 3.1). */
export async function sshKeyBlob({ publicKey }: Pick<CryptoKeyPair, 'publicKey'>): Promise<Bytes> {
  const point = new Uint8Array(await crypto.subtle.exportKey('raw', publicKey));
  return joinBytes(sshString(SSH_KEY_TYPE), sshString('nistp256'), sshString(point));
}

/** The key of SSH's wire form; null where it is not a P-256 key. */
export async function parseSshKeyBlob(blob: Uint8Array): Promise<CryptoKey | null> {
  const [type, curve, point] = parseSshStrings(blob, 3) ?? [];
  if (type === undefined || curve === undefined || point === undefined || point.length !== 65) return null;
  if (!isSameBytes(type, toBytes(SSH_KEY_TYPE)) || !isSameBytes(curve, toBytes('nistp256'))) return null;
  try {
    return await crypto.subtle.importKey('raw', point, ALGORITHM, true, ['verify']);
  } catch {
    return null;
  }
}

/** One line, "ecdsa-sha2-nistp256 AAAA… comment", without a line end. */
export async function sshPublicKey(key: Pick<CryptoKeyPair, 'publicKey'>, comment = ''): Promise<string> {
  return `${SSH_KEY_TYPE} ${toBase64(await sshKeyBlob(key))}${comment === '' ? '' : ` ${comment}`}`;
}

/** "SHA256:…" exactly as `ssh-keygen -lf` prints it. */
export async function fingerprint(key: Pick<CryptoKeyPair, 'publicKey'>): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', await sshKeyBlob(key));
  return `SHA256:${toBase64(new Uint8Array(digest)).replace(/=+$/, '')}`;
}

/** The line of an allowed_signers file (ssh-keygen, ALLOWED SIGNERS) for one key, with a line end. */
export async function toAllowedSigners(principal: string, key: Pick<CryptoKeyPair, 'publicKey'>): Promise<string> {
  return `${principal} ${await sshPublicKey(key)}\n`;
}

/** The one principal and key of such a file; null where it is not exactly what `toAllowedSigners` writes. */
export async function parseAllowedSigners(text: string): Promise<{ principal: string; publicKey: CryptoKey } | null> {
  const [principal = '', , base64 = ''] = text.trimEnd().split(' ');
  const blob = parseBase64(base64);
  const publicKey = blob === null ? null : await parseSshKeyBlob(blob);
  if (publicKey === null || !/^[A-Za-z0-9_.@-]+$/.test(principal)) return null;
  return (await toAllowedSigners(principal, { publicKey })) === text ? { principal, publicKey } : null;
}

/** ECDSA over SHA-256, as WebCrypto gives it: r and s, 32 bytes each. */
export async function signRaw({ privateKey }: Pick<CryptoKeyPair, 'privateKey'>, bytes: Bytes): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, privateKey, bytes));
}

/** Whether r and s sign the bytes. */
export async function verifyRaw(publicKey: CryptoKey, signature: Bytes, bytes: Bytes): Promise<boolean> {
  return crypto.subtle.verify({ name: 'ECDSA', hash: 'SHA-256' }, publicKey, signature, bytes);
}
