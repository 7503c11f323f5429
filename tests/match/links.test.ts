import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isStillSame, refusalOf, tieOf, toRow, toTies } from '../../src/match/links.ts';
import { withTies } from '../../src/match/with-ties.ts';
import type { GuardedAccount } from '../../src/model/account.ts';
import { guardedAccountSchema } from '../../src/model/account.ts';
import { type LinkStep, linkStepSchema } from '../../src/model/link.ts';
import { endOf, type Tie } from '../../src/model/tie.ts';
import { indexLists } from '../../src/registry/index-lists.ts';

const LINK = '0b0e7a52-3a0c-4b3f-9d57-0d6f5a1c2b3d';
const OTHER = '5f1d6a0e-9c55-4c39-8f0d-7a3b1c2d4e5f';
const at = '2026-11-22T03:00:00.000Z';
const account = { platform: 'x', id: null, handle: 'rina_k' } as const;
const person = { person: 'Rina Kartikaningtyas', unit: 'Dinas Contoh', status: 'PNS', numberEnd: '014', listId: null } as const;

const proposed = (more: Partial<Extract<LinkStep, { kind: 'proposed' }>> = {}): LinkStep => ({
  linkId: LINK,
  at,
  kind: 'proposed',
  by: 'Budi Pemantau',
  account,
  person,
  band: 'strong',
  reasons: [],
  shown: { url: 'https://x.com/rina_k', name: 'Rina Kartikaningtyas', words: '' },
  statement: 'Biodata menyebut Dinas Contoh.',
  ...more,
});
const confirmed = (by: string, linkId = LINK): LinkStep => ({
  linkId,
  at,
  kind: 'confirmed',
  by,
  statement: 'Foto seragam dan rekan satu kantor.',
});
const ended = (outcome: 'impersonation' | 'hijacked' | 'not-the-person' = 'hijacked', linkId = LINK): LinkStep => ({
  linkId,
  at,
  kind: 'ended',
  by: 'Budi Pemantau',
  outcome,
  reason: 'Pemilik melapor.',
  listed: null,
});
const endedListed = (
  of: typeof account | { platform: 'x'; id: string; handle: string } = account,
  name: string = person.person,
): LinkStep => ({
  ...(ended() as Extract<LinkStep, { kind: 'ended' }>),
  linkId: OTHER,
  listed: { account: of, person: { ...person, person: name } },
});
const only = (steps: LinkStep[]): Tie => {
  const [tie, ...more] = toTies(steps);
  expect(more).toEqual([]);
  return tie as Tie;
};

describe('a tie’s life', () => {
  test('proposed: unconfirmed; one other person: one; a third: two', () => {
    expect(only([proposed()]).state).toBe('unconfirmed');
    expect(only([proposed(), confirmed('Citra Wulan')]).state).toBe('one');
    expect(only([proposed(), confirmed('Citra Wulan'), confirmed('Dodi Harun')]).state).toBe('two');
  });

  test('nobody confirms twice, nor what they proposed, whatever their titles', () => {
    for (const by of [
      'Budi Pemantau',
      'BUDI PEMANTAU',
      'Drs. Budi Pemantau, M.Si.',
      'Boedi Pemantau',
      'Budi',
      'Budi P.',
      'Pemantau Budi',
    ]) {
      expect(refusalOf(only([proposed()]), confirmed(by))).toBe('same-signer');
      expect(only([proposed(), confirmed(by)]).state).toBe('unconfirmed');
    }
    const once = only([proposed(), confirmed('Citra Wulan')]);
    expect(refusalOf(once, confirmed('citra wulan'))).toBe('same-signer');
    expect(only([...once.steps, confirmed('Hj. Citra Wulan')]).state).toBe('one');
  });

  test('ended for each outcome; nothing follows, and every step stays', () => {
    for (const outcome of ['impersonation', 'hijacked', 'not-the-person'] as const) {
      const tie = only([proposed(), confirmed('Citra Wulan'), ended(outcome), confirmed('Dodi Harun')]);
      expect(tie.ended?.outcome).toBe(outcome);
      expect(tie.state).toBe('one');
      expect(tie.steps.map(({ kind }) => kind)).toEqual(['proposed', 'confirmed', 'ended', 'confirmed']);
      expect(toRow(tie)).toBeNull();
      expect(refusalOf(tie, confirmed('Dodi Harun'))).toBe('ended');
      expect(refusalOf(tie, ended())).toBe('ended');
    }
  });

  test('a step without a beginning makes no tie', () => {
    expect(toTies([confirmed('Citra Wulan'), ended()])).toEqual([]);
    expect(refusalOf(null, confirmed('Citra Wulan'))).toBe('gone');
    expect(refusalOf(only([proposed()]), proposed())).toBe('listed');
  });

  test('first and last seen handle and number', () => {
    const tie = only([proposed(), { linkId: LINK, at: '2026-11-23T00:00:00.000Z', kind: 'seen', account: { ...account, id: '42' } }]);
    expect([tie.account, tie.lastAccount, tie.lastSeenAt]).toEqual([account, { ...account, id: '42' }, '2026-11-23T00:00:00.000Z']);
    expect(isStillSame(tie, 'x', { id: '42' })).toBe(true);
    expect(isStillSame(tie, 'x', { id: null })).toBe(true);
    expect(isStillSame(tie, 'x', { id: '43' })).toBe(false);
    expect(isStillSame(tie, 'threads', { id: '42' })).toBe(false);
  });

  test('the row says where it comes from and how far it is confirmed', () => {
    const row = toRow(only([proposed(), confirmed('Citra Wulan')]));
    expect(row).toMatchObject({ ...account, person: person.person, link: { source: 'monitor', state: 'one' } });
    expect(guardedAccountSchema.parse(row)).toEqual(row);
    expect(JSON.stringify(row)).not.toContain('Pemantau');
  });
});

