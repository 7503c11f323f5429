// A whole import in memory, with the columns as they are proposed, as a user does who agrees with everything.
import type { GuardedAccount, WatchedAccount, WatchedWord } from '../../src/model/account.ts';
import type { RegistryRow } from '../../src/model/registry.ts';
import { type Found, withoutClashes } from '../../src/registry/clashes.ts';
import type { ListKind } from '../../src/registry/columns.ts';
import { guardedFacts } from '../../src/registry/facts.ts';
import { importCampaign, importGuarded, type ListSource } from '../../src/registry/import-list.ts';
import { lookAtFile } from '../../src/registry/look-at-file.ts';
import { sayIgnored } from '../../src/registry/propose-layout.ts';
import type { CsvTable } from '../../src/registry/table/read-csv.ts';
import type { Refusal } from '../../src/registry/table/table.ts';

export interface TestFile {
  readonly name: string;
  readonly content: string | Uint8Array;
}

interface Told {
  readonly refused: Refusal[];
  readonly warned: Refusal[];
  readonly notes: string[];
  readonly table: Partial<CsvTable> | null;
}

export async function toSources(kind: ListKind, files: readonly TestFile[]): Promise<Told & { sources: ListSource[] }> {
  const sources: ListSource[] = [];
  const told: Told & { sources: ListSource[] } = { sources, refused: [], warned: [], notes: [], table: null };
  let table: Partial<CsvTable> | null = null;
  for (const { name, content } of files) {
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content);
    const looked = await lookAtFile(name, new Blob([bytes]), kind);
    if ('reason' in looked) {
      told.refused.push(looked);
      continue;
    }
    table = looked.table;
    told.notes.push(...looked.table.notes);
    for (const [sheet, one] of looked.sheets.entries()) {
      if (one === null) continue;
      if ('reason' in one) {
        told.refused.push(one);
        continue;
      }
      const { headerRow, layout, notes } = one.proposal;
      const ignored = sayIgnored(layout);
      told.notes.push(...notes, ...(ignored === null ? [] : [ignored]));
      sources.push({ table: looked.table, sheet, headerRow, layout });
    }
  }
  return { ...told, table };
}

export interface GuardedImport extends Told {
  readonly rows: GuardedAccount[];
  readonly whole: RegistryRow[];
  readonly isWhole: boolean;
}

export async function importGuardedFiles(...files: readonly TestFile[]): Promise<GuardedImport> {
  const { sources, ...told } = await toSources('guarded', files);
  const found: Found<RegistryRow>[] = [];
  const refusedClaims: Found<RegistryRow>[] = [];
  const take = async (rows: readonly Found<RegistryRow>[], claims: readonly Found<RegistryRow>[]) => {
    found.push(...rows);
    refusedClaims.push(...claims);
  };
  const isWhole = await importGuarded(sources, take, { refused: (one) => told.refused.push(one), warned: (one) => told.warned.push(one) });
  const whole = withoutClashes({ found, refusedClaims }, guardedFacts, (row) => row.person, told.refused, told.notes);
  told.refused.sort((a, b) => (a.row ?? 0) - (b.row ?? 0));
  const rows = whole.map(({ nip: _nip, earlierHandles: _earlier, ...row }) => row);
  return { ...told, rows, whole, isWhole };
}

export interface CampaignImport extends Told {
  readonly rows: readonly WatchedAccount[];
  readonly words: readonly WatchedWord[];
}

export async function importCampaignFiles(...files: readonly TestFile[]): Promise<CampaignImport> {
  const { sources, ...told } = await toSources('watched', files);
  const read = await importCampaign(sources, { refused: (one) => told.refused.push(one), warned: (one) => told.warned.push(one) });
  return { ...told, rows: read.rows, words: read.words, notes: [...told.notes, ...read.notes] };
}
