// Rows as most lists have them, read without a detour: a list of millions is mostly these. Where anything is out of the ordinary it says
// nothing, and the row is read the long way, so that nothing is judged here.
import type { Link, PlatformId } from '../model/account.ts';
import type { RegistryRow } from '../model/registry.ts';
import { isNothing } from './account-cell.ts';
import { SITES } from './account-shapes.ts';
import { type Field, parsePlatform, parseStatus } from './columns.ts';
import { readLink } from './link-of-row.ts';
import { type Layout, toText } from './list-rows.ts';
import { readNip } from './nip.ts';
import { MAX_CELL, type Refusal, type TableRow } from './table/table.ts';

/** Letters, digits, dot and underscore, not a digit first: no address, no label, no two accounts, no number. */
const HANDLE = /^@?[A-Za-z_][A-Za-z0-9_.]*$/;
/** Too short to have been rounded. */
const ID = /^[1-9]\d{0,15}$/;
const HOSTS = new Set(
  Object.values(SITES).flatMap(({ hosts, shortHosts }) => [...hosts, ...shortHosts].flatMap((one) => [one, `www.${one}`])),
);
/** What is read here, or has to be empty here; a column of anything else is for the long way. */
const KNOWN: ReadonlySet<Field> = new Set<Field>([
  ...(['person', 'nip', 'unit', 'agency', 'basis', 'status', 'platform', 'id', 'account'] as const),
  ...(['linkSource', 'linkState', 'earlier', 'earlierFrom', 'earlierTo'] as const),
]);
const MAX_TEXT = 500;
const MAX_KNOWN = 1000;

/** @returns null where no row of this layout is read so */
export function makePlainReader({ headings, columns, shared }: Layout): ((row: TableRow) => readonly RegistryRow[] | null) | null {
  const places = new Map<Field, number>();
  const sites: { readonly site: PlatformId; readonly at: number }[] = [];
  for (const [at, column] of columns.entries()) {
    if (column === null) continue;
    if ('site' in column) sites.push({ site: column.site, at });
    else if (places.has(column.field) || !KNOWN.has(column.field)) return null;
    else places.set(column.field, at);
  }
  const placeOf = (field: Field) => places.get(field) ?? -1;
  const [person, unit, agency, basis, nip] = [placeOf('person'), placeOf('unit'), placeOf('agency'), placeOf('basis'), placeOf('nip')];
  const [statusAt, platformAt, idAt, accountAt] = [placeOf('status'), placeOf('platform'), placeOf('id'), placeOf('account')];
  const [sourceAt, stateAt] = [placeOf('linkSource'), placeOf('linkState')];
  const earlier = (['earlier', 'earlierFrom', 'earlierTo'] as const).map(placeOf).filter((at) => at !== -1);
  const status = remembered(parseStatus);
  const platform = remembered((text) => parsePlatform(toText(text)));
  const link = remembered((both) => {
    const [source = '', state = ''] = both.split('\n').map(toText);
    return readLink({ text: (field) => (field === 'linkSource' ? source : state), refuse: () => NO_REFUSAL }, []) ?? 'none';
  });
  return ({ cells, broken, marks }) => {
    if (broken || marks !== undefined || cells.length > headings.length) return null;
    for (const cell of cells) if (cell.length > MAX_CELL) return null;
    const text = (at: number) => toText(cells[at] ?? '');
    const who = text(person);
    const own = statusAt === -1 ? (shared?.status ?? null) : status(toText(cells[statusAt] ?? ''));
    if (who === '' || who.length > MAX_TEXT || own === null) return null;
    const [office, body, why] = [text(unit), text(agency), text(basis)];
    const place = office === '' || body === '' || office === body ? office || body : `${office}, ${body}`;
    if (place.length > MAX_TEXT || why.length > MAX_TEXT) return null;
    const number = nip === -1 ? '' : (cells[nip] ?? '');
    const read = number === '' ? NO_NIP : readNip(number, undefined, own);
    if (read.odd !== null) return null;
    for (const at of earlier) if ((cells[at] ?? '') !== '') return null;
    const tie = linkAt(sourceAt, stateAt, cells, link);
    if (tie === 'refused') return null;
    const rows: RegistryRow[] = [];
    const put = (site: PlatformId, id: string | null, handle: string | null) => {
      const row = { platform: site, id, handle, person: who, unit: place, status: own, basis: why, nip: read.nip, earlierHandles: [] };
      rows.push(tie === 'none' ? row : { ...row, link: tie });
    };
    const id = cells[idAt] ?? '';
    const account = cells[accountAt] ?? '';
    if (id !== '' || account !== '') {
      const site = platform(cells[platformAt] ?? '');
      if (site === null) return null;
      if (id !== '' && !(ID.test(id) && SITES[site].id.test(id))) return null;
      const handle = account === '' ? null : plainHandle(site, account);
      if (account !== '' && handle === null) return null;
      put(site, id === '' ? null : id, handle);
    }
    for (const { site, at } of sites) {
      const cell = cells[at] ?? '';
      if (isNothing(cell)) continue;
      const handle = plainHandle(site, cell);
      if (handle === null) return null;
      put(site, null, handle);
    }
    return rows.length === 0 ? null : rows;
  };
}

function linkAt(source: number, state: number, cells: readonly string[], read: (both: string) => Link | 'none' | 'refused' | null) {
  const [word, confirmed] = [cells[source] ?? '', cells[state] ?? ''];
  if (word === '' && confirmed === '') return 'none';
  // What has several lines is no word that is known.
  if (word.includes('\n') || confirmed.includes('\n')) return 'refused';
  return read(`${word}\n${confirmed}`) ?? 'refused';
}

const NO_REFUSAL: Refusal = { file: '', sheet: null, row: null, line: null, column: null, reason: '' };
const NO_NIP = { nip: null, odd: null } as const;

function plainHandle(platform: PlatformId, cell: string): string | null {
  if (!HANDLE.test(cell) || isNothing(cell)) return null;
  if (cell.startsWith('@')) return SITES[platform].handle.test(cell.slice(1)) ? cell.slice(1) : null;
  if (SITES[platform].id.test(cell) || HOSTS.has(cell.toLowerCase())) return null;
  return SITES[platform].handle.test(cell) ? cell : null;
}

/** The same few words stand in every row. */
function remembered<Value>(parse: (text: string) => Value | null) {
  const known = new Map<string, Value | null>();
  return (text: string): Value | null => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const value = parse(text);
    if (known.size < MAX_KNOWN) known.set(text, value);
    return value;
  };
}
