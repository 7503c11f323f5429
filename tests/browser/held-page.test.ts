// Going back to a page that the browser held as it was, in a real Chromium: reading goes on, nothing counts twice, no connection is lost.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Netra } from '../../src/cli/chromium.ts';
import { pressOnCard, scrollTo } from '../../src/cli/demo/monitor.ts';
import { x } from '../../src/cli/demo/x.ts';
import { verifyChain } from '../../src/evidence/chain.ts';
import type { TabState } from '../../src/model/messages.ts';
import { launchWithLists, openWithPanel, readStore, waitForState, X_POST, xWith } from './support.ts';

const [OLD, NEW] = ['1960000000000000101', '1960000000000000909'];
const MORE = '/i/api/graphql/kembali/TweetDetail';
const variables = encodeURIComponent(JSON.stringify({ focalTweetId: X_POST.split('/').at(-1) }));
const asked = x.answer(new URL(`/i/api/graphql/peragaan/TweetDetail?variables=${variables}`, 'https://x.com'), {
  method: 'GET',
  body: null,
});
let netra: Netra;
beforeAll(async () => {
  const more = { contentType: 'application/json', body: (asked?.body ?? '').replaceAll(OLD, NEW) };
  netra = await launchWithLists({ holdsPages: true, sites: xWith({ [`x.com${MORE}`]: more }) });
});
afterAll(() => netra.close());

const names = (state: TabState | null) => (state?.findings ?? []).map((one) => one.match.sighting.actor.name).sort();
const items = (state: TabState | null) => (state?.findings ?? []).map((one) => one.match.sighting.item.id);

test('a held page comes back, is read on by both eyes, and gives each finding once', async () => {
  expect(asked?.body).toContain(OLD);
  const { page, panel, state } = await openWithPanel(netra);
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  await page.evaluate(() => {
    window.addEventListener('pageshow', (event) => document.documentElement.setAttribute('data-held', String(event.persisted)));
  });
  for (const round of [1, 2]) {
    await page.evaluate(() => location.assign('/joko_contoh'));
    await waitForState(panel, page, (now) => now.url.endsWith('/joko_contoh') && now.findings.length === 3);
    await page.goBack({ waitUntil: 'commit' });
    await expect
      .poll(() => page.evaluate(() => document.documentElement.getAttribute('data-held')), { message: `round ${round}` })
      .toBe('true');
    const isRead = (now: TabState) =>
      now.url === X_POST && now.wire === 'connected' && now.findings.length === 2 && now.health.found >= state.health.found;
    const back = await waitForState(panel, page, isRead);
    expect(names(back)).toEqual(['Agus Contohwan', 'Budi Contohno']);
    expect(back?.wire).toBe('connected');
    // Of every item on the page one sighting at most.
    expect(back?.health.found).toBeLessThanOrEqual(await page.locator('article').count());
  }
  // New on the page from here on: only the answer to what the page asks now says who it is, and only the page shows it.
  await page.evaluate(
    async ([more, old, fresh]) => {
      await (await fetch(more as string)).json();
      const item = document.querySelector(`a[href*="${old}"]`)?.closest('[data-testid=cellInnerDiv]');
      const again = item?.cloneNode(true) as Element;
      for (const link of again.querySelectorAll(`a[href*="${old}"]`))
        link.setAttribute('href', (link.getAttribute('href') ?? '').replace(old as string, fresh as string));
      item?.replaceWith(again);
    },
    [MORE, OLD, NEW],
  );
  const isBoth = (now: TabState) =>
    now.findings.some(
      (one) => one.match.sighting.item.id === NEW && one.agreement.some(({ field, state: told }) => field === 'item' && told === 'same'),
    );
  const after = await waitForState(panel, page, isBoth);
  expect(items(after)).toContain(NEW);
  expect(after !== null && isBoth(after)).toBe(true);
  expect(new Set(items(after)).size).toBe(items(after).length);
  const { findingId } = after?.findings.find((one) => one.match.sighting.item.id === NEW) ?? { findingId: '' };
  await scrollTo(panel, page, findingId);
  expect(await pressOnCard(panel, findingId, 'Simpan bukti')).toMatch(/^Bukti tersimpan/);
  const { log } = await readStore(panel);
  expect(log.length).toBe(2);
  expect((await verifyChain(log.map(({ line }) => line))).ok).toBe(true);
  expect(errors).toEqual([]);
});