describe('no code path makes more of a name than a proposal', () => {
  const signer = fc.constantFrom('Budi Pemantau', 'budi pemantau', 'Citra Wulan', 'Dr. Citra Wulan', 'Dodi Harun', 'B. P.');
  const anyStep = fc.oneof(
    fc.record({ band: fc.constantFrom('strong' as const, 'medium' as const, 'weak' as const), by: signer }).map((more) => proposed(more)),
    signer.map((by) => confirmed(by)),
    fc.constant(ended()),
    fc.constant<LinkStep>({ linkId: LINK, at, kind: 'seen', account: { ...account, id: '42' } }),
  );

  test('above unconfirmed only by a confirming step of somebody else than the proposer', () => {
    fc.assert(
      fc.property(fc.array(anyStep, { maxLength: 12 }), (steps) => {
        for (const tie of toTies(steps)) {
          expect(tie.steps).toEqual(steps.slice(steps.length - tie.steps.length));
          const begun = tie.steps[0];
          const live = tie.steps.slice(0, tie.steps.findIndex(({ kind }) => kind === 'ended') + 1 || undefined);
          const others = live.filter(
            (step) => step.kind === 'confirmed' && begun?.kind === 'proposed' && refusalOf(only([begun]), step) === null,
          );
          if (tie.state !== 'unconfirmed') expect(others.length).toBeGreaterThan(0);
          if (others.length === 0) expect(tie.state).toBe('unconfirmed');
        }
      }),
      { numRuns: 2000 },
    );
  });

  test('however well names agree: 0 automatic confirmations in the whole table of names', () => {
    const names = readFileSync(new URL('names/pairs.csv', import.meta.url), 'utf8').match(/"[^"]+"/g) ?? [];
    expect(names.length).toBeGreaterThan(400);
    for (const band of ['strong', 'medium', 'weak'] as const)
      for (const name of names)
        expect(
          only([proposed({ band, person: { ...person, person: name }, shown: { url: 'https://x.com/a', name, words: name } })]).state,
        ).toBe('unconfirmed');
  });

  test('what compares people’s names is not reached from where a tie’s state is made', () => {
    const code = readFileSync(new URL('../../src/match/links.ts', import.meta.url), 'utf8');
    expect(code).not.toMatch(/compare-names|\.band|\.reasons/);
  });
});

const listed: GuardedAccount = { ...account, person: person.person, unit: 'Dinas Contoh', status: 'PNS', basis: 'pernyataan sendiri' };
const index = (rows: GuardedAccount[]) => indexLists({ guarded: rows, watched: [], words: [] }).guarded;

describe('in the registry’s index', () => {
  test('a living tie is found by handle, an ended one is not', () => {
    expect(withTies(index([]), toTies([proposed()])).byHandle.get('x@rina_k')?.[0]?.link).toEqual({
      source: 'monitor',
      state: 'unconfirmed',
    });
    expect(withTies(index([]), toTies([proposed(), ended()])).byHandle.size).toBe(0);
  });

  test('what a list says goes before a proposal', () => {
    const before = index([{ ...listed, person: 'Orang Lain' }]);
    const after = withTies(before, toTies([proposed()]));
    expect(after.byHandle.get('x@rina_k')?.map((row) => row.person)).toEqual(['Orang Lain']);
    expect(after.rows).toHaveLength(1);
  });

  test('an ended tie of a list takes the row out, under every key, and only that person’s', () => {
    const rows = [
      { ...listed, id: '42' },
      { ...listed, handle: 'lain', person: 'Orang Lain' },
    ];
    const before = index(rows);
    const after = withTies(before, toTies([endedListed({ platform: 'x', id: '42', handle: 'rina_k' })]));
    expect([after.rows.length, after.byId.size, [...after.byHandle.keys()]]).toEqual([1, 0, ['x@lain']]);
    expect(before.rows).toHaveLength(2);
    expect(before.byId.size).toBe(1);
    expect(withTies(before, toTies([endedListed({ platform: 'x', id: '42', handle: 'rina_k' }, 'Orang Ketiga')])).rows).toHaveLength(2);
    expect(withTies(before, toTies([endedListed({ platform: 'x', id: '43', handle: 'rina_k' })])).rows).toHaveLength(2);
  });

  test('after an end the account can be proposed anew', () => {
    const ties = toTies([endedListed(), proposed()]);
    expect(endOf(ties, listed)).toBeNull();
    expect(tieOf(ties, account)?.linkId).toBe(LINK);
    expect(endOf(toTies([endedListed(), proposed(), ended()]), listed)?.linkId).toBe(LINK);
  });
});

test('the steps of these tests are steps', () => {
  for (const step of [proposed(), confirmed('Citra Wulan'), ended(), endedListed()]) expect(linkStepSchema.parse(step)).toEqual(step);
  expect(linkStepSchema.safeParse({ ...confirmed('Citra Wulan'), statement: '  ' }).success).toBe(false);
  expect(linkStepSchema.safeParse({ ...confirmed('C '), by: 'C ' }).success).toBe(false);
});
