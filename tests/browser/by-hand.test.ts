// Marking by hand in a real Chromium: on a site without a reader, on a page that moved, by pointer and by keyboard, and against pages
// that resist.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Netra, Panel } from '../../src/cli/chromium.ts';
import { pressOnCard } from '../../src/cli/demo/monitor.ts';
import { projectFolder } from '../../src/cli/steps.ts';
import { verifyChain } from '../../src/evidence/chain.ts';
import type { Capture } from '../../src/model/capture.ts';
import { recordSchema } from '../../src/model/evidence.ts';
import { HOSTILE, HOSTILE_PAGES, MOVED_PAGES, MOVED_X, NEWS, NEWS_PAGES } from './hand-pages.ts';
import { KEPT } from './kept.ts';
import { launchWithLists, openWithPanel, pause, readStore, xWith } from './support.ts';

const pictures = join(projectFolder, 'out/by-hand');
let netra: Netra;
beforeAll(async () => {
  mkdirSync(pictures, { recursive: true });
  netra = await launchWithLists({ sites: xWith({ ...NEWS_PAGES, ...MOVED_PAGES, ...HOSTILE_PAGES }) });
});
afterAll(() => netra.close());

const layerOf = (page: Page) => page.evaluate(() => document.querySelectorAll('[popover="manual"]').length);
const seenBy = (page: Page) => page.evaluate(() => (window as unknown as { seen: string[] }).seen);
const records = async (panel: Panel): Promise<Capture[]> =>
  (await readStore(panel)).log.flatMap(({ canonical }) => {
    const record = recordSchema.parse(JSON.parse(canonical));
    return record.type === 'capture' ? [record.body] : [];
  });

/** Opens a page, clicks Netra's button as a person does, and starts picking from the panel. */
async function startPicking(url: string): Promise<{ page: Page; panel: Panel }> {
  const page = await netra.context.newPage();
  await page.goto(url);
  const panel = await netra.openPanel(page);
  const isUnderWay = `document.body.innerText.includes('Pilih bagiannya di halaman')`;
  // The panel may still be turning to this tab, and a click at that moment is about the one before.
  for (let i = 0; i < 3 && !(await panel.evaluate<boolean>(isUnderWay)); i++) {
    await panel.click('[data-pick]');
    await vi.waitUntil(() => panel.evaluate<boolean>(isUnderWay), { timeout: 5000 }).catch(() => undefined);
  }
  await panel.until(isUnderWay, 'that picking is under way');
  await page.waitForFunction(() => document.querySelector('[popover="manual"]') !== null);
  await pause(200);
  return { page, panel };
}
const centre = async (page: Page, selector: string) => {
  const box = await page.locator(selector).boundingBox();
  if (box === null) throw new Error(`${selector} is not on the screen`);
  return [box.x + box.width / 2, box.y + box.height / 2] as const;
};
const pickAt = async (page: Page, selector: string) => {
  const [x, y] = await centre(page, selector);
  await page.mouse.move(x, y);
  await page.mouse.click(x, y);
};
const formIsUp = (panel: Panel) => panel.until(`document.querySelector('form [data-field=action]')`, 'the form');
const choose = (panel: Panel, name: 'actor' | 'campaign', words: string) =>
  panel.evaluate(`(() => {
    const label = [...document.querySelectorAll('label.choice')].find((one) => one.querySelector('input[name=${name}]') && one.textContent.includes(${JSON.stringify(words)}));
    if (!label) throw new Error('nothing to choose: ' + document.querySelector('form').innerText);
    label.querySelector('input').click();
  })()`);
const typeIn = (panel: Panel, selector: string, words: string) =>
  panel.evaluate(
    `(() => { const field = document.querySelector(${JSON.stringify(selector)}); field.value = ${JSON.stringify(words)}; field.dispatchEvent(new Event('input', { bubbles: true })); field.dispatchEvent(new Event('change', { bubbles: true })); })()`,
  );
