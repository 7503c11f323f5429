// The key that waits in a backup. Unlike the key that signs it can be read out, once, into the sealed file.
import { type Bytes, parseBase64, toBase64, toBytes } from './bytes.ts';
import { signRaw, verifyRaw } from './keys.ts';

const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256' } as const;
const [BEGIN, END] = ['-----BEGIN PRIVATE KEY-----\n', '-----END PRIVATE KEY-----\n'];

/** A new key pair, and its private half as PEM (PKCS #8) for the backup. */
export async function createHeir(): Promise<{ readonly pair: CryptoKeyPair; readonly pem: string }> {
  const pair = await crypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify']);
  const der = toBase64(new Uint8Array(await crypto.subtle.exportKey('pkcs8', pair.privateKey)));
  return { pair, pem: `${BEGIN}${der.replace(/.{64}(?=.)/g, '$&\n')}\n${END}` };
}

/** The private half of that PEM, not to be read out again; null where it is none, or not the other half of `publicKey`. */
export async function parseHeir(pem: string, publicKey: CryptoKey): Promise<CryptoKeyPair | null> {
  const isFramed = pem.startsWith(BEGIN) && pem.endsWith(END);
  const der: Bytes | null = isFramed ? parseBase64(pem.slice(BEGIN.length, -END.length).replaceAll('\n', '')) : null;
  if (der === null) return null;
  try {
    const pair = { publicKey, privateKey: await crypto.subtle.importKey('pkcs8', der, ALGORITHM, false, ['sign']) };
    const probe = toBytes('netra-penerus');
    return (await verifyRaw(publicKey, await signRaw(pair, probe), probe)) ? pair : null;
  } catch {
    return null;
  }
}
