// What a row of the registry says of its tie: whose word it is, how many people looked, and which names the account bore before.
import type { EarlierHandle, Link } from '../model/account.ts';
import { isNothing, parseAccountCell } from './account-cell.ts';
import type { RowAccount } from './accounts-of-row.ts';
import { dayText, parseDay, toDayWords } from './campaign-dates.ts';
import { parsePlatform, toPlainWord } from './columns.ts';
import { LINK_HEADINGS, type LinkField, parseSource, parseState, SOURCE_WORDS, STATE_WORDS } from './link-columns.ts';
import type { ListRow } from './list-rows.ts';
import type { Refusal } from './table/table.ts';

const MOST_EARLIER = 20;
/** "IG: @nama" */
const LABEL = /^(\p{L}[\p{L}/ ]{0,20}?)\s*[:=]\s*(?!\/\/)(.+)$/u;

/** The row's tie; null where it says nothing of it, 'refused' with a refusal for each cell that cannot be read. */
export function readLink(from: Pick<ListRow, 'text' | 'refuse'>, refused: Refusal[]): Link | null | 'refused' {
  const [sourceText, stateText] = [from.text('linkSource'), from.text('linkState')].map((text) =>
    isNothing(text) && text !== '0' ? '' : text,
  ) as [string, string];
  if (sourceText === '' && stateText === '') return null;
  const source = sourceText === '' ? 'other' : parseSource(toPlainWord(sourceText));
  const state = stateText === '' ? 'unstated' : parseState(toPlainWord(stateText));
  const unknown = (field: LinkField, text: string, words: string) =>
    refused.push(
      from.refuse(field, `Isi kolom ${LINK_HEADINGS[field]} "${text.slice(0, 60)}" tidak dikenal. Tulis ${words}; atau kosongkan.`),
    );
  if (source === null) unknown('linkSource', sourceText, SOURCE_WORDS);
  if (state === null) unknown('linkState', stateText, STATE_WORDS);
  return source === null || state === null ? 'refused' : { source, state };
}

/**
 * Names that the row's accounts bore before, by account; null with refusals if any cannot be read.
 * @param warned dates that can be read in two ways
 */
export function readEarlier(
  from: ListRow,
  accounts: readonly RowAccount[],
  refused: Refusal[],
  warned: Refusal[],
): ReadonlyMap<RowAccount, readonly EarlierHandle[]> | null {
  const made = new Map<RowAccount, EarlierHandle[]>();
  const before = refused.length;
  const names = partsOf(from.raw('earlier')).filter((part) => !isNothing(part));
  const days = {
    earlierFrom: readDays(from, 'earlierFrom', names, refused, warned),
    earlierTo: readDays(from, 'earlierTo', names, refused, warned),
  };
  if (names.length > MOST_EARLIER)
    refused.push(from.refuse('earlier', `Lebih dari ${MOST_EARLIER} nama akun lama. Tulis yang terakhir saja.`));
  for (const [at, name] of names.entries()) {
    const read = readName(accounts, name);
    if ('reason' in read) {
      refused.push(from.refuse('earlier', read.reason));
      continue;
    }
    const [firstSeenOn, lastSeenOn] = [days.earlierFrom[at] ?? null, days.earlierTo[at] ?? null];
    if (firstSeenOn !== null && lastSeenOn !== null && firstSeenOn > lastSeenOn)
      refused.push(
        from.refuse(
          'earlierTo',
          `Nama akun lama "${name.slice(0, 60)}" terakhir terlihat (${toDayWords(lastSeenOn)}) sebelum pertama terlihat (${toDayWords(firstSeenOn)}). Tukar atau perbaiki.`,
        ),
      );
    made.set(read.account, [...(made.get(read.account) ?? []), { handle: read.handle, firstSeenOn, lastSeenOn }]);
  }
  return refused.length > before ? null : made;
}

const partsOf = (cell: string) => cell.split(/[;|\n]/).map((part) => part.trim());

function readName(accounts: readonly RowAccount[], part: string): { account: RowAccount; handle: string } | { reason: string } {
  const label = LABEL.exec(part);
  const site = label === null ? null : parsePlatform(label[1] ?? '');
  const text = site === null ? part : (label?.[2] ?? '');
  const meant = accounts.filter(({ platform }) => site === null || platform === site);
  const [account] = meant;
  const shown = part.slice(0, 60);
  if (account === undefined || meant.length > 1)
    return {
      reason:
        accounts.length === 0 || (site !== null && account === undefined)
          ? `Nama akun lama "${shown}": baris ini tidak memuat akun di situs itu.`
          : `Nama akun lama "${shown}": baris ini memuat beberapa akun. Sebut situsnya (IG: @nama), atau tulis satu akun per baris.`,
    };
  const read = parseAccountCell(account.platform, text);
  if ('reason' in read) return { reason: `Nama akun lama: ${read.reason}` };
  return read.handle === null
    ? { reason: `Nama akun lama "${shown}" adalah nomor akun. Tulis @nama yang dulu dipakai.` }
    : { account, handle: read.handle };
}

/** One day for each name, in the same order; or none at all. */
function readDays(
  from: ListRow,
  field: 'earlierFrom' | 'earlierTo',
  names: readonly string[],
  refused: Refusal[],
  warned: Refusal[],
): (string | null)[] {
  const cell = dayText(from, field) === from.text(field) ? from.raw(field) : dayText(from, field);
  if (isNothing(cell)) return [];
  const parts = partsOf(cell);
  if (parts.length !== names.length) {
    refused.push(
      from.refuse(
        field,
        names.length === 0
          ? `Tanggal ini untuk nama akun lama, tetapi kolom ${LINK_HEADINGS.earlier} kosong. Isi namanya, atau kosongkan tanggalnya.`
          : `Ada ${names.length} nama akun lama, tetapi ${parts.length} tanggal. Tulis satu tanggal untuk tiap nama, dipisah titik koma; "-" bila tidak diketahui.`,
      ),
    );
    return [];
  }
  return parts.map((part) => {
    if (isNothing(part)) return null;
    const read = parseDay(part);
    if ('reason' in read) refused.push(from.refuse(field, read.reason));
    else if (read.two)
      warned.push(from.refuse(field, `Tanggal "${part.slice(0, 40)}" dibaca hari/bulan/tahun: ${toDayWords(read.day)}. Periksa.`));
    return 'reason' in read ? null : read.day;
  });
}
