// Rules beside a finding, their settings, and the guide, in a real Chromium: chosen, edited, stated, imported, reset, printed.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Netra, Panel } from '../../src/cli/chromium.ts';
import { pressOnCard, scrollTo } from '../../src/cli/demo/monitor.ts';
import { projectFolder } from '../../src/cli/steps.ts';
import { recordSchema } from '../../src/model/evidence.ts';
import type { TabState } from '../../src/model/messages.ts';
import { toCalendarFile } from '../../src/rules/calendar-file.ts';
import { CALENDARS } from '../../src/rules/data/calendars.ts';
import { DEADLINES } from '../../src/rules/data/deadlines.ts';
import { ALLOWED, UNCERTAIN } from '../../src/rules/data/guide.ts';
import { RECIPIENTS } from '../../src/rules/data/recipients.ts';
import { ROWS } from '../../src/rules/data/rows.ts';
import { RANGES, STANDINGS } from '../../src/rules/data/sanctions.ts';
import { launchWithLists, openWithPanel, readStore, waitForState } from './support.ts';

const pictures = join(projectFolder, 'out/rules');
let netra: Netra;
let panel: Panel;
beforeAll(async () => {
  mkdirSync(pictures, { recursive: true });
  netra = await launchWithLists();
  const opened = await openWithPanel(netra);
  panel = opened.panel;
  // Of a PNS and with the site's own time, so that ranges and a stage are shown; both eyes need a moment for it.
  const isWanted = ({ match }: TabState['findings'][number]) => match.guarded.status === 'PNS' && match.sighting.at !== null;
  const state = await waitForState(panel, opened.page, ({ findings }) => findings.some(isWanted));
  const finding = state?.findings.find(isWanted);
  if (finding === undefined) throw new Error('nothing was found');
  await scrollTo(panel, opened.page, finding.findingId);
  expect(await pressOnCard(panel, finding.findingId, 'Simpan bukti')).toContain('Bukti tersimpan');
});
afterAll(() => netra.close());

const picture = (page: Page, name: string) => page.screenshot({ path: join(pictures, `${name}.png`), fullPage: true });
/** Narrow, so that the finding is as long as what it says. */
const openFinding = async (page: Page) => {
  await page.setViewportSize({ width: 880, height: 900 });
  await page.locator('li.card button.plain').first().click();
  await page.locator('#aturan').click();
};
const boxOf = (page: Page) => page.locator('section.rules').innerText();
const NO_VERDICT = /pelanggar|pidana|terbukti|bersalah/i;

test('a finding shows days, headings and recipients before any calendar is chosen, and says why no stage is told', async () => {
  const page = await netra.extensionPage('dashboard.html');
  await openFinding(page);
  const told = await boxOf(page);
  expect(told).toContain('Tersisa 7 hari kalender, sampai ');
  expect(told).toContain('kalender tahapan belum dipilih');
  expect(told).toMatch(/Kode etik[\s\S]*Disiplin/);
  expect(told).toContain('Bawaslu Kabupaten/Kota');
  // Nothing that is printed was compared with an official text yet, and every single entry says so.
  const entries = await page.locator('section.rules .provenance').count();
  expect(entries).toBeGreaterThan(8);
  expect(told.match(/Periksa naskah resmi/g)).toHaveLength(entries);
  expect(told).not.toMatch(NO_VERDICT);
  expect(await page.locator('li.card').first().innerText()).toContain('Lapor: tersisa 7 hari');
  await page.locator('section.rules').screenshot({ path: join(pictures, 'finding.png') });
  await page.close();
});

test('a calendar is chosen, edited, refused where it contradicts itself, and saved', async () => {
  const page = await netra.extensionPage('settings.html');
  const box = page.locator('section[aria-labelledby=tahapan]');
  await box.getByLabel('Kalender yang dipakai').selectOption({ label: 'Pilkada 2024 (contoh yang sudah lewat)' });
  await box.getByText('Kalender tahapan: Pilkada 2024').click();
  const last = box.getByLabel('Selesai').first();
  await last.fill('2024-01-01');
  await box.getByRole('button', { name: 'Simpan perubahan' }).click();
  await box.getByText('Tahapan 1: isi nama').waitFor();
  await last.fill('2024-08-19');
  await box.getByLabel('Zona waktu wilayah').selectOption('Asia/Makassar');
  await box.getByRole('button', { name: 'Simpan perubahan' }).click();
  await box.getByText('Perubahan disimpan.').waitFor();
  await box.screenshot({ path: join(pictures, 'settings.png') });
  const kept = await page.evaluate(async () => {
    const { storage } = (
      globalThis as unknown as { chrome: { storage: { local: { get(key: string): Promise<Record<string, unknown>> } } } }
    ).chrome;
    return (await storage.local.get('ruleBook'))['ruleBook'] as { calendar: { title: string }; timeZone: string };
  });
  expect([kept.calendar.title, kept.timeZone]).toEqual(['Pilkada 2024', 'Asia/Makassar']);
  await page.close();
  const dashboard = await netra.extensionPage('dashboard.html');
  await openFinding(dashboard);
  const told = await boxOf(dashboard);
  expect(told).not.toContain('kalender tahapan belum dipilih');
  expect(told).toMatch(/Tahapan saat tindakan itu terjadi\s+Pilkada 2024\s+Sesudah tahapan terakhir/);
  await dashboard.locator('section.rules').screenshot({ path: join(pictures, 'finding-stage.png') });
  await dashboard.close();
});

