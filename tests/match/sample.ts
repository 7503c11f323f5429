import type { Account, GuardedAccount, WatchedAccount, WatchedWord } from '../../src/model/account.ts';
import type { Sighting, Target } from '../../src/model/sighting.ts';

export const account = (given: Partial<Account> = {}): Account => ({ id: null, handle: null, name: null, url: null, ...given });
export const target = (given: Partial<Target> = {}): Target => ({ id: null, otherIds: [], url: null, author: null, text: null, ...given });
export const sighting = (given: Partial<Sighting> = {}): Sighting => ({
  kind: 'sighting',
  platform: 'facebook',
  source: 'page',
  action: 'comment',
  reaction: null,
  reactionShown: null,
  actor: account(),
  post: target(),
  thread: null,
  item: { id: null, otherIds: [], url: null },
  text: null,
  tags: [],
  shownAt: null,
  at: null,
  promoted: false,
  ...given,
});
export const guardedRow = (given: Partial<GuardedAccount> = {}): GuardedAccount => ({
  platform: 'facebook',
  id: null,
  handle: null,
  person: 'Rina Contohwati',
  unit: 'Dinas',
  status: 'PNS',
  basis: '',
  ...given,
});
export const watchedRow = (given: Partial<WatchedAccount> = {}): WatchedAccount => ({
  platform: 'facebook',
  id: null,
  handle: null,
  candidate: 'Contoh Pasangan 01',
  office: 'Bupati',
  region: 'Sukamaju',
  official: true,
  ...given,
});
export const wordRow = (word: string, given: Partial<WatchedWord> = {}): WatchedWord => ({
  word,
  candidate: 'Contoh Pasangan 01',
  office: 'Bupati',
  region: 'Sukamaju',
  ...given,
});
