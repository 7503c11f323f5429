// A wrong attribution harms an innocent person: no account that is only almost the registry's is ever matched.
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { matchSighting } from '../../src/match/match.ts';
import { type Account, type GuardedAccount, PLATFORM_IDS, type PlatformId, type WatchedAccount } from '../../src/model/account.ts';
import type { Sighting, Target } from '../../src/model/sighting.ts';
import { platforms } from '../../src/platforms/index.ts';
import { indexLists } from '../../src/registry/index-lists.ts';
import { asked, hasRecorded, readRecorded, recordedFolder, truths } from '../platforms/score.ts';
import { account, guardedRow, sighting, target, watchedRow, wordRow } from './sample.ts';

const LOOKS: Readonly<Record<string, string>> = {
  ...{ a: 'а\u0251４@', b: 'Ьƅ6', c: 'сϲ', d: 'ԁɗ', e: 'еҽ3', f: 'ƒ', g: 'ɡ9q', h: 'һн', i: 'іı1l!', j: 'ј', k: 'κк', l: 'ӏI1|' },
  ...{ m: 'мrn', n: 'ոп', o: 'о0οօ', p: 'рρ', q: 'ԛ', r: 'гᴦ', s: 'ѕ5$', t: 'тτ7', u: 'υս', v: 'ν', w: 'ԝѡ', x: 'хχ', y: 'уγ', z: 'ᴢ2' },
  ...{ 0: 'oО', 1: 'lI', 2: 'z', 5: 's', 8: 'B', _: '-＿‗', '.': '․。' },
};
const INVISIBLE = ['\u200b', '\u200c', '\u200d', '\u2060', '\u00ad', '\ufe0f', '\u0301', '\u202e'];
const LETTERS = 'abcdefghijklmnopqrstuvwxyz0123456789_';
const KINDS = 9;

/** A handle one sign away from another: by kind of mistake or disguise, place and choice. */
function almostHandle(handle: string, kind: number, where: number, which: number): string {
  const at = where % handle.length;
  const sign = handle.charAt(at);
  const put = (middle: string, from = at, to = at + 1) => handle.slice(0, from) + middle + handle.slice(to);
  const looks = LOOKS[sign.toLowerCase()];
  switch (kind % KINDS) {
    case 0:
      return looks === undefined ? put(`${sign}${sign}`) : put([...looks][which % [...looks].length] ?? '');
    case 1:
      return put(INVISIBLE[which % INVISIBLE.length] ?? '', at, at);
    case 2:
      return handle.length > 1 ? put('') : `${handle}0`;
    case 3:
      return put(sign + sign);
    case 4:
      return put('_', at, at);
    case 5:
      return `${handle}${which % 1000}`;
    case 6:
      return put('.', at, at);
    case 7: {
      const next = handle.charAt((at + 1) % handle.length);
      return at + 1 < handle.length && next !== sign ? put(next + sign, at, at + 2) : `${handle}_`;
    }
    default:
      return put(LETTERS.charAt((LETTERS.indexOf(sign) + 1 + (which % (LETTERS.length - 1))) % LETTERS.length));
  }
}

/** An id one sign away, of the same length; of letters also the other case. */
function almostId(id: string, where: number, which: number): string {
  const at = where % id.length;
  const sign = id.charAt(at);
  const flipped = sign === sign.toLowerCase() ? sign.toUpperCase() : sign.toLowerCase();
  const other = /\d/.test(sign)
    ? String((Number(sign) + 1 + (which % 9)) % 10)
    : flipped !== sign && which % 2 === 0
      ? flipped
      : sign === 'Q'
        ? 'R'
        : 'Q';
  return id.slice(0, at) + other + id.slice(at + 1);
}

/**
 * What the sites themselves do not tell apart: case of letters, and on Facebook dots. Said once more here, apart from the code under
 * test: what that took for one account must not be left out of the question.
 */
/** A leading @ is no part of a handle, so "@.0.." can be another row's own account. */
const plain = (platform: PlatformId, handle: string) =>
  (platform === 'facebook' ? handle.replace(/^@/, '').replaceAll('.', '') : handle.replace(/^@/, '')).toLowerCase();
const isSameAccount = (platform: PlatformId, one: string, other: string) => plain(platform, one) === plain(platform, other);

