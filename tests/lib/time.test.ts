import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { toLocalIso, zoneName, zoneWords } from '../../src/lib/time.ts';

const module = new URL('../../src/lib/time.ts', import.meta.url).href;
const code = `const { toLocalIso } = await import(${JSON.stringify(module)}); console.log(process.argv.slice(1).map((at) => toLocalIso(new Date(at))).join('\\n'))`;
/** In a process of its own: a zone is fixed once a process has asked for it. */
const inZone = (zone: string, ...times: string[]) =>
  execFileSync(process.execPath, ['--input-type=module', '-e', code, ...times], { env: { ...process.env, TZ: zone }, encoding: 'utf8' })
    .trim()
    .split('\n');

test.each([
  ['Asia/Jakarta', '2026-11-22T12:15:00.000Z', '2026-11-22T19:15:00+07:00'],
  ['Asia/Makassar', '2026-12-31T16:00:00.000Z', '2027-01-01T00:00:00+08:00'],
  ['Asia/Jayapura', '2026-11-22T23:59:59.999Z', '2026-11-23T08:59:59+09:00'],
  ['UTC', '2026-11-22T12:15:00.000Z', '2026-11-22T12:15:00+00:00'],
  ['America/St_Johns', '2026-01-01T00:00:00.000Z', '2025-12-31T20:30:00-03:30'],
  ['Asia/Kathmandu', '2026-01-01T00:00:00.000Z', '2026-01-01T05:45:00+05:45'],
])('%s', (zone, at, expected) => {
  const [local] = inZone(zone, at);
  expect(local).toBe(expected);
  // The same moment, to the second, read back from the text.
  expect(Math.floor(Date.parse(local ?? '') / 1000)).toBe(Math.floor(Date.parse(at) / 1000));
});

test('in this zone too, over a year', () => {
  for (let day = 0; day < 366; day++) {
    const at = new Date(Date.UTC(2026, 0, 1 + day, 1, 2, 3));
    expect(Date.parse(toLocalIso(at))).toBe(at.getTime());
  }
});

test('a zone is named where Indonesia has a name for it, and told by its offset elsewhere', () => {
  expect(['Asia/Jakarta', 'Asia/Pontianak', 'Asia/Makassar', 'Asia/Jayapura'].map(zoneName)).toEqual(['WIB', 'WIB', 'WITA', 'WIT']);
  expect(['Europe/Berlin', 'UTC', '__proto__', 'toString', ''].map(zoneName)).toEqual([null, null, null, null, null]);
  const date = new Date('2026-11-22T12:00:00Z');
  expect(zoneWords('Asia/Makassar', date)).toBe('WITA');
  expect(zoneWords('Europe/Berlin', date)).toBe(`UTC${toLocalIso(date).slice(-6)}`);
});
