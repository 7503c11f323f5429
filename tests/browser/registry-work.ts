// Runs in a worker or a page of a real browser: writes lists and looks accounts up with the browser's own files.
import '../../src/model/zod-setup.ts';
import type { RegistryRow } from '../../src/model/registry.ts';
import { plainPapers } from '../../src/registry/plain-papers.ts';
import { NetraDb } from '../../src/store/db.ts';
import { opfsFolders } from '../../src/store/opfs.ts';
import { openRegistry } from '../../src/store/registry.ts';
import { openLookup } from '../../src/store/registry-lookup.ts';
import { sealThreads } from '../../src/store/sealers.ts';

const AT = '2026-11-22T00:00:00.000Z';
const db = new NetraDb();
const row = (i: number, person: string): RegistryRow => ({
  platform: 'facebook',
  id: i % 3 === 0 ? `9${i}` : null,
  handle: `akunrahasia${i}`,
  person: `${person} ${i}`,
  unit: 'Kantor Rahasia',
  status: 'PNS',
  basis: '',
  nip: null,
  earlierHandles: [],
});

export const WORK = {
  /** @param end false: left as an import leaves it that is ended half-way */
  async write(listId: string, person: string, count: number, threads: number, end: boolean) {
    const registry = openRegistry(db, threads > 0 ? { sealers: sealThreads(threads) } : {});
    const writer = await registry.write(plainPapers('asn.csv', new Date().toISOString()), {
      listId,
      origin: 'file',
      files: ['asn.csv'],
      importedAt: AT,
    });
    const rows = Array.from({ length: count }, (_, i) => row(i, person));
    for (let at = 0; at < count; at += 5000) await writer.add(rows.slice(at, at + 5000));
    return end ? (await writer.finish(0)).list.counts : null;
  },
  async find(count: number) {
    const lookup = openLookup(db);
    const people = new Set<string>();
    for (let i = 0; i < count; i += 97)
      for (const { person } of await lookup.find([{ platform: 'facebook', account: { id: null, handle: `akunrahasia${i}` } }]))
        people.add(person);
    const strangers = Array.from({ length: 5000 }, (_, i) => ({
      platform: 'facebook' as const,
      account: { id: null, handle: `lain${i}` },
    }));
    return { people: [...people], strangers: (await lookup.find(strangers)).length, standings: await lookup.standings() };
  },
  sweep: () => openRegistry(db).sweep(),
  names: () => opfsFolders().names(),
};

const run = WORK as unknown as Record<string, (...given: unknown[]) => Promise<unknown>>;
if (typeof document === 'object') Object.assign(globalThis, { netraWork: WORK });
else
  self.addEventListener('message', ({ data }: MessageEvent<{ what: string; given: unknown[] }>) => {
    void run[data.what]?.(...data.given).then(
      (value) => self.postMessage({ value }),
      (error: unknown) => self.postMessage({ error: String((error as Error).stack ?? error) }),
    );
  });
