import { JSDOM } from 'jsdom';
import { expect, test } from 'vitest';
import { keepActs } from '../../src/flow/acts.ts';
import { wireMemory } from '../../src/flow/wire-memory.ts';
import type { Unreadable } from '../../src/model/sighting.ts';
import { sighting } from '../match/sample.ts';

const lost: Unreadable = {
  kind: 'unreadable',
  platform: 'facebook',
  source: 'page',
  looksLike: 'comment',
  missing: ['author'],
  item: { id: null, url: null },
};

function counting() {
  const item = new JSDOM('<p></p>').window.document.querySelector('p') as unknown as Element;
  const nothing = () => undefined;
  const acts = keepActs(wireMemory(), async () => ({ ready: true, flags: [] }), nothing, nothing, new AbortController().signal);
  return { item, acts };
}

test('an unreadable item that is looked at again counts once', () => {
  const { item, acts } = counting();
  acts.take(item, [lost]);
  // The lists have changed, or the background answered only now: everything on the page is read anew.
  acts.forget();
  acts.take(item, [lost]);
  expect(acts.counts()).toEqual({ found: 1, read: 0, unreadable: { author: 1 } });
});

test('a new address counts what still stands there anew, and nothing below zero', () => {
  const { item, acts } = counting();
  acts.take(item, [lost]);
  acts.openPage();
  acts.take(item, [sighting({})]);
  expect(acts.counts()).toEqual({ found: 1, read: 1, unreadable: {} });
  acts.openPage();
  acts.take(item, [lost]);
  expect(acts.counts()).toEqual({ found: 1, read: 0, unreadable: { author: 1 } });
});
