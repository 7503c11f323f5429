import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { matchSighting } from '../../src/match/match.ts';
import { PLATFORM_IDS, type PlatformId } from '../../src/model/account.ts';
import { indexLists } from '../../src/registry/index-lists.ts';
import { handleKey, idKey } from '../../src/registry/keys.ts';
import { account, guardedRow, sighting, target, watchedRow } from './sample.ts';

const LOOKALIKES: Readonly<Record<string, string>> = {
  a: '\u0430\u0251\uFF41',
  c: '\u0441\uFF43',
  e: '\u0435\uFF45',
  i: '\u0456\u0131\uFF49',
  k: '\u212A\u043A\uFF4B',
  l: '1I\uFF4C',
  o: '0\u043E\u03BF\uFF4F',
  p: '\u0440\uFF50',
  s: '\u017F\u0455\uFF53',
  x: '\u0445\uFF58',
  y: '\u0443\uFF59',
  '.': '\u2024\uFF0E_',
  _: '\uFF3F.-',
};
const LETTERS = 'abcdefghijklmnopqrstuvwxyz0123456789_';
const INVISIBLE = ['\u200B', '\u200D', '\u00AD', '\u0301', '\u2060', '\uFE0F'];

const platforms = fc.constantFrom<PlatformId>(...PLATFORM_IDS);
const handles = fc.stringMatching(/^[a-z0-9_]{4,14}$/).filter((handle) => /^[a-z0-9_]+$/.test(handle));

/** Another handle that looks like the given one; null if the change leaves the same account. */
const almost = (handle: string, kind: number, where: number, which: number): string => {
  const at = where % handle.length;
  const letter = handle.charAt(at);
  const looks = LOOKALIKES[letter];
  if (kind === 0 && looks !== undefined) return handle.slice(0, at) + looks.charAt(which % looks.length) + handle.slice(at + 1);
  if (kind === 1) return handle.slice(0, at) + INVISIBLE[which % INVISIBLE.length] + handle.slice(at);
  if (kind === 2) return handle.slice(0, at) + handle.slice(at + 1);
  if (kind === 3) return handle.slice(0, at) + letter + handle.slice(at);
  const other = LETTERS.charAt((LETTERS.indexOf(letter) + 1 + (which % (LETTERS.length - 1))) % LETTERS.length);
  return handle.slice(0, at) + other + handle.slice(at + 1);
};

const liked = (platform: PlatformId, actor: { id?: string; handle?: string }) =>
  sighting({ platform, action: 'like', actor: account(actor), post: target({ id: '5', author: account({ id: '9001' }) }) });

describe('look-alikes are never the same account', () => {
  test('100,000 handles one sign away', () => {
    let pairs = 0;
    fc.assert(
      fc.property(platforms, handles, fc.nat(4), fc.nat(), fc.nat(), (platform, handle, kind, where, which) => {
        const other = almost(handle, kind, where, which);
        pairs++;
        if (other === handle) throw new Error(`no change: ${handle}`);
        // Facebook's own rule: a dot is not a difference.
        if (platform === 'facebook' && other.replaceAll('.', '') === handle) return;
        if (handleKey(platform, handle) === handleKey(platform, other)) throw new Error(`${platform}: ${handle} = ${other}`);
      }),
      { numRuns: 100_000 },
    );
    expect(pairs).toBe(100_000);
  });

  test('the whole way through the lists', () => {
    fc.assert(
      fc.property(platforms, handles, fc.nat(4), fc.nat(), fc.nat(), (platform, handle, kind, where, which) => {
        const other = almost(handle, kind, where, which);
        const lists = indexLists({
          guarded: [guardedRow({ platform, handle })],
          watched: [watchedRow({ platform, id: '9001' })],
          words: [],
        });
        expect(matchSighting(liked(platform, { handle }), lists)?.grade).toBe('handle');
        if (platform !== 'facebook' || other.replaceAll('.', '') !== handle)
          expect(matchSighting(liked(platform, { handle: other }), lists)).toBeNull();
      }),
      { numRuns: 5_000 },
    );
  });

  test('100,000 ids one digit away, with the very same handle', () => {
    const lists = new Map(
      PLATFORM_IDS.map((platform) => [
        platform,
        (id: string) =>
          indexLists({
            guarded: [guardedRow({ platform, id, handle: 'rina.contoh' })],
            watched: [watchedRow({ platform, id: '9001' })],
            words: [],
          }),
      ]),
    );
    let at = 0;
    fc.assert(
      fc.property(
        platforms,
        fc.stringMatching(/^[1-9][0-9]{7,18}$/),
        fc.nat(),
        fc.integer({ min: 1, max: 9 }),
        (platform, id, where, add) => {
          const position = where % id.length;
          const other = id.slice(0, position) + ((Number(id.charAt(position)) + add) % 10) + id.slice(position + 1);
          if (idKey(platform, id) === idKey(platform, other)) throw new Error(`${id} = ${other}`);
          if (at++ % 20 !== 0) return;
          const index = lists.get(platform)?.(id);
          if (index === undefined) throw new Error(platform);
          expect(matchSighting(liked(platform, { id, handle: 'rina.contoh' }), index)?.grade).toBe('id');
          expect(matchSighting(liked(platform, { id: other, handle: 'rina.contoh' }), index)).toBeNull();
        },
      ),
      { numRuns: 100_000 },
    );
  });

  test('the case of an id counts, the case of a handle does not, in no locale', () => {
    expect(idKey('youtube', 'UCabcdefghijklmnopqrstuv')).not.toBe(idKey('youtube', 'UCabcdefghijklmnopqrstuV'));
    for (const platform of PLATFORM_IDS) expect(handleKey(platform, '@RINA_contoh')).toBe(handleKey(platform, 'rina_CONTOH'));
    expect(handleKey('x', 'INDAH')).toBe('x@indah');
    expect(handleKey('x', '\u0130ndah')).not.toBe(handleKey('x', 'indah'));
  });

  test('dots count everywhere but on Facebook', () => {
    for (const platform of PLATFORM_IDS)
      expect(handleKey(platform, 'rina.contoh') === handleKey(platform, 'rinacontoh')).toBe(platform === 'facebook');
    expect(handleKey('facebook', '...')).toBeNull();
    expect(handleKey('x', ' @ ')).toBeNull();
  });

  test('YouTube handles in addresses', () => {
    expect(handleKey('youtube', '@caf%C3%A9')).toBe(handleKey('youtube', 'CAFE\u0301'));
    expect(handleKey('youtube', '%E0%A4%A')).toBe('youtube@%e0%a4%a');
    expect(handleKey('x', 'a%41')).not.toBe(handleKey('x', 'aA'));
  });
});
