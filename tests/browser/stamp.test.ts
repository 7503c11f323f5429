// Trusted time in a real Chromium: authorities on this computer, one of them openssl's own, asked by the background and by nobody else.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { builtExtension, launchNetra, type Netra } from '../../src/cli/chromium.ts';
import { pressOnCard, scrollTo, setUp } from '../../src/cli/demo/monitor.ts';
import { x } from '../../src/cli/demo/x.ts';
import { type LocalSites, serveSites } from '../../src/cli/local-sites.ts';
import { AUTHORITIES, patternOf } from '../../src/rules/data/authorities.ts';
import { makeAuthority } from '../evidence/openssl-authority.ts';
import { ALL_SITES, openWithPanel, readStore, SAMPLE_LISTS } from './support.ts';

type Answer = 'right' | 'garbage' | 'wrong-nonce' | 'wrong-hash' | 'big' | 'error' | 'redirect' | 'hang' | 'gone';
const openssl = makeAuthority();
const [first, second] = AUTHORITIES;
if (first === undefined || second === undefined) throw new Error('no two authorities');
const hostOf = (one: { readonly url: string }) => new URL(one.url).hostname;
const answers = new Map<string, Answer>();
let sites: LocalSites;
let netra: Netra;
let folder: string;
const shots = process.env['NETRA_SHOTS'];
const shoot = async (page: Page, name: string) =>
  void (shots !== undefined && (await page.screenshot({ path: join(shots, `${name}.png`), fullPage: true })));