test('a calendar is taken in from a file, and what is wrong with a file is told', async () => {
  const page = await netra.extensionPage('settings.html');
  const box = page.locator('section[aria-labelledby=tahapan]');
  const give = async (text: string) => {
    const file = join(pictures, 'kalender.json');
    writeFileSync(file, text);
    await box.locator('input[data-kind=calendar]').setInputFiles(file);
  };
  const good = toCalendarFile(CALENDARS[1] as (typeof CALENDARS)[0]);
  await give('{"nama":"lain"}');
  await box.getByText('Berkas itu bukan kalender Netra.').waitFor();
  await give(good.replace('"kind": "review"', '"kind": "pesta"'));
  await box.getByText('Isian “kind” pada tahapan nomor 2').waitFor();
  await give(good);
  await box.getByText('Kalender “Pemilu nasional 2029” dibaca.').waitFor();
  await box.getByRole('button', { name: 'Kembalikan ke bawaan' }).click();
  await box.getByRole('button', { name: 'Ya, kembalikan' }).click();
  await box.getByText('Dikembalikan ke bawaan.').waitFor();
  expect(await box.getByLabel('Kalender yang dipakai').inputValue()).toBe('none');
  await page.close();
});

test('another day of knowing is sealed, counts from then on, and the future is refused', async () => {
  const page = await netra.extensionPage('dashboard.html');
  await openFinding(page);
  await page.getByText('Nyatakan tanggal diketahui yang lain').click();
  const today = (await page.locator('section.rules input[type=date]').getAttribute('max')) ?? '';
  const day = new Date(Date.parse(`${today}T00:00:00Z`) - 3 * 86_400_000).toISOString().slice(0, 10);
  await page.locator('section.rules input[type=date]').fill(day);
  await page.locator('section.rules').getByLabel('Bagaimana diketahui').fill('Pesan dari warga');
  await page.getByRole('button', { name: 'Catat tanggal ini' }).click();
  await page.getByText('Tersisa 4 hari kalender').waitFor();
  await page.getByText('Lapor: tersisa 4 hari').first().waitFor();
  const told = await boxOf(page);
  expect(told).toContain('dinyatakan pemantau, catatan nomor');
  expect(told).toContain('Pesan dari warga');
  const { log } = await readStore(panel);
  const known = log.flatMap(({ canonical }) => {
    const record = recordSchema.parse(JSON.parse(canonical));
    return record.type === 'known' ? [record.body.knownOn] : [];
  });
  expect(known).toEqual([day]);
  await page.locator('section.rules').screenshot({ path: join(pictures, 'known.png') });
  await panel.screenshot(join(pictures, 'panel.png'));
  await page.close();
});

test('the guide is there in both languages, names nobody, and prints', async () => {
  const page = await netra.extensionPage('guide.html');
  await page.setViewportSize({ width: 1100, height: 900 });
  const text = await page.locator('main').innerText();
  expect(text).toContain('Yang tidak disebut dilarang');
  expect(text).not.toMatch(NO_VERDICT);
  expect(text).not.toMatch(/Siti|@\w/);
  const { stages } = CALENDARS[0] as (typeof CALENDARS)[0];
  const entries = [
    ROWS,
    ALLOWED,
    UNCERTAIN,
    Object.values(RANGES),
    Object.values(STANDINGS).flat(),
    stages,
    Object.values(DEADLINES),
    RECIPIENTS,
  ];
  const count = entries.reduce((sum, list) => sum + list.length, 1);
  expect(text.match(/Periksa naskah resmi/g)).toHaveLength(count);
  expect(await page.locator('.origin a').count()).toBeGreaterThanOrEqual(count);
  await picture(page, 'guide');
  writeFileSync(join(pictures, 'guide.pdf'), await page.pdf({ preferCSSPageSize: true }));
  await page.close();
  const settings = await netra.extensionPage('settings.html');
  await settings.getByLabel('English').check();
  await settings.getByText('Setting saved.').waitFor();
  await settings.locator('section[aria-labelledby=tahapan]').screenshot({ path: join(pictures, 'settings-en.png') });
  await settings.close();
  const english = await netra.extensionPage('guide.html');
  await english.getByText('What is not named as barred').waitFor();
  await picture(english, 'guide-en');
  writeFileSync(join(pictures, 'guide-en.pdf'), await english.pdf({ preferCSSPageSize: true }));
  await english.close();
  const dashboard = await netra.extensionPage('dashboard.html');
  await openFinding(dashboard);
  expect(await dashboard.locator('#aturan').innerText()).toContain('Rules that may be concerned');
  await dashboard.locator('section.rules').screenshot({ path: join(pictures, 'finding-en.png') });
});
