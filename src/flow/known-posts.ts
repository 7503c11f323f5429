// Campaign posts that were on screen in this browser session: a list of who liked or shared names the post, not its author.
import { compareAccounts } from '../match/same.ts';
import type { Account, SiteId } from '../model/account.ts';
import type { Sighting, Target } from '../model/sighting.ts';

/** Only posts of accounts on the campaign list are remembered, and only until the browser closes. */
export interface KnownPosts {
  learn(sighting: Sighting): Promise<void>;
  /**
   * The sighting with its target's author filled in, if that is known and the sighting does not name one (`earlier`); or with the
   * number of the author whom it names by the very same handle.
   */
  complete(sighting: Sighting): Promise<{ sighting: Sighting; earlier: boolean }>;
}

type Kept = Record<string, Account>;
const LIMIT = 2000;

function keysOf(platform: SiteId, target: Target): string[] {
  return [target.id, ...target.otherIds].filter((id) => id !== null).map((id) => `${platform} ${id}`);
}

function authorOf(platform: SiteId, target: Target, posts: ReadonlyMap<string, Account>): Account | undefined {
  const known = keysOf(platform, target).flatMap((key) => posts.get(key) ?? []);
  return known.find(({ id }) => id !== null) ?? known[0];
}

/** Does the first name the same handle as the second, and a number with it? */
function isFirmer(platform: SiteId, account: Account, than: Account): boolean {
  return account.id !== null && than.id === null && than.handle !== null && compareAccounts(platform, account, than) === 'same';
}

/** The author's number, where the same post was seen by the same handle with one. */
function withNumber(platform: SiteId, target: Target, posts: ReadonlyMap<string, Account>): Target {
  const { author } = target;
  const known = author === null || author.id !== null ? undefined : authorOf(platform, target, posts);
  return author === null || known === undefined || !isFirmer(platform, known, author)
    ? target
    : { ...target, author: { ...author, id: known.id } };
}

export function knownPosts(
  isWatched: (platform: SiteId, account: Account) => boolean,
  load: () => Promise<Kept>,
  save: (kept: Kept) => Promise<void>,
): KnownPosts {
  let loading: Promise<Map<string, Account>> | null = null;
  const kept = () => {
    loading ??= load().then(
      (rows) => new Map(Object.entries(rows)),
      (error) => {
        // Asked again next time: one failure must not end all judging.
        loading = null;
        throw error;
      },
    );
    return loading;
  };
  return {
    async learn({ platform, post, thread }) {
      const posts = await kept();
      let isNew = false;
      for (const target of [post, thread]) {
        if (target?.author == null || !isWatched(platform, target.author)) continue;
        for (const key of keysOf(platform, target)) {
          const before = posts.get(key);
          // A number that is told later joins the handle; nothing else that was learnt is replaced.
          if (before !== undefined && (before.id !== null || !isFirmer(platform, target.author, before))) continue;
          posts.set(key, target.author);
          isNew = true;
          if (posts.size > LIMIT) posts.delete(posts.keys().next().value as string);
        }
      }
      if (isNew) await save(Object.fromEntries(posts));
    },
    async complete(sighting) {
      if (sighting.action === 'post') return { sighting, earlier: false };
      const { platform, post, thread } = sighting;
      const posts = await kept();
      const whole = { ...sighting, post: withNumber(platform, post, posts), thread: thread && withNumber(platform, thread, posts) };
      if (post.author !== null) return { sighting: whole, earlier: false };
      const author = authorOf(platform, post, posts);
      return author === undefined
        ? { sighting: whole, earlier: false }
        : { sighting: { ...whole, post: { ...post, author } }, earlier: true };
    },
  };
}
