// Marking by hand: what is proposed from a picked item, and what a statement becomes. Never somebody off the list.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { askedByTyping } from '../../src/match/asked.ts';
import { matchByHand, type Picked } from '../../src/match/by-hand.ts';
import { findGuardedRows, findWatchedRows, MOST_ROWS } from '../../src/match/find-rows.ts';
import { findingId } from '../../src/match/finding-id.ts';
import { propose } from '../../src/match/propose.ts';
import { matchSchema } from '../../src/model/match.ts';
import { type PickFacts, proposalSchema, type Statement } from '../../src/model/pick.ts';
import { readAddress } from '../../src/platforms/index.ts';
import { indexLists } from '../../src/registry/index-lists.ts';
import { guardedRow, watchedRow } from './sample.ts';

const BUDI = guardedRow({ platform: 'x', id: '1700000000000000101', handle: 'budi_contoh', person: 'Budi Contohno' });
const RINA = guardedRow({ platform: 'facebook', id: '100000000001001', handle: 'rina.contoh', person: 'Rina Contohwati' });
const PASLON = watchedRow({ platform: 'x', id: '1700000000000000901', handle: 'PaslonContoh01' });
const DUA = watchedRow({ platform: 'x', handle: 'PaslonContoh02', candidate: 'Contoh Pasangan 02' });
const typed = (text: string) => askedByTyping(text, readAddress);
const lists = indexLists({ guarded: [BUDI, RINA], watched: [PASLON, DUA], words: [] });
const NEWS = new URL('https://contoh-berita.example/2026/11/foto');
const facts = (given: Partial<PickFacts> = {}): PickFacts => ({ words: '', links: [], handles: [], times: [], images: 0, ...given });
const inside = (...urls: string[]) => urls.map((url) => ({ url, where: 'item' as const }));
const near = (...urls: string[]) => urls.map((url) => ({ url, where: 'around' as const }));
const key = ({
  platform,
  id,
  handle,
}: {
  platform: 'x' | 'facebook' | 'instagram' | 'tiktok' | 'youtube' | 'threads';
  id: string | null;
  handle: string | null;
}) => ({ platform, id, handle });
const statement = (given: Partial<Statement> = {}): Statement => ({
  pickId: '0198f3c0-1234-7000-8000-00000000abce',
  actor: key(BUDI),
  action: 'appear',
  reaction: null,
  campaign: key(PASLON),
  itemUrl: null,
  targetUrl: null,
  words: null,
  shownAt: null,
  note: '',
  ...given,
});
const picked = (given: Partial<PickFacts> = {}, page = NEWS, site: Picked['site'] = 'other'): Picked => ({
  site,
  page,
  facts: facts(given),
});
const judge = async (given: Partial<Statement> = {}, on: Picked = picked()) => {
  const judged = await matchByHand(statement(given), on, lists, readAddress);
  if ('refused' in judged) throw new Error(judged.refused);
  return judged;
};

describe('proposals', () => {
  test('people on the lists by their links, inside and around; all others are only counted', () => {
    const proposal = propose(
      facts({
        links: [
          ...inside('https://x.com/budi_contoh', 'https://x.com/PaslonContoh01/status/1990000000000000001', 'https://x.com/warga_biasa'),
          ...near('https://www.facebook.com/rina.contoh', 'https://x.com/tetangga/status/1990000000000000009'),
        ],
      }),
      NEWS,
      lists,
      readAddress,
    );
    expect(proposalSchema.safeParse(proposal).success).toBe(true);
    expect(proposal.actors.map(({ row, from, grade }) => [row.person, from, grade])).toEqual([
      ['Budi Contohno', 'item', 'handle'],
      ['Rina Contohwati', 'around', 'handle'],
    ]);
    expect(proposal.campaigns.map(({ row, from }) => [row.handle, from])).toEqual([['PaslonContoh01', 'item']]);
    expect(proposal.others).toBe(2);
    expect(JSON.stringify(proposal)).not.toMatch(/warga_biasa|tetangga/);
    expect(proposal.addresses).toEqual([
      { url: 'https://x.com/PaslonContoh01/status/1990000000000000001', by: 'campaign', from: 'item' },
      { url: NEWS.href, by: 'page', from: 'page' },
    ]);
  });
  test('an account number in the item’s own link is firm, the same number beside it is not', () => {
    const address = 'https://www.facebook.com/profile.php?id=100000000001001';
    const gradeOf = (links: PickFacts['links']) => propose(facts({ links }), NEWS, lists, readAddress).actors[0]?.grade;
    expect(gradeOf(inside(address))).toBe('id');
    expect(gradeOf(near(address))).toBe('handle');
  });
  test('an @name means something on its own site, nothing on a news page, and a display name never does', () => {
    const words = { words: 'Budi Contohno @budi_contoh', handles: ['budi_contoh'] };
    expect(propose(facts(words), new URL('https://x.com/home'), lists, readAddress).actors).toHaveLength(1);
    expect(propose(facts(words), NEWS, lists, readAddress).actors).toEqual([]);
    expect(propose(facts({ words: 'Budi Contohno' }), new URL('https://x.com/home'), lists, readAddress).actors).toEqual([]);
  });
  test('the act is guessed only where an address or a picture says it', () => {
    const guess = (given: Partial<PickFacts>, page = NEWS) => propose(facts(given), page, lists, readAddress).action;
    expect(guess({})).toBeNull();
    expect(guess({ images: 1 })).toBe('appear');
    expect(guess({ links: inside('https://x.com/budi_contoh/status/1990000000000000002') })).toBe('post');
    expect(guess({ links: inside('https://x.com/warga_biasa/status/1990000000000000002') })).toBeNull();
    expect(guess({ images: 1 }, new URL('https://x.com/home'))).toBeNull();
  });
});

