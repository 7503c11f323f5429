// What is saved for repair still fails in the same way, and holds nobody's words.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { JSDOM } from 'jsdom';
import { afterAll, expect, test } from 'vitest';
import { readSavedPage } from '../../src/cli/readings.ts';
import { toStructure } from '../../src/flow/structure.ts';
import { nameWords, pathWords } from '../../src/lib/markup-words.ts';
import type { Platform } from '../../src/model/platform.ts';
import type { Reading } from '../../src/model/sighting.ts';
import { platforms } from '../../src/platforms/index.ts';

const folder = mkdtempSync(join(tmpdir(), 'netra-susunan-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const casesOf = (platform: Platform) => {
  const all = new URL(`../cases/${platform.id}/`, import.meta.url);
  return readdirSync(all).flatMap((name) => {
    const file = new URL(`${name}/input.html`, all);
    if (!existsSync(file)) return [];
    const { url, source } = JSON.parse(readFileSync(new URL(`${name}/case.json`, all), 'utf8')) as { url: string; source?: string };
    return source === 'wire' ? [] : [{ name, html: readFileSync(file, 'utf8'), url: new URL(url) }];
  });
};
const lostOf = (readings: readonly Reading[]) =>
  readings.flatMap((one) => (one.kind === 'unreadable' ? [`${one.looksLike}: ${one.missing}`] : [])).sort();
const structureOf = (platform: Platform, html: string, url: URL) => {
  const { document } = new JSDOM(html, { url: url.href }).window;
  const before = document.documentElement.outerHTML;
  const made = toStructure(platform, document, url);
  expect(document.documentElement.outerHTML, 'the page is unchanged').toBe(before);
  return made;
};
/** Words that the structure itself holds in every file ("post" in an address): they are nobody's. */
const STRUCTURE = `${[...nameWords(), ...pathWords()].join(' ')} ${platforms.flatMap(({ hosts }) => hosts)} href script strong https`;
const isStructure = (word: string) => STRUCTURE.includes(word.toLowerCase()) || /^[xyz01_.]+$/i.test(word);
const addressIn = (html: string) => new URL((/rel="canonical" href="([^"]+)"/.exec(html)?.[1] ?? '').replaceAll('&amp;', '&'));

for (const platform of platforms) {
  const all = casesOf(platform);

  test(`${platform.id}: what was saved lacks the same, case by case`, () => {
    let compared = 0;
    for (const { name, html, url } of all) {
      const lost = lostOf(readSavedPage(platform, html, url, 'page'));
      if (lost.length === 0) continue;
      compared++;
      const made = structureOf(platform, html, url);
      expect(made.items, name).toBeGreaterThan(0);
      expect(lostOf(readSavedPage(platform, made.html, addressIn(made.html), 'page')), name).toEqual(lost);
    }
    expect(compared).toBeGreaterThan(0);
  });

  test(`${platform.id}: markup-moved, saved to a file and read from the terminal`, () => {
    const moved = all.find(({ name }) => name === 'markup-moved');
    if (moved === undefined) throw new Error('no case');
    const file = join(folder, `${platform.id}.html`);
    writeFileSync(file, structureOf(platform, moved.html, moved.url).html);
    const out = execFileSync(process.execPath, ['src/cli/read.ts', '--source', 'page', '--platform', platform.id, file], {
      encoding: 'utf8',
    });
    const read = out
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as Reading);
    expect(lostOf(read)).toEqual(lostOf(readSavedPage(platform, moved.html, moved.url, 'page')));
  });

  test(`${platform.id}: nobody’s name, account or words in any case`, () => {
    for (const { name, html, url } of all) {
      const made = structureOf(platform, html, url).html.toLowerCase();
      for (const reading of readSavedPage(platform, html, url, 'page')) {
        if (reading.kind !== 'sighting') continue;
        const { actor, post, text, tags } = reading;
        const people = [actor, post.author, ...tags].flatMap((one) => (one === null ? [] : [one.id, one.handle, one.name]));
        for (const part of [...people, text, post.text, reading.item.id, post.id])
          for (const word of part?.match(/[\p{L}\p{M}\p{N}_.]{4,}/gu) ?? [])
            if (!isStructure(word)) expect(made, `${name}: ${word}`).not.toContain(word.toLowerCase());
      }
    }
  });
}

test('where no item is found at all, the page’s main part is taken', () => {
  const platform = platforms[0] as Platform;
  const made = structureOf(
    platform,
    '<body><nav>Menu</nav><main><div role="listitem">Budi</div></main></body>',
    new URL(`https://${platform.hosts[0]}/budi`),
  );
  expect(made.items).toBe(0);
  expect(made.html).toContain('<main><div role="listitem">Xxxx</div></main>');
  expect(made.html).not.toContain('Xxxx</nav>');
});
