// The accounts that one row names, in the long layout (platform, id, akun) and in the wide one (a column per site).
import type { PlatformId } from '../model/account.ts';
import { type AccountCell, findSite, isNothing, parseAccountCell, parseIdCell, roundedReason } from './account-cell.ts';
import { parsePlatform } from './columns.ts';
import { handleKey } from './keys.ts';
import { type Cell, type ListRow, sayDate } from './list-rows.ts';
import type { Refusal } from './table/table.ts';

export interface RowAccount {
  readonly platform: PlatformId;
  readonly id: string | null;
  readonly handle: string | null;
}

/** Between two accounts in one cell. */
const BETWEEN = /[;|,\n]|\s(?:\/|&|dan|and)\s|\s+(?=@|https?:\/\/)/i;
/** "IG: @nama" */
const LABEL = /^(\p{L}[\p{L}/ ]{0,20}?)\s*[:=]\s*(?!\/\/)(.+)$/u;
/** Degrees and titles: what stands beside one is a person's name, in which the comma parts no accounts. */
const DEGREE = /^(?:[SMAD]p?\.?\s?[A-Z][A-Za-z.]{0,7}|Dr[as]?\.?|Ir\.?|Hj?\.?|Prof\.?|Ph\.?D\.?)$/;

/** Gives the row's accounts and adds a refusal for each cell that cannot be used. @param mayBeNone the row has words instead */
export function readAccounts(from: ListRow, refused: Refusal[], mayBeNone = false): RowAccount[] {
  const accounts: RowAccount[] = [];
  const before = refused.length;
  const cells = from.cells('account').filter((cell) => !isNothing(cell.text));
  const idFilled = !isNothing(from.raw('id'));
  const platformText = from.text('platform');
  const platform = parsePlatform(platformText);
  if (cells.length > 0 || idFilled) {
    if (platform !== null) accounts.push(...readLong(from, platform, cells, refused));
    else if (isNothing(platformText) && !idFilled) for (const cell of cells) accounts.push(...readSeveral(from, null, cell, refused));
    else
      refused.push(
        from.refuse(
          'platform',
          platformText === ''
            ? 'Platform kosong. Tulis facebook, instagram, x, tiktok, youtube, atau threads.'
            : `Platform "${platformText.slice(0, 60)}" tidak dikenal. Tulis facebook, instagram, x, tiktok, youtube, atau threads.`,
        ),
      );
  }
  for (const cell of from.siteCells) accounts.push(...readSeveral(from, cell.site, cell, refused));
  if (accounts.length === 0 && refused.length === before && !mayBeNone) {
    refused.push(from.refuse(from.has('account') ? 'account' : null, 'Baris ini tidak memuat id maupun akun. Isi salah satunya.'));
  }
  return accounts;
}

/** One account, told by an id, a handle, an address, or several of them that have to agree; or several accounts in the only cell. */
function readLong(from: ListRow, platform: PlatformId, cells: readonly Cell[], refused: Refusal[]): RowAccount[] {
  const [idCell] = from.cells('id').filter((cell) => !isNothing(cell.text));
  const [only] = cells;
  if (idCell === undefined && only !== undefined && cells.length === 1) return readSeveral(from, platform, only, refused);
  let account: RowAccount = { platform, id: null, handle: null };
  const told: { cell: AccountCell; heading: string | undefined }[] = [];
  if (idCell !== undefined) told.push({ cell: marked(idCell) ?? parseIdCell(platform, idCell.text), heading: idCell.heading });
  for (const cell of cells) told.push({ cell: marked(cell) ?? parseAccountCell(platform, cell.text), heading: cell.heading });
  for (const { cell, heading } of told) {
    // One bad cell refuses the row: what the other cell says could belong to somebody else.
    if ('reason' in cell) return refuseAll(refused, from.refuse(null, cell.reason, heading));
    const idDiffers = account.id !== null && cell.id !== null && account.id !== cell.id;
    const handleDiffers =
      account.handle !== null && cell.handle !== null && handleKey(platform, account.handle) !== handleKey(platform, cell.handle);
    if (idDiffers || handleDiffers) {
      return refuseAll(
        refused,
        from.refuse(
          null,
          'Isi baris ini menyebut dua akun yang berbeda. Pastikan mana yang benar; akun lain ditulis di baris tersendiri.',
          heading,
        ),
      );
    }
    account = { platform, id: account.id ?? cell.id, handle: account.handle ?? cell.handle };
  }
  return [account];
}

/** Every account of a cell. @param platform null: each has to say by its address or a label where it is */
function readSeveral(from: ListRow, platform: PlatformId | null, cell: Cell, refused: Refusal[]): RowAccount[] {
  const bad = isNothing(cell.text) && cell.mark === undefined ? null : marked(cell);
  if (bad !== null) return refuseAll(refused, from.refuse(null, bad.reason, cell.heading));
  const accounts: RowAccount[] = [];
  const parts = cell.text
    .replace(/(\p{L})\s*[:=][ \t]+/gu, '$1:')
    .split(BETWEEN)
    .filter((part) => !isNothing(part));
  if (parts.length > 1 && parts.some((part) => DEGREE.test(part.trim())))
    return refuseAll(
      refused,
      from.refuse(null, 'Isi sel ini seperti nama orang dengan gelar, bukan akun. Tulis @akun atau tautan profil.', cell.heading),
    );
  let isSure = true;
  for (const part of parts) {
    const read = readPart(platform, part);
    if ('reason' in read) {
      refused.push(from.refuse(null, read.reason, cell.heading));
      // A bare word beside it may be the rest of a name that was cut in two.
      isSure &&= parts.length === 1 || parts.every((one) => /^@|[/:]|^\d+$/.test(one.trim()) || readPart(platform, one) === read);
    } else accounts.push(read);
  }
  return isSure ? accounts : accounts.filter(() => false);
}

function readPart(platform: PlatformId | null, part: string): RowAccount | { readonly reason: string } {
  const label = LABEL.exec(part.trim());
  const labelled = label === null ? null : parsePlatform(label[1] ?? '');
  const text = labelled === null ? part : (label?.[2] ?? '');
  if (labelled !== null && platform !== null && labelled !== platform)
    return { reason: `Isi sel ini menyebut situs lain ("${part.trim().slice(0, 60)}"). Pindahkan ke kolom situs itu.` };
  const site = platform ?? labelled ?? findSite(text);
  if (site === null)
    return {
      reason: `Situs dari "${part.trim().slice(0, 60)}" tidak diketahui. Tulis tautan profil yang lengkap, atau tambahkan kolom platform.`,
    };
  const cell = parseAccountCell(site, text);
  return 'reason' in cell ? cell : { platform: site, ...cell };
}

/** Why a cell cannot be believed whatever it says, or null. */
function marked({ mark, text }: Cell): { readonly reason: string } | null {
  if (mark === 'formula')
    return { reason: 'Sel akun berisi rumus; Netra tidak menghitung rumus. Salin kolomnya, lalu Tempel Khusus → Nilai.' };
  if (mark === 'rounded') return { reason: roundedReason(text) };
  if (mark === 'date') return { reason: sayDate(text) };
  if (mark === 'nested') return { reason: 'Isi ini bukan teks (objek dalam JSON). Tulis @akun, tautan profil, atau id.' };
  return null;
}

function refuseAll(refused: Refusal[], refusal: Refusal): RowAccount[] {
  refused.push(refusal);
  return [];
}
