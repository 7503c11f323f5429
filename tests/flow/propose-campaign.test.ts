import { expect, test } from 'vitest';
import { proposeCampaign } from '../../src/flow/propose-campaign.ts';
import type { Account } from '../../src/model/account.ts';
import { readAddress } from '../../src/platforms/index.ts';
import { account, guardedRow, watchedRow } from '../match/sample.ts';

const propose = (told: unknown, link: string | null = null) =>
  proposeCampaign(
    {
      askPage: async () => told,
      readAddress,
      rowsOf: async (_platform, { handle }) => ({
        guarded: handle === 'rina' ? guardedRow({ handle }) : null,
        watched: handle === 'paslon' ? watchedRow({ handle }) : null,
      }),
    },
    link,
  );
const page = (url: string, authors: Account[] = [], known: Account[] = []) => ({ url, authors, known });
const shown = async (...all: Parameters<typeof propose>) =>
  (await propose(...all))?.map(({ platform, account: { id, handle }, from }) => [platform, id, handle, from]);

test('a profile’s address, with the number that the page tells for this very handle', async () => {
  expect(await shown(page('https://x.com/Calon01'))).toEqual([['x', null, 'Calon01', 'address']]);
  const known = [account({ id: '77', handle: 'calon01', name: 'Calon' }), account({ id: '78', handle: 'calon011' })];
  expect(await shown(page('https://x.com/Calon01', [], known))).toEqual([['x', '77', 'Calon01', 'address']]);
});

test('two numbers for one handle: none is taken', async () => {
  const known = [account({ id: '77', handle: 'calon01' }), account({ id: '78', handle: 'calon01' })];
  expect(await shown(page('https://x.com/calon01', [], known))).toEqual([['x', null, 'calon01', 'address']]);
});

test('a post’s address names no account: the author of the post on the screen', async () => {
  const authors = [account({ id: '5', handle: 'calon01' })];
  expect(await shown(page('https://www.instagram.com/p/Cabcdefghij/', authors))).toEqual([['instagram', '5', 'calon01', 'item']]);
});

test('the clicked link first; one account is proposed once', async () => {
  const authors = [account({ id: '5', handle: 'calon02' }), account({ handle: 'CALON02' })];
  expect(await shown(page('https://x.com/calon02/status/1', authors), 'https://x.com/calon03')).toEqual([
    ['x', null, 'calon03', 'link'],
    ['x', '5', 'calon02', 'address'],
  ]);
});

test('what both lists say of it goes along', async () => {
  const [one] = (await propose(page('https://x.com/rina'))) ?? [];
  expect([one?.guarded?.handle, one?.watched]).toEqual(['rina', null]);
  const [other] = (await propose(page('https://x.com/paslon'))) ?? [];
  expect([other?.guarded, other?.watched?.handle]).toEqual([null, 'paslon']);
});

test('no page script, nonsense, another site: nothing', async () => {
  expect(await propose(null)).toBeNull();
  expect(await propose({ url: 1 })).toBeNull();
  expect(await propose(page('https://contoh.example/calon'))).toEqual([]);
  expect(await propose(page('https://x.com/home'), 'https://contoh.example/x.com/calon')).toEqual([]);
});
