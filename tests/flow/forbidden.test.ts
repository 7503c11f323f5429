// A site that is forbidden while its pages are open.
import { expect, test } from 'vitest';
import { endForbidden, onlyAllowed } from '../../src/flow/forbidden.ts';
import { blank } from '../../src/flow/tab-findings.ts';
import type { SiteId } from '../../src/model/account.ts';
import type { FromPage } from '../../src/model/messages.ts';

const SITES: readonly (readonly [number, SiteId])[] = [
  [1, 'x'],
  [2, 'tiktok'],
  [3, 'other'],
];
function world() {
  const told: unknown[] = [];
  const handed: string[] = [];
  return {
    told,
    handed,
    hand: async ({ type }: FromPage) => handed.push(type),
    platformOf: ({ hostname }: URL) =>
      (hostname === 'x.com' ? 'x' : hostname === 'www.tiktok.com' ? 'tiktok' : null) as 'x' | 'tiktok' | null,
    isAllowed: async (id: string) => id !== 'x',
    tabs: async () => SITES.map(([id]) => id),
    loadState: async (id: number) => blank(SITES.find(([one]) => one === id)?.[1] ?? 'other', new URL('https://example.org')),
    forget: async (id: number) => void told.push(['forget', id]),
    askPage: async (id: number, { type }: { type: string }) => void told.push([type, id]),
  };
}

test('scripts of forbidden sites are ended and their findings forgotten, and no others', async () => {
  const one = world();
  await endForbidden(one);
  expect(one.told).toEqual([
    ['end', 1],
    ['forget', 1],
  ]);
});

test('what a page of a forbidden site still says is not taken in, and its script is ended once more', async () => {
  const one = world();
  const take = onlyAllowed(one, one.hand);
  const from = (url: string) => ({ tabId: 1, windowId: 1, url: new URL(url) });
  for (const message of [
    { type: 'page-open', platform: 'x' },
    { type: 'judge', seen: [] },
  ] as FromPage[])
    expect(await take(message, from('https://x.com/a'))).toEqual({ error: 'site' });
  expect(one.handed).toEqual([]);
  expect(one.told).toEqual([
    ['end', 1],
    ['end', 1],
  ]);
  await take({ type: 'page-open', platform: 'tiktok' }, from('https://www.tiktok.com/@a'));
  await take({ type: 'pick-ended' } as FromPage, from('https://x.com/a'));
  // Where nobody reads, the desk itself says so.
  await take({ type: 'judge', seen: [] }, from('https://example.org/'));
  expect(one.handed).toEqual(['page-open', 'pick-ended', 'judge']);
});
