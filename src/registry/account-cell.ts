// What somebody typed or pasted as an account, read as an id or a handle of one site.
import type { PlatformId } from '../model/account.ts';
import { SITES, type Site } from './account-shapes.ts';

export type AccountCell = { readonly id: string | null; readonly handle: string | null } | { readonly reason: string };

// People fill empty cells with these; read as handles they would tie a stranger's account to a name.
const NOTHING = /^(?:|[-–—.?/\\]+|0|n\/?a|null|none|nil|nihil|kosong|ada|(?:tidak|belum|tdk|tak|gak|ga)\s*(?:ada|punya|diketahui|tahu))$/i;
const ROUNDED = /^\d+(?:[.,]\d+)?e\+?\d+$/i;
const UNSEEN = /^[\s\p{Cf}\p{Cc}]$/u;
const MAX_LENGTH = 2000;

/** The cell without white space and invisible signs at its ends, and without a spreadsheet's text marks ('123, ="123"). */
export function toPlainCell(cell: string): string {
  const plain = trimmed(cell);
  const formula = /^="([^"]*)"$/.exec(plain);
  return trimmed(formula?.[1] ?? plain.replace(/^'/, ''));
}

// A loop and not a pattern: a pattern for the end of the text takes quadratic time on a cell full of blanks.
function trimmed(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && UNSEEN.test(text.charAt(start))) start++;
  while (end > start && UNSEEN.test(text.charAt(end - 1))) end--;
  return text.slice(start, end);
}

/** Whether a cell says that there is no account: empty, "-", "tidak ada"… */
export function isNothing(cell: string): boolean {
  return NOTHING.test(toPlainCell(cell));
}

/**
 * Reads one account of the given site: @handle, handle, id or the address of a profile.
 * @returns id or handle (the other one null), or the reason in Indonesian why it cannot be used
 */
export function parseAccountCell(platform: PlatformId, cell: string): AccountCell {
  const site = SITES[platform];
  const text = toPlainCell(cell);
  if (text.length > MAX_LENGTH) return { reason: 'Isi sel akun terlalu panjang. Tulis satu @akun, tautan profil, atau id.' };
  if (isNothing(text)) return { reason: 'Akun kosong. Isi dengan @akun, tautan profil, atau id.' };
  if (isAddress(text)) return parseAddress(site, text);
  if (ROUNDED.test(text)) return { reason: roundedReason(text) };
  if (/^\d+$/.test(text)) return parseDigits(site, text);
  if (site.id.test(text) && !text.startsWith('@')) return { id: text, handle: null };
  return toHandle(site, text.replace(/^@/, ''), text);
}

/** Reads a cell of the id column: the site's permanent id, or an address that holds it. */
export function parseIdCell(platform: PlatformId, cell: string): AccountCell {
  const site = SITES[platform];
  const text = toPlainCell(cell);
  if (text.length > MAX_LENGTH) return { reason: 'Isi sel id terlalu panjang. Tulis id akun saja.' };
  if (isAddress(text)) return parseAddress(site, text);
  if (ROUNDED.test(text)) return { reason: roundedReason(text) };
  if (isRounded(text)) return { reason: roundedReason(text) };
  if (site.id.test(text)) return { id: text, handle: null };
  return { reason: `"${shortened(text)}" bukan id ${site.name}. Nama akun (@…) ditulis di kolom akun, bukan di kolom id.` };
}

function parseDigits(site: Site, text: string): AccountCell {
  if (text.startsWith('0'))
    return { reason: `"${shortened(text)}" seperti nomor telepon atau nomor pegawai, bukan id akun. Tulis @akun atau tautan profil.` };
  if (isRounded(text)) return { reason: roundedReason(text) };
  const tooLongForHandle = !site.handle.test(text);
  if (site.digits === 'id' || (site.digits === 'id-if-long' && tooLongForHandle)) {
    return site.id.test(text) ? { id: text, handle: null } : { reason: `"${shortened(text)}" terlalu panjang untuk id ${site.name}.` };
  }
  return {
    reason: `Angka saja ("${shortened(text)}") tidak jelas: id atau nama akun ${site.name}? Tulis @${shortened(text)} bila itu nama akun, atau pindahkan ke kolom id.`,
  };
}

