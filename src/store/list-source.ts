// The lists as the background judges by them.
import type { ListSource } from '../model/lists.ts';
import { listSource } from '../registry/list-source.ts';
import type { NetraDb } from './db.ts';
import { openLists } from './lists.ts';
import { openRegistry, type RegistryWorld } from './registry.ts';
import { openLookup, type RegistryLookup } from './registry-lookup.ts';

export interface KeptSource {
  /** Reads the campaign lists, opens those of the registry; takes over what an earlier version kept as rows. */
  load(): Promise<ListSource>;
  readonly rowsByName: RegistryLookup['byName'];
  /** Removes what an import left half-written. */
  sweep(): Promise<void>;
}

export function openListSource(db: NetraDb, given: Partial<RegistryWorld> = {}): KeptSource {
  const registry = openRegistry(db, given);
  const lookup = openLookup(db, given);
  return {
    async load() {
      await registry.migrate();
      await lookup.reload();
      return listSource(await openLists(db, registry, lookup).rows(), lookup.find);
    },
    rowsByName: lookup.byName,
    sweep: () => registry.sweep().catch(() => undefined),
  };
}
