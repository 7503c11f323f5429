// The lock closes while a capture is under way; and two presses in one tick.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Netra, Panel } from '../../src/cli/chromium.ts';
import { projectFolder } from '../../src/cli/steps.ts';
import { openLock, SAY } from './lock-steps.ts';
import { launchWithLists, openWithPanel, readStore } from './support.ts';

const pictures = join(projectFolder, 'out/review');
let netra: Netra;
let panel: Panel;
const CAPTURE = `[...document.querySelectorAll('article button')].find((one) => /Simpan bukti|Ambil/.test(one.textContent))`;
const LIVE = `document.querySelector('p.hidden-text[aria-live]').textContent`;

beforeAll(async () => {
  mkdirSync(pictures, { recursive: true });
  netra = await launchWithLists();
  await openLock(netra);
  ({ panel } = await openWithPanel(netra));
}, 120_000);
afterAll(() => netra?.close());

const captures = async () => (await readStore(panel)).log.length;

test('it is said to be the lock, also to those who listen; afterwards what is there is news again', async () => {
  await panel.until(`/temuan baru/.test(${LIVE})`, 'the news of the page');
  await panel.evaluate(`void (${CAPTURE}.click(), chrome.storage.session.remove('vault'))`);
  await panel.until(`document.querySelector('[data-broken-off]') !== null`, 'the broken-off capture is told');
  expect(await panel.evaluate<string>(LIVE)).toBe('Terkunci: bukti yang sedang diambil belum tersimpan. Buka kuncinya, lalu ambil lagi.');
  expect(await captures()).toBe(0);
  await panel.screenshot(join(pictures, 'locked.png'));

  await panel.evaluate(`void (() => {
    const field = document.querySelector('input[autocomplete=current-password]');
    field.value = ${JSON.stringify(SAY)};
    field.dispatchEvent(new Event('input', { bubbles: true }));
    field.form.requestSubmit();
  })()`);
  await panel.until(`/temuan baru/.test(${LIVE})`, 'the same findings as news');
  expect(await panel.evaluate<boolean>(`document.querySelector('[data-broken-off]') === null`)).toBe(true);
});

test('a double press keeps one capture', async () => {
  await panel.until(`${CAPTURE} !== undefined`, 'a card');
  await panel.evaluate(`void (${CAPTURE}.click(), ${CAPTURE}.click())`);
  await panel.until(`/Bukti tersimpan/.test(document.body.innerText)`, 'the outcome');
  // The first record is the log's own.
  expect(await captures()).toBe(2);
});