/** Spreadsheets keep 15 digits of a number and fill up with zeros. */
function isRounded(text: string): boolean {
  return /^\d{17,}$/.test(text) && /^0+$/.test(text.slice(15));
}

/** Why a number that a spreadsheet has rounded cannot be an id. */
export function roundedReason(text: string): string {
  return `Id "${shortened(text)}" sudah dibulatkan oleh aplikasi lembar kerja. Ubah format kolom menjadi Teks lalu salin ulang id-nya, atau tulis tautan profil yang lengkap.`;
}

function isAddress(text: string): boolean {
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(text) || text.startsWith('//')) return true;
  if (/^[^\s/@]+\.[^\s/@]+\//.test(text)) return true;
  const host = text.toLowerCase().replace(/[/?#].*$/, '');
  return Object.values(SITES).some((site) =>
    [...site.hosts, ...site.shortHosts].some((known) => host === known || host === `www.${known}`),
  );
}

/** The site whose address a cell holds, or null: links also tell where they lead. */
export function findSite(cell: string): PlatformId | null {
  const text = toPlainCell(cell);
  if (text.length > MAX_LENGTH || !isAddress(text)) return null;
  const whole = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text.replace(/^\/\//, '')}`;
  if (!URL.canParse(whole)) return null;
  const host = new URL(whole).hostname.toLowerCase();
  const found = (Object.keys(SITES) as PlatformId[]).find((id) => isHostOf(SITES[id], host) || SITES[id].shortHosts.includes(host));
  return found ?? null;
}

function parseAddress(site: Site, text: string): AccountCell {
  const whole = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text.replace(/^\/\//, '')}`;
  const url = /\s/.test(whole) || !URL.canParse(whole) ? null : new URL(whole);
  if (url === null || !/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '' || url.port !== '') {
    return { reason: `"${shortened(text)}" bukan tautan yang dapat dibaca. Salin ulang tautan profil dari peramban.` };
  }
  const host = url.hostname.toLowerCase();
  const path = url.pathname.replace(/\/+$/, '');
  if (site.shortHosts.includes(host)) return { reason: shortReason(text) };
  if (!isHostOf(site, host)) {
    return { reason: `Tautan ini milik situs lain (${shortened(host)}), bukan ${site.name}. Perbaiki platform atau tautannya.` };
  }
  if (site.shortPaths?.test(path)) return { reason: shortReason(text) };
  if (site.items.test(path) || site.itemQueries.some((name) => url.searchParams.has(name))) {
    return { reason: 'Tautan ini menuju kiriman, bukan profil. Buka profil akunnya, lalu salin tautan profil itu.' };
  }
  for (const shape of site.shapes) {
    const found = shape.path.exec(path);
    if (found === null) continue;
    const values = shape.query === undefined ? [decoded(found[1] ?? '')] : url.searchParams.getAll(shape.query);
    const [value] = values;
    if (value === undefined || values.length !== 1) continue;
    if (shape.gives === 'id') {
      return site.id.test(value)
        ? { id: value, handle: null }
        : { reason: `Tautan ini tidak memuat id ${site.name} yang benar. Salin ulang tautan profil.` };
    }
    if (!site.reserved.test(value)) return toHandle(site, value, value);
  }
  return { reason: `Tautan ini bukan tautan profil ${site.name}. Buka profil akunnya, lalu salin tautannya.` };
}

function isHostOf(site: Site, host: string): boolean {
  return site.hosts.some(
    (known) => host === known || (host.endsWith(`.${known}`) && site.subdomains.test(host.slice(0, -known.length - 1))),
  );
}

function toHandle(site: Site, handle: string, shown: string): AccountCell {
  const plain = decoded(handle).normalize('NFC');
  if (site.handle.test(plain)) return { id: null, handle: plain };
  return {
    reason: `"${shortened(shown)}" bukan nama akun ${site.name} yang benar (nama tampilan tidak dapat dipakai). Tulis @akun atau tautan profil.`,
  };
}

function shortReason(text: string): string {
  return `Tautan pendek atau tautan bagikan ("${shortened(text)}") tidak menyebut akunnya. Buka tautan itu, lalu salin alamat profil yang muncul.`;
}

function decoded(text: string): string {
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