describe('a statement', () => {
  test('of a photograph without any link: the row says who, the sighting names no account, and it is marked', async () => {
    const { match } = await judge({ note: 'Berdiri di samping calon.' });
    expect(matchSchema.safeParse(match).success).toBe(true);
    expect(match).toMatchObject({
      guarded: { person: 'Budi Contohno' },
      grade: 'handle',
      reasons: [{ kind: 'stated', watched: { handle: 'PaslonContoh01' } }],
      hand: { actorFrom: 'monitor', note: 'Berdiri di samping calon.' },
      sighting: { platform: 'other', actor: { id: null, handle: null, name: null, url: null } },
    });
  });
  test('compared with the link in the item; what stands around it ties no account to the act', async () => {
    const own = await judge({}, picked({ links: inside('https://www.x.com/budi_contoh') }));
    expect(own.match).toMatchObject({ grade: 'handle', hand: { actorFrom: 'item' }, sighting: { actor: { handle: 'budi_contoh' } } });
    const beside = await judge({}, picked({ links: near('https://x.com/budi_contoh') }));
    expect(beside.match).toMatchObject({ grade: 'handle', hand: { actorFrom: 'around' }, sighting: { actor: { handle: null } } });
    const number = await judge({ actor: key(RINA) }, picked({ links: inside('https://www.facebook.com/profile.php?id=100000000001001') }));
    expect(number.match).toMatchObject({ grade: 'id', hand: { actorFrom: 'item' } });
    const somebodyElses = await judge({ actor: key(RINA) }, picked({ links: inside('https://x.com/budi_contoh') }));
    expect(somebodyElses.match.hand?.actorFrom).toBe('monitor');
  });
  test('about a campaign: an author by the address, else only stated', async () => {
    const url = 'https://x.com/PaslonContoh01/status/1990000000000000001';
    const byAddress = await judge({ targetUrl: url }, picked({}, new URL(url), 'x'));
    expect(byAddress.match.reasons).toEqual([{ kind: 'author', watched: PASLON, grade: 'handle' }]);
    expect(byAddress.match.sighting.post).toMatchObject({ id: '1990000000000000001', url, author: { handle: 'PaslonContoh01' } });
    const other = await judge({ targetUrl: url, campaign: key(DUA) }, picked({}, new URL(url), 'x'));
    expect(other.match.reasons[0]?.kind).toBe('stated');
  });
  test('addresses that name people on neither list are not kept', async () => {
    const url = 'https://x.com/tetangga/status/1990000000000000009';
    const { match } = await judge({ itemUrl: url, targetUrl: url });
    expect(JSON.stringify(match)).not.toContain('tetangga');
    expect([match.sighting.item.id, match.sighting.post.id]).toEqual(['1990000000000000009', '1990000000000000009']);
  });
  test('a reaction belongs to a like alone', async () => {
    expect((await judge({ action: 'appear', reaction: 'angry' })).match.sighting.reaction).toBeNull();
    expect((await judge({ action: 'like', reaction: 'angry' })).match.sighting.reaction).toBe('angry');
  });
  test('twice the same is one finding; another person, act or page is another; never that of a reader', async () => {
    const first = await judge();
    expect((await judge({ note: 'lain' })).findingId).toBe(first.findingId);
    const others = await Promise.all([
      judge({ actor: key(RINA) }),
      judge({ action: 'post' }),
      judge({}, picked({}, new URL('https://contoh-berita.example/lain'))),
      judge({ words: 'Ayo' }),
    ]);
    expect(new Set([first, ...others].map((one) => one.findingId)).size).toBe(5);
    expect(await findingId(first.match.sighting)).not.toBe(first.findingId);
  });
});

