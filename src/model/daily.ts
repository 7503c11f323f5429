// What comes of comparing twelve words that somebody holds with a log.

/** found: the log's length at which it had these words; null: it never had them. wrong: places of words that are none of the list. */
export type DailyAnswer = { readonly found: number | null } | { readonly wrong: readonly number[]; readonly count: number };