async function search(panel: Panel, name: 'actor' | 'campaign', words: string): Promise<void> {
  await typeIn(panel, `[data-search=${name}]`, words);
  await pause(400);
}
async function keep(panel: Panel): Promise<string> {
  await panel.click('form button[type=submit]');
  await panel.until(
    `[...document.querySelectorAll('[role=status]')].some((one) => /tersimpan|Belum|Pilih dulu/.test(one.textContent))`,
    'an outcome',
  );
  return panel.evaluate<string>(
    `[...document.querySelectorAll('[role=status]')].map((one) => one.textContent).find((one) => /tersimpan|Belum|Pilih dulu/.test(one))`,
  );
}

/** Pixels of a kept picture in the colours of our marks and outlines. */
const COUNT_OURS = (hash: string) => `(async () => {
  ${KEPT}
  const image = await createImageBitmap(new Blob([await kept.blob('${hash}')], { type: 'image/png' }));
  const context = new OffscreenCanvas(image.width, image.height).getContext('2d');
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, image.width, image.height);
  let n = 0;
  for (let i = 0; i < data.length; i += 4)
    if ((data[i] === 11 && data[i + 1] === 79 && data[i + 2] === 108) || (data[i] === 245 && data[i + 1] === 168 && data[i + 2] === 0)) n++;
  return n;
})()`;

