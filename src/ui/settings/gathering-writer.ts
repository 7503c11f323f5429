// Gathers a list's rows and keeps them in one record, once they are checked against each other.
import type { RegistryList, RegistryRow } from '../../model/registry.ts';
import { guardedFacts } from '../../registry/facts.ts';
import { indexLists } from '../../registry/index-lists.ts';
import type { RegistryWriter, WriteMeta } from '../../registry/registry-writer.ts';
import { settle } from '../../registry/same-account.ts';
import type { ListStore } from '../../store/lists.ts';

/** More accounts than this do not fit in one record that every page can read at once. */
const MAX_GATHERED = 500_000;

export class TooMany extends Error {}

/** @param papers the list's own; kept with it */
export function gatherInto(
  lists: ListStore,
  papers: RegistryList['papers'],
  { listId, files, importedAt, isOn = true }: WriteMeta,
): RegistryWriter {
  const rows: RegistryRow[] = [];
  return {
    async add(more) {
      if (rows.length + more.length > MAX_GATHERED) throw new TooMany();
      for (const row of more) rows.push(row);
    },
    async finish(refused) {
      // NIP tells namesakes apart while the list is checked; it is not needed to match and is not kept.
      const { kept, contradictions } = settle(rows, (row) => [...guardedFacts(row), ['nip', row.nip ?? '']]);
      const guarded = kept.map(({ row: { nip: _nip, earlierHandles: _earlier, ...row } }) => ({ ...row, listId }));
      const { ambiguous } = indexLists({
        guarded: rows.map(({ nip: _nip, earlierHandles: _earlier, ...row }) => row),
        watched: [],
        words: [],
      });
      const before = (await lists.all()).find((one) => one.listId === listId);
      const file = files.join(', ').slice(0, 300);
      await lists.put({
        listId,
        kind: 'guarded',
        file,
        importedAt,
        guarded,
        watched: [],
        words: [],
        refused,
        papers,
        isOn: before?.isOn ?? isOn,
      });
      const people = new Set(guarded.map(({ person, unit }) => `${person}\n${unit}`)).size;
      const counts = { accounts: guarded.length, people, refused, ambiguous: contradictions.length };
      const list = { listId, papers, origin: 'file' as const, isOn: before?.isOn ?? isOn, importedAt, files: [...files], counts };
      return { list, ambiguous: ambiguous.slice(0, 200) };
    },
    async abort() {
      rows.length = 0;
    },
  };
}
