// The lists as the background judges by them.
import type { Ambiguous, Contradiction, ListSource, ListStanding, ListsState } from '../model/lists.ts';
import { listSource } from '../registry/list-source.ts';
import { standingOf, toDay } from '../registry/standing.ts';
import type { NetraDb } from './db.ts';
import { type KeptList, openLists } from './lists.ts';
import { openRegistry, type RegistryWorld } from './registry.ts';
import { openLookup, type RegistryLookup } from './registry-lookup.ts';

export interface KeptSource {
  /** Reads the campaign lists, opens those of the registry; takes over what an earlier version kept as rows. */
  load(): Promise<ListSource>;
  readonly rowsByName: RegistryLookup['byName'];
  /** How the lists stand today, and which contradictions between them were met. Throws while their keys are locked. */
  state(): Promise<ListsState>;
  /** Removes what an import left half-written. */
  sweep(): Promise<void>;
}

/** What is kept while the browser is open, in memory only. */
export interface SessionPorts {
  loadContradictions(): Promise<readonly Contradiction[]>;
  saveContradictions(contradictions: readonly Contradiction[]): Promise<void>;
}

/** More are not told: so many mean that one of the lists is wrong as a whole. */
const MOST_TOLD = 200;

export function openListSource(
  db: NetraDb,
  given: Partial<RegistryWorld>,
  session: SessionPorts,
  now: () => Date = () => new Date(),
): KeptSource {
  const registry = openRegistry(db, given);
  const lookup = openLookup(db, given, now);
  const lists = openLists(db, registry, lookup);
  let met: readonly Contradiction[] = [];
  let isFirst = true;

  function take(ambiguous: readonly Ambiguous[]): void {
    const fresh = ambiguous
      .flatMap((one) => (one.list === 'guarded' ? [{ say: one.say, listIds: listIdsOf(one.rows) }] : []))
      .filter(({ say, listIds }) => listIds.length > 1 && !met.some((one) => one.say === say));
    if (fresh.length === 0 || met.length >= MOST_TOLD) return;
    met = [...met, ...fresh].slice(0, MOST_TOLD);
    void session.saveContradictions(met).catch(() => undefined);
  }

  async function forget(): Promise<void> {
    met = [];
    await session.saveContradictions([]).catch(() => undefined);
  }

  return {
    async load() {
      // Loaded again: the lists have changed or were locked, and what was met may hold no more.
      if (isFirst) met = await session.loadContradictions().catch(() => []);
      else await forget();
      isFirst = false;
      try {
        await registry.migrate();
        await lookup.reload();
        return listSource(await lists.rows(toDay(now())), lookup.find, take);
      } catch (error) {
        await forget();
        throw error;
      }
    },
    rowsByName: lookup.byName,
    async state() {
      const guarded = (await lookup.standings()).map(({ list, standing }) => toStanding(list.listId, 'guarded', list.papers, standing));
      const campaigns = ((await lists.campaigns()) as KeptList[]).flatMap((list) =>
        list.papers === undefined ? [] : [toStanding(list.listId, 'campaign', list.papers, standingOf(list, toDay(now())))],
      );
      const used = new Set(guarded.flatMap(({ listId, standing }) => (standing === 'used' || standing === 'grace' ? [listId] : [])));
      return { lists: [...guarded, ...campaigns], contradictions: met.filter(({ listIds }) => listIds.every((id) => used.has(id))) };
    },
    sweep: () => registry.sweep().catch(() => undefined),
  };
}

function toStanding(
  listId: string,
  kind: ListStanding['kind'],
  { title, issuer, expiresOn }: NonNullable<KeptList['papers']>,
  standing: ListStanding['standing'],
): ListStanding {
  return { listId, kind, title, issuer, expiresOn, standing };
}

function listIdsOf(rows: readonly { readonly listId?: string | undefined }[]): string[] {
  return [...new Set(rows.flatMap(({ listId }) => (listId === undefined ? [] : [listId])))];
}
