// A file from a stranger, looked at before anything is imported: what it is, its sheets, and what their columns seem to be.
import { findColumn, type ListKind } from './columns.ts';
import { type Proposal, proposeLayout, readFirstRows } from './propose-layout.ts';
import { openTable } from './table/open-table.ts';
import { BrokenTable, type Refusal, type TableFile, type TableRow } from './table/table.ts';

export interface LookedSheet {
  readonly name: string | null;
  readonly isHidden: boolean;
  /** The first rows as they stand, for looking for another row of headings. */
  readonly rows: readonly TableRow[];
  readonly proposal: Proposal;
}

export interface LookedFile {
  readonly file: string;
  readonly table: TableFile;
  /** By position in the table; a sheet that cannot be read is told instead. Empty sheets are null. */
  readonly sheets: readonly (LookedSheet | Refusal | null)[];
}

/** Sheets of one workbook that are looked into; more than this is no list. */
const MAX_LOOKED = 30;

/** Never throws but the signal's reason. */
export async function lookAtFile(name: string, file: Blob, kind: ListKind, signal?: AbortSignal): Promise<LookedFile | Refusal> {
  const refuse = (error: BrokenTable): Refusal => ({
    file: name,
    sheet: error.sheet,
    row: error.row,
    line: error.row,
    column: null,
    reason: error.message,
  });
  try {
    const table = await openTable(file, (heading) => findColumn(kind, heading) !== null);
    const sheets: (LookedSheet | Refusal | null)[] = [];
    for (const [at, sheet] of table.sheets.slice(0, MAX_LOOKED).entries()) {
      try {
        const rows = await readFirstRows(table, at, signal);
        const proposal = proposeLayout(kind, { file: name, sheet: sheet.name }, rows);
        if (rows.some(({ row, broken }) => broken && row === proposal.headerRow))
          throw new BrokenTable(
            'Tanda kutip pada baris judul tidak berpasangan. Perbaiki lalu simpan ulang.',
            sheet.name,
            proposal.headerRow,
          );
        sheets.push(rows.length === 0 ? null : { ...sheet, rows, proposal });
      } catch (error) {
        if (!(error instanceof BrokenTable)) throw error;
        sheets.push(refuse(new BrokenTable(error.message, sheet.name, error.row)));
      }
    }
    const [only] = sheets;
    if (sheets.every((one) => one === null)) return refuse(new BrokenTable('Berkas ini tidak memuat baris isi.'));
    return sheets.length === 1 && only != null && 'reason' in only ? only : { file: name, table, sheets };
  } catch (error) {
    if (error instanceof BrokenTable) return refuse(error);
    throw error;
  }
}
