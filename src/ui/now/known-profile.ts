// What the lists say of the account whose profile is open, before anything is proposed for it.
import { guardedAccountSchema, watchedAccountSchema } from '../../model/account.ts';
import { isProposedRow } from '../../model/tie.ts';

/** free: on no list · listed: on the registry · tied: a monitor proposed its tie · campaign: a campaign's own · unknown: could not be asked. */
export type KnownAs = 'free' | 'listed' | 'tied' | 'campaign' | 'unknown';

const guardedSchema = guardedAccountSchema.array();
const watchedSchema = watchedAccountSchema.array();

/** Longer is no look-up (messages.ts). */
const MOST_LETTERS = 200;

/** Asks both lists for the whole address. Whatever is no answer of the right form is 'unknown', never 'free'. */
export async function knownAs(
  url: string,
  find: { readonly guarded: (words: string) => Promise<unknown>; readonly watched: (words: string) => Promise<unknown> },
): Promise<KnownAs> {
  if (url.length > MOST_LETTERS) return 'unknown';
  try {
    const [guarded, watched] = await Promise.all([find.guarded(url), find.watched(url)]);
    if (watchedSchema.parse(watched).length > 0) return 'campaign';
    const [row] = guardedSchema.parse(guarded);
    if (row === undefined) return 'free';
    return isProposedRow(row) ? 'tied' : 'listed';
  } catch {
    return 'unknown';
  }
}
