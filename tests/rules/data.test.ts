import { expect, test } from 'vitest';
import { z } from 'zod';
import {
  calendarSchema,
  holidaySchema,
  rangeSchema,
  recipientSchema,
  remarkSchema,
  rowSchema,
  ruleBookSchema,
} from '../../src/model/rules.ts';
import { ACTIONS } from '../../src/model/sighting.ts';
import { parseCalendarFile, toCalendarFile } from '../../src/rules/calendar-file.ts';
import { CALENDARS } from '../../src/rules/data/calendars.ts';
import { DEADLINES, HOLIDAYS } from '../../src/rules/data/deadlines.ts';
import { ALLOWED, POLARITY, UNCERTAIN } from '../../src/rules/data/guide.ts';
import { RECIPIENT_REMARK, RECIPIENTS } from '../../src/rules/data/recipients.ts';
import { ROWS } from '../../src/rules/data/rows.ts';
import { RANGES, STANDINGS } from '../../src/rules/data/sanctions.ts';
import { shippedBook } from '../../src/rules/shipped.ts';
import { pilkada } from './sample.ts';

const remarks = [...ALLOWED, ...UNCERTAIN, POLARITY, RECIPIENT_REMARK, ...Object.values(STANDINGS).flat(), ...Object.values(DEADLINES)];
const entries = [...ROWS, ...Object.values(RANGES), ...remarks, ...RECIPIENTS, ...HOLIDAYS, ...CALENDARS.flatMap(({ stages }) => stages)];

test('every entry is of the model’s form, with at least one source', () => {
  z.array(rowSchema).parse(ROWS);
  z.array(rangeSchema).parse(Object.values(RANGES));
  z.array(remarkSchema).parse(remarks);
  z.array(recipientSchema).parse(RECIPIENTS);
  z.array(holidaySchema).parse(HOLIDAYS);
  z.array(calendarSchema).parse(CALENDARS);
  ruleBookSchema.parse(shippedBook('Asia/Makassar'));
  expect(entries.length).toBeGreaterThan(60);
  for (const entry of entries)
    expect(
      entry.sources.every(({ label, where }) => label.trim() !== '' && where.trim() !== ''),
      JSON.stringify(entry),
    ).toBe(true);
});

test('nothing counts as confirmed that nobody compared with an official text', () => {
  expect(entries.filter(({ confirmed }) => confirmed)).toEqual([]);
});

test('no entry accuses, and none names what only a court decides', () => {
  expect(JSON.stringify(entries)).not.toMatch(/pelanggar|pidana|terbukti|bersalah|pelaku|violat|guilty|criminal|offen[cs]e/i);
});

test('every act that can be seen has a row under both headings, and every row’s name is its own', () => {
  for (const action of ACTIONS)
    expect([...new Set(ROWS.filter(({ acts }) => acts.includes(action)).map(({ heading }) => heading))].sort(), action).toEqual([
      'discipline',
      'ethics',
    ]);
  expect(new Set(ROWS.map(({ rowId }) => rowId)).size).toBe(ROWS.length);
});

test('the shipped book chooses no election, and takes the computer’s zone where it is one of the three', () => {
  expect(shippedBook('Asia/Jayapura')).toMatchObject({ calendar: null, timeZone: 'Asia/Jayapura' });
  expect(shippedBook('Europe/Amsterdam').timeZone).toBe('Asia/Jakarta');
});

test('a calendar goes into a file and comes back', () => {
  for (const calendar of CALENDARS) expect(parseCalendarFile(toCalendarFile(calendar))).toEqual({ calendar });
  expect(parseCalendarFile(`\uFEFF${toCalendarFile(CALENDARS[0] as (typeof CALENDARS)[0])}`)).toHaveProperty('calendar');
});

test.each([
  ['{', 'no-json', null, null],
  ['{"jenis":"lain"}', 'other-file', null, null],
  ['[]', 'other-file', null, null],
  ['null', 'other-file', null, null],
  ['{"jenis":"netra-kalender","versi":2,"kalender":{}}', 'newer', null, null],
  [' '.repeat(600_000), 'too-long', null, null],
])('a file that is none: %.40s', (text, why, stage, field) => {
  expect(parseCalendarFile(text)).toEqual({ refused: { why, stage, field } });
});

test.each([
  [{ title: '' }, {}, 'field', null, 'title'],
  [{ stages: 'tidak ada' }, {}, 'field', null, 'stages'],
  [{ election: 'pilpres' }, {}, 'field', null, 'election'],
  [{}, { from: '24-08-2024' }, 'field', 2, 'from'],
  [{}, { to: '2024-02-30' }, 'field', 2, 'to'],
  [{}, { to: '2024-01-01' }, 'stage', 2, null],
  [{}, { kind: 'pesta' }, 'field', 2, 'kind'],
  [{}, { sources: [] }, 'field', 2, 'sources'],
])('what is wrong in a file, and where: %o %o', (calendar, second, why, stage, field) => {
  const stages = (pilkada?.stages ?? []).map((one, at) => (at === 1 ? { ...one, ...second } : one));
  const text = JSON.stringify({ jenis: 'netra-kalender', versi: 1, kalender: { ...pilkada, stages, ...calendar } });
  expect(parseCalendarFile(text)).toEqual({ refused: { why, stage, field } });
});
