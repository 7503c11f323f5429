// The campaign list that the monitor makes on this computer, account by account, and what is proposed for it.
import { z } from 'zod';
import { accountSchema, guardedAccountSchema, platformIdSchema, watchedAccountSchema } from './account.ts';

/** There is one such list; its name in the store. */
export const OWN_LIST_ID = '7d0c2b5e-4a1f-4c55-9d3e-0e2b6a9f1c77';
/** Shown where an imported list shows its file. */
export const OWN_LIST_NAME = 'Ditandai sendiri';

/** What a page script tells of the accounts whose posts are on the screen: all in memory, nothing of it is kept. */
export const authorsSchema = z.strictObject({
  /** The page's address. */
  url: z.string().max(4000),
  /** Authors of posts on the screen, each once. */
  authors: z.array(accountSchema).max(20),
  /** Every account that the page's readings name, for the numbers that belong to a handle. */
  known: z.array(accountSchema).max(200),
});
export type Authors = z.infer<typeof authorsSchema>;

/** One account that the monitor may mark as a campaign's. */
export const candidateAccountSchema = z.strictObject({
  platform: platformIdSchema,
  account: accountSchema,
  /** link: the link that was clicked · address: the page's own address · item: the author of a post on the screen. */
  from: z.enum(['link', 'address', 'item']),
  /** The registry's row for the same account: then it stands on both lists. */
  guarded: guardedAccountSchema.nullable(),
  /** It is on the campaign list already. */
  watched: watchedAccountSchema.nullable(),
});
export type CandidateAccount = z.infer<typeof candidateAccountSchema>;
