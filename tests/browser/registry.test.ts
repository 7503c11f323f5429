// Lists of the registry with a real browser's own files and database.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Bench, openBench } from '../bench/registry/site.ts';

const LIST = '11111111-1111-4111-8111-111111111111';
const OTHER = '22222222-2222-4222-8222-222222222222';
const COUNT = 6000;
let bench: Bench;
beforeAll(async () => {
  bench = await openBench('tests/browser/registry-work.ts');
}, 240_000);
afterAll(() => bench?.close());

/** In the page itself, where files cannot be written as they come. */
async function inPage(what: string, ...given: unknown[]): Promise<unknown> {
  await bench.page.addScriptTag({ url: '/work.js', type: 'module' });
  return bench.page.evaluate(
    ({ what, given }) =>
      (globalThis as unknown as { netraWork: Record<string, (...all: unknown[]) => Promise<unknown>> }).netraWork[what]?.(...given),
    { what, given },
  );
}
type Found = { people: string[]; strangers: number; standings: { standing: string }[] };

function filesIn(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesIn(path) : [path];
  });
}

test('written in a worker with a thread that seals, in a worker alone, and in a page: found whole, and nobody else is', {
  timeout: 240_000,
}, async () => {
  const expected = { accounts: COUNT, people: COUNT, refused: 0, ambiguous: 0 };
  expect(await bench.run('write', LIST, 'Beutari', COUNT, 1, true)).toEqual(expected);
  const first = await bench.run<Found>('find', COUNT);
  expect([first.people.length, first.people[0], first.strangers]).toEqual([Math.ceil(COUNT / 97), 'Beutari 0', 0]);
  expect(await bench.run('write', LIST, 'Cakrawati', COUNT, 0, true)).toEqual(expected);
  expect((await bench.run<Found>('find', COUNT)).people[0]).toBe('Cakrawati 0');
  expect(await inPage('write', LIST, 'Dwipangga', COUNT, 0, true)).toEqual(expected);
  const last = (await inPage('find', COUNT)) as Found;
  expect([last.people.length, last.people[0], last.strangers, last.standings.map(({ standing }) => standing)]).toEqual([
    Math.ceil(COUNT / 97),
    'Dwipangga 0',
    0,
    ['used'],
  ]);
  expect(await bench.run('names')).toHaveLength(1);
});

test('a worker that ends half-way leaves the list as it was, and its folder is swept', { timeout: 120_000 }, async () => {
  await bench.run('write', LIST, 'Setengah', COUNT, 0, false);
  await bench.run('write', OTHER, 'Setengah', COUNT, 0, false);
  expect(await bench.run('names')).toHaveLength(3);
  expect((await bench.run<Found>('find', COUNT)).people[0]).toBe('Dwipangga 0');
  await bench.run('sweep');
  expect(await bench.run('names')).toHaveLength(1);
  expect((await bench.run<Found>('find', COUNT)).people[0]).toBe('Dwipangga 0');
});

test('no name, office or account of a row stands in the browser’s files in clear', { timeout: 60_000 }, () => {
  const files = filesIn(join(bench.profile, 'Default')).filter((path) => /File System|IndexedDB/.test(path));
  expect(files.some((path) => statSync(path).size > COUNT * 100)).toBe(true);
  for (const path of files) {
    const bytes = readFileSync(path);
    for (const word of ['Dwipangga', 'Kantor Rahasia', 'akunrahasia'])
      for (const encoding of ['utf8', 'utf16le'] as const)
        expect(bytes.includes(Buffer.from(word, encoding)), `${word} in ${path}`).toBe(false);
  }
});
