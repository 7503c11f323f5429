import { describe, expect, test } from 'vitest';
import { judgeWith } from '../../src/flow/judge.ts';
import { knownPosts } from '../../src/flow/known-posts.ts';
import type { Account } from '../../src/model/account.ts';
import { indexLists } from '../../src/registry/index-lists.ts';
import { account, guardedRow, sighting, target, watchedRow } from '../match/sample.ts';
import { sourceOf } from '../match/source.ts';

const paslon = account({ handle: 'paslon' });
const isWatched = (_platform: string, { handle }: Account) => handle === 'paslon';
const store = () => {
  const kept: { rows: Record<string, Account>; saves: number } = { rows: {}, saves: 0 };
  return {
    kept,
    load: async () => kept.rows,
    save: async (rows: Record<string, Account>) => {
      kept.rows = rows;
      kept.saves++;
    },
  };
};
const post = (id: string, author: Account | null = paslon) => sighting({ action: 'post', post: target({ id, author }) });
const like = (id: string | null, author: Account | null = null) => sighting({ action: 'like', post: target({ id, author }) });

describe('campaign posts of this session', () => {
  test('a list that names the post without its author is completed, and says that it was seen earlier', async () => {
    const { load, save } = store();
    const posts = knownPosts(isWatched, load, save);
    await posts.learn(post('7'));
    expect(await posts.complete(like('7'))).toMatchObject({ earlier: true, sighting: { post: { author: paslon } } });
    expect(await posts.complete(like('8'))).toMatchObject({ earlier: false, sighting: { post: { author: null } } });
    expect(await posts.complete(sighting({ platform: 'x', action: 'like', post: target({ id: '7' }) }))).toMatchObject({ earlier: false });
  });
  test('what the sighting itself says is never overruled', async () => {
    const { load, save } = store();
    const posts = knownPosts(isWatched, load, save);
    await posts.learn(post('7'));
    const other = like('7', account({ handle: 'bukan-paslon' }));
    expect(await posts.complete(other)).toEqual({ sighting: other, earlier: false });
  });
  test('an author named by the same handle gets the number that was told with the post; another handle gets nothing', async () => {
    const { load, save } = store();
    const posts = knownPosts(isWatched, load, save);
    await posts.learn(post('7'));
    expect(await posts.complete(like('7', paslon))).toMatchObject({ earlier: false, sighting: { post: { author: { id: null } } } });
    await posts.learn(post('7', account({ id: '90', handle: 'paslon' })));
    await posts.learn(post('7', account({ id: '91', handle: 'paslon' })));
    expect(await posts.complete(like('7', paslon))).toMatchObject({ earlier: false, sighting: { post: { author: { id: '90' } } } });
    const reply = sighting({ action: 'reply', post: target({ id: '1' }), thread: target({ id: '7', author: paslon }) });
    expect((await posts.complete(reply)).sighting.thread?.author?.id).toBe('90');
    for (const author of [account({ handle: 'warga' }), account({ id: '91', handle: 'paslon' })])
      expect((await posts.complete(like('7', author))).sighting.post.author).toEqual(author);
    expect((await posts.complete(like('8', paslon))).sighting.post.author).toEqual(paslon);
  });
  test('posts of people on no list are not remembered', async () => {
    const { kept, load, save } = store();
    const posts = knownPosts(isWatched, load, save);
    await posts.learn(post('7', account({ handle: 'warga' })));
    await posts.learn(post('8', null));
    expect(kept).toEqual({ rows: {}, saves: 0 });
  });
  test('the thread of a reply is learnt too, under each of its ids, and saved once', async () => {
    const { kept, load, save } = store();
    const posts = knownPosts(isWatched, load, save);
    const reply = sighting({
      action: 'reply',
      post: target({ id: '1' }),
      thread: target({ id: '7', otherIds: ['pfbid7'], author: paslon }),
    });
    await posts.learn(reply);
    await posts.learn(reply);
    expect([Object.keys(kept.rows).sort(), kept.saves]).toEqual([['facebook 7', 'facebook pfbid7'], 1]);
    expect(await posts.complete(like('pfbid7'))).toMatchObject({ earlier: true });
  });
  test('kept across a restart of the background; the oldest go', async () => {
    const { kept, load, save } = store();
    const posts = knownPosts(isWatched, load, save);
    for (let n = 0; n < 2003; n++) await posts.learn(post(String(n)));
    expect(Object.keys(kept.rows)).toHaveLength(2000);
    const again = knownPosts(isWatched, load, save);
    expect((await again.complete(like('2'))).earlier).toBe(false);
    expect((await again.complete(like('3'))).earlier).toBe(true);
  });
  test('one failure to load does not end all judging', async () => {
    let isBroken = true;
    const posts = knownPosts(
      isWatched,
      async () => {
        if (isBroken) throw new Error('tidak ada jawaban');
        return { 'facebook 7': paslon };
      },
      async () => undefined,
    );
    await expect(posts.complete(like('7'))).rejects.toThrow();
    isBroken = false;
    expect((await posts.complete(like('7'))).earlier).toBe(true);
  });
});

describe('judging by the lists', () => {
  const lists = sourceOf(
    [guardedRow({ handle: 'dewi' })],
    indexLists({ guarded: [], watched: [watchedRow({ handle: 'paslon' })], words: [] }),
  );
  const nobody = sourceOf([], indexLists({ guarded: [], watched: [], words: [] }));
  test('not before they are loaded; anew when they change', async () => {
    let now = lists;
    const { load, save } = store();
    const judge = judgeWith(
      async () => now,
      load,
      save,
      () => null,
    );
    const one = sighting({ actor: account({ handle: 'dewi' }), post: target({ id: '7', author: paslon }), text: 'Semangat' });
    expect([judge.ready(), await judge.judge(one)]).toEqual([false, null]);
    await judge.reload();
    expect(judge.ready()).toBe(true);
    expect((await judge.judge(one))?.match).toMatchObject({ grade: 'handle', guarded: { person: 'Rina Contohwati' } });
    expect(await judge.judge({ ...one, actor: account({ name: 'Rina Contohwati' }) })).toBeNull();
    now = nobody;
    await judge.reload();
    expect(await judge.judge(one)).toBeNull();
  });
  test('a like in a list whose post was seen before: told as such; an act named outright: not', async () => {
    const { load, save } = store();
    const judge = judgeWith(
      async () => lists,
      load,
      save,
      () => null,
    );
    await judge.reload();
    const bare = sighting({ action: 'like', actor: account({ handle: 'dewi' }), post: target({ id: '7' }) });
    expect(await judge.judge(bare)).toBeNull();
    await judge.judge(post('7'));
    const judged = await judge.judge(bare);
    expect(judged?.match.reasons).toEqual([{ kind: 'author', watched: watchedRow({ handle: 'paslon' }), grade: 'handle', earlier: true }]);
    const named = await judge.judge({ ...bare, post: target({ id: '7', author: paslon }) });
    expect(named?.match.reasons[0]).not.toHaveProperty('earlier');
    // One act, whoever named the post's author.
    expect(named?.findingId).toBe(judged?.findingId);
  });
});
