// One import from the first look to the saved list, with a world made of plain functions.
import { expect, test, vi } from 'vitest';
import type { ImportPlan } from '../../src/model/import-plan.ts';
import type { RegistryRow } from '../../src/model/registry.ts';
import type { FromImport, Looked } from '../../src/ui/settings/import-messages.ts';
import { type ImportWorld, makeImport } from '../../src/ui/settings/import-run.ts';

const papers = {
  title: 'ASN',
  issuer: 'BKPSDM',
  legalBasis: '',
  region: null,
  stage: '',
  users: '',
  madeOn: '2026-11-01',
  expiresOn: '2027-05-01',
};
const listId = '00000000-0000-4000-8000-000000000001';
const signal = () => new AbortController().signal;
const csv = (...rows: string[]) => new File([['nama,status,x', ...rows].join('\n')], 'asn.csv');

function make(change: Partial<ImportWorld> = {}) {
  const said: FromImport[] = [];
  const added: RegistryRow[] = [];
  const calls: string[] = [];
  const compared: string[] = [];
  const writer = {
    add: vi.fn(async (rows: readonly RegistryRow[]) => void added.push(...rows)),
    finish: vi.fn(async (refused: number) => {
      calls.push(`finish ${refused}`);
      const counts = { accounts: added.length, people: 0, refused, ambiguous: 0 };
      const list = { listId, papers, origin: 'file' as const, isOn: true, importedAt: '2026-11-22T00:00:00Z', files: ['asn.csv'], counts };
      return { list, ambiguous: [] };
    }),
    abort: vi.fn(async () => void calls.push('abort')),
  };
  const world: ImportWorld = {
    post: (message) => void said.push(message),
    openWriter: async () => writer,
    openComparison: async () => ({
      check: async (rows) => void compared.push(...rows.map(({ person }) => person)),
      result: () => ({ count: compared.length, told: [], isWhole: true, notRead: [] }),
    }),
    putCampaign: async (list) => void calls.push(`campaign ${list.watched.length} ${list.words.length}`),
    keepCopy: async (_plan, files) => files,
    findCopy: async () => null,
    dropCopy: async () => void calls.push('drop'),
    now: () => '2026-11-22T00:00:00.000Z',
    ...change,
  };
  return { run: makeImport(world), said, added, calls, last: () => said.at(-1) };
}

function planOf(looked: Looked, change: Partial<ImportPlan> = {}): ImportPlan {
  const tables = looked.tables.map(({ file, sheet, headerRow, layout }) => ({
    file,
    sheet,
    headerRow,
    headings: [...layout.headings],
    columns: [...layout.columns],
  }));
  return { kind: 'guarded', tables, files: [...looked.files], status: null, listId, papers, ...change };
}

async function start(files: readonly File[], change: Partial<ImportWorld> = {}, plan: Partial<ImportPlan> = {}) {
  const made = make(change);
  await made.run.look(plan.kind ?? 'guarded', files, signal());
  const looked = made.said[0];
  if (looked?.type !== 'looked') throw new Error('not looked at');
  await made.run.start(planOf(looked, plan), 'id', signal());
  return made;
}

test('several files are one list; nothing is saved before it is told to, and the copy goes then', async () => {
  const made = await start([csv('Rina,PNS,@rina_c', 'Budi,apa,@budi_c'), new File(['nama;status;x\nSari;PNS;@sari_c'], 'b.csv')]);
  expect(made.last()).toMatchObject({ type: 'read', report: { accounts: 2, rows: 3, refusedCount: 1, isWhole: true } });
  expect(made.calls).toEqual([]);
  await made.run.save();
  expect(made.calls).toEqual(['finish 1', 'drop']);
  expect(made.last()).toMatchObject({ type: 'saved', entries: 2 });
});

