// Counts an import and keeps its refusals: the first ones for the screen, all of them as text, so that millions need no memory.
import type { PlatformId } from '../../model/account.ts';
import type { Refusal } from '../../registry/table/table.ts';
import type { Compared } from '../../store/compare-lists.ts';
import type { Language } from '../said.ts';
import type { Report } from './import-messages.ts';
import { toRefusedHead, toRefusedLine } from './refused-csv.ts';

const SHOWN = 200;
const PIECE = 1_000_000;

export function startReport(language: Language) {
  const first: { refused: Refusal[]; warned: Refusal[] } = { refused: [], warned: [] };
  const count = { refused: 0, warned: 0 };
  const bySite = new Map<PlatformId, number>();
  const pieces: Blob[] = [];
  let text = toRefusedHead(language);
  const take = (kind: 'refused' | 'warned') => (one: Refusal) => {
    count[kind] += 1;
    if (first[kind].length < SHOWN) first[kind].push(one);
    text += toRefusedLine(one, kind, language);
    if (text.length < PIECE) return;
    pieces.push(new Blob([text]));
    text = '';
  };
  return {
    refused: take('refused'),
    warned: take('warned'),
    count,
    account(site: PlatformId) {
      bySite.set(site, (bySite.get(site) ?? 0) + 1);
    },
    finish(rows: number, words: number, notes: readonly string[], isWhole: boolean, compared: Compared | null = null): Report {
      return {
        accounts: [...bySite.values()].reduce((sum, n) => sum + n, 0),
        words,
        bySite: [...bySite].sort((a, b) => b[1] - a[1]),
        rows,
        refusedCount: count.refused,
        warnedCount: count.warned,
        ...first,
        notes: notes.slice(0, 200),
        csv: new Blob([...pieces, text], { type: 'text/csv' }),
        isWhole,
        compared,
      };
    },
  };
}
