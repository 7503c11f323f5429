// Two spellings of one number: the decimal id, and the short code that some sites put into addresses.

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
/** 2^63 - 1 needs eleven digits of 64; longer codes carry something else behind the number. */
const MOST = 11;

/** The decimal id that a short code spells, or null where the code spells no such id. */
export function fromShortcode(code: string): string | null {
  if (code === '' || code.length > MOST) return null;
  let value = 0n;
  for (const letter of code) {
    const digit = ALPHABET.indexOf(letter);
    if (digit < 0) return null;
    value = value * 64n + BigInt(digit);
  }
  // A code that does not come back is not a spelling of this number (leading zeros).
  return value > 0n && toShortcode(String(value)) === code ? String(value) : null;
}

/** The short code of a decimal id, or null where the text is not a whole positive number. */
export function toShortcode(id: string): string | null {
  if (!/^[1-9]\d{0,18}$/.test(id)) return null;
  let rest = BigInt(id);
  let code = '';
  while (rest > 0n) {
    code = (ALPHABET[Number(rest % 64n)] ?? '') + code;
    rest /= 64n;
  }
  return code;
}
