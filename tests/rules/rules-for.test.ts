import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Calendar, calendarSchema, zoneSchema } from '../../src/model/rules.ts';
import { ACTIONS, reactionSchema } from '../../src/model/sighting.ts';
import { CALENDARS } from '../../src/rules/data/calendars.ts';
import { rulesFor } from '../../src/rules/rules-for.ts';
import { stageAt } from '../../src/rules/stage-at.ts';
import { book, noon, pilkada, question, undated } from './sample.ts';

const names = (day: string, calendar = pilkada ?? null) => {
  const stage = stageAt({ at: noon(day) }, calendar, 'Asia/Jakarta');
  return stage.kind === 'unknown'
    ? `? ${stage.why}`
    : stage.stages.length === 0
      ? stage.where
      : stage.stages.map((one) => one.name).join(' + ');
};
const ofDay = (day: string) => rulesFor(question({ time: { at: noon(day) } }));

// [day, stages, whether candidates were set, whom it was about]
test.each([
  ['2024-05-04', 'before', 'before', 'bakal-calon'],
  ['2024-05-05', 'Pemenuhan persyaratan dukungan perseorangan', 'before', 'bakal-calon'],
  ['2024-08-19', 'Pemenuhan persyaratan dukungan perseorangan', 'before', 'bakal-calon'],
  ['2024-08-20', 'between', 'before', 'bakal-calon'],
  ['2024-08-23', 'between', 'before', 'bakal-calon'],
  ['2024-08-24', 'Pengumuman pendaftaran', 'before', 'bakal-calon'],
  ['2024-08-26', 'Pengumuman pendaftaran', 'before', 'bakal-calon'],
  ['2024-08-27', 'Pendaftaran pasangan calon + Penelitian persyaratan', 'before', 'bakal-calon'],
  ['2024-08-29', 'Pendaftaran pasangan calon + Penelitian persyaratan', 'before', 'bakal-calon'],
  ['2024-08-30', 'Penelitian persyaratan', 'before', 'bakal-calon'],
  ['2024-09-21', 'Penelitian persyaratan', 'before', 'bakal-calon'],
  ['2024-09-22', 'Penetapan pasangan calon', 'same-day', null],
  ['2024-09-23', 'Pengundian nomor urut', 'after', 'calon'],
  ['2024-09-24', 'between', 'after', 'calon'],
  ['2024-09-25', 'Kampanye', 'after', 'calon'],
  ['2024-11-23', 'Kampanye', 'after', 'calon'],
  ['2024-11-24', 'Masa tenang', 'after', 'calon'],
  ['2024-11-26', 'Masa tenang', 'after', 'calon'],
  ['2024-11-27', 'Pemungutan suara + Penghitungan dan rekapitulasi suara', 'after', 'calon'],
  ['2024-11-28', 'Penghitungan dan rekapitulasi suara', 'after', 'calon'],
  ['2024-12-16', 'Penghitungan dan rekapitulasi suara', 'after', 'calon'],
  ['2024-12-17', 'after', 'after', null],
])('Pilkada 2024, %s: %s', (day, expected, fixing, object) => {
  expect(names(day)).toBe(expected);
  const rules = ofDay(day);
  expect([rules.stage.fixing, rules.object]).toEqual([fixing, object]);
});

