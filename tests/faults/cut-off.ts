// SIGKILL while a list is imported and while a bundle is exported: what was kept is as it was, and the work can be done again.
import { openAsBlob, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { Netra } from '../../src/cli/chromium.ts';
import { pressOnCard, scrollTo } from '../../src/cli/demo/monitor.ts';
import { verifyChain } from '../../src/evidence/chain.ts';
import { verifyBundle } from '../../src/report/verify.ts';
import { killAll, launchAgain, launchWithLists, openWithPanel, readStore, waitForState } from '../browser/support.ts';
import { dropProfile, newProfile } from './session.ts';

const pause = (ms: number) => new Promise<void>((done) => setTimeout(done, ms));
const ROWS = 60_000;
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });

export interface CutOff {
  readonly kills: number;
  /** What was wrong after a kill, in words; [] if nothing was. */
  readonly wrong: readonly string[];
  /** How it stood after each kill. */
  readonly stood: readonly string[];
}

/** What the settings say of the kept lists. */
async function lists(page: Page): Promise<string[]> {
  await page.locator('li.card.list').nth(1).waitFor();
  return (await page.locator('li.card.list').allInnerTexts()).map((text) => text.replace(/\s+/g, ' ')).sort();
}

/** @param kills in which step of the import each kill comes, and how many ms after its beginning */
export async function killImports(kills: readonly (readonly [step: 'copy' | 'read' | 'save', ms: number])[]): Promise<CutOff> {
  const profile = newProfile();
  const wrong: string[] = [];
  const stood: string[] = [];
  const file = join(profile, 'panjang.csv');
  writeFileSync(
    file,
    ['Nama,Unit Kerja,Status,X', ...Array.from({ length: ROWS }, (_, n) => `Orang Contoh ${n},Dinas ${n % 50},PNS,@orang_${n}`)].join('\n'),
  );
  try {
    await (await launchWithLists({ profile })).close();
    for (const [step, ms] of kills) {
      const netra = await launchAgain(profile);
      const page = await netra.extensionPage('settings.html');
      const before = await lists(page);
      await page.locator('input[type=file][data-kind=guarded]').setInputFiles(file);
      if (step !== 'copy') {
        await button(page, /^Lanjut$/).click();
        await page.locator('input[name=issuer]').fill('BKPSDM');
        await button(page, /^Pakai usulan/).click();
        await button(page, 'Mulai membaca').click();
        if (step === 'save') await button(page, 'Simpan daftar').click();
      }
      await pause(ms);
      await killAll(netra);

      const again = await launchAgain(profile);
      const next = await again.extensionPage('settings.html');
      const after = await lists(next);
      const isWhole = after.length === before.length + 1 && after.some((one) => /60\.000 orang · 60\.000 akun/.test(one));
      const isOld = JSON.stringify(after) === JSON.stringify(before);
      const canGoOn = (await next.getByText('Impor terputus').count()) > 0;
      stood.push(`${step} ${ms} ms: ${isWhole ? 'saved' : isOld ? 'as before' : '?'}${canGoOn ? ', can go on' : ''}`);
      if (!isWhole && !isOld) wrong.push(`${step}, ${ms} ms: the lists are neither as before nor with the new one: ${after.join(' | ')}`);
      // The evidence's lists still work while the import is cut off.
      const opened = await openWithPanel(again);
      const state = await waitForState(opened.panel, opened.page, ({ findings }) => findings.length === 2);
      if (state?.findings.length !== 2) wrong.push(`${step}, ${ms} ms: ${state?.findings.length} findings instead of 2`);
      await next.bringToFront();
      if (isOld && canGoOn) {
        await button(next, 'Lanjutkan').click();
        await button(next, 'Simpan daftar').click();
        await next.getByText(/^Daftar disimpan: 60.000/).waitFor();
      }
      if (isWhole || canGoOn) {
        const name = /panjang/;
        await button(next, new RegExp(`^Hapus daftar: .*${name.source}`)).click();
        await button(next, 'Ya, hapus').click();
        await next.locator('li.card.list', { hasText: 'panjang' }).waitFor({ state: 'detached' });
      }
      await again.close();
    }
  } finally {
    dropProfile(profile);
  }
  return { kills: kills.length, wrong, stood };
}

const bundles = (netra: Netra) => readdirSync(netra.downloads).filter((name) => /^netra-.*\.zip$/.test(name));

async function beginExport(netra: Netra): Promise<Page> {
  const page = await netra.extensionPage('dashboard.html');
  await page.locator('li.card').first().getByLabel('Ikutkan dalam ekspor').check();
  await button(page, 'Ekspor berkas bukti').click();
  return page;
}

/** @param delays ms after the click on the export at which each kill comes */
export async function killExports(delays: readonly number[]): Promise<CutOff> {
  const profile = newProfile();
  const wrong: string[] = [];
  const stood: string[] = [];
  try {
    await (await launchWithLists({ profile })).close();
    const first = await launchAgain(profile);
    const { page, panel, state } = await openWithPanel(first);
    const finding = state.findings.find((one) => one.match.grade === 'id')?.findingId ?? '';
    await scrollTo(panel, page, finding);
    const said = await pressOnCard(panel, finding, 'Simpan bukti');
    if (!/^Bukti tersimpan/.test(said)) throw new Error(said);
    await first.close();
    let least = 2;
    for (const ms of delays) {
      const netra = await launchAgain(profile);
      for (const name of bundles(netra)) rmSync(join(netra.downloads, name));
      await beginExport(netra);
      await pause(ms);
      await killAll(netra);

      const again = await launchAgain(profile);
      const look = await again.extensionPage('verify.html');
      const { log } = await readStore({ evaluate: (expression) => look.evaluate(expression) });
      const cut = bundles(again);
      stood.push(`export ${ms} ms: ${log.length - least} handover, ${cut.length} file`);
      if (log.length < least || log.length > least + 1) wrong.push(`${ms} ms: ${log.length} records, ${least} were acknowledged`);
      if (!(await verifyChain(log.map(({ line }) => line))).ok) wrong.push(`${ms} ms: the chain is broken`);
      for (const name of cut)
        if (!(await verifyBundle(await openAsBlob(join(again.downloads, name)))).ok)
          wrong.push(`${ms} ms: ${name} was left and does not verify`);
      for (const name of cut) rmSync(join(again.downloads, name));
      const dashboard = await beginExport(again);
      await dashboard.getByText('Berkas bukti sudah dibuat').waitFor();
      for (let i = 0; i < 100 && bundles(again).length === 0; i++) await pause(100);
      const [whole = ''] = bundles(again);
      await pause(300);
      if (whole === '' || !(await verifyBundle(await openAsBlob(join(again.downloads, whole)))).ok)
        wrong.push(`${ms} ms: the next export fails`);
      least = (await readStore({ evaluate: (expression) => look.evaluate(expression) })).log.length;
      await again.close();
    }
  } finally {
    dropProfile(profile);
  }
  return { kills: delays.length, wrong, stood };
}
