// When two spellings mean one account. What a display name says is not known here and never counts.
import type { SiteId } from './account.ts';

// NFC turns these three into plain ASCII (K, ;, `): a look-alike would become the real letter, so they stay as they are.
/** Most handles: nothing to compose. */
const ASCII = /^[\x20-\x7e]*$/;
const FALSE_ASCII = /[^\u212A\u037E\u1FEF]+/g;

/** Key of a site's permanent id, exact: case and every digit count. */
export function idKey(platform: SiteId, id: string): string {
  return `${platform}#${id}`;
}

/**
 * Key of a changeable handle: without a leading @, NFC, lower case by Unicode's default rules (never the user's locale).
 * Facebook ignores dots in the names of its addresses; YouTube writes letters beyond ASCII as %XX in its addresses.
 * @returns null if nothing is left that could name an account
 */
export function handleKey(platform: SiteId, handle: string): string | null {
  let plain = handle.trim();
  if (platform === 'youtube') plain = percentDecoded(plain);
  if (plain.startsWith('@')) plain = plain.slice(1);
  plain = ASCII.test(plain)
    ? plain.toLowerCase()
    : plain.replace(FALSE_ASCII, (part) => part.normalize('NFC').toLowerCase().normalize('NFC'));
  if (platform === 'facebook') plain = plain.replaceAll('.', '');
  return plain === '' ? null : `${platform}@${plain}`;
}

/** The text with %XX decoded as UTF-8; unchanged where it is not well-formed. */
function percentDecoded(text: string): string {
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