describe('the time of an act', () => {
  test('a day is the area’s own: the same moment is another day further east', () => {
    // 23:30 on the day before campaigning in Jakarta is half past midnight in Makassar.
    const time = { at: '2024-09-24T16:30:00.000Z' };
    const days = zoneSchema.options.map((zone) => stageAt(time, pilkada ?? null, zone).day);
    expect(days).toEqual(['2024-09-24', '2024-09-25', '2024-09-25']);
    expect(rulesFor(question({ time, book: book({ timeZone: 'Asia/Jakarta' }) })).stage).toMatchObject({ kind: 'known', where: 'between' });
    expect(rulesFor(question({ time, book: book({ timeZone: 'Asia/Jayapura' }) })).stage).toMatchObject({ kind: 'known', where: 'in' });
  });

  test('only seen: no stage is told, and set candidates only where it cannot have been otherwise', () => {
    const seen = (day: string) => stageAt({ seenAt: noon(day) }, pilkada ?? null, 'Asia/Jakarta');
    expect(seen('2024-09-21')).toMatchObject({ kind: 'unknown', why: 'only-seen', fixing: 'before' });
    expect(seen('2024-09-22')).toMatchObject({ kind: 'unknown', why: 'only-seen', fixing: 'unknown' });
    expect(seen('2024-10-10')).toMatchObject({ kind: 'unknown', why: 'only-seen', fixing: 'unknown', day: '2024-10-10' });
  });

  test('no calendar, and days that are not set', () => {
    expect(names('2029-02-01', null as never)).toBe('? no-calendar');
    expect(names('2029-02-01', undated as Calendar)).toBe('? undated');
    expect(stageAt({ at: noon('2029-02-01') }, undated, 'Asia/Jakarta').fixing).toBe('unknown');
    const half: Calendar = {
      ...(pilkada as Calendar),
      stages: (pilkada?.stages ?? []).map((one) => (one.kind === 'campaign' ? { ...one, from: null, to: null } : one)),
    };
    expect([names('2024-10-10', half), names('2024-11-25', half)]).toEqual(['? undated', 'Masa tenang']);
    expect(stageAt({ at: noon('2024-10-10') }, half, 'Asia/Jakarta').fixing).toBe('after');
  });

  test('several days of setting: in between nobody knows whose', () => {
    const stage = (pilkada?.stages ?? []).find((one) => one.kind === 'fixing');
    const two = {
      ...(pilkada as Calendar),
      stages: [...(pilkada?.stages ?? []), { ...(stage as NonNullable<typeof stage>), from: '2024-10-05', to: '2024-10-05' }],
    };
    const fixing = (day: string) => stageAt({ at: noon(day) }, two, 'Asia/Jakarta').fixing;
    expect(['2024-09-21', '2024-09-22', '2024-09-30', '2024-10-05', '2024-10-06'].map(fixing)).toEqual([
      'before',
      'unknown',
      'unknown',
      'unknown',
      'after',
    ]);
  });
});

describe('headings', () => {
  const rowsOf = (rest: Parameters<typeof question>[0]) =>
    rulesFor(question(rest)).headings.map(({ kind, rows }) => `${kind}: ${rows.map(({ rowId }) => rowId).join(' ')}`);

  test.each([
    ['like', 'ethics: etik-4', 'discipline: disiplin-6'],
    ['follow', 'ethics: etik-4', 'discipline: disiplin-6'],
    ['comment', 'ethics: etik-4', 'discipline: disiplin-6'],
    ['reply', 'ethics: etik-4', 'discipline: disiplin-6'],
    ['share', 'ethics: etik-2 etik-4', 'discipline: disiplin-2 disiplin-6'],
    ['quote', 'ethics: etik-2 etik-4', 'discipline: disiplin-2 disiplin-6'],
    ['post', 'ethics: etik-2 etik-4 etik-5', 'discipline: disiplin-2 disiplin-6 disiplin-7'],
    ['appear', 'ethics: etik-5', 'discipline: disiplin-7'],
  ] as const)('%s: both headings, whatever the stage', (action, ...expected) => {
    for (const day of ['2024-06-01', '2024-09-22', '2024-10-10', '2025-01-01'])
      expect(rowsOf({ action, time: { at: noon(day) } }), day).toEqual(expected);
    expect(rowsOf({ action, book: book({ calendar: null }) })).toEqual(expected);
  });

  test('which is the usual one turns with the setting of candidates, and is not told where that is not known', () => {
    const readings = (day: string) => ofDay(day).headings.map(({ reading }) => reading);
    expect(readings('2024-09-21')).toEqual(['usual', 'other']);
    expect(readings('2024-09-22')).toEqual(['unknown', 'unknown']);
    expect(readings('2024-09-23')).toEqual(['other', 'usual']);
    expect(readings('2024-12-16')).toEqual(['other', 'usual']);
    // Another election may have begun.
    expect(readings('2024-12-17')).toEqual(['unknown', 'unknown']);
    expect(rulesFor(question({ time: { seenAt: noon('2024-10-10') } })).headings.map(({ reading }) => reading)).toEqual([
      'unknown',
      'unknown',
    ]);
  });

  test('a row that names somebody else is shown with that doubt', () => {
    const doubts = (object: 'candidate' | 'parpol' | 'tim' | null, day = '2024-10-10') =>
      rulesFor(question({ object, time: { at: noon(day) } })).headings.flatMap(({ rows }) => rows.map((one) => one.namesObject));
    expect(doubts('candidate', '2024-06-01')).toEqual(['yes', 'yes']);
    expect(doubts('candidate')).toEqual(['no', 'yes']);
    expect(doubts('candidate', '2024-09-22')).toEqual(['unknown', 'unknown']);
    expect(doubts('parpol')).toEqual(['no', 'no']);
    expect(doubts('tim')).toEqual(['yes', 'yes']);
    expect(doubts(null)).toEqual(['unknown', 'unknown']);
  });

  test('only a PNS is shown what threatens a PNS', () => {
    const pns = rulesFor(question());
    expect(pns.headings.map(({ rows }) => rows[0]?.range?.name.id)).toEqual(['Sanksi moral', 'Hukuman disiplin tingkat berat']);
    expect(JSON.stringify(pns.standing)).toContain('CPNS');
    const pppk = rulesFor(question({ status: 'PPPK' }));
    expect(pppk.headings).toHaveLength(2);
    expect(pppk.headings.flatMap(({ rows }) => rows.map(({ range }) => range))).toEqual([null, null]);
    // Recipients are the same for everybody; one of them is spoken of as “tingkat”.
    const said = (rest: Parameters<typeof question>[0]) => JSON.stringify({ ...rulesFor(question(rest)), recipients: [] });
    const threats = /PP 94|PP 42|tunjangan|pelaksana selama|pemberhentian|setingkat|moral|secara terbuka|tingkat|allowance|dismissal/i;
    for (const action of ACTIONS) expect(said({ status: 'PPPK', action }), action).not.toMatch(threats);
    expect(JSON.stringify(pns)).toMatch(threats);
    expect(rulesFor(question({ status: 'non-ASN' })).headings).toEqual([]);
    expect(said({ status: 'non-ASN' })).not.toMatch(threats);
  });

  test('anger changes no heading, and is said to be no support in itself', () => {
    const angry = rulesFor(question({ reaction: 'angry' }));
    const liked = rulesFor(question());
    expect(angry.headings).toEqual(liked.headings);
    expect(liked.polarity).toBeNull();
    expect(angry.polarity?.say.id).toMatch(/^Bukan dukungan dengan sendirinya/);
    const said = reactionSchema.options.filter((reaction) => rulesFor(question({ reaction })).polarity !== null);
    expect(said).toEqual(['haha', 'sad', 'angry', 'other']);
    expect(ACTIONS.filter((action) => rulesFor(question({ action, reaction: null })).polarity !== null)).toEqual([
      'comment',
      'reply',
      'quote',
      'post',
    ]);
  });
});