describe('on a site without a reader', () => {
  test('a photograph by pointer: kept with the same evidence, and plainly marked', async () => {
    const { page, panel } = await startPicking(NEWS);
    const [x, y] = await centre(page, '#foto img');
    await page.mouse.move(x, y);
    await pause(200);
    await page.screenshot({ path: join(pictures, '1-picking.png') });
    // Twice wider: the link around the picture is as large as the picture.
    await page.mouse.wheel(0, -100);
    await pause(300);
    await page.screenshot({ path: join(pictures, '2-wider.png') });
    await page.mouse.click(x, y);
    await formIsUp(panel);
    expect(page.url()).toBe(NEWS);
    expect(await seenBy(page)).toEqual([]);
    await panel.screenshot(join(pictures, '3-form.png'));
    // Nothing is chosen beforehand, and without choosing nothing is kept.
    expect(await panel.evaluate(`document.querySelectorAll('form input:checked').length`)).toBe(0);
    expect(await keep(panel)).toContain('Pilih dulu');
    await search(panel, 'actor', '@budi_contoh');
    await choose(panel, 'actor', '@budi_contoh');
    await search(panel, 'campaign', 'pasangan 01');
    await choose(panel, 'campaign', '@PaslonContoh01 · X');
    await typeIn(panel, '[data-field=action]', 'appear');
    await typeIn(panel, '[data-field=note]', 'Berdiri di samping calon, berseragam dinas.');
    await panel.screenshot(join(pictures, '4-form-filled.png'));
    expect(await keep(panel)).toMatch(/^Bukti tersimpan/);
    await pause(300);
    await panel.screenshot(join(pictures, '5-kept.png'));
    expect(await panel.evaluate<string>('document.body.innerText')).toContain('Ditandai manual');
    expect(await layerOf(page)).toBe(0);

    const store = await readStore(panel);
    expect((await verifyChain(store.log.map((row) => row.line))).ok).toBe(true);
    const [body] = await records(panel);
    expect(body?.page).toMatchObject({ platform: 'other', url: NEWS });
    expect(body?.match).toMatchObject({
      grade: 'handle',
      guarded: { person: 'Budi Contohno', platform: 'x' },
      hand: { actorFrom: 'monitor', note: 'Berdiri di samping calon, berseragam dinas.' },
      reasons: [{ kind: 'stated', watched: { candidate: 'Contoh Pasangan 01' } }],
      sighting: { platform: 'other', action: 'appear', actor: { id: null, handle: null } },
    });
    expect(body?.artefacts.map((one) => one.role).sort()).toEqual(['redacted', 'redacted-copy', 'redacted-source']);
    for (const artefact of body?.artefacts ?? []) expect(store.blobs).toContain(artefact.hash);
    const crop = body?.artefacts.find((one) => one.role === 'redacted');
    expect(Math.abs((crop?.width ?? 0) - (body?.itemRect.width ?? 0) * (body?.viewport.scaleX ?? 0))).toBeLessThan(8);
    expect(store.findings[0]?.status).toBe('captured');
    await page.close();
  });

  test('proposals from links: both lists named, others only counted; nothing of them is stored', async () => {
    const { page, panel } = await startPicking(NEWS);
    await page.mouse.move(...(await centre(page, '#kutipan p')));
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await formIsUp(panel);
    const text = await panel.evaluate<string>(`document.querySelector('form').innerText`);
    expect(text).toContain('@budi_contoh');
    expect(text).toContain('tautan di bagian ini');
    expect(text).toContain('1 akun lain');
    expect(text).not.toContain('warga_biasa');
    await choose(panel, 'actor', '@budi_contoh');
    await choose(panel, 'campaign', '@PaslonContoh01');
    await typeIn(panel, '[data-field=action]', 'comment');
    await pause(100);
    await typeIn(panel, '[data-field=words]', 'Ayo dukung yang terbaik! #SukamajuBaru');
    expect(await keep(panel)).toMatch(/^Bukti tersimpan/);
    const body = (await records(panel)).at(-1);
    expect(body?.match.hand?.actorFrom).toBe('item');
    expect(body?.match.grade).toBe('handle');
    expect(body?.match.reasons[0]?.kind).toBe('author');
    expect(body?.sourceHoldsText).toBe(true);
    expect(JSON.stringify(body)).not.toContain('warga_biasa');
    expect(await seenBy(page)).toEqual([]);
    await page.close();
  });

  test('by keyboard alone, on a page without encryption', async () => {
    const { page, panel } = await startPicking('http://polos.example/');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('ArrowRight');
    await page.screenshot({ path: join(pictures, '6-keyboard.png') });
    await page.keyboard.press('Enter');
    await formIsUp(panel);
    await search(panel, 'actor', '@budi_contoh');
    await choose(panel, 'actor', '@budi_contoh');
    await search(panel, 'campaign', 'contoh pasangan 02');
    await choose(panel, 'campaign', 'Contoh Pasangan 02');
    await typeIn(panel, '[data-field=action]', 'appear');
    expect(await keep(panel)).toMatch(/^Bukti tersimpan/);
    expect((await records(panel)).at(-1)?.page.url).toBe('http://polos.example/');
    expect(await seenBy(page)).toEqual([]);
    await page.close();
  });

  test('Esc leaves no trace', async () => {
    const page = await netra.context.newPage();
    await page.goto(NEWS);
    const panel = await netra.openPanel(page);
    const before = await page.content();
    await panel.click('[data-pick]');
    await page.waitForFunction(() => document.querySelector('[popover="manual"]') !== null);
    await pause(200);
    await page.mouse.move(...(await centre(page, '#tulisan')));
    await page.keyboard.press('Escape');
    await panel.until(`document.body.innerText.includes('Pemilihan dibatalkan')`, 'that it was cancelled');
    expect(await page.content()).toBe(before);
    expect(await page.evaluate(() => window.length)).toBe(0);
    expect(await seenBy(page)).toEqual([]);
    // The page has its pointer back.
    await page.mouse.click(...(await centre(page, '#tulisan')));
    expect((await seenBy(page)).length).toBeGreaterThan(0);
    await page.close();
  });

  test('somebody off the list can be neither found nor forced in', async () => {
    const { page, panel } = await startPicking(NEWS);
    await pickAt(page, '#tulisan');
    await formIsUp(panel);
    await search(panel, 'actor', '@warga_biasa');
    expect(await panel.evaluate<string>(`document.querySelector('form').innerText`)).toContain('tidak ada di daftar');
    const before = (await readStore(panel)).log.length;
    const forced = await panel.evaluate(`(async () => {
      const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
      const pick = (await chrome.storage.session.get('pick:' + tab.id))['pick:' + tab.id];
      return chrome.runtime.sendMessage({ type: 'capture-picked', tabId: tab.id, statement: { pickId: pick.pickId, actor: { platform: 'x', id: null, handle: 'warga_biasa' },
        action: 'appear', reaction: null, campaign: { platform: 'x', id: '1700000000000000901', handle: 'PaslonContoh01' }, itemUrl: null, targetUrl: null, words: null, shownAt: null, note: '' } });
    })()`);
    expect(forced).toEqual({ refused: 'not-listed' });
    expect((await readStore(panel)).log.length).toBe(before);
    await page.close();
  });

  test('a part that was exchanged after it was picked is refused', async () => {
    const { page, panel } = await startPicking(NEWS);
    await pickAt(page, '#tulisan');
    await formIsUp(panel);
    await page.evaluate(() => document.querySelector('#tulisan')?.replaceChildren('Orang lain sama sekali.'));
    await search(panel, 'actor', '@budi_contoh');
    await choose(panel, 'actor', '@budi_contoh');
    await search(panel, 'campaign', 'pasangan 01');
    await choose(panel, 'campaign', '@PaslonContoh01 · X');
    await typeIn(panel, '[data-field=action]', 'appear');
    expect(await keep(panel)).toContain('sudah berubah sejak Anda memilihnya');
    await page.close();
  });
});

