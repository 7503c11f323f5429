import { describe, expect, test } from 'vitest';
import { type LinkWorld, MOST_LOOK_UPS, MOST_NAMESAKES, type NamedRow, serveLinks } from '../../src/flow/links.ts';
import { keepTies, tiedJudge } from '../../src/flow/ties.ts';
import { askedBySighting } from '../../src/match/asked.ts';
import { toTies } from '../../src/match/links.ts';
import { matchSighting } from '../../src/match/match.ts';
import { nameKeys } from '../../src/match/names/name-keys.ts';
import type { GuardedAccount } from '../../src/model/account.ts';
import { type LinkAnswer, type LinkStep, linkStepSchema, type Namesakes } from '../../src/model/link.ts';
import type { ListSource } from '../../src/model/lists.ts';
import type { Sighting } from '../../src/model/sighting.ts';
import { endOf } from '../../src/model/tie.ts';
import { readAddress } from '../../src/platforms/index.ts';
import { indexLists } from '../../src/registry/index-lists.ts';
import { account, guardedRow, sighting, target, watchedRow } from '../match/sample.ts';
import { sourceOf } from '../match/source.ts';

const PROFILE = 'https://x.com/rina_k';
const NAME = 'Rina Kartikaningtyas';
const LIST = '0b0e7a52-3a0c-4b3f-9d57-0d6f5a1c2b3d';
type Row = GuardedAccount & { nip?: string | null };
const row = (person: string, more: Partial<Row> = {}): Row => ({
  ...guardedRow({ platform: 'facebook', handle: person.toLowerCase().replaceAll(' ', '') }),
  person,
  unit: 'Dinas Contoh',
  listId: LIST,
  ...more,
});

const toNamed = ({ nip, ...rest }: Row): NamedRow => ({ ...rest, numberEnd: nip == null ? null : nip.slice(-3) });

function open(guarded: readonly Row[], given: Partial<LinkWorld> = {}) {
  const kept: LinkStep[] = [];
  let lookUps: readonly string[] = [];
  let clock = Date.parse('2026-11-22T03:00:00.000Z');
  const ties = keepTies(async () => kept);
  const raw = sourceOf(guarded, indexLists({ guarded: [], watched: [watchedRow({ platform: 'x', handle: 'paslon01' })], words: [] }));
  let lists: ListSource = raw;
  const reload = async () => {
    lists = await ties.into(raw);
  };
  const world: LinkWorld = {
    now: () => new Date(clock),
    readAddress,
    steps: async () => kept,
    append: async (step) => void kept.push(step),
    picture: async () => null,
    takePicture: async () => null,
    rowsByName: async (keys) => ({
      rows: guarded.filter(({ person }) => nameKeys(person).some((key) => keys.includes(key))).map(toNamed),
      notAsked: [],
    }),
    isListed: async (one) => ties.isListed(one),
    loadLookUps: async () => lookUps,
    saveLookUps: async (times) => {
      lookUps = times;
    },
    changed: reload,
    ...given,
  };
  const links = serveLinks(world);
  const judge = tiedJudge(
    async (seen: Sighting) => {
      const match = matchSighting(seen, await lists.around(askedBySighting(seen)), '2026-11-22');
      return match === null ? null : { findingId: 'f', match };
    },
    links,
    ties.current,
  );
  const find = async (name = NAME, url = PROFILE) =>
    (await links.answer({ type: 'find-namesakes', url, name })) as Namesakes & { refused?: string };
  const propose = async (person?: Namesakes['people'][number]['person'], by = 'Budi Pemantau') => {
    const chosen = person ?? (await find()).people[0]?.person;
    if (chosen === undefined) throw new Error('nobody to choose');
    return (await links.answer({
      type: 'propose-link',
      url: PROFILE,
      name: NAME,
      words: 'Guru SD Contoh',
      person: chosen,
      by,
      statement: 'Biodata menyebut Dinas Contoh.',
      tabId: 7,
    })) as { linkId: string; refused?: string };
  };
  const confirm = (linkId: string, by: string) =>
    links.answer({ type: 'confirm-link', linkId, by, statement: 'Foto seragam.' }) as Promise<LinkAnswer>;
  const end = (one: GuardedAccount, outcome: 'hijacked' | 'impersonation' = 'hijacked') =>
    links.answer({
      type: 'end-link',
      account: { platform: one.platform, id: one.id, handle: one.handle },
      person: { person: one.person, unit: one.unit, status: one.status, listId: one.listId ?? null },
      outcome,
      by: 'Citra Wulan',
      reason: 'Pemilik melapor ke kantor.',
    }) as Promise<LinkAnswer>;
  return { links, ties, kept, judge, find, propose, confirm, end, reload, later: (ms: number) => (clock += ms), now: () => lists };
}
const seenOf = (handle: string, id: string | null = null) =>
  sighting({ platform: 'x', actor: account({ handle, id }), post: target({ id: '9', author: account({ handle: 'paslon01' }) }) });

