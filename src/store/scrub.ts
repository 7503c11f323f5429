// A sudden end can leave half a record at the end of LevelDB's log, and Chromium then writes on behind it: at the open after next
// the whole database is found corrupt and emptied. Writing more than the log's buffer holds makes the browser begin a new log.
import type { NetraDb } from './db.ts';

/** LevelDB's write buffer is 4 MiB; values above about 64 kB would go to files of their own and not count. */
const VALUES = 88;
const VALUE_BYTES = 60_000;
const AT_ONCE = 8;

/** Writes 5 MiB of throw-away values and takes them out again. Run once in each browser session, before other work. */
export async function scrub(db: NetraDb): Promise<void> {
  for (let n = 0; n < VALUES; n += AT_ONCE)
    await db.scrub.bulkPut(
      // Random, because LevelDB compresses.
      Array.from({ length: AT_ONCE }, (_, i) => ({ n: n + i, bytes: crypto.getRandomValues(new Uint8Array(VALUE_BYTES)) })),
    );
  await db.scrub.clear();
}
