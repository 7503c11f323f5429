// From what a person remembers, or holds on paper, to keys; and bytes sealed under such keys. Knows nothing of what is sealed.

/** Rounds of PBKDF2-HMAC-SHA-256 (OWASP Password Storage, 2023: at least 600,000). Kept with every box, so that it can grow. */
export const ROUNDS = 600_000;
const IV_BYTES = 12;
/** Crockford's base32: no I, L, O, U, so that it survives handwriting and reading aloud. */
const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const SECRET_BYTES = 19;

type Bytes = Uint8Array<ArrayBuffer>;

/** Random bytes from the platform. */
export function randomBytes(length: number): Bytes {
  return crypto.getRandomValues(new Uint8Array(length));
}

/** A key that only seals and opens, from a passphrase. One passphrase typed on two keyboards is one: NFKC. */
export async function stretch(passphrase: string, salt: Bytes, rounds: number): Promise<CryptoKey> {
  const text = new TextEncoder().encode(passphrase.normalize('NFKC'));
  const base = await crypto.subtle.importKey('raw', text, 'PBKDF2', false, ['deriveKey']);
  const how = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: rounds };
  return crypto.subtle.deriveKey(how, base, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
}

/** The key of 32 bytes. */
export function importKey(raw: Bytes): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt']);
}

/** AES-GCM-256: a random 96-bit IV, then the sealed bytes. `purpose` is bound to them: a box of one kind does not open as another. */
export async function sealBytes(key: CryptoKey, bytes: Bytes, purpose: string): Promise<Bytes> {
  const iv = randomBytes(IV_BYTES);
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(purpose) }, key, bytes);
  const box = new Uint8Array(IV_BYTES + sealed.byteLength);
  box.set(iv);
  box.set(new Uint8Array(sealed), IV_BYTES);
  return box;
}

/** A name for a text that nobody without the key can tell or guess: hex of HMAC-SHA-256 under a key made from `key` for `purpose`. */
export async function nameUnder(key: Bytes, purpose: string): Promise<(text: string) => Promise<string>> {
  const how = { name: 'HMAC', hash: 'SHA-256' };
  const mac = async (under: Bytes) => {
    const made = await crypto.subtle.importKey('raw', under, how, false, ['sign']);
    return async (text: string) => new Uint8Array(await crypto.subtle.sign('HMAC', made, new TextEncoder().encode(text)));
  };
  const named = await mac(await (await mac(key))(purpose));
  return async (text) => [...(await named(text))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** What was sealed, or null under another key, for another purpose, or where a single bit was changed. */
export async function openBytes(key: CryptoKey, box: Bytes, purpose: string): Promise<Bytes | null> {
  try {
    const how = { name: 'AES-GCM', iv: box.slice(0, IV_BYTES), additionalData: new TextEncoder().encode(purpose) };
    return new Uint8Array(await crypto.subtle.decrypt(how, key, box.slice(IV_BYTES)));
  } catch {
    return null;
  }
}

/** A secret to be printed: 152 random bits and 8 of a check sum, as eight groups of four signs. */
export async function newRecoveryCode(): Promise<string> {
  const secret = randomBytes(SECRET_BYTES);
  return toSigns(new Uint8Array([...secret, await checkSum(secret)]));
}

/** The code as it was printed; null where a sign was misread. Small letters, O for 0, I and L for 1, and any blanks do. */
export async function parseRecoveryCode(text: string): Promise<string | null> {
  const signs = text
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
  if (signs.length !== 32 || [...signs].some((sign) => !SIGNS.includes(sign))) return null;
  const bytes = fromSigns(signs);
  const secret = bytes.slice(0, SECRET_BYTES);
  return bytes[SECRET_BYTES] === (await checkSum(secret)) ? toSigns(bytes) : null;
}

async function checkSum(secret: Bytes): Promise<number> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', secret))[0] ?? 0;
}

/** Twenty bytes as 32 signs of five bits. */
function toSigns(bytes: Uint8Array): string {
  let bits = 0n;
  for (const byte of bytes) bits = (bits << 8n) | BigInt(byte);
  const signs = Array.from({ length: 32 }, (_, at) => SIGNS[Number((bits >> BigInt(5 * (31 - at))) & 31n)]);
  return signs.join('').replace(/.{4}(?=.)/g, '$&-');
}

function fromSigns(signs: string): Bytes {
  let bits = 0n;
  for (const sign of signs) bits = (bits << 5n) | BigInt(SIGNS.indexOf(sign));
  return Uint8Array.from({ length: 20 }, (_, at) => Number((bits >> BigInt(8 * (19 - at))) & 255n));
}