test('a refused row that gives the account to somebody else is handed on, so that neither is used; others are not', async () => {
  const made = await start([csv('Rina,PNS,@rina_c', 'Budi,apa,@RINA_C', 'Sari,apa,@sari_c', 'Rina,PNS,@rina_d', 'Rina,apa,@rina_d')]);
  expect(made.added.map(({ person, handle }) => `${person} ${handle}`)).toEqual(['Rina rina_c', 'Rina rina_d', 'Budi RINA_C']);
});

test('all refusals are in the CSV, the first in the report', async () => {
  const made = await start([csv(...Array.from({ length: 500 }, (_, n) => `Rina,apa,@rina_${n}`))]);
  const read = made.last();
  if (read?.type !== 'read') throw new Error('not read');
  expect([read.report.refused.length, read.report.refusedCount]).toEqual([200, 500]);
  expect((await read.report.csv.text()).split('\r\n').length).toBe(502);
});

test('a file that breaks off gives a report and no list', async () => {
  const made = make();
  const file = csv('Rina,PNS,@rina_c');
  await made.run.look('guarded', [file], signal());
  const looked = made.said[0] as Extract<FromImport, { type: 'looked' }>;
  const plan = planOf(looked);
  const bad = { ...plan, tables: [...plan.tables, { ...(plan.tables[0] as (typeof plan.tables)[number]), columns: [null, null, null] }] };
  await made.run.start(bad, 'id', signal());
  expect(made.last()).toMatchObject({ type: 'read', report: { isWhole: false } });
  await made.run.save();
  expect(made.calls).toEqual([]);
});

test('cancelled while reading: the writer undoes, and ending drops the copy', async () => {
  const life = new AbortController();
  const made = make({ keepCopy: async (_plan, files) => files });
  const file = csv(...Array.from({ length: 20_000 }, (_, n) => `Rina ${n},PNS,@rina_${n}`));
  await made.run.look('guarded', [file], signal());
  const plan = planOf(made.said[0] as Extract<FromImport, { type: 'looked' }>);
  const running = made.run.start(plan, 'id', life.signal);
  await vi.waitUntil(() => made.added.length > 0, { interval: 1 });
  life.abort();
  await expect(running).rejects.toMatchObject({ name: 'AbortError' });
  await made.run.end();
  expect(made.calls).toEqual(['abort', 'drop']);
  expect(made.added.length).toBeLessThan(20_000);
});

test('an import that was cut off goes on from its copy; without one it says so', async () => {
  const file = csv('Rina,PNS,@rina_c');
  const looked = make();
  await looked.run.look('guarded', [file], signal());
  const plan = planOf(looked.said[0] as Extract<FromImport, { type: 'looked' }>);
  const made = make({ findCopy: async () => ({ plan, files: [file] }) });
  await made.run.resume('id', signal());
  expect(made.last()).toMatchObject({ type: 'read', report: { accounts: 1 } });
  const none = make();
  await none.run.resume('id', signal());
  expect(none.last()).toEqual({ type: 'failed', why: 'nothing-to-resume' });
});

test('a campaign list is kept whole, without papers', async () => {
  const file = new File(['calon,platform,akun,kata\nContoh 01,x,@contoh01,coblos contoh'], 'kampanye.csv');
  const made = await start([file], {}, { kind: 'watched', papers: null });
  await made.run.save();
  expect(made.calls).toEqual(['campaign 1 1', 'drop']);
});

test('a status for all, where the list has none', async () => {
  const made = await start([new File(['nama,x\nRina,@rina_c'], 'a.csv')], {}, { status: 'PPPK' });
  expect(made.added).toEqual([expect.objectContaining({ person: 'Rina', status: 'PPPK' })]);
});

test('each row that is used is compared with the lists in use, before anything is saved', async () => {
  const made = await start([csv('Rina,PNS,@rina_c', 'Budi,apa,@budi_c', 'Sari,PNS,@sari_c')]);
  const last = made.last();
  expect(last?.type === 'read' && last.report.compared).toEqual({ count: 2, told: [], isWhole: true, notRead: [] });
  expect(made.calls).toEqual([]);
});