test('an X whose markup has moved: the actor by a link in the part, reviewed as every other finding', async () => {
  const { page, panel } = await startPicking(MOVED_X);
  await page.mouse.move(...(await centre(page, '#kata')));
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await formIsUp(panel);
  await panel.screenshot(join(pictures, '7-moved-x.png'));
  await choose(panel, 'actor', '@budi_contoh');
  await choose(panel, 'campaign', '@PaslonContoh01');
  await typeIn(panel, '[data-field=action]', 'reply');
  await pause(100);
  await typeIn(panel, '[data-field=words]', 'Siap menang bersama!');
  expect(await keep(panel)).toMatch(/^Bukti tersimpan/);
  const body = (await records(panel)).at(-1);
  expect(body?.page.platform).toBe('x');
  expect(body?.match).toMatchObject({ hand: { actorFrom: 'item' }, guarded: { person: 'Budi Contohno' }, reasons: [{ kind: 'author' }] });
  expect(body?.match.sighting).toMatchObject({
    item: { id: '1990000000000000002' },
    post: { id: '1990000000000000001', author: { handle: 'PaslonContoh01' } },
  });
  const findingId = body?.findingId ?? '';
  expect(await pressOnCard(panel, findingId, 'Kuatkan dugaan')).toMatch(/^Dugaan dikuatkan/);
  await panel.screenshot(join(pictures, '9-card.png'));
  const dashboard = await netra.extensionPage('dashboard.html');
  await dashboard.getByText('Membalas').first().click();
  await dashboard.getByText('Tidak ada pembaca situs yang menguatkannya').waitFor();
  await dashboard.screenshot({ path: join(pictures, '10-dashboard.png'), fullPage: true });
  // Not chosen for a bundle unless the reviewer says so.
  expect(await dashboard.locator('input[type=checkbox]:checked').count()).toBe(0);
  await dashboard.close();
  await page.close();
});