/** What the authorities were asked. */
const asked: { host: string; headers: readonly string[]; bytes: Buffer }[] = [];
/** Keeps answers of `hang` open until the test is over. */
const hanging: (() => void)[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'netra-waktu-'));
  sites = await serveSites(({ url, method, body, headers, bytes }, response) => {
    const answer = answers.get(url.hostname);
    if (answer === undefined) return x.answer(url, { method, body });
    asked.push({ host: url.hostname, headers, bytes });
    const bent = (at: number) => Uint8Array.from(bytes, (byte, i) => (i === at ? byte ^ 1 : byte));
    const reply = (made: Uint8Array) => response.writeHead(200, { 'content-type': 'application/timestamp-reply' }).end(made);
    if (answer === 'right') reply(openssl.answer(bytes));
    else if (answer === 'garbage') reply(new TextEncoder().encode('<html>Masuk ke Wi-Fi dahulu</html>'));
    else if (answer === 'wrong-nonce') reply(openssl.answer(bent(60)));
    else if (answer === 'wrong-hash') reply(openssl.answer(bent(30)));
    else if (answer === 'big') reply(new Uint8Array(10_000_000).fill(0x30));
    else if (answer === 'error') response.writeHead(503).end('sibuk');
    else if (answer === 'redirect') response.writeHead(307, { location: 'https://lain.example/' }).end();
    else if (answer === 'gone') response.destroy();
    else hanging.push(() => response.destroy());
    return 'own';
  });
  netra = await launchNetra({
    sites: () => null,
    allowed: [...ALL_SITES, ...AUTHORITIES.map(patternOf)],
    open: true,
    args: [
      `--host-resolver-rules=MAP * 127.0.0.1:${sites.port}, EXCLUDE localhost, EXCLUDE 127.0.0.1`,
      '--ignore-certificate-errors',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
  await (await setUp(netra, SAMPLE_LISTS)).close();
});
afterAll(async () => {
  for (const end of hanging) end();
  await netra.close();
  sites.close();
  openssl.remove();
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(() => {
  answers.clear();
  for (const one of AUTHORITIES) answers.set(hostOf(one), 'gone');
  asked.length = 0;
});

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });
const settingsBox = (page: Page) => page.locator('section[aria-labelledby=waktu]');
const dashboardBox = (page: Page) => page.locator('section[aria-labelledby=waktu-tepercaya]');

async function turn(name: string, on: boolean): Promise<void> {
  const page = await netra.extensionPage('settings.html');
  await settingsBox(page)
    .getByRole('button', { name: `${on ? 'Nyalakan' : 'Matikan'}: ${name}` })
    .click();
  await settingsBox(page)
    .getByRole('button', { name: `${on ? 'Matikan' : 'Nyalakan'}: ${name}` })
    .waitFor();
  await page.close();
}

async function ask(page: Page): Promise<string> {
  await button(page, 'Minta cap waktu sekarang').click();
  const said = dashboardBox(page).locator('[role=status] .notice');
  await said.waitFor({ timeout: 40_000 });
  return said.innerText();
}

const typesOf = async (page: Page) => (await readStore(page)).log.map(({ line }) => (JSON.parse(line) as { type: string }).type);

async function capture(): Promise<void> {
  const { page, panel, state } = await openWithPanel(netra);
  const one = state.findings.find(({ status }) => status === 'seen');
  if (one === undefined) throw new Error('nothing left to capture');
  await scrollTo(panel, page, one.findingId);
  await pressOnCard(panel, one.findingId, 'Simpan bukti');
  await page.close();
}

/** Sends something from where it is run, in every way there is; how each ended. */
const SENDING = `async (url) => {
  const end = (work) => Promise.resolve().then(work).then(() => 'sent', () => 'refused');
  const xhr = () => new Promise((done, fail) => {
    const request = new XMLHttpRequest();
    request.onload = done;
    request.onerror = fail;
    request.open('POST', url);
    request.send('x');
  });
  return [
    await end(() => fetch(url, { method: 'POST', body: 'x' })),
    await end(() => fetch(url, { method: 'POST', body: 'x', mode: 'no-cors' })),
    await end(xhr),
  ];
}`;

describe('before anything was switched on', () => {
  test('nothing is asked, and the screens say that there is no trusted time', async () => {
    await capture();
    const page = await netra.extensionPage('dashboard.html');
    await dashboardBox(page).getByText('Tanpa waktu tepercaya').waitFor();
    await dashboardBox(page).getByText('Belum ada otoritas yang menyala').waitFor();
    expect(await button(page, 'Minta cap waktu sekarang').count()).toBe(0);
    const answer = await page.evaluate(() =>
      (globalThis as unknown as { chrome: { runtime: { sendMessage(m: unknown): Promise<unknown> } } }).chrome.runtime.sendMessage({
        type: 'stamp-now',
      }),
    );
    expect(answer).toEqual({ refused: 'no-authority' });
    const settings = await netra.extensionPage('settings.html');
    expect(
      await settingsBox(settings)
        .getByRole('button', { name: /^Nyalakan: / })
        .count(),
    ).toBe(AUTHORITIES.length);
    expect(await settingsBox(settings).locator('input[type=checkbox]').isDisabled()).toBe(true);
    await shoot(settings, 'settings-off');
    await shoot(page, 'dashboard-off');
    expect(asked).toEqual([]);
    await page.close();
    await settings.close();
  });
});

describe('with one authority that does not answer rightly', () => {
  test('each failure is told, nothing is kept, and the request waits, also after the page was closed', async () => {
    await turn(first.name, true);
    let page = await netra.extensionPage('dashboard.html');
    const before = await typesOf(page);
    const told: readonly [Answer, string][] = [
      ['gone', 'tidak tersambung'],
      ['error', 'galat HTTP 503'],
      ['redirect', 'tidak tersambung'],
      ['garbage', 'bukan cap waktu'],
      ['wrong-nonce', 'bukan untuk permintaan'],
      ['wrong-hash', 'untuk sidik lain'],
      ['big', 'terlalu besar'],
      ['hang', 'tidak menjawab dalam 12 detik'],
    ];
    for (const [answer, words] of told) {
      answers.set(hostOf(first), answer);
      const said = await ask(page);
      expect(said, answer).toContain('Belum ada cap');
      expect(said, answer).toContain(`${first.name}: `);
      expect(said, answer).toContain(words);
    }
    expect(await typesOf(page)).toEqual(before);
    expect(sites.requests.filter(({ url }) => url.hostname === 'lain.example')).toEqual([]);
    expect(new Set(asked.map(({ host }) => host))).toEqual(new Set([hostOf(first)]));
    // The same request each time: a hash, a number, and nothing that names anybody.
    expect(new Set(asked.map(({ bytes }) => bytes.toString('hex'))).size).toBe(1);
    expect(asked[0]?.bytes.length).toBe(69);
    const headers = asked[0]?.headers.filter((_one, i) => i % 2 === 0).map((name) => name.toLowerCase()) ?? [];
    expect(headers.filter((name) => ['cookie', 'referer', 'authorization'].includes(name))).toEqual([]);
    if (shots !== undefined) writeFileSync(join(shots, 'headers.txt'), (asked[0]?.headers ?? []).join('\n'));
    await page.close();
    page = await netra.extensionPage('dashboard.html');
    await dashboardBox(page).getByText('Menunggu: belum ada jawaban').waitFor();
    await page.locator('.list li button').first().click();
    await page.getByText('Cap waktu menunggu: belum ada jawaban').waitFor();
    await shoot(page, 'dashboard-waiting');
    await page.close();
  });
});

describe('with two, of which the second answers', () => {
  test('the stamp is kept, shown with its gap, and the export holds what openssl verifies', async () => {
    await turn(second.name, true);
    answers.set(hostOf(second), 'right');
    const page = await netra.extensionPage('dashboard.html');
    expect(await ask(page)).toContain('Cap waktu dicatat');
    expect(asked.map(({ host }) => host)).toEqual([hostOf(first), hostOf(second)]);
    await dashboardBox(page).getByText('Semua bukti sudah dicap.').waitFor();
    expect(await dashboardBox(page).getByText('Menunggu: belum ada jawaban').count()).toBe(0);
    expect((await typesOf(page)).at(-1)).toBe('stamp');
    await page.locator('.list li button').first().click();
    await page.getByText(/Sudah ada paling lambat .* menurut/).waitFor();
    await page
      .getByText(
        /Dicap .* sesudah diambil menurut jam komputer: membuktikan bahwa bukti sudah ada paling lambat saat itu, bukan kapan diambil/,
      )
      .waitFor();
    await shoot(page, 'dashboard-stamped');
    await page.getByText(/Sudah ada paling lambat .* menurut/).scrollIntoViewIfNeeded();
    if (shots !== undefined) await page.locator('.detail').screenshot({ path: join(shots, 'detail-stamped.png') });
    expect(await ask(page)).toContain('tidak ada catatan baru');

    await page.locator('.list input[type=checkbox]').first().check();
    await button(page, 'Ekspor berkas bukti').click();
    await page.getByText('Berkas bukti sudah dibuat').waitFor();
    const zip = join(
      netra.downloads,
      await vi.waitUntil(() => readdirSync(netra.downloads).find((one) => one.endsWith('.zip')), { timeout: 20_000 }),
    );
    await page.close();
    execFileSync('unzip', ['-q', zip, '-d', folder]);
    const bag = join(folder, readdirSync(folder).find((one) => /^[0-9a-f-]{36}$/.test(one)) ?? '');
    const command = /^openssl ts -verify .*?AKAR\.pem/m.exec(readFileSync(join(bag, 'BACA-SAYA.txt'), 'utf8'))?.[0] ?? '';
    const args = command
      .split(' ')
      .slice(1)
      .map((one) => (one === 'AKAR.pem' ? openssl.root : one));
    expect(openssl.run(args, bag).said).toContain('Verification: OK');

    const verify = await netra.extensionPage('verify.html');
    await verify.locator('input[type=file]').first().setInputFiles(zip);
    await verify.getByText(/Sidik dan nomor permintaan 1 cap waktu cocok/).waitFor();
    await verify.getByText(/Tanda tangan otoritas TIDAK diperiksa di sini/).waitFor();
    await shoot(verify, 'verify');
    await verify.close();
    const summary = await netra.context.newPage();
    await summary.setContent(readFileSync(join(bag, 'data/ringkasan.html'), 'utf8'));
    await shoot(summary, 'summary');
    await summary.close();
  });

  test('no page may ask even an authority that is on; threads cannot; the background may ask nobody else', async () => {
    for (const one of AUTHORITIES) answers.set(hostOf(one), 'right');
    for (const path of ['settings.html', 'dashboard.html', 'guide.html', 'verify.html', 'sidepanel.html', 'keeper.html']) {
      const page = await netra.extensionPage(path);
      expect(await page.evaluate(`(${SENDING})(${JSON.stringify(second.url)})`), path).toEqual(['refused', 'refused', 'refused']);
      await page.close();
    }
    const threads = [
      ...readdirSync(join(builtExtension, 'assets'))
        .filter((one) => /worker.*\.js$/.test(one))
        .map((one) => `/assets/${one}`),
      '/journal-worker.js',
    ];
    expect(threads.length).toBe(3);
    const page = await netra.extensionPage('settings.html');
    for (const path of threads) {
      const started = page.waitForEvent('worker');
      await page.evaluate(
        `void (globalThis.kept = new Worker(${JSON.stringify(path)}, ${path.startsWith('/assets') ? '{ type: "module" }' : '{}'}))`,
      );
      const thread = await started;
      const typeOfAll = () => thread.evaluate('[typeof fetch, typeof XMLHttpRequest, typeof WebSocket, typeof EventSource]');
      await vi.waitFor(async () => expect(await typeOfAll(), path).toEqual(Array(4).fill('undefined')), { timeout: 10_000 });
      await page.evaluate('globalThis.kept.terminate()');
    }
    await page.close();
    expect(asked).toEqual([]);
    const background = await vi.waitUntil(() => netra.context.serviceWorkers().find((one) => one.url().includes(netra.extensionId)));
    const from = (url: string) =>
      background.evaluate(
        `fetch(${JSON.stringify(url)}, { method: 'POST', body: 'x', mode: 'no-cors' }).then(() => 'sent', () => 'refused')`,
      );
    for (const url of ['https://lain.example/', 'https://x.com/', 'http://freetsa.org/tsr', 'https://www.freetsa.org/tsr'])
      expect(await from(url), url).toBe('refused');
    expect(sites.requests.filter(({ url }) => url.hostname === 'lain.example')).toEqual([]);
    // The silence above is the policy's: where it allows, something arrives.
    answers.set(hostOf(first), 'garbage');
    expect(await from(first.url)).toBe('sent');
    expect(asked.map(({ host }) => host)).toEqual([hostOf(first)]);
  });
});

describe('by files, with every authority switched off', () => {
  test('a request is saved, its answer brought in, and nothing is sent', async () => {
    await turn(first.name, false);
    await turn(second.name, false);
    await capture();
    const page = await netra.extensionPage('dashboard.html');
    const box = dashboardBox(page);
    await box.getByText('1 bukti belum dicap.').waitFor();
    await box.getByText('Cara berkas, tanpa jaringan').click();
    await button(page, 'Simpan permintaan (.tsq)').click();
    await box.getByText('Permintaan disimpan').waitFor();
    const tsq = join(
      netra.downloads,
      await vi.waitUntil(() => readdirSync(netra.downloads).find((one) => one.endsWith('.tsq')), { timeout: 20_000 }),
    );
    const request = await vi.waitUntil(() => {
      const bytes = readFileSync(tsq);
      return bytes.length === 69 ? new Uint8Array(bytes) : undefined;
    });
    const tsr = join(folder, 'jawaban.tsr');
    writeFileSync(tsr, openssl.answer(request));
    const input = box.locator('input[type=file]');
    await input.setInputFiles(tsr);
    await box.getByText('Tulis dahulu siapa yang memberi cap').waitFor();
    await box.locator('input[type=text]').fill('Kantor pos uji');
    await input.setInputFiles(SAMPLE_LISTS.campaign);
    await box.getByText('Berkas itu tidak dipakai: jawabannya bukan cap waktu.').waitFor();
    await shoot(page, 'dashboard-files');
    // Dragged onto the box, as a person may.
    const dragged = await page.evaluateHandle(
      (bytes) => {
        const transfer = new DataTransfer();
        transfer.items.add(new File([Uint8Array.from(bytes)], 'jawaban.tsr'));
        return transfer;
      },
      [...readFileSync(tsr)],
    );
    await box.locator('.box').dispatchEvent('drop', { dataTransfer: dragged });
    await box.getByText('Cap waktu dicatat').waitFor();
    await box.getByText('Semua bukti sudah dicap.').waitFor();
    await box.getByText('(nama dari pemantau)').first().waitFor();
    await shoot(page, 'dashboard-by-file');
    expect(asked).toEqual([]);
    await page.close();
  });
});