test('whatever is asked: no verdict, never one single sanction, and every source named', () => {
  const day = fc.date({ min: new Date('2023-01-01'), max: new Date('2032-12-31'), noInvalidDate: true }).map((one) => one.toISOString());
  const input = fc.record({
    action: fc.constantFrom(...ACTIONS),
    reaction: fc.option(fc.constantFrom(...reactionSchema.options)),
    object: fc.constantFrom('candidate', 'parpol', 'tim', null),
    status: fc.constantFrom('PNS', 'PPPK', 'non-ASN'),
    time: fc.oneof(fc.record({ at: day }), fc.record({ seenAt: day })),
    known: fc.oneof(fc.record({ keptAt: day }), fc.record({ statedOn: day.map((one) => one.slice(0, 10)) })),
    now: day,
    book: fc
      .record({ calendar: fc.constantFrom(...CALENDARS, null), timeZone: fc.constantFrom(...zoneSchema.options) })
      .map((rest) => book(rest)),
  });
  fc.assert(
    fc.property(input, (asked) => {
      const rules = rulesFor(asked as Parameters<typeof rulesFor>[0]);
      expect(JSON.stringify(rules)).not.toMatch(/pelanggar|pidana|terbukti|bersalah|violat|guilty|criminal/i);
      expect(Object.keys(rules).sort()).toEqual(['deadline', 'headings', 'object', 'polarity', 'recipients', 'stage', 'standing']);
      expect([0, 2]).toContain(rules.headings.length);
      for (const { rows } of rules.headings)
        for (const { sources, range } of rows) {
          expect(sources.length).toBeGreaterThan(0);
          if (range !== null) expect(range.items.length).toBeGreaterThan(1);
        }
      expect(asked).toEqual(structuredClone(asked));
    }),
  );
});

test('a calendar that contradicts itself is refused', () => {
  const stage = pilkada?.stages[0];
  const accepts = (rest: object) => calendarSchema.safeParse({ ...pilkada, stages: [{ ...stage, ...rest }] }).success;
  expect(accepts({})).toBe(true);
  expect(accepts({ to: null })).toBe(false);
  expect(accepts({ from: '2024-08-20' })).toBe(false);
  expect(accepts({ to: '2024-02-30' })).toBe(false);
  expect(accepts({ sources: [] })).toBe(false);
});
