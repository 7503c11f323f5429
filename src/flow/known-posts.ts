// Campaign posts that were on screen in this browser session: a list of who liked or shared names the post, not its author.
import type { Account, SiteId } from '../model/account.ts';
import type { Sighting, Target } from '../model/sighting.ts';

/** Only posts of accounts on the campaign list are remembered, and only until the browser closes. */
export interface KnownPosts {
  learn(sighting: Sighting): Promise<void>;
  /** The sighting with its target's author filled in, if that is known and the sighting does not name one. */
  complete(sighting: Sighting): Promise<{ sighting: Sighting; earlier: boolean }>;
}

type Kept = Record<string, Account>;
const LIMIT = 2000;

function keysOf(platform: SiteId, target: Target): string[] {
  return [target.id, ...target.otherIds].filter((id) => id !== null).map((id) => `${platform} ${id}`);
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
          if (posts.has(key)) continue;
          posts.set(key, target.author);
          isNew = true;
          if (posts.size > LIMIT) posts.delete(posts.keys().next().value as string);
        }
      }
      if (isNew) await save(Object.fromEntries(posts));
    },
    async complete(sighting) {
      if (sighting.post.author !== null || sighting.action === 'post') return { sighting, earlier: false };
      const posts = await kept();
      const author = keysOf(sighting.platform, sighting.post)
        .map((key) => posts.get(key))
        .find((one) => one !== undefined);
      return author === undefined
        ? { sighting, earlier: false }
        : { sighting: { ...sighting, post: { ...sighting.post, author } }, earlier: true };
    },
  };
}