test('where readers do read: their marks are out of the picture, and a double click falls through to nothing', async () => {
  const { page, panel } = await openWithPanel(netra);
  await pause(500);
  await page.evaluate(() => {
    const all: string[] = [];
    Object.assign(window, { seen: all });
    for (const type of ['click', 'dblclick', 'pointerdown', 'mousedown', 'keydown', 'keyup'])
      window.addEventListener(type, () => all.push(type), true);
  });
  await panel.click('[data-pick]');
  await page.waitForFunction(() => document.querySelectorAll('[popover="manual"]').length === 1);
  await pause(300);
  const [x, y] = await centre(page, '[data-testid=tweetText] >> nth=1');
  await page.mouse.move(x, y);
  for (let i = 0; i < 4; i++) await page.keyboard.press('ArrowUp');
  await page.mouse.dblclick(x, y);
  await formIsUp(panel);
  await pause(800);
  expect(await seenBy(page)).toEqual([]);
  await search(panel, 'actor', '@budi_contoh');
  await choose(panel, 'actor', '@budi_contoh');
  await search(panel, 'campaign', 'pasangan 01');
  await choose(panel, 'campaign', '@PaslonContoh01 · X');
  await typeIn(panel, '[data-field=action]', 'appear');
  expect(await keep(panel)).toMatch(/^Bukti tersimpan/);
  const shot = (await records(panel)).at(-1)?.artefacts.find((one) => one.role === 'redacted');
  expect(await panel.evaluate<number>(COUNT_OURS(shot?.hash ?? ''))).toBe(0);
  await page.close();
});

describe('pages that resist', () => {
  test('one that removes and hides the layer a few times: it stays, and the text that lets the pointer through can be picked', async () => {
    const { page, panel } = await startPicking(HOSTILE);
    await pause(500);
    await pickAt(page, '#isi');
    await formIsUp(panel);
    expect(
      await panel.evaluate(
        `chrome.tabs.query({ active: true, currentWindow: true }).then(([tab]) => chrome.storage.session.get('pick:' + tab.id).then((all) => all['pick:' + tab.id].proposal.words))`,
      ),
    ).toBe('Tulisan yang tidak menerima penunjuk.');
    expect((await seenBy(page)).filter((one) => one.startsWith('click'))).toEqual([]);
    await page.close();
  });

  test('what is nested too deep or too large is not taken', async () => {
    const { page, panel } = await startPicking(HOSTILE);
    await pause(500);
    // Scrolling goes on by the browser's own keys; the page hears none of them.
    await page.keyboard.press('PageDown');
    await page.waitForFunction(() => window.scrollY > 100);
    await page.keyboard.press('Home');
    await page.waitForFunction(() => window.scrollY === 0);
    expect(await seenBy(page)).toEqual([]);
    await page.mouse.move(...(await centre(page, '#sarang')));
    for (let i = 0; i < 3; i++) {
      await page.keyboard.press('ArrowUp');
      await pause(50);
    }
    await page.keyboard.press('Enter');
    await pause(300);
    expect(await panel.evaluate(`document.querySelector('form') === null`)).toBe(true);
    await page.screenshot({ path: join(pictures, '8-too-big.png') });
    await page.keyboard.press('Escape');
    await panel.until(`document.body.innerText.includes('Pemilihan dibatalkan')`, 'that it was cancelled');
    await page.close();
  });

  test('one that never stops: the page stays alive and the panel says what happened', async () => {
    const page = await netra.context.newPage();
    await page.goto(`${HOSTILE}selalu`);
    const panel = await netra.openPanel(page);
    await panel.click('[data-pick]');
    await panel.until(`document.body.innerText.includes('menyingkirkan lapisan pemilihan')`, 'that the page does not let us');
    expect(await layerOf(page)).toBe(0);
    expect(await page.evaluate(() => 1 + 1)).toBe(2);
    await page.close();
  });

  test('a modal dialog', async () => {
    const { page, panel } = await startPicking(`${HOSTILE}dialog`);
    await pickAt(page, '#isi');
    await formIsUp(panel);
    expect(await seenBy(page)).toEqual([]);
    await page.close();
  });
});
