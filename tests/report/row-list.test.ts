// Whose list says that an account is this person's, and whose item was answered, in ringkasan.html.
import { JSDOM } from 'jsdom';
import { expect, test } from 'vitest';
import type { GuardedAccount } from '../../src/model/account.ts';
import type { Match } from '../../src/model/match.ts';
import type { Target } from '../../src/model/sighting.ts';
import { toFinding } from '../../src/report/summary-finding.ts';
import { MATCH, SIGHTING, toCapture } from './sample.ts';

async function render(match: Match) {
  const capture = await toCapture(1, match, 'a'.repeat(64), new Map());
  const section = toFinding(
    { captures: [{ seq: 1, stamp: null, redactions: [], withOriginals: false, capture }], decisions: [], known: [], trail: [] },
    0,
  );
  return new JSDOM(section?.text ?? '').window.document;
}

async function sourceOf(given: Partial<GuardedAccount>): Promise<Element> {
  const { list: _list, ...guarded } = MATCH.guarded;
  const document = await render({ ...MATCH, guarded: { ...guarded, ...given } });
  const [row, ...more] = [...document.querySelectorAll('tr')].filter((one) => one.querySelector('th')?.textContent === 'Sumber daftar');
  expect(more).toEqual([]);
  return row?.querySelector('td') as Element;
}

const list = MATCH.guarded.list as NonNullable<GuardedAccount['list']>;

test('title, issuer, basis, region and days of the list stand there', async () => {
  expect((await sourceOf({ list })).innerHTML.replace(/<\/?bdi[^>]*>/g, '').split('<br>')).toEqual([
    'ASN Kota Contoh 2026',
    'Penerbit: BKPSDM Kota Contoh',
    'Dasar: Nota Kesepahaman 12/2026',
    'Wilayah: Kota Contoh (kode Kemendagri 17.71)',
    'Dibuat 4 Maret 2026; berlaku sampai 31 Desember 2026',
  ]);
  expect((await sourceOf({ list: { ...list, legalBasis: '', region: null } })).textContent).toContain(
    'Dasar: tidak disebutkanWilayah: tidak disebutkan',
  );
});

test('every list that holds the account stands there, each with its papers', async () => {
  const other = {
    listId: '00000000-0000-4000-8000-000000000002',
    list: { ...list, title: 'ASN Provinsi', issuer: 'BKD Provinsi', region: null },
  };
  const cell = await sourceOf({ list, alsoOn: [other] });
  expect(cell.textContent).toMatch(/^Tercatat sama dalam 2 daftar:/);
  const items = [...cell.querySelectorAll('li')].map((one) => one.textContent ?? '');
  expect(
    items.map((one) => [one.startsWith('ASN Kota Contoh 2026Penerbit: BKPSDM'), one.startsWith('ASN ProvinsiPenerbit: BKD Provinsi')]),
  ).toEqual([
    [true, false],
    [false, true],
  ]);
  expect(items[1]).toContain('berlaku sampai 31 Desember 2026');
});

test('older evidence and what a monitor proposed name no list, and say so', async () => {
  expect((await sourceOf({})).textContent).toBe('daftar tidak tercatat');
  expect((await sourceOf({ link: { source: 'declared', state: 'two' } })).textContent).toBe('daftar tidak tercatat');
  expect((await sourceOf({ link: { source: 'monitor', state: 'one' } })).textContent).toBe('tidak ada: hubungan ini diusulkan pemantau');
});

test('what a list calls itself stays text in its own place, with numbers of people covered', async () => {
  const hostile = '<img src=x onerror=alert(1)>\u202e<br>Penerbit: KPU 198503152010011005';
  const region = { ...list.region, scheme: 'kemendagri' as const, code: '17.71', name: hostile };
  const cell = await sourceOf({ list: { ...list, title: hostile, issuer: hostile, legalBasis: hostile, region } });
  expect([...cell.children].map(({ tagName }) => tagName)).toEqual(['BDI', 'BR', 'BDI', 'BR', 'BDI', 'BR', 'BDI', 'BR']);
  expect(cell.querySelectorAll('bdi > *').length).toBe(0);
  expect(cell.textContent).toContain('<img src=x onerror=alert(1)>⟨U+202E⟩<br>Penerbit: KPU [NIP ditutup]');
  expect(cell.textContent).not.toContain('198503152010011005');
});

const unnamed: Target = { id: '122100000000000102', otherIds: [], url: null, author: null, text: null };
test.each<[string, Match['sighting']['action'], Target, Target | null]>([
  ['diduga membalas akun @harapanbaru2029', 'reply', SIGHTING.post, null],
  ['diduga membalas sesuatu yang pembuatnya tidak tercatat, di bawah kiriman akun @harapanbaru2029', 'reply', unnamed, SIGHTING.post],
  ['diduga menyukai kiriman yang pembuatnya tidak tercatat, di bawah kiriman akun @harapanbaru2029', 'like', unnamed, SIGHTING.post],
  ['diduga membalas sesuatu yang pembuatnya tidak tercatat (nomor 122100000000000102)', 'reply', unnamed, null],
  ['diduga membalas sesuatu yang pembuatnya tidak tercatat (nomor 122100000000000102)', 'reply', unnamed, unnamed],
  ['diduga mengikuti akun yang tidak tercatat (nomor 122100000000000102)', 'follow', unnamed, null],
  ['diduga menyukai kiriman yang pembuatnya tidak tercatat', 'like', { ...unnamed, id: null }, null],
])('heading: %s', async (wanted, action, post, thread) => {
  const document = await render({ ...MATCH, sighting: { ...SIGHTING, action, post, thread } });
  expect(document.querySelector('h2')?.textContent).toBe(`Akun @siti.rahma_bkl ${wanted}`);
});
