import { JSDOM } from 'jsdom';
import { describe, expect, test } from 'vitest';
import { keepActs } from '../../src/flow/acts.ts';
import { knownAccounts } from '../../src/flow/known-accounts.ts';
import { wireMemory } from '../../src/flow/wire-memory.ts';
import type { Seen } from '../../src/model/messages.ts';
import type { Reading, Sighting } from '../../src/model/sighting.ts';
import { account, sighting, target } from '../match/sample.ts';

const turn = () => new Promise((done) => setImmediate(done));
const told = (id: string, handle: string): Reading => ({
  kind: 'account',
  platform: 'instagram',
  source: 'wire',
  account: account({ id, handle }),
});
const share = (handle: string, given: Partial<Sighting> = {}): Sighting =>
  sighting({ platform: 'instagram', action: 'share', actor: account({ handle }), post: target({ id: '7' }), ...given });
const follow = (handle: string, whom: Sighting['actor'], given: Partial<Sighting> = {}): Sighting =>
  share(handle, { action: 'follow', post: target({ author: whom }), ...given });

describe('ids that the site told for handles', () => {
  test('fill what a page shows by handle only: actor, target, tags; and it is said which', () => {
    const known = knownAccounts();
    known.learn([told('55', 'dewi'), told('90', 'paslon')]);
    const whole = known.complete(
      share('Dewi', { post: target({ id: '7', author: account({ handle: 'paslon' }) }), tags: [account({ handle: 'wati' })] }),
    );
    expect(whole.sighting.actor).toEqual(account({ id: '55', handle: 'Dewi' }));
    expect([whole.sighting.post.author?.id, whole.sighting.tags[0]?.id, whole.told]).toEqual(['90', null, ['actor', 'target']]);
    const tagged = known.complete(share('wati', { tags: [account({ handle: 'paslon' })] }));
    expect([tagged.sighting.tags[0]?.id, tagged.told]).toEqual(['90', ['tags']]);
  });
  test('leave an item alone that is told apart by whose it is', () => {
    const known = knownAccounts();
    known.learn([told('90', 'paslon')]);
    const author = account({ handle: 'paslon' });
    expect(known.complete(share('wati', { action: 'reply', post: target({ author, text: 'Hadir' }) })).told).toEqual([]);
    expect(known.complete(share('wati', { action: 'reply', post: target({ url: 'https://x', author }) })).told).toEqual(['target']);
    expect(known.complete(follow('wati', author)).told).toEqual(['target']);
  });
  test('come from the wire’s acts too, never from the page’s', () => {
    const known = knownAccounts();
    const comment = sighting({ platform: 'instagram', actor: account({ id: '55', handle: 'dewi' }) });
    expect(known.learn([comment])).toBe(false);
    expect(known.complete(share('dewi')).told).toEqual([]);
    expect(known.learn([{ ...comment, source: 'wire' }])).toBe(true);
    expect(known.complete(share('dewi')).sighting.actor.id).toBe('55');
  });
  test('never replace an id, and never reach another site', () => {
    const known = knownAccounts();
    known.learn([told('55', 'dewi')]);
    const other = share('dewi', { actor: account({ id: '56', handle: 'dewi' }) });
    expect(known.complete(other).sighting).toBe(other);
    expect(known.complete(share('dewi', { platform: 'tiktok' })).told).toEqual([]);
    expect(known.complete(share('', { actor: account({ name: 'dewi' }) })).told).toEqual([]);
  });
  test('one handle with two ids: neither is used from then on, whatever is told later', () => {
    const known = knownAccounts();
    known.learn([told('55', 'dewi')]);
    expect(known.learn([told('56', 'DEWI')])).toBe(true);
    expect(known.complete(share('dewi')).told).toEqual([]);
    known.learn([told('55', 'dewi'), told('55', 'dewi')]);
    expect(known.complete(share('dewi')).told).toEqual([]);
  });
  test('one id with two handles: the account was renamed, and neither name is used', () => {
    const known = knownAccounts();
    known.learn([told('55', 'dewi'), told('55', 'dewi.baru')]);
    expect(known.complete(share('dewi')).told).toEqual([]);
    expect(known.complete(share('dewi.baru')).told).toEqual([]);
  });
  test('grow old, and are bounded', () => {
    let now = 0;
    const known = knownAccounts(() => now);
    known.learn([told('55', 'dewi')]);
    now = 3 * 3_600_000 + 1;
    expect(known.complete(share('dewi')).told).toEqual([]);
    known.learn([told('55', 'dewi')]);
    expect(known.complete(share('dewi')).told).toEqual(['actor']);
    for (let n = 0; n < 20_000; n++) known.learn([told(`${1000 + n}`, `orang${n}`)]);
    expect(known.complete(share('dewi')).told).toEqual([]);
    expect(known.complete(share('orang0')).told).toEqual(['actor']);
  });
});