describe('looking namesakes up', () => {
  test('namesakes stand together, told apart by unit and the end of their number', async () => {
    const { find, reload } = open([
      row('Rina Kartikaningtyas, S.Pd.', { nip: '198609262015051014' }),
      row('Hj. Rina Kartikaningtyas', { unit: 'Dinas Lain', nip: null, handle: 'lain' }),
      row('Rina Kartikaningtyas, S.Pd.', { platform: 'tiktok', nip: '198609262015051014' }),
      row('Rini Kartikaningtyas'),
      row('Siti Aminah'),
    ]);
    await reload();
    const { account: of, people } = await find();
    expect(of).toEqual({ platform: 'x', id: null, handle: 'rina_k' });
    expect(people.map(({ person, accounts, band }) => [person.unit, person.numberEnd, accounts.length, band])).toEqual([
      ['Dinas Contoh', '014', 2, 'strong'],
      ['Dinas Lain', null, 1, 'strong'],
    ]);
    expect(JSON.stringify(people)).not.toContain('19860926');
  });

  test('another account of the person on the same site is told, in the look-up and in the step; one elsewhere is not', async () => {
    const { find, propose, reload, kept } = open([
      row(NAME, { nip: null }),
      row(NAME, { platform: 'x', handle: 'rina_resmi' }),
      row(NAME, { platform: 'tiktok', handle: 'rina_k' }),
    ]);
    await reload();
    const others = [{ platform: 'x', id: null, handle: 'rina_resmi' }];
    expect((await find()).people.map((one) => [one.accounts.length, one.others])).toEqual([[3, others]]);
    await propose();
    expect(linkStepSchema.parse(kept[0])).toMatchObject({ kind: 'proposed', others });
  });

  test('an ended account of a list is not called another one; where none is known the step says so', async () => {
    const own = row(NAME, { platform: 'x', handle: 'Rina_K' });
    const { end, find, propose, reload, kept } = open([own]);
    await reload();
    await end(own);
    expect((await find()).people[0]?.others).toEqual([]);
    await propose();
    expect(kept.at(-1)).toMatchObject({ kind: 'proposed', others: [] });
    const { others: _others, ...older } = kept.at(-1) as Extract<LinkStep, { kind: 'proposed' }>;
    expect(linkStepSchema.parse(older)).toEqual(older);
  });

  test('only of one account’s own page, of a name that agrees, and of an account that is on no list', async () => {
    const { find, reload } = open([row(NAME), row('Orang Lain', { platform: 'x', handle: 'sudah_ada' })]);
    await reload();
    expect(await find(NAME, 'https://x.com/rina_k/status/1')).toEqual({ refused: 'not-profile' });
    expect(await find(NAME, 'https://x.com/home')).toEqual({ refused: 'not-profile' });
    expect(await find(NAME, 'https://contoh.example/rina')).toEqual({ refused: 'not-profile' });
    expect(await find(NAME, 'bukan alamat')).toEqual({ refused: 'not-profile' });
    expect(await find(NAME, 'https://x.com/sudah_ada')).toEqual({ refused: 'listed' });
    for (const name of ['Rina', 'Kartikaningtyas', 'Rina Puspita', '🌸']) expect(await find(name)).toEqual({ refused: 'no-agreement' });
  });

  test('a list too long to be asked by name is told, whether somebody was found elsewhere or not', async () => {
    const rows = [row(NAME)].map(toNamed);
    const found = open([], { rowsByName: async () => ({ rows, notAsked: ['ASN Nasional'] }) });
    await found.reload();
    expect((await found.find()).notAsked).toEqual(['ASN Nasional']);
    const none = open([], { rowsByName: async () => ({ rows: [], notAsked: ['ASN Nasional'] }) });
    await none.reload();
    expect(await none.find()).toEqual({ refused: 'too-long' });
    expect(await none.find('🌸')).toEqual({ refused: 'no-agreement' });
  });

  test('a name that very many bear is not read out', async () => {
    const many = (n: number) => Array.from({ length: n }, (_, at) => row('Agus Setiawan', { unit: `Unit ${at}`, handle: `agus${at}` }));
    const enough = open(many(MOST_NAMESAKES));
    await enough.reload();
    expect((await enough.find('Agus Setiawan')).people).toHaveLength(MOST_NAMESAKES);
    const more = open(many(MOST_NAMESAKES + 1));
    await more.reload();
    expect(await more.find('Agus Setiawan')).toEqual({ refused: 'too-many' });
  });

  test('so many look-ups an hour, and no more', async () => {
    const { find, reload, later } = open([row(NAME)]);
    await reload();
    for (let at = 0; at < MOST_LOOK_UPS; at++) expect((await find()).people).toHaveLength(1);
    expect(await find()).toEqual({ refused: 'too-often' });
    later(3_600_001);
    expect((await find()).people).toHaveLength(1);
  });
});

