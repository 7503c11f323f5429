import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { wireMemory } from '../../src/flow/wire-memory.ts';
import type { Sighting } from '../../src/model/sighting.ts';
import { account, sighting, target } from '../match/sample.ts';

const wire = (given: Partial<Sighting>) => sighting({ source: 'wire', ...given });
const comment = (id: string, given: Partial<Sighting> = {}) =>
  sighting({ action: 'comment', item: { id, otherIds: [], url: null }, actor: account({ handle: 'dewi' }), ...given });
const like = (post: Partial<ReturnType<typeof target>>, given: Partial<Sighting> = {}) =>
  sighting({ action: 'like', actor: account({ handle: 'dewi' }), post: target(post), ...given });

describe('the twin of an act', () => {
  test('by the item’s id, whatever else is said', () => {
    const memory = wireMemory();
    memory.add(wire(comment('1', { actor: account({ id: '55', handle: 'dewi' }) })));
    memory.add(wire(comment('2', { actor: account({ id: '66', handle: 'wati' }) })));
    expect(memory.twinOf(comment('1'))?.actor.id).toBe('55');
    expect(memory.twinOf(comment('3'))).toBeNull();
    expect(memory.twinOf(sighting({ ...comment('1'), action: 'reply' }))).toBeNull();
    expect(memory.twinOf(sighting({ ...comment('1'), platform: 'x' }))).toBeNull();
  });

  test('by one of the item’s other ids', () => {
    const memory = wireMemory();
    memory.add(wire(comment('9', { item: { id: '9', otherIds: ['pfbid9'], url: null } })));
    expect(memory.twinOf(comment('pfbid9'))?.item.id).toBe('9');
  });

  test('the latest word counts, under whichever id it was said', () => {
    const memory = wireMemory();
    memory.add(wire(comment('9', { item: { id: null, otherIds: ['pfbid9'], url: null }, text: 'lama' })));
    memory.add(wire(comment('9', { text: 'disunting' })));
    expect(memory.twinOf(comment('9', { item: { id: '9', otherIds: ['pfbid9'], url: null } }))?.text).toBe('disunting');
    expect(memory.twinOf(comment('9', { item: { id: 'pfbid9', otherIds: ['9'], url: null } }))?.text).toBe('disunting');
  });

  test('of a like: same actor and same post, never somebody else’s', () => {
    const memory = wireMemory();
    memory.add(wire(like({ id: '7' }, { actor: account({ id: '55', handle: 'dewi' }) })));
    expect(memory.twinOf(like({ id: '7' }))?.actor.id).toBe('55');
    expect(memory.twinOf(like({ id: '8' }))).toBeNull();
    expect(memory.twinOf(like({ id: '7' }, { actor: account({ handle: 'wati' }) }))).toBeNull();
    expect(memory.twinOf(like({ id: '7' }, { actor: account({ id: '56', handle: 'dewi' }) }))).toBeNull();
  });
});

describe('a row of a list that names no post', () => {
  test('takes the one post that this actor did this to', () => {
    const memory = wireMemory();
    memory.add(wire(like({ id: '7' })));
    memory.add(wire(like({ id: '7' })));
    memory.add(wire(like({ id: '8' }, { actor: account({ handle: 'wati' }) })));
    expect(memory.twinOf(like({}))?.post.id).toBe('7');
  });
  test('takes none where the rows beside it stand in no list that was heard', () => {
    const memory = wireMemory();
    const wati = { actor: account({ handle: 'wati' }) };
    memory.add(wire(like({ id: '7' })));
    memory.add(wire(like({ id: '7' }, wati)));
    expect(memory.twinOf(like({}), [like({}), like({}, wati)])?.post.id).toBe('7');
    // A list that was never heard, opened over the same page: Dewi is on it too, and so is somebody who is not on the heard one.
    expect(memory.twinOf(like({}), [like({}), like({}, { actor: account({ handle: 'tono' }) })])).toBeNull();
    // What names its own target says nothing of the open list.
    expect(memory.twinOf(like({}), [like({}), like({ id: '9' }, { actor: account({ handle: 'tono' }) })])?.post.id).toBe('7');
  });
  test('takes none where two could be meant', () => {
    const memory = wireMemory();
    memory.add(wire(like({ id: '7' })));
    memory.add(wire(like({ id: '8' })));
    expect(memory.twinOf(like({}))).toBeNull();
  });
  test('takes none where the wire does not say which post', () => {
    const memory = wireMemory();
    memory.add(wire(like({ author: account({ id: '1' }) })));
    expect(memory.twinOf(like({}))?.post.author?.id).toBe('1');
    memory.add(wire(like({ author: account({ id: '2' }) })));
    expect(memory.twinOf(like({}))).toBeNull();
    const other = wireMemory();
    other.add(wire(like({ text: 'tanpa nama' })));
    expect(other.twinOf(like({}))).toBeNull();
  });
});

test('the oldest are forgotten, whole', () => {
  const memory = wireMemory();
  for (let n = 0; n < 5010; n++) memory.add(wire(comment(String(n))));
  expect(memory.size()).toBe(5000);
  expect(memory.twinOf(comment('9'))).toBeNull();
  expect(memory.twinOf(comment('10'))?.item.id).toBe('10');
  expect(memory.twinOf(comment('5009'))?.item.id).toBe('5009');
});

test('a twin is always of the same site, act and actor', () => {
  const small = fc.constantFrom('1', '2', null);
  const handle = fc.constantFrom('dewi', 'wati', null);
  const any = fc
    .record({
      platform: fc.constantFrom('facebook', 'x'),
      action: fc.constantFrom('like', 'comment', 'share'),
      id: small,
      actor: small,
      handle,
      post: small,
    })
    .map(({ platform, action, id, actor, handle, post }) =>
      sighting({
        platform: platform as 'facebook',
        action: action as 'like',
        actor: account({ id: actor, handle }),
        item: { id: action === 'comment' ? id : null, otherIds: [], url: null },
        post: target({ id: post }),
      }),
    );
  fc.assert(
    fc.property(fc.array(any, { maxLength: 12 }), any, (said, page) => {
      const memory = wireMemory();
      for (const one of said) memory.add({ ...one, source: 'wire' });
      const twin = memory.twinOf(page);
      if (twin === null) return;
      expect([twin.platform, twin.action]).toEqual([page.platform, page.action]);
      if (page.item.id !== null) expect(twin.item.id).toBe(page.item.id);
      else {
        if (page.actor.id !== null && twin.actor.id !== null) expect(twin.actor.id).toBe(page.actor.id);
        else expect(twin.actor.handle).toBe(page.actor.handle);
        if (page.post.id !== null) expect(twin.post.id).toBe(page.post.id);
      }
    }),
  );
});
