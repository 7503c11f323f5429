// The suite every site has to pass: testPlatform(platform), one call a site.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { JSDOM } from 'jsdom';
import { describe, expect, test } from 'vitest';
import { isPage, type KnownRequest, readSavedPage, readSavedPayload } from '../../src/cli/readings.ts';
import type { Platform } from '../../src/model/platform.ts';
import { type Reading, readingSchema, type Source } from '../../src/model/sighting.ts';

export const casesFolder = join(import.meta.dirname, '../cases');

/** A case: what stands in `case.json`, and the page or payload beside it. */
export interface Case {
  readonly name: string;
  readonly platform: string;
  readonly folder: string;
  readonly input: string;
  readonly url: string;
  readonly source: Source;
  /** Date the structure was last seen like this, and the interface's language. */
  readonly date: string;
  readonly locale: string;
  readonly loggedIn: boolean;
  readonly about: string;
  readonly request?: KnownRequest;
}

export function loadCases(platformId: string): Case[] {
  const folder = join(casesFolder, platformId);
  if (!existsSync(folder)) return [];
  return readdirSync(folder).map((name) => {
    const here = join(folder, name);
    const inputName = readdirSync(here).find((file) => file.startsWith('input.'));
    if (inputName === undefined) throw new Error(`case ${platformId}/${name} has no input.* file`);
    const head = JSON.parse(readFileSync(join(here, 'case.json'), 'utf8')) as Omit<Case, 'name' | 'platform' | 'folder' | 'input'>;
    return { ...head, name, platform: platformId, folder: here, input: readFileSync(join(here, inputName), 'utf8') };
  });
}

export function readCase(platform: Platform, one: Case): Reading[] {
  const url = new URL(one.url);
  return isPage(one.input)
    ? readSavedPage(platform, one.input, url, one.source)
    : readSavedPayload(platform, one.input, url, one.request ?? {});
}

/** Without nulls, empty lists and `false`: what is left is what the reader found. */
export function compact(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(compact);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value)
    .map(([key, part]) => [key, compact(part)] as const)
    .filter(
      ([, part]) =>
        part !== null &&
        part !== false &&
        !(Array.isArray(part) && part.length === 0) &&
        !(typeof part === 'object' && Object.keys(part as object).length === 0),
    );
  return Object.fromEntries(kept);
}

const sample = (url: string) => new JSDOM('<!doctype html><body></body>', { url }).window.document;

export function testPlatform(platform: Platform, others: readonly Platform[]): void {
  const cases = loadCases(platform.id);
  describe(platform.id, () => {
    for (const one of cases) {
      test(`case ${one.name}: ${one.about}`, () => {
        const readings = readCase(platform, one);
        for (const reading of readings) expect(readingSchema.safeParse(reading).error?.issues ?? []).toEqual([]);
        const file = join(one.folder, 'expected.json');
        const found = compact(readings);
        if (process.env['UPDATE'] === '1') writeFileSync(file, `${JSON.stringify(found, null, 2)}\n`);
        if (!existsSync(file))
          throw new Error(`${platform.id}/${one.name} has no expected.json (UPDATE=1 writes it; read it before you commit it)`);
        expect(found).toEqual(JSON.parse(readFileSync(file, 'utf8')));
      });
      test(`case ${one.name}: the page is unchanged after reading`, () => {
        if (!isPage(one.input)) return expect(readCase(platform, one)).toEqual(readCase(platform, one));
        const { document } = new JSDOM(one.input, { url: one.url }).window;
        const before = document.documentElement.outerHTML;
        for (const item of platform.findItems(document)) platform.readItem(item, { url: new URL(one.url) });
        return expect(document.documentElement.outerHTML).toBe(before);
      });
    }
    test('never throws on nothing, on a bare body, or on another site’s case', () => {
      const url = new URL(`https://${platform.hosts[0]}/`);
      const document = sample(url.href);
      expect(platform.findItems(document.createElement('div'))).toEqual([]);
      expect(platform.readItem(document.createElement('div'), { url }).filter((reading) => reading.kind === 'sighting')).toEqual([]);
      expect(platform.readItem(document.body, { url }).filter((reading) => reading.kind === 'sighting')).toEqual([]);
      for (const body of ['', '{', '[]', 'null', '{"data":null}', '[[[[', '"x"', '{"data":{"__proto__":{"a":1}}}'])
        expect(
          platform
            .readWire({ via: 'fetch', method: 'GET', url, name: null, variables: {}, body }, { url })
            .filter((reading) => reading.kind === 'sighting'),
        ).toEqual([]);
      for (const other of others.filter((one) => one.id !== platform.id))
        for (const one of loadCases(other.id)) readCase(platform, { ...one, url: url.href });
    });
    test('permalinks parse back to the same item', () => {
      for (const one of cases)
        for (const reading of readCase(platform, one)) {
          if (reading.kind !== 'sighting') continue;
          if (reading.post.url !== null) {
            const place = platform.parseUrl(new URL(reading.post.url));
            expect(place, reading.post.url).not.toBeNull();
            const ids = [reading.post.id, ...reading.post.otherIds].filter((id) => id !== null);
            if (ids.length > 0 && place?.kind !== 'profile')
              expect(ids, `${one.name}: ${reading.post.url}`).toContain(place?.commentId ?? place?.postId);
          }
          if (reading.actor.url !== null) {
            const place = platform.parseUrl(new URL(reading.actor.url));
            expect(place?.kind, reading.actor.url).toBe('profile');
            expect(
              [place?.account?.id ?? null, place?.account?.handle?.toLowerCase() ?? null]
                .filter((x) => x !== null)
                .some((x) => x === reading.actor.id || x === reading.actor.handle?.toLowerCase()),
              reading.actor.url,
            ).toBe(true);
          }
        }
    });
    test('a cut payload is told as unreadable, never as empty', () => {
      for (const one of cases.filter((c) => !isPage(c.input) && readCase(platform, c).some((reading) => reading.kind === 'sighting'))) {
        const half = readCase(platform, { ...one, input: one.input.slice(0, Math.floor(one.input.length / 2)) });
        expect(
          half.some((reading) => reading.kind === 'unreadable'),
          one.name,
        ).toBe(true);
      }
    });
    test('hosts are matched whole', () => {
      for (const host of platform.hosts) {
        expect(platform.parseUrl(new URL(`https://not${host}/someone`))).toBeNull();
        expect(platform.parseUrl(new URL(`https://${host}.evil.example/someone`))).toBeNull();
      }
    });
  });
}