describe('a million pairs that look alike', () => {
  const SIZE = 5000;
  const NEAR = 34;
  let pairs = 0;
  let found = 0;

  /** A registry of random accounts on all sites; each is then asked for by its near misses. */
  test('no finding in a million pairs and more; every true account found', () => {
    const handles = fc.stringMatching(/^[a-z0-9_.]{5,15}$/);
    const ids = fc.stringMatching(/^[1-9][0-9]{8,17}$/);
    const made = fc.sample(fc.record({ handle: handles, id: ids }), { numRuns: SIZE });
    for (const platform of PLATFORM_IDS) askAll(platform, made);
    expect(pairs).toBeGreaterThanOrEqual(1_000_000);
    expect(found).toBe(SIZE * PLATFORM_IDS.length * 2);
  });

  function askAll(platform: PlatformId, made: readonly { handle: string; id: string }[]): void {
    const toId = (id: string) => (platform === 'youtube' ? `UC${id}AbCdEfGhIjKlMnOpQrSt`.slice(0, 24) : id);
    const rows = new Map<string, GuardedAccount>();
    const registered = new Set<string>();
    for (const { handle, id } of made) {
      const key = plain(platform, handle);
      if (key === '' || rows.has(key) || registered.has(toId(id))) continue;
      registered.add(toId(id));
      // Half of them by id, half by handle only.
      rows.set(key, guardedRow({ platform, handle, id: rows.size % 2 === 0 ? toId(id) : null, person: `Orang ${rows.size}` }));
    }
    const lists = indexLists({ guarded: [...rows.values()], watched: [watchedRow({ platform, id: '9001' })], words: [wordRow('pilkada')] });
    const post = target({ id: '5', author: account({ id: '9001' }), text: 'pilkada' });
    const ask = (actor: Account) => matchSighting(sighting({ platform, action: 'like', actor, post }), lists);
    let seed = 7;
    const next = (below: number) => {
      seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
      return seed % below;
    };
    const wrong: string[] = [];
    let n = 0;
    for (const row of rows.values()) {
      const handle = row.handle ?? '';
      for (let kind = 0; kind < NEAR; kind++) {
        const other = almostHandle(handle, kind, next(997), next(991));
        if (isSameAccount(platform, handle, other) || rows.has(plain(platform, other))) continue;
        pairs++;
        if (ask(account({ handle: other, name: row.person })) !== null) wrong.push(`${platform}: ${handle} and ${other}`);
        if (row.id === null) continue;
        const id = almostId(row.id, next(997), next(991));
        if (registered.has(id)) continue;
        pairs++;
        // The very same handle and name: another id is another account.
        if (ask(account({ id, handle, name: row.person })) !== null) wrong.push(`${platform}: ${row.id} and ${id}`);
      }
      n++;
      const id = row.id;
      if (ask(account({ handle, id, name: 'nama lain' }))?.guarded.person === row.person) found++;
      if (ask(account({ handle: handle.toUpperCase(), name: null }))?.guarded.person === row.person) found++;
    }
    // Handles that came twice are asked for once; they count as found for the sum below.
    found += 2 * (SIZE - n);
    expect(wrong.slice(0, 20)).toEqual([]);
  }
});

describe.skipIf(!hasRecorded)('recorded files, and a registry of near misses only', () => {
  const requests = asked();
  const sum = { files: 0, accounts: 0, rows: 0, acts: 0, true: 0 };
  for (const platform of platforms) {
    const files = Object.entries(truths()).filter(([, truth]) => truth.platform === platform.id);
    for (const [file] of files) {
      const ask = requests[file];
      if (ask === undefined) continue;
      test(`${platform.id} ${file}`, () => {
        const acts = readRecorded(platform, file, ask).filter((reading): reading is Sighting => reading.kind === 'sighting');
        const actors = acts.map((act) => act.actor).filter(({ id, handle }) => id !== null || handle !== null);
        const campaign = campaignOf(platform.id, acts);
        const missed = nearMisses(platform.id, actors);
        const near = indexLists({ guarded: missed, ...campaign });
        expect(near.ambiguous).toEqual([]);
        expect(near.guarded.rows.length > 0).toBe(actors.length > 0);
        expect(acts.flatMap((act) => matchSighting(act, near)?.guarded ?? [])).toEqual([]);
        // The same question about the true accounts has an answer, so the silence above says something.
        const person = personsOf(actors);
        const rows = actors.map((actor) =>
          guardedRow({ platform: platform.id, id: actor.id, handle: handleOf(actor), person: person(actor) }),
        );
        const right = indexLists({ guarded: rows, ...campaign });
        const hits = acts.filter((act) => matchSighting(act, right) !== null).length;
        const could = acts.filter((act) => (act.actor.id ?? act.actor.handle) !== null && isAboutCampaign(act)).length;
        expect(right.ambiguous).toEqual([]);
        expect(hits).toBeGreaterThanOrEqual(could);
        sum.files++;
        sum.accounts += new Set(actors.map((actor) => actor.id ?? actor.handle)).size;
        sum.rows += missed.length;
        sum.acts += acts.length;
        sum.true += hits;
      });
    }
  }
  afterAll(() => {
    process.stdout.write(
      `\nRecorded set against near misses: ${sum.files} files, ${sum.acts} acts of ${sum.accounts} accounts, ${sum.rows} near rows: 0 findings; with the true accounts ${sum.true}\n`,
    );
  });
});

