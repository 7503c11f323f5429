import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from 'wxt';
import { platforms } from './src/platforms/index.ts';
import { AUTHORITIES, patternOf } from './src/rules/data/authorities.ts';

/** Sites are asked for one by one, at run time, when the user switches them on: nothing is injected anywhere else. */
const SITES = platforms.flatMap((platform) => [...platform.matches]);

/**
 * The background, and nobody else, may ask these hosts for a time stamp, each only where the user allowed it. Every page says in its
 * own head that it may connect to nobody; a page's own policy can only take away.
 */
const ASKED = AUTHORITIES.map(({ url }) => new URL(url).origin).join(' ');

/**
 * Content scripts are no modules, so the bundler's output would be sloppy: a page could get at the functions of the wire script
 * by `caller` or by the frames of a stack trace. `output.strict` puts the directive where it keeps WXT from hiding its global.
 */
const strictScripts = {
  name: 'strict-scripts',
  generateBundle(_options: unknown, bundle: Record<string, { type: string; code?: string }>) {
    for (const chunk of Object.values(bundle))
      if (chunk.code !== undefined) chunk.code = chunk.code.replace(/^((?:var \w+\s*=\s*)?\(function\(\)\s*\{)/, '$1"use strict";');
  },
};

/**
 * A page script for each site, with that site's folder alone: a page waits while its script is taken in, and five other sites' readers
 * are most of it. What the script does stands in `entrypoints/page.content.ts`. Gives the written files, by the scripts' names.
 * To WXT they are plain scripts: what it puts around a content script takes longer to start than ours, and we register them ourselves.
 */
function writePageScripts(folder: string): { name: string; inputPath: string }[] {
  mkdirSync(folder, { recursive: true });
  return platforms.map(({ id }) => {
    const inputPath = join(folder, `${id}.ts`);
    const text = `import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { startPage } from '../../entrypoints/page.content.ts';
import { ${id} } from '../../src/platforms/${id}/index.ts';

export default defineUnlistedScript(() => startPage(${id}));
`;
    writeFileSync(inputPath, text);
    return { name: `content-scripts/page-${id}`, inputPath };
  });
}

export default defineConfig({
  modules: ['@wxt-dev/module-svelte', '@wxt-dev/webextension-polyfill'],
  imports: false,
  publicDir: 'assets',
  outDir: '.output',
  manifestVersion: 3,
  vite: () => ({ plugins: [strictScripts] }),
  manifest: ({ browser }) => ({
    name: '__MSG_name__',
    description: '__MSG_description__',
    default_locale: 'id',
    icons: { 16: 'icons/netra-16.png', 32: 'icons/netra-32.png', 48: 'icons/netra-48.png', 128: 'icons/netra-128.png' },
    action: { default_title: 'Netra' },
    permissions: [
      'activeTab',
      'alarms',
      'contextMenus',
      'scripting',
      'storage',
      'unlimitedStorage',
      ...(browser === 'firefox' ? [] : ['offscreen', 'sidePanel']),
    ],
    optional_host_permissions: [...SITES, ...AUTHORITIES.map(patternOf)],
    incognito: 'not_allowed',
    commands: {
      capture: {
        suggested_key: { default: 'Alt+Shift+9' },
        description: '__MSG_commandCapture__',
      },
      pick: {
        suggested_key: { default: 'Alt+Shift+8' },
        description: '__MSG_commandPick__',
      },
    },
    content_security_policy: {
      extension_pages: `default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' blob: data:; connect-src ${ASKED}; frame-src 'none'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
    },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: { id: 'netra@netra.example', strict_min_version: '142.0', data_collection_permissions: { required: ['none'] } },
          },
        }
      : { minimum_chrome_version: '129' }),
  }),
  hooks: {
    'entrypoints:found': (wxt, entries) => {
      const at = entries.findIndex(({ name }) => name === 'page');
      const written = writePageScripts(join(wxt.config.wxtDir, 'page'));
      entries.splice(at, 1, ...written.map((entry) => ({ ...entry, type: 'unlisted-script' as const })));
    },
    // Content scripts are registered at run time for the sites the user switched on; the build must not ask for their hosts at install.
    'build:manifestGenerated': (_wxt, manifest) => {
      delete manifest.host_permissions;
    },
  },
});
