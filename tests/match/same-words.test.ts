import { expect, test } from 'vitest';
import { wireMemory } from '../../src/flow/wire-memory.ts';
import { isSameWords, joinEyes } from '../../src/match/agree.ts';
import { account, sighting, target } from './sample.ts';

const video = target({ id: '7570000000000000001' });
const page = sighting({ platform: 'tiktok', actor: account({ handle: 'lina.contoh' }), post: video, text: 'Mantap Pak' });
const wire = sighting({
  ...page,
  source: 'wire',
  actor: account({ id: '7000000000000001008', handle: 'Lina.Contoh' }),
  item: { id: '7570000000000000101', otherIds: [], url: null },
  at: '2026-11-20T02:21:00.000Z',
});
const twinOf = (...said: (typeof wire)[]) => {
  const memory = wireMemory();
  for (const one of said) memory.add(one);
  return memory.twinOf(page);
};

test('a comment without a number is the one of the same actor, post and words', () => {
  expect(twinOf(wire)).toEqual(wire);
  const joined = joinEyes(page, wire);
  expect([joined.actor.id, joined.item.id, joined.at]).toEqual(['7000000000000001008', '7570000000000000101', wire.at]);
});
test('the same comment told twice is one', () => expect(twinOf(wire, { ...wire })).toEqual(wire));
test('two alike cannot be told apart', () =>
  expect(twinOf(wire, { ...wire, item: { ...wire.item, id: '7570000000000000102' } })).toBeNull());
test.each([
  ['other words', { text: 'Mantap Pa' }],
  ['no words', { text: null }],
  ['another actor', { actor: account({ id: '1', handle: 'lina.contoh2' }) }],
  ['another post', { post: target({ id: '7570000000000000002' }) }],
  ['no post', { post: target() }],
  ['no item', { item: { id: null, otherIds: [], url: null } }],
  ['a reply', { action: 'reply' as const, post: target({ id: '9' }), thread: video }],
])('never one of %s', (_, differs) => expect(isSameWords(page, { ...wire, ...differs })).toBe(false));
test('a reply to another person is another reply', () => {
  const reply = (handle: string) => ({ action: 'reply' as const, thread: video, post: target({ author: account({ handle }) }) });
  expect(isSameWords({ ...page, ...reply('wati') }, { ...wire, ...reply('wati') })).toBe(true);
  expect(isSameWords({ ...page, ...reply('wati') }, { ...wire, ...reply('budi') })).toBe(false);
});
test('a comment that has a number is found by it alone', () =>
  expect(isSameWords({ ...page, item: { id: '5', otherIds: [], url: null } }, wire)).toBe(false));