describe('from a proposal to a match, and out of it', () => {
  test('proposed: matches at once, plainly unconfirmed; a person whom the list does not know cannot be chosen', async () => {
    const { propose, judge, reload, kept } = open([row(NAME)]);
    await reload();
    expect(await judge(seenOf('rina_k'))).toBeNull();
    const stranger = { person: NAME, unit: 'Dinas Lain', status: 'PNS', numberEnd: null, listId: LIST } as const;
    expect(await propose(stranger)).toEqual({ refused: 'no-agreement' });
    expect(kept).toEqual([]);
    await propose();
    expect((await judge(seenOf('rina_k')))?.match).toMatchObject({
      grade: 'handle',
      guarded: { person: NAME, unit: 'Dinas Contoh', link: { source: 'monitor', state: 'unconfirmed' } },
    });
    expect(await propose({ person: NAME, unit: 'Dinas Contoh', status: 'PNS', numberEnd: null, listId: LIST })).toEqual({
      refused: 'listed',
    });
    expect(kept[0]).toMatchObject({ kind: 'proposed', shown: { url: PROFILE, name: NAME, words: 'Guru SD Contoh' }, band: 'strong' });
  });

  test('whoever proposed cannot confirm; somebody else can', async () => {
    const { propose, confirm, judge, reload } = open([row(NAME)]);
    await reload();
    const { linkId } = await propose();
    expect(await confirm(linkId, 'budi pemantau')).toEqual({ refused: 'same-signer' });
    expect((await judge(seenOf('rina_k')))?.match.guarded.link?.state).toBe('unconfirmed');
    expect(await confirm(linkId, 'Citra Wulan')).toEqual({ linkId });
    expect((await judge(seenOf('rina_k')))?.match.guarded.link?.state).toBe('one');
    expect(await confirm('5f1d6a0e-9c55-4c39-8f0d-7a3b1c2d4e5f', 'Citra Wulan')).toEqual({ refused: 'gone' });
  });

  test('hijacked: no match any more, the history stays; it can be proposed anew', async () => {
    const { propose, end, judge, reload, kept } = open([row(NAME)]);
    await reload();
    await propose();
    const match = (await judge(seenOf('rina_k')))?.match;
    expect(await end(match?.guarded as GuardedAccount)).toHaveProperty('linkId');
    expect(await judge(seenOf('rina_k'))).toBeNull();
    expect(kept.map(({ kind }) => kind)).toEqual(['proposed', 'ended']);
    expect(await end(match?.guarded as GuardedAccount)).toEqual({ refused: 'ended' });
    await propose();
    expect((await judge(seenOf('rina_k')))?.match.guarded.link?.state).toBe('unconfirmed');
  });

  test('a list’s own account can be ended as an impersonation; nobody else’s with it', async () => {
    const own = row(NAME, { platform: 'x', handle: 'rina_palsu' });
    const { end, judge, reload, kept } = open([own, row('Orang Lain', { platform: 'x', handle: 'orang_lain' })]);
    await reload();
    expect((await judge(seenOf('rina_palsu')))?.match.guarded.person).toBe(NAME);
    expect(await end({ ...own, handle: 'tidak_ada' }, 'impersonation')).toEqual({ refused: 'gone' });
    await end(own, 'impersonation');
    expect(await judge(seenOf('rina_palsu'))).toBeNull();
    expect((await judge(seenOf('orang_lain')))?.match.guarded.person).toBe('Orang Lain');
    expect(endOf(toTies(kept), own)?.ended?.outcome).toBe('impersonation');
  });

  test('a handle that has changed hands matches no more; the number seen with it is written down once', async () => {
    const { propose, judge, reload, kept } = open([row(NAME)]);
    await reload();
    await propose();
    for (let again = 0; again < 2; again++) expect((await judge(seenOf('rina_k', '42')))?.match.grade).toBe('handle');
    expect(kept.map(({ kind }) => kind)).toEqual(['proposed', 'seen']);
    await reload();
    expect(await judge(seenOf('rina_k', '43'))).toBeNull();
    expect((await judge(seenOf('rina_k')))?.match.grade).toBe('handle');
  });

  test('two sightings at once with two numbers: one of them stands, the other is nobody’s', async () => {
    const { propose, judge, reload, kept } = open([row(NAME)]);
    await reload();
    await propose();
    const both = await Promise.all([judge(seenOf('rina_k', '42')), judge(seenOf('rina_k', '43')), judge(seenOf('rina_k', '42'))]);
    expect(both.map((one) => one !== null)).toEqual([true, false, true]);
    expect(kept.map(({ kind }) => kind)).toEqual(['proposed', 'seen']);
    expect(await judge(seenOf('rina_k', '43'))).toBeNull();
  });

  test('a reason of fewer than ten letters is refused at every step, and nothing is kept', async () => {
    const { links, find, propose, reload, kept, ties } = open([row(NAME)]);
    await reload();
    const person = (await find()).people[0]?.person;
    if (person === undefined) throw new Error('nobody to choose');
    const wish = { type: 'propose-link', url: PROFILE, name: NAME, words: '', person, by: 'Budi Pemantau', tabId: null } as const;
    for (const statement of ['ok', 'ya ya ya ya', '1234567890 !!', 'sembilanx'])
      expect(await links.answer({ ...wish, statement })).toEqual({ refused: 'too-short' });
    expect(kept).toEqual([]);
    const { linkId } = await propose();
    const by = 'Citra Wulan';
    expect(await links.answer({ type: 'confirm-link', linkId, by, statement: 'cocok' })).toEqual({ refused: 'too-short' });
    const [tie] = ties.current();
    if (tie === undefined) throw new Error('no tie');
    const { person: name, unit, status, listId } = tie.person;
    const end = {
      type: 'end-link',
      account: tie.account,
      person: { person: name, unit, status, listId },
      outcome: 'hijacked',
      by,
    } as const;
    expect(await links.answer({ ...end, reason: 'salah' })).toEqual({ refused: 'too-short' });
    expect(kept.map(({ kind }) => kind)).toEqual(['proposed']);
    expect(await links.answer({ ...end, reason: 'sepuluh ab c' })).toEqual({ linkId });
  });

  test('what cannot be written is told', async () => {
    const { propose, reload } = open([row(NAME)], { append: async () => Promise.reject(new Error('full')) });
    await reload();
    expect(await propose()).toEqual({ refused: 'storage' });
  });
});

