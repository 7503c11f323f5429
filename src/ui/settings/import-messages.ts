// What the settings page and the worker that imports say to each other.
import type { PlatformId } from '../../model/account.ts';
import type { ImportPlan } from '../../model/import-plan.ts';
import type { Ambiguous } from '../../model/lists.ts';
import type { ListKind } from '../../registry/columns.ts';
import type { Layout } from '../../registry/list-rows.ts';
import type { Refusal, TableRow } from '../../registry/table/table.ts';
import type { Compared } from '../../store/compare-lists.ts';
import type { Language } from '../said.ts';

/** One table that was found in the files: a CSV or JSON file, or one sheet of a workbook. */
export interface LookedTable {
  /** Positions among the files and the file's sheets. */
  readonly file: number;
  readonly sheet: number;
  readonly isHidden: boolean;
  readonly rows: readonly TableRow[];
  readonly headerRow: number | null;
  readonly layout: Layout;
  readonly firstRows: readonly TableRow[];
  readonly notes: readonly string[];
}

export interface Looked {
  readonly files: readonly string[];
  readonly tables: readonly LookedTable[];
  readonly refused: readonly Refusal[];
}

/** What came in and what did not. */
export interface Report {
  readonly accounts: number;
  readonly words: number;
  readonly bySite: readonly (readonly [site: PlatformId, count: number])[];
  readonly rows: number;
  readonly refusedCount: number;
  readonly warnedCount: number;
  /** The first of each, for showing. */
  readonly refused: readonly Refusal[];
  readonly warned: readonly Refusal[];
  readonly notes: readonly string[];
  /** All of both. */
  readonly csv: Blob;
  /** false where a file could not be read to its end: such an import cannot be saved. */
  readonly isWhole: boolean;
  /** Accounts that lists in use give to others; null: nothing to compare with. */
  readonly compared: Compared | null;
}

export type ToImport =
  | { readonly type: 'look'; readonly kind: ListKind; readonly files: readonly File[] }
  | { readonly type: 'start'; readonly plan: ImportPlan; readonly language: Language }
  /** Goes on with the copy of an import that was cut off. */
  | { readonly type: 'resume'; readonly language: Language }
  /** The answer to `wrap`; null while Netra is locked. */
  | { readonly type: 'wrapped'; readonly bytes: Uint8Array<ArrayBuffer> | null }
  /** The answer to `unwrap` of the same number, likewise. */
  | { readonly type: 'unwrapped'; readonly number: number; readonly bytes: Uint8Array<ArrayBuffer> | null }
  | { readonly type: 'save' }
  | { readonly type: 'cancel' };

export type Stage = 'copy' | 'read' | 'check' | 'save';

export type FromImport =
  | ({ readonly type: 'looked' } & Looked)
  | { readonly type: 'progress'; readonly stage: Stage; readonly rows: number; readonly refused: number; readonly part: number }
  | { readonly type: 'read'; readonly report: Report; readonly plan: ImportPlan }
  | { readonly type: 'saved'; readonly entries: number; readonly ambiguous: readonly Ambiguous[]; readonly ambiguousCount: number }
  /** The list's key is to be sealed by the page: a worker has no way to the vault. */
  | { readonly type: 'wrap'; readonly bytes: Uint8Array<ArrayBuffer> }
  /** Another list's key, for comparing: likewise. */
  | { readonly type: 'unwrap'; readonly number: number; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly type: 'cancelled' }
  | { readonly type: 'failed'; readonly why: 'busy' | 'locked' | 'storage' | 'nothing-to-resume' };
