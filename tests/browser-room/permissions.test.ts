// Which scripts stand registered after the user switched sites on and off: each site's own, and nothing else.
import { beforeEach, expect, test } from 'vitest';
import { platforms } from '../../src/platforms/index.ts';

interface Registered {
  readonly id: string;
  readonly js: string[];
  readonly matches: string[];
  readonly world: string;
}
let allowed: string[] = [];
let registered: Registered[] = [];
const did: string[] = [];
const note = (what: string, scripts: readonly { readonly id: string }[]) => did.push(`${what} ${scripts.map(({ id }) => id).join(' ')}`);
Object.assign(globalThis, {
  chrome: {
    runtime: { id: 'a' },
    permissions: { contains: async ({ origins }: { origins: string[] }) => origins.every((one) => allowed.includes(one)) },
    scripting: {
      getRegisteredContentScripts: async () => registered,
      registerContentScripts: async (scripts: Registered[]) => {
        note('register', scripts);
        const twice = scripts.find(({ id }) => registered.some((one) => one.id === id));
        if (twice !== undefined) throw new Error(`Duplicate script ID '${twice.id}'`);
        registered = [...registered, ...scripts];
      },
      updateContentScripts: async (scripts: Registered[]) => {
        note('update', scripts);
        registered = registered.map((one) => scripts.find(({ id }) => id === one.id) ?? one);
      },
      unregisterContentScripts: async ({ ids }: { ids: string[] }) => {
        note(
          'unregister',
          ids.map((id) => ({ id })),
        );
        registered = registered.filter(({ id }) => !ids.includes(id));
      },
    },
  },
});
const { registerScripts } = await import('../../src/browser/permissions.ts');

const allow = (...ids: string[]) => {
  allowed = platforms.filter(({ id }) => ids.includes(id)).flatMap(({ matches }) => [...matches]);
};
const matchesOf = (id: string) => [...(platforms.find((one) => one.id === id)?.matches ?? [])];
beforeEach(() => {
  registered = [];
  did.length = 0;
});

test('each allowed site gets its own page script, and the one wire script', async () => {
  allow('x', 'youtube');
  await registerScripts(platforms, []);
  expect(registered.map(({ id, js, matches, world }) => ({ id, js, matches, world }))).toEqual([
    { id: 'wire', js: ['content-scripts/wire.js'], matches: [...matchesOf('x'), ...matchesOf('youtube')], world: 'MAIN' },
    { id: 'page-x', js: ['content-scripts/page-x.js'], matches: matchesOf('x'), world: 'ISOLATED' },
    { id: 'page-youtube', js: ['content-scripts/page-youtube.js'], matches: matchesOf('youtube'), world: 'ISOLATED' },
  ]);
});

test('what stands rightly is not touched', async () => {
  allow('x', 'youtube');
  await registerScripts(platforms, []);
  did.length = 0;
  await registerScripts(platforms, []);
  expect(did).toEqual([]);
});

test('a site that was switched off loses its scripts, and only that site', async () => {
  allow('x', 'youtube');
  await registerScripts(platforms, []);
  did.length = 0;
  allow('youtube');
  await registerScripts(platforms, []);
  expect(did).toEqual(['unregister page-x', 'update wire']);
  allow();
  await registerScripts(platforms, []);
  expect(registered).toEqual([]);
});

test('where the wire is off, the page is read all the same', async () => {
  allow('x');
  await registerScripts(platforms, ['x']);
  expect(registered.map(({ id }) => id)).toEqual(['page-x']);
});

test('a script of an earlier version, which all sites shared, is taken out', async () => {
  registered = [{ id: 'page', js: ['content-scripts/page.js'], matches: matchesOf('x'), world: 'ISOLATED' }];
  allow('x');
  await registerScripts(platforms, []);
  expect(registered.map(({ id }) => id)).toEqual(['wire', 'page-x']);
});

test('two sites switched on at once are both read', async () => {
  allow('x');
  const first = registerScripts(platforms, []);
  allow('x', 'youtube');
  await Promise.all([first, registerScripts(platforms, [])]);
  expect(registered.map(({ id }) => id).sort()).toEqual(['page-x', 'page-youtube', 'wire']);
});

test('what the browser refused once is put in place by the next call', async () => {
  allow('x');
  const { scripting } = (globalThis as unknown as { chrome: { scripting: Record<string, unknown> } }).chrome;
  const kept = scripting['registerContentScripts'];
  scripting['registerContentScripts'] = async () => Promise.reject(new Error('full'));
  await expect(registerScripts(platforms, [])).rejects.toThrow('full');
  scripting['registerContentScripts'] = kept;
  await registerScripts(platforms, []);
  expect(registered.map(({ id }) => id)).toEqual(['wire', 'page-x']);
});