describe('nobody off the lists', () => {
  test('a person or campaign that is on no list is refused', async () => {
    const stranger = { platform: 'x' as const, id: null, handle: 'warga_biasa' };
    expect(await matchByHand(statement({ actor: stranger }), picked(), lists, readAddress)).toEqual({ refused: 'not-listed' });
    expect(await matchByHand(statement({ campaign: stranger }), picked(), lists, readAddress)).toEqual({ refused: 'not-campaign' });
    // The lists are not to be mixed up.
    expect(await matchByHand(statement({ actor: key(PASLON) }), picked(), lists, readAddress)).toEqual({ refused: 'not-listed' });
    // Part of a row is not the row: the id of one with the handle of another.
    expect(await matchByHand(statement({ actor: { ...key(BUDI), id: RINA.id } }), picked(), lists, readAddress)).toEqual({
      refused: 'not-listed',
    });
    expect(await matchByHand(statement({ actor: { ...key(BUDI), id: null } }), picked(), lists, readAddress)).toEqual({
      refused: 'not-listed',
    });
  });
  test('rows that contradict each other can be neither found nor stated', async () => {
    const torn = indexLists({ guarded: [BUDI, { ...BUDI, person: 'Orang Lain' }], watched: [PASLON], words: [] });
    expect(findGuardedRows(torn, typed('budi_contoh'))).toEqual([]);
    expect(await matchByHand(statement(), picked(), torn, readAddress)).toEqual({ refused: 'not-listed' });
  });
  test('whatever is stated and whatever the page says', async () => {
    const platform = fc.constantFrom('x' as const, 'facebook' as const);
    const part = fc.option(fc.constantFrom('1700000000000000101', '100000000001001', 'budi_contoh', 'rina.contoh', 'warga', ''), {
      nil: null,
    });
    await fc.assert(
      fc.asyncProperty(
        fc.record({ platform, id: part, handle: part }),
        fc.array(fc.constantFrom('https://x.com/budi_contoh', 'https://x.com/warga')),
        async (actor, urls) => {
          const judged = await matchByHand(statement({ actor }), picked({ links: inside(...urls) }), lists, readAddress);
          if ('refused' in judged) return;
          expect([BUDI, RINA]).toContainEqual(judged.match.guarded);
          expect(key(judged.match.guarded)).toEqual(actor);
          expect([null, 'budi_contoh']).toContain(judged.match.sighting.actor.handle);
        },
      ),
      { numRuns: 500 },
    );
  });
  test('a site without a reader is only ever there by hand', async () => {
    const { match } = await judge();
    expect(matchSchema.safeParse(match).success).toBe(true);
    const { hand: _hand, ...read } = match;
    expect(matchSchema.safeParse(read).success).toBe(false);
    expect(matchSchema.safeParse({ ...read, sighting: { ...read.sighting, platform: 'x' } }).success).toBe(true);
  });
});

describe('looking through the lists', () => {
  test('the registry: a whole account, by handle, number or address, on whatever site; never by a name or a part', () => {
    const found = (text: string) => findGuardedRows(lists, typed(text));
    for (const text of ['budi_contoh', '@Budi_Contoh', ' https://x.com/budi_contoh ', 'x.com/budi_contoh/status/1', BUDI.id as string])
      expect(found(text), text).toEqual([BUDI]);
    expect(found(`${RINA.id}`)).toEqual([RINA]);
    for (const text of [
      'budi_con',
      'Budi Contohno',
      'budi',
      '',
      '  ',
      '@',
      'budi_contoh x',
      'https://example.org/budi_contoh',
      `@${BUDI.id}`,
    ])
      expect(found(text), text).toEqual([]);
  });
  test('the campaign list: by part of a name, an account with or without @, an office; few at a time', () => {
    expect(findWatchedRows(lists, 'pasangan 02')).toEqual([DUA]);
    expect(findWatchedRows(lists, 'p')).toEqual([]);
    expect(findWatchedRows(lists, '  ')).toEqual([]);
    const many = indexLists({
      guarded: [],
      watched: Array.from({ length: 50 }, (_, n) => watchedRow({ id: `${n + 1}`, candidate: `Paslon ${n}` })),
      words: [],
    });
    expect(findWatchedRows(many, 'paslon')).toHaveLength(MOST_ROWS);
  });
});