if (!hasRecorded)
  test(`near misses of recorded accounts: there is no folder ${recordedFolder}; NETRA_RECORDED names another one`, (context) =>
    context.skip());

const WORD = 'kampanyerekaman';
const handleOf = ({ handle }: Account) => (handle !== null && handle.length <= 256 ? handle : null);

/** One name for one account, however often it acts, and whether or not its id is shown each time. */
function personsOf(actors: readonly Account[]): (actor: Account) => string {
  const idOf = new Map(actors.flatMap(({ id, handle }) => (id !== null && handle !== null ? [[handle.toLowerCase(), id] as const] : [])));
  return ({ id, handle }) => `Orang ${id ?? idOf.get(handle?.toLowerCase() ?? '') ?? handle?.toLowerCase()}`;
}

/** Everybody whose item was acted upon is a campaign, and so is a word of every text. */
function campaignOf(platform: PlatformId, acts: readonly Sighting[]): { watched: WatchedAccount[]; words: ReturnType<typeof wordRow>[] } {
  const targets = acts.flatMap((act) => [act.post, act.thread]).filter((one): one is Target => one !== null);
  const authors = [...targets.map((one) => one.author), ...acts.flatMap((act) => act.tags)].filter((one) => one !== null);
  const watched = authors.flatMap(({ id, handle }) =>
    id === null && handle === null ? [] : [watchedRow({ platform, id, handle, candidate: 'Semua' })],
  );
  const texts = [...acts.map((act) => act.text), ...targets.map((one) => one.text)].filter((one) => one !== null);
  const words = new Set(texts.flatMap((text) => text.match(/[\p{L}\p{N}_]{3,40}/gu) ?? []).slice(0, 3000));
  return { watched, words: [...words, WORD].map((word) => wordRow(word)) };
}

/** Is there anything in the act that the campaign list above holds? By its author: words differ too much to say so here. */
function isAboutCampaign(act: Sighting): boolean {
  return [act.post.author, act.thread?.author].some((one) => one != null && (one.id !== null || one.handle !== null));
}

/** Rows that are almost the file's accounts, with the very same names; never one that is an account of the file. */
function nearMisses(platform: PlatformId, actors: readonly Account[]): GuardedAccount[] {
  const handles = new Set(actors.map(({ handle }) => (handle === null ? null : plain(platform, handle))));
  const ids = new Set(actors.map(({ id }) => id));
  const rows: GuardedAccount[] = [];
  const used = new Set<string>();
  const add = (id: string | null, handle: string | null, name: string | null) => {
    const key = handle === null ? null : plain(platform, handle);
    if ((id !== null && (ids.has(id) || used.has(id))) || (key !== null && (handles.has(key) || used.has(key)))) return;
    for (const one of [id, key]) if (one !== null) used.add(one);
    rows.push(guardedRow({ platform, id, handle, person: name === null || name.trim() === '' ? 'Tanpa Nama' : name.slice(0, 500) }));
  };
  for (const { id, handle, name } of actors) {
    if (handle !== null)
      for (let kind = 0; kind < 2 * KINDS; kind++)
        for (const where of [0, 1, handle.length - 1, Math.floor(handle.length / 2)]) {
          const other = almostHandle(handle, kind, Math.max(0, where), kind * 7 + where);
          if (!isSameAccount(platform, handle, other)) add(null, other, name);
        }
    if (id !== null)
      for (let where = 0; where < id.length; where++) for (const which of [0, 1]) add(almostId(id, where, which), null, name);
  }
  // An id that differs, with the very handle of the file: the handle has changed hands.
  const taken = new Set<string | null>();
  for (const { id, handle, name } of actors) {
    if (id === null || handle === null || taken.has(plain(platform, handle))) continue;
    taken.add(plain(platform, handle));
    const other = almostId(id, id.length - 1, 3);
    if (!ids.has(other) && actors.every((one) => one.handle === null || one.id !== null))
      rows.push(
        guardedRow({ platform, id: `${other}7`, handle, person: name === null || name.trim() === '' ? 'Tanpa Nama' : name.slice(0, 500) }),
      );
  }
  return rows;
}