describe('the picture of a proposal', () => {
  const bytes = Uint8Array.of(1, 2, 3);
  const artefact = {
    role: 'screenshot',
    hash: 'a'.repeat(64),
    bytes: 3,
    mediaType: 'image/png',
    width: 8,
    height: 6,
    madeFrom: null,
  } as const;

  test('is named in the step, kept beside it, and told', async () => {
    const asked: unknown[] = [];
    const appended: unknown[] = [];
    const { propose } = open([row(NAME)], {
      takePicture: async (tabId, account) => {
        asked.push([tabId, account.handle]);
        return { artefact, bytes };
      },
      append: async (step, picture) => void appended.push(linkStepSchema.parse(step), picture),
    });
    expect(await propose()).toEqual({ linkId: expect.any(String), hasPicture: true });
    expect(asked).toEqual([[7, 'rina_k']]);
    expect(appended).toEqual([expect.objectContaining({ kind: 'proposed', picture: artefact }), bytes]);
  });

  test('what cannot be pictured is proposed without, and says so', async () => {
    const { propose, kept } = open([row(NAME)], { takePicture: async () => Promise.reject(new Error('no window')) });
    expect(await propose()).toMatchObject({ hasPicture: false });
    expect(kept[0]).toMatchObject({ kind: 'proposed', picture: null });
  });

  test('is given to our own pages as text; one that is gone or changed is not', async () => {
    const ask = (links: ReturnType<typeof open>['links']) => links.answer({ type: 'link-picture', linkId: LIST });
    expect(await ask(open([], { picture: async (linkId) => (linkId === LIST ? bytes : null) }).links)).toEqual({ png: 'AQID' });
    expect(await ask(open([]).links)).toEqual({ refused: 'gone' });
  });
});
