import { describe, expect, test } from 'vitest';
import { matchSighting } from '../../src/match/match.ts';
import { matchSchema } from '../../src/model/match.ts';
import { indexLists } from '../../src/registry/index-lists.ts';
import { account, guardedRow, sighting, target, watchedRow, wordRow } from './sample.ts';

const RINA = guardedRow({ id: '1001', handle: 'rina.contoh' });
const BUDI = guardedRow({ handle: 'budi.contoh', person: 'Budi Contohno' });
const PAGE = watchedRow({ id: '9001', handle: 'contoh.untuk.sukamaju' });
const TEAM = watchedRow({ handle: 'tim.contoh' });
const TAG = wordRow('#SukamajuBaru');
const PHRASE = wordRow('Coblos Contoh Satu');
const lists = indexLists({ guarded: [RINA, BUDI], watched: [PAGE, TEAM], words: [TAG, PHRASE] });
const onPage = target({ id: '55', author: account({ id: '9001' }) });
const match = (given: Parameters<typeof sighting>[0]) => {
  const found = matchSighting(sighting({ post: onPage, ...given }), lists);
  if (found !== null) matchSchema.parse(found);
  return found;
};

describe('who acted', () => {
  test.each([
    ['equal ids', { id: '1001', handle: 'rina.contoh' }, [RINA, 'id']],
    ['equal ids, another handle: renamed', { id: '1001', handle: 'nama.baru' }, [RINA, 'id']],
    ['no id seen, equal handle', { handle: 'Rina.Contoh' }, [RINA, 'handle']],
    ['no id seen, Facebook ignores dots', { handle: '@rinacontoh' }, [RINA, 'handle']],
    ['row without id, no id seen', { handle: 'budi.contoh' }, [BUDI, 'handle']],
    ['row without id, id seen', { id: '77', handle: 'budi.contoh' }, [BUDI, 'handle']],
    ['another id with the same handle: changed hands', { id: '1002', handle: 'rina.contoh' }, null],
    ['an id with one digit more', { id: '10011' }, null],
    ['an id that stands in the handle', { handle: '1001' }, null],
    ['a handle that stands in the id', { id: 'rina.contoh' }, null],
    ['the display name only', { name: 'Rina Contohwati' }, null],
    ['the address only', { url: 'https://www.facebook.com/rina.contoh' }, null],
  ])('%s', (_, actor, expected) => {
    const found = match({ actor: account(actor) });
    expect(found && [found.guarded, found.grade]).toEqual(expected);
  });

  test('the same handle on another site is somebody else', () => {
    expect(
      matchSighting(sighting({ platform: 'instagram', actor: account({ id: '1001', handle: 'rina.contoh' }), post: onPage }), lists),
    ).toBeNull();
  });
});

describe('what was acted upon', () => {
  const actor = account({ id: '1001' });
  const reasons = (given: Parameters<typeof sighting>[0]) => match({ actor, ...given })?.reasons ?? null;
  const author = (watched: typeof PAGE, grade: 'id' | 'handle') => ({ kind: 'author', watched, grade });

  test.each(['like', 'comment', 'reply', 'share', 'quote', 'follow'] as const)('%s of a campaign account', (action) => {
    expect(reasons({ action })).toEqual([author(PAGE, 'id')]);
  });

  test.each([
    ['author by handle', { post: target({ author: account({ handle: 'tim.contoh' }) }) }, [author(TEAM, 'handle')]],
    ['author whose id differs from the list', { post: target({ author: account({ id: '1', handle: 'contoh.untuk.sukamaju' }) }) }, null],
    [
      'author of the thread, of a reply to somebody else',
      { action: 'reply', post: target({ author: account({ id: '3' }) }), thread: onPage },
      [author(PAGE, 'id')],
    ],
    [
      'author of post and thread: once, the firmer',
      { post: target({ author: account({ handle: 'contoh.untuk.sukamaju' }) }), thread: onPage },
      [author(PAGE, 'id')],
    ],
    ['nobody the lists know', { post: target({ author: account({ id: '3' }), text: 'halo' }) }, null],
    ['a name only', { post: target({ author: account({ name: 'Contoh Pasangan 01' }) }) }, null],
    [
      "a tag in a post of one's own",
      { action: 'post', post: target(), tags: [account({ handle: 'tim.contoh' })] },
      [{ kind: 'tag', watched: TEAM, grade: 'handle' }],
    ],
    ["tags of a liked post are not the actor's", { action: 'like', post: target(), tags: [account({ id: '9001' })] }, null],
    ["words of one's own", { action: 'post', post: target(), text: 'ayo #sukamajubaru!' }, [{ kind: 'word', watched: TAG, where: 'own' }]],
    [
      'own words of an own post count once',
      { action: 'post', text: '#SukamajuBaru', post: target({ text: '#SukamajuBaru' }) },
      [{ kind: 'word', watched: TAG, where: 'own' }],
    ],
    [
      'words of the post',
      { action: 'like', post: target({ text: 'COBLOS\n contoh  satu' }) },
      [{ kind: 'word', watched: PHRASE, where: 'post' }],
    ],
    [
      'words of the thread',
      { action: 'reply', post: target(), thread: target({ text: '#SukamajuBaru' }) },
      [{ kind: 'word', watched: TAG, where: 'post' }],
    ],
    ["text beside a like is not the actor's", { action: 'like', post: target(), text: '#SukamajuBaru' }, null],
  ] as const)('%s', (_, given, expected) => {
    expect(reasons(given as Parameters<typeof sighting>[0])).toEqual(expected);
  });

  test('strongest first, each once', () => {
    const found = reasons({
      text: '#SukamajuBaru #SukamajuBaru',
      post: target({ author: account({ handle: 'tim.contoh' }), text: '#SukamajuBaru' }),
      thread: onPage,
      tags: [account({ handle: 'tim.contoh' }), account({ id: '9001' }), account({ id: '9001' })],
    });
    expect(
      found?.map((one) => (one.kind === 'word' ? `${one.kind} ${one.where}` : `${one.kind} ${one.kind === 'stated' ? '' : one.grade}`)),
    ).toEqual(['author id', 'author handle', 'tag id', 'tag handle', 'word own', 'word post']);
  });

  test('never more than twenty', () => {
    const many = indexLists({ guarded: [RINA], watched: [], words: Array.from({ length: 50 }, (_, at) => wordRow(`kata${at}`)) });
    const text = Array.from({ length: 50 }, (_, at) => `kata${at}`).join(' ');
    expect(matchSighting(sighting({ actor, text }), many)?.reasons.length).toBe(20);
  });
});

test('an actor on both lists is told, and matched by what was acted upon alone', () => {
  const both = indexLists({ guarded: [RINA], watched: [PAGE, watchedRow({ id: '1001' })], words: [] });
  const liked = sighting({ action: 'like', actor: account({ id: '1001' }), post: onPage });
  expect(matchSighting(liked, both)).toMatchObject({ onBothLists: true, reasons: [{ kind: 'author', watched: PAGE }] });
  expect(matchSighting(sighting({ action: 'like', actor: account({ id: '1001' }), post: target({ id: '5' }) }), both)).toBeNull();
  expect(matchSighting(liked, lists)?.onBothLists).toBe(false);
});
