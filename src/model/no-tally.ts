// Apart from the schema, which a page script must not bring with it.
import type { Tally } from './tally.ts';

/** Nothing was there. */
export const NO_TALLY: Tally = { found: 0, read: 0, unreadable: {} };
