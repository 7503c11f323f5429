// Who may import whom. This table is the architecture's diagram: data goes one way,
// page → read → match → capture → seal → store → review → bundle, and each outside world has one room.
import { dirname } from 'node:path';
import { expect, test } from 'vitest';
import { exists, filesOf, importsOf, loadedBy } from './sources.ts';

/** Room, the rooms of ours it may import, and the packages. A room may always import itself. */
const TABLE: readonly (readonly [room: string, ours: readonly string[], packages: readonly RegExp[]])[] = [
  ['lib', [], []],
  // lib: messages to a page script are checked by hand.
  ['model', ['lib'], [/^zod$/]],
  // The one place that names the sites; an island knows no other island.
  ['platforms', ['platforms/*', 'model', 'lib'], []],
  ['platforms/*', ['model', 'lib'], []],
  // match: people are found by the same texts of their names by which names are compared.
  [
    'registry',
    ['match', 'model', 'lib'],
    [/^papaparse$/, /^saxes$/, /^@zip\.js\/zip\.js\//, /^age-encryption$/, /^@noble\/(hashes|ciphers)\//],
  ],
  ['rules', ['model', 'lib'], []],
  ['regions', ['model', 'lib'], []],
  ['match', ['model', 'lib'], []],
  ['evidence', ['model', 'lib'], [/^canonicalize$/]],
  ['report', ['evidence', 'rules', 'model', 'lib'], [/^client-zip$/, /^@zip\.js\/zip\.js\//, /^age-encryption$/]],
  ['flow', ['match', 'evidence', 'model', 'lib'], []],
  // registry: how a list's files are built is decided there; where they stand, here.
  ['store', ['registry', 'model', 'lib'], [/^dexie$/]],
  // zod: what comes out of the browser's storage is parsed before it is believed.
  ['browser', ['model'], [/^wxt\/browser$/, /^zod$/]],
  // Drawn into pages: it must bring neither the store nor the extension API along.
  ['ui/marks', ['model', 'lib'], []],
  ['ui', ['ui/*', 'model'], []],
  ['ui/parts', ['ui', 'regions', 'model', 'lib'], [/^svelte(\/|$)/, /^uqr$/]],
  ['ui/*', ['ui', 'ui/parts', 'store', 'report', 'rules', 'registry', 'browser', 'model', 'lib'], [/^svelte(\/|$)/]],
  [
    'cli',
    ['platforms', 'registry', 'rules', 'match', 'evidence', 'report', 'flow', 'store', 'model', 'lib'],
    [/^node:/, /^jsdom$/, /^playwright-core$/, /^zod$/, /^fake-indexeddb/, /^wxt$/, /^vite/],
  ],
  [
    'entrypoints',
    ['platforms', 'registry', 'rules', 'match', 'evidence', 'report', 'flow', 'store', 'browser', 'ui', 'ui/*', 'model', 'lib'],
    [/^svelte$/, /^wxt\/utils\/define-/],
  ],
];

/** Sites are islands, and the interface has one room for each page; everything else is one room a folder. */
function roomOf(path: string): string {
  const [folder = '', room = '', part] = path.split('/');
  if (folder !== 'src') return folder;
  return (room === 'platforms' || room === 'ui') && part !== undefined && path.split('/').length > 3 ? `${room}/${part}` : room;
}

const rowOf = (room: string) => TABLE.find(([name]) => name === room) ?? TABLE.find(([name]) => name === `${room.split('/')[0]}/*`);
const isCode = (path: string) => /\.(ts|svelte|mjs)$/.test(path);
const files = [...filesOf('src'), ...filesOf('entrypoints')].filter(isCode);
const imports = files.flatMap(importsOf);

test('every room stands in the table', () => {
  expect([...new Set(files.map(roomOf))].filter((room) => rowOf(room) === undefined)).toEqual([]);
});

test('nobody imports what its room may not know', () => {
  const broken = imports.filter(({ from, to, isOurs }) => {
    const room = roomOf(from);
    const [, ours = [], packages = []] = rowOf(room) ?? [];
    if (!isOurs) return !packages.some((name) => name.test(to));
    const other = roomOf(to);
    return other !== room && !ours.includes(other) && !ours.includes(`${other.split('/')[0]}/*`);
  });
  expect(broken.map(({ from, to }) => `${from} → ${to}`)).toEqual([]);
});

test('the wire script, which runs in the page’s own world, brings nothing along', () => {
  const reached = new Set(['entrypoints/wire.content.ts']);
  for (const path of reached) for (const { to, isOurs } of importsOf(path)) if (isOurs) reached.add(to);
  expect([...reached]).toEqual(['entrypoints/wire.content.ts', 'src/flow/hook-wire.ts']);
});

/** Everything that runs once a file is loaded, packages included. */
function reachedFrom(root: string): Set<string> {
  const reached = new Set([root]);
  for (const path of reached) if (files.includes(path)) for (const { to } of loadedBy(path)) reached.add(to);
  return reached;
}
/** A part of an entry point, in its own folder, is loaded by nothing but that. */
const isPart = (from: string, to: string) => /^entrypoints\/\w+\/index\.ts$/.test(from) && dirname(from) === dirname(to);
const parts = new Set(imports.flatMap(({ from, to }) => (isPart(from, to) ? [to] : [])));
const ROOTS = filesOf('entrypoints').filter((path) => path.endsWith('.ts') && !parts.has(path));

test('every entry point that parses with zod tells it first not to make code from text', () => {
  const roots = ROOTS.filter((path) => reachedFrom(path).has('zod'));
  expect(roots).toContain('entrypoints/background/index.ts');
  expect(roots.filter((path) => importsOf(path)[0]?.to !== 'src/model/zod-setup.ts')).toEqual([]);
});

test('scripts in a page bring no zod along: its start takes longer than a page may be held up', () => {
  // A site's folder is put beside the page script by the build.
  const sites = files.filter((path) => /^src\/platforms\/\w+\/index\.ts$/.test(path));
  const inPages = [...ROOTS.filter((path) => path.endsWith('.content.ts')), ...sites];
  expect([inPages.length > 8, sites.length > 5]).toEqual([true, true]);
  expect(inPages.filter((path) => reachedFrom(path).has('zod'))).toEqual([]);
});

test('nobody imports an entry point, an asset or a test', () => {
  expect(
    imports
      .filter(({ from, to, isOurs }) => isOurs && !to.startsWith('src/') && !isPart(from, to))
      .map(({ from, to }) => `${from} → ${to}`),
  ).toEqual([]);
});

test('every import names a file that is there, with its ending', () => {
  expect(imports.filter(({ to, isOurs }) => isOurs && !exists(to)).map(({ from, to }) => `${from} → ${to}`)).toEqual([]);
});

test('no files import each other in a circle', () => {
  const next = new Map<string, string[]>();
  for (const { from, to, isOurs } of imports) if (isOurs) next.set(from, [...(next.get(from) ?? []), to]);
  const circles: string[] = [];
  const done = new Set<string>();
  const visit = (path: string, way: readonly string[]): void => {
    const start = way.indexOf(path);
    if (start >= 0) circles.push([...way.slice(start), path].join(' → '));
    if (start >= 0 || done.has(path)) return;
    for (const other of next.get(path) ?? []) visit(other, [...way, path]);
    done.add(path);
  };
  for (const path of files) visit(path, []);
  expect(circles).toEqual([]);
});

test('every row of the table is about a room that exists, or is to come', () => {
  const TO_COME: readonly string[] = [];
  const rooms = files.map(roomOf);
  const unused = TABLE.filter(([name]) => !rooms.some((room) => room === name || name === `${room.split('/')[0]}/*`)).map(([name]) => name);
  expect(unused.filter((name) => !TO_COME.includes(name))).toEqual([]);
});
