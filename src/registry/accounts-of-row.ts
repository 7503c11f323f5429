// The accounts that one row names, in the long layout (platform, id, akun) and in the wide one (a column per site).
import type { PlatformId } from '../model/account.ts';
import { type AccountCell, isNothing, parseAccountCell, parseIdCell } from './account-cell.ts';
import { parsePlatform } from './columns.ts';
import type { Refusal } from './csv-table.ts';
import { handleKey } from './keys.ts';
import type { ListRow } from './list-rows.ts';

export interface RowAccount {
  readonly platform: PlatformId;
  readonly id: string | null;
  readonly handle: string | null;
}

/** Gives the row's accounts and adds a refusal for each cell that cannot be used. @param mayBeNone the row has words instead */
export function readAccounts(from: ListRow, refused: Refusal[], mayBeNone = false): RowAccount[] {
  const accounts: RowAccount[] = [];
  const before = refused.length;
  const cells = from.cells('account').filter((cell) => !isNothing(cell.text));
  const idFilled = !isNothing(from.raw('id'));
  const platformText = from.text('platform');
  const platform = parsePlatform(platformText);
  if (cells.length > 0 || idFilled) {
    if (platform !== null) accounts.push(...readLong(from, platform, refused));
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
  for (const cell of from.siteCells) accounts.push(...readWide(from, cell, refused));
  if (accounts.length === 0 && refused.length === before && !mayBeNone) {
    refused.push(from.refuse(from.has('account') ? 'account' : null, 'Baris ini tidak memuat id maupun akun. Isi salah satunya.'));
  }
  return accounts;
}

/** One account, told by an id, a handle, an address, or several of them that have to agree. */
function readLong(from: ListRow, platform: PlatformId, refused: Refusal[]): RowAccount[] {
  let account: RowAccount = { platform, id: null, handle: null };
  const told: { cell: AccountCell; heading: string | undefined }[] = [];
  if (!isNothing(from.raw('id'))) told.push({ cell: parseIdCell(platform, from.raw('id')), heading: from.cells('id')[0]?.heading });
  for (const { text, heading } of from.cells('account'))
    if (!isNothing(text)) told.push({ cell: parseAccountCell(platform, text), heading });
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

function readWide(from: ListRow, { site, heading, text }: ListRow['siteCells'][number], refused: Refusal[]): RowAccount[] {
  const accounts: RowAccount[] = [];
  for (const part of text.split(/[;|,\n]/)) {
    if (isNothing(part)) continue;
    const cell = parseAccountCell(site, part);
    if ('reason' in cell) refused.push(from.refuse(null, cell.reason, heading));
    else accounts.push({ platform: site, ...cell });
  }
  return accounts;
}

function refuseAll(refused: Refusal[], refusal: Refusal): RowAccount[] {
  refused.push(refusal);
  return [];
}
