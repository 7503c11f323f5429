import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { PLATFORM_IDS } from '../../src/model/account.ts';
import { platforms } from '../../src/platforms/index.ts';
import { siteName } from '../../src/ui/parts/site-name.ts';

test('every site is called by its own name', () => {
  expect(PLATFORM_IDS.map((id) => siteName(id, 'en'))).toEqual(PLATFORM_IDS.map((id) => platforms.find((one) => one.id === id)?.name));
  expect(siteName('x', 'id')).toBe('X');
  expect([siteName('other', 'id'), siteName('other', 'en')]).toEqual(['Situs lain', 'Other sites']);
});

test('no screen shows our short name of a site', () => {
  const folder = join(import.meta.dirname, '../../src/ui');
  const screens = (readdirSync(folder, { recursive: true, encoding: 'utf8' }) as string[]).filter((path) => path.endsWith('.svelte'));
  for (const path of screens)
    expect(readFileSync(join(folder, path), 'utf8'), path).not.toMatch(
      /[@(·][^`]*\$\{[\w.]*platform\}|\$\{platform\} |\?\? [\w.]*platform\}/,
    );
});
