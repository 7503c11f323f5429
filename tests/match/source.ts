// Lists in memory as something that is looked up: gives the rows under the asked accounts' keys, and no others.
import type { GuardedAccount } from '../../src/model/account.ts';
import { handleKey, idKey } from '../../src/model/account-key.ts';
import type { ListSource, Lists } from '../../src/model/lists.ts';
import { listSource } from '../../src/registry/list-source.ts';
import { keysOf } from '../../src/registry/same-account.ts';

export function sourceOf(guarded: readonly GuardedAccount[], { watched, words }: Pick<Lists, 'watched' | 'words'>): ListSource {
  return listSource({ watched: watched.rows, words: words.rows }, async (asked) => {
    const known = new Set<string>();
    for (const { platform, account } of asked) {
      if (account.id !== null) known.add(idKey(platform, account.id));
      const key = account.handle === null ? null : handleKey(platform, account.handle);
      if (key !== null) known.add(key);
    }
    const found = new Set<GuardedAccount>();
    for (let size = -1; size !== found.size; ) {
      size = found.size;
      for (const row of guarded)
        if (keysOf(row).some((key) => known.has(key))) {
          found.add(row);
          for (const key of keysOf(row)) known.add(key);
        }
    }
    return [...found];
  });
}