function watching() {
  const { document } = new JSDOM('').window;
  const asked: Seen[] = [];
  const memory = wireMemory();
  const known = knownAccounts();
  const acts = keepActs(
    memory,
    async (seen) => {
      asked.push(...seen);
      return { ready: true, flags: [] };
    },
    () => undefined,
    () => undefined,
    new AbortController().signal,
    () => undefined,
    known,
  );
  const item = document.createElement('p');
  return { acts, asked, memory, known, take: (one: Sighting) => acts.take(item, [one]) };
}
const actorOf = (seen: Seen | undefined) => seen?.agreement.find(({ field }) => field === 'actor');

describe('an act that only the page shows', () => {
  test('gets the number when it is told, is judged anew, and says where the number came from', async () => {
    const { acts, asked, known, take } = watching();
    take(share('dewi'));
    await turn();
    known.learn([told('55', 'dewi')]);
    acts.pair();
    acts.pair();
    await turn();
    expect(asked.map(({ sighting: one }) => one.actor.id)).toEqual([null, '55']);
    expect(asked[1]?.eyes).toEqual({ page: share('dewi'), wire: null });
    expect(actorOf(asked[1])).toEqual({ field: 'actor', state: 'page-only', idFrom: 'other-answer' });
  });
  test('loses it again when the handle is told with another number', async () => {
    const { acts, asked, known, take } = watching();
    known.learn([told('55', 'dewi')]);
    take(share('dewi'));
    await turn();
    known.learn([told('56', 'dewi')]);
    acts.pair();
    await turn();
    expect(asked.map(({ sighting: one }) => one.actor.id)).toEqual(['55', null]);
    expect(actorOf(asked[1])?.idFrom).toBeUndefined();
  });
  test('is found in a list that names the followed account by number only', async () => {
    const { asked, memory, known, take } = watching();
    memory.add(follow('rina', account({ id: '90' }), { source: 'wire', actor: account({ id: '51', handle: 'rina' }) }));
    known.learn([told('90', 'paslon')]);
    take(follow('rina', account({ handle: 'paslon' })));
    await turn();
    expect(asked[0]?.eyes.wire?.actor.id).toBe('51');
    expect([asked[0]?.sighting.actor.id, asked[0]?.sighting.post.author?.id]).toEqual(['51', '90']);
    expect(asked[0]?.agreement.find(({ field }) => field === 'target')?.idFrom).toBe('other-answer');
  });
  test('that the wire confirms, too: its target may be told later', async () => {
    const { acts, asked, memory, known, take } = watching();
    const liked = share('dewi', { post: target({ id: '7', author: account({ handle: 'paslon' }) }) });
    memory.add({ ...liked, source: 'wire', actor: account({ id: '55', handle: 'dewi' }), post: target({ id: '7' }) });
    take(liked);
    await turn();
    known.learn([told('90', 'paslon')]);
    acts.pair();
    await turn();
    expect(asked.map(({ sighting: one }) => [one.actor.id, one.post.author?.id])).toEqual([
      ['55', null],
      ['55', '90'],
    ]);
  });
  test('where the two eyes contradict each other, nothing is added', async () => {
    const { asked, memory, known, take } = watching();
    const comment = sighting({ platform: 'instagram', actor: account({ handle: 'dewi' }), item: { id: '9', otherIds: [], url: null } });
    known.learn([told('55', 'dewi')]);
    memory.add({ ...comment, source: 'wire', actor: account({ id: '66', handle: 'wati' }) });
    take(comment);
    await turn();
    expect([asked[0]?.sighting.actor.id, actorOf(asked[0])]).toEqual([null, { field: 'actor', state: 'differs' }]);
  });
});
