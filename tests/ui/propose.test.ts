import { expect, test } from 'vitest';
import { knownAs } from '../../src/ui/now/known-profile.ts';
import { keepLinkDraft, linkDraftOf, MOST_DRAFTS, NO_DRAFT } from '../../src/ui/now/link-draft.ts';
import { say } from '../../src/ui/words.ts';
import { guardedRow, watchedRow } from '../match/sample.ts';

const URL_OF = 'https://www.youtube.com/@sari_contoh';
const ask = (guarded: unknown, watched: unknown = []) => knownAs(URL_OF, { guarded: async () => guarded, watched: async () => watched });

test('what the lists say of the open profile', async () => {
  const row = guardedRow({ platform: 'youtube', handle: 'sari_contoh' });
  expect(await ask([])).toBe('free');
  expect(await ask([row])).toBe('listed');
  expect(await ask([{ ...row, link: { source: 'monitor', state: 'unconfirmed' } }])).toBe('tied');
  expect(await ask([], [watchedRow({ platform: 'youtube', handle: 'sari_contoh' })])).toBe('campaign');
  expect(await ask([row], [watchedRow({ platform: 'youtube', handle: 'sari_contoh' })])).toBe('campaign');
});

test('no answer of the right form is ever called free', async () => {
  for (const answer of ['', null, { error: 'schema' }, [{ person: 'Sari' }]]) {
    expect(await ask(answer)).toBe('unknown');
    expect(await ask([], answer)).toBe('unknown');
  }
  expect(await knownAs(URL_OF, { guarded: () => Promise.reject(new Error('locked')), watched: async () => [] })).toBe('unknown');
  const long = `${URL_OF}?q=${'a'.repeat(200)}`;
  expect(await knownAs(long, { guarded: async () => [], watched: async () => [] })).toBe('unknown');
});

test('both lists are asked for the whole address', async () => {
  const asked: string[] = [];
  const note = async (words: string) => {
    asked.push(words);
    return [];
  };
  await knownAs(URL_OF, { guarded: note, watched: note });
  expect(asked).toEqual([URL_OF, URL_OF]);
});

test('a draft is kept for its tab and address, and an empty one is forgotten', () => {
  const draft = { ...NO_DRAFT, name: 'Sari Contohwati', statement: 'Biodata menyebut' };
  keepLinkDraft(1, URL_OF, draft);
  expect(linkDraftOf(1, URL_OF)).toEqual(draft);
  expect(linkDraftOf(2, URL_OF)).toBe(NO_DRAFT);
  expect(linkDraftOf(1, `${URL_OF}/videos`)).toBe(NO_DRAFT);
  keepLinkDraft(1, URL_OF, { ...NO_DRAFT, by: ' ' });
  expect(linkDraftOf(1, URL_OF)).toBe(NO_DRAFT);
});

test('the oldest draft goes first', () => {
  for (let tab = 0; tab <= MOST_DRAFTS; tab++) keepLinkDraft(tab, URL_OF, { ...NO_DRAFT, name: `${tab}` });
  expect(linkDraftOf(0, URL_OF)).toBe(NO_DRAFT);
  expect(linkDraftOf(1, URL_OF).name).toBe('1');
  expect(linkDraftOf(MOST_DRAFTS, URL_OF).name).toBe(`${MOST_DRAFTS}`);
});

test('what speaks against a tie is said in plain words', () => {
  expect(say('id', 'link.others', { site: 'YouTube' })).toBe('Perhatian: di daftar, orang ini memakai akun YouTube lain:');
  expect(`${say('id', 'band.strong')} (${say('id', 'link.band')})`).toBe('Nama cocok kuat (bukan bukti orangnya sama)');
  expect(say('id', 'link.why')).not.toContain('belum ada di daftar');
  expect(say('id', 'tie.unsure')).toBe('Dikaitkan oleh pemantau, belum dipastikan.');
  expect(say('id', 'ties.locked')).toBe('Terkunci: buka kunci Netra untuk melihat tautan.');
});
