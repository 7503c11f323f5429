// What a check says, in the language of whoever asks: every sentence in both, with the same numbers and names in it.
import { expect, test } from 'vitest';
import { openArchive } from '../../src/report/archive.ts';
import { writeBundleBlob } from '../../src/report/bundle.ts';
import { compareLogs, type LogView } from '../../src/report/compare.ts';
import { verifyBundle } from '../../src/report/verify.ts';
import { BAG, FILES, KEY, LOG, PASSED, type Said, TIME, ZIP } from '../../src/report/verify-words.ts';
import { toInput } from './sample.ts';

const INDONESIAN = /\b(yang|tidak|berkas|catatan|dan|semua|sama|ada|dari|ke|nomor|baris|karena|sudah)\b/i;
const ENGLISH = /\b(the|is|are|of|not|and|all|there|was|by|file|files)\b/i;

/** Each sentence of a table; those with something to fill in are filled with what stands for it. */
const FILL: Readonly<Record<string, readonly unknown[]>> = {
  'LOG.erased': [3, 9, 'set-aside'],
  'LOG.erasedBack': [[4, 5]],
  'LOG.at': [4, { id: 'hilang', en: 'is missing' }],
  'LOG.broken': [[{ id: 'nomor 4 hilang', en: 'number 4 is missing' }]],
  'LOG.clock': [{ seq: 7, before: '2026-11-22T12:00:00.000Z', at: '2026-11-21T12:00:00.000Z' }, 2],
  'TIME.fault': ['imprint'],
  'TIME.invalid': [8, [{ id: 'jawabannya tidak dapat dibaca', en: 'its answer cannot be read' }]],
  'TIME.stood': [8, '2026-11-22T12:00:00.000Z', 'Cap', true],
  'TIME.passed': [2, [{ id: 'baris 0–7 sudah ada', en: 'lines 0–7 existed' }], 'cap.tsr'],
  'FILES.originals': [2, 'Diminta'],
};
function sentences(): [string, Said][] {
  const all: [string, Said][] = [];
  for (const [table, entries] of Object.entries({ PASSED, ZIP, BAG, KEY, LOG, FILES, TIME }))
    for (const [key, one] of Object.entries(entries) as [string, Said | ((...values: unknown[]) => Said)][]) {
      const name = `${table}.${key}`;
      all.push([name, typeof one === 'function' ? one(...(FILL[name] ?? [11, 22, 33])) : one]);
    }
  return all;
}

test('every sentence is there in both languages, and neither is the other', () => {
  const all = sentences();
  expect(all.length).toBeGreaterThan(70);
  for (const [name, { id, en }] of all) {
    expect(en, name).not.toBe(id);
    expect(en.replace(/openssl.*$/, ''), name).not.toMatch(INDONESIAN);
    expect(id, name).not.toMatch(ENGLISH);
    const numbers = (text: string) => (text.replace(/\d{4}-\d\d-\d\d|\d\d? November \d{4}/g, '').match(/\d+/g) ?? []).sort();
    expect(numbers(en), name).toEqual(numbers(id));
    for (const text of [id, en]) expect(`${name} ${text}`).not.toMatch(/undefined|\[object/);
  }
});

test('a whole file, a changed one and something else are told in the language asked for, with one verdict', async () => {
  const { blob } = await writeBundleBlob(await toInput());
  const whole = await openArchive(blob);
  const changed = {
    ...whole,
    async read(name: string) {
      const bytes = await whole.read(name);
      if (!name.endsWith('log.ndjson')) return bytes;
      const lines = new TextDecoder().decode(bytes).split('\n').toSpliced(1, 1);
      return new TextEncoder().encode(lines.join('\n'));
    },
  };
  for (const source of [blob, changed, new Blob(['no zip'])]) {
    const [id, en] = [await verifyBundle(source), await verifyBundle(source, 'en')];
    expect(en.checks.map(({ check, verdict, files }) => [check, verdict, files])).toEqual(
      id.checks.map(({ check, verdict, files }) => [check, verdict, files]),
    );
    for (const { check, say } of en.checks) expect([check, say]).toEqual([check, expect.not.stringMatching(INDONESIAN)]);
    for (const { check, say } of id.checks) expect([check, say]).toEqual([check, expect.not.stringMatching(ENGLISH)]);
  }
  const { checks } = await verifyBundle(changed, 'en');
  expect(checks.find(({ check }) => check === 'log')?.say).toContain('The chain of records is broken: number');
});

test('two logs are compared in English, too', async () => {
  const log = (name: string, lines: string[], madeAt: string | null = null): LogView => ({ name, origin: 'netra/1', lines, madeAt });
  const logs = [log('a', ['1', '2']), log('b', ['1', '2', '3']), log('c', ['1', 'x', '4']), { ...log('d', ['1']), origin: 'netra/2' }];
  const [id, en] = [await compareLogs(logs), await compareLogs(logs, 'en')];
  expect(en.map(({ ok }) => ok)).toEqual(id.map(({ ok }) => ok));
  for (const { say } of en) expect(say).not.toMatch(INDONESIAN);
  expect(en[0]?.say).toBe('The first file (lines: 2) is the beginning of the second file (lines: 3): they agree.');
  expect(en[1]?.say).toMatch(/^Two different histories from line 1 on\. Numbers 0 to 0 are the same\./);
});
