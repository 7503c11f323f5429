// What is really shipped: the built extension of each browser, read as text.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { platforms } from '../../src/platforms/index.ts';
import { AUTHORITIES } from '../../src/rules/data/authorities.ts';

const output = join(import.meta.dirname, '../../.output');
const COMMON = ['activeTab', 'alarms', 'contextMenus', 'scripting', 'storage', 'unlimitedStorage'];
const BUILDS = [
  ['chrome-mv3', [...COMMON, 'offscreen', 'sidePanel']],
  ['firefox-mv3', COMMON],
] as const;

/** Code that is made from text, wherever it comes from. */
const CODE_FROM_TEXT = /\beval\(|\bnew Function\(|\bsetTimeout\([`'"]|\bsetInterval\([`'"]|\bimportScripts\(/;
/** Asking the network. In pages the policy `connect-src 'none'` forbids it besides. */
const NETWORK = /(?<![.\w])fetch\(|\bnew XMLHttpRequest\b|\bnew WebSocket\b|\bnew EventSource\b|\bsendBeacon\(/;
/** Doing what only the monitor may do on a site. */
const ACTING = /\.click\(\)|\.submit\(\)|\.scrollTo\(|\.scrollBy\(|\.scrollIntoView\(|\.requestSubmit\(|document\.cookie|\blocalStorage\b/;
/** Text that becomes markup. */
const MARKUP = /\.(inner|outer)HTML\s*[+]?=[^=]|insertAdjacentHTML|document\.write\(|createContextualFragment|setHTMLUnsafe/;

describe.each(BUILDS)('%s', (build, permissions) => {
  const folder = join(output, build);
  const filesIn = (path: string): string[] =>
    readdirSync(join(folder, path), { recursive: true, encoding: 'utf8' }).map((file) => join(path, file));
  const read = (path: string) => readFileSync(join(folder, path), 'utf8');
  const scripts = existsSync(folder) ? filesIn('.').filter((path) => path.endsWith('.js')) : [];
  const inPages = scripts.filter((path) => path.includes('content-scripts'));
  const manifest = existsSync(folder) ? (JSON.parse(read('manifest.json')) as Record<string, unknown>) : {};

  test('is built', () => {
    expect(existsSync(folder), `${build} is missing: npm run build`).toBe(true);
    expect(inPages.map((path) => path.split(/[\\/]/).at(-1)).sort()).toEqual(
      [...platforms.map(({ id }) => `page-${id}.js`), 'pick.js', 'wire.js'].sort(),
    );
  });

  test('an import has the thread that seals beside it', () => {
    const [reading, sealing] = ['import-worker', 'seal-worker'].map((name) => scripts.filter((path) => path.includes(name)));
    expect([reading?.length, sealing?.length]).toEqual([1, 1]);
    expect(read(reading?.[0] ?? '')).toContain(sealing?.[0]?.split(/[\\/]/).at(-1));
  });

  test('asks at install for exactly what was agreed, and for no site', () => {
    expect([...(manifest['permissions'] as string[])].sort()).toEqual([...permissions].sort());
    expect(manifest['host_permissions'] ?? []).toEqual([]);
    expect(manifest['content_scripts'] ?? []).toEqual([]);
    expect(manifest['optional_permissions'] ?? []).toEqual([]);
    expect(manifest['web_accessible_resources'] ?? []).toEqual([]);
    expect(manifest['externally_connectable'] ?? {}).toEqual({});
    expect(manifest['incognito']).toBe('not_allowed');
    expect([...(manifest['optional_host_permissions'] as string[])].sort()).toEqual(
      [...platforms.flatMap(({ matches }) => [...matches]), ...AUTHORITIES.map(({ url }) => `https://${new URL(url).hostname}/*`)].sort(),
    );
    expect(JSON.stringify(manifest)).not.toMatch(/<all_urls>|\*:\/\/|"https:\/\/\*\/|http:\/\//);
  });

  test('nothing is loaded from anywhere; the background may ask the authorities in the table, each page nobody', () => {
    const policy = (manifest['content_security_policy'] as { extension_pages: string }).extension_pages;
    const rules = new Map(policy.split(';').map((rule) => [rule.trim().split(/\s+/)[0], rule.trim().split(/\s+/).slice(1).join(' ')]));
    for (const name of ['default-src', 'frame-src', 'object-src', 'base-uri', 'form-action', 'frame-ancestors'])
      expect(rules.get(name), name).toBe("'none'");
    expect(rules.get('script-src')).toBe("'self'");
    expect(rules.get('connect-src')?.split(' ').sort()).toEqual(AUTHORITIES.map(({ url }) => new URL(url).origin).sort());
    expect(policy.replace(/connect-src [^;]*/, '')).not.toMatch(/unsafe-eval|wasm-unsafe-eval|https?:|\*/);
    expect(rules.get('connect-src')).not.toMatch(/http:|\*|'/);
    const pages = filesIn('.').filter((file) => file.endsWith('.html'));
    expect(pages.length).toBeGreaterThan(4);
    for (const path of pages) {
      const own = read(path).indexOf(`<meta http-equiv="Content-Security-Policy" content="connect-src 'none'"`);
      // What stands before it would be loaded under the wider policy.
      expect(own, path).toBeGreaterThan(0);
      expect(read(path).slice(0, own), path).not.toMatch(/<script|<link/);
    }
  });

  test('its pages name no other host, and hold no script of their own', () => {
    for (const path of filesIn('.').filter((file) => file.endsWith('.html'))) {
      expect(read(path), path).not.toMatch(/(?:src|href)="(?:https?:)?\/\//);
      expect(read(path), path).not.toMatch(/<script(?![^>]*\bsrc=)[^>]*>|\son\w+=/i);
    }
  });

  test('no code is made from text', () => {
    expect(scripts.filter((path) => CODE_FROM_TEXT.test(read(path)))).toEqual([]);
    // One place only: zod asks once whether it may (`Function("")`), unless it is told not to, which every entry point does first.
    const probes = scripts.filter((path) => /(?<![.\w])Function\(/.test(read(path)));
    for (const path of probes) expect([...read(path).matchAll(/(?<![.\w])Function\(/g)], path).toHaveLength(1);
    for (const path of probes) expect(read(path), path).toMatch(/jitless:\s*(?:!0|true)/);
  });

  test('nothing asks the network but one place of the background', () => {
    // Threads have no page above them: the manifest's policy is theirs, so what asks is taken away there first of all.
    const threads = scripts.filter((path) => /-worker/.test(path));
    expect(threads.length).toBeGreaterThan(2);
    for (const path of inPages) expect(read(path).match(NETWORK)?.[0], path).toBeUndefined();
    for (const path of threads) expect(read(path), path).toMatch(/[`"']fetch[`"'],[`"']XMLHttpRequest[`"'],[`"']WebSocket[`"']/);
    const asking = [...read('background.js').matchAll(new RegExp(NETWORK, 'g'))].map(([text]) => text);
    expect(asking).toEqual(['fetch(']);
  });

  test('in pages nothing is clicked, scrolled, sent or stored', () => {
    for (const path of inPages) expect(read(path).match(ACTING)?.[0], path).toBeUndefined();
  });

  test('no text becomes markup', () => {
    for (const path of [...inPages, 'background.js']) expect(read(path).match(MARKUP)?.[0], path).toBeUndefined();
    // In our own pages Svelte makes its templates so, once each, from text that was fixed when it was built: one place of its
    // runtime, which writes into a <template> and is never given a page's words. Nothing else may.
    const found = scripts.flatMap((path) =>
      [...read(path).matchAll(new RegExp(`.{0,40}${MARKUP.source}.{0,20}`, 'g'))].map(([text]) => text),
    );
    expect(found.filter((text) => !/`template`|"template"|'template'/.test(text))).toEqual([]);
    expect(found.length).toBeLessThanOrEqual(1);
  });

  test('each site’s page script holds that site alone, and no page takes in more than it needs', () => {
    for (const { id } of platforms) {
      const text = read(inPages.find((path) => path.endsWith(`page-${id}.js`)) ?? '');
      const held = platforms.filter(({ matches }) => matches.some((pattern) => text.includes(pattern)));
      expect(held.map((one) => one.id)).toEqual([id]);
      // A tenth more than the largest of them in 2026-11: what is added here, every page of the site waits for.
      expect(text.length, id).toBeLessThan(131_000);
    }
  });

  test('the wire script holds no word of a person, a list or a site', () => {
    const wire = read(inPages.find((path) => path.endsWith('wire.js')) ?? '');
    expect(wire.length).toBeLessThan(12_000);
    for (const { hosts, name } of platforms) for (const word of [...hosts, name]) if (word !== 'X') expect(wire).not.toContain(word);
  });
});
