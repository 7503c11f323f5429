// The whole line in a real Firefox: site switched on, lists taken in, found by both eyes, kept, exported, verified; and the wire
// under attack there.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, openAsBlob, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { type FirefoxPanel, launchFirefox, type NetraInFirefox, whyNoFirefox } from '../../src/cli/firefox.ts';
import { verifyChain } from '../../src/evidence/chain.ts';
import { recordSchema } from '../../src/model/evidence.ts';
import type { TabState } from '../../src/model/messages.ts';
import { verifyBundle } from '../../src/report/verify.ts';
import { grades, idOf, importInFirefox, keep, readLog, stateOf, turnOnX, waitForGrade } from './firefox-steps.ts';
import { pause, SAMPLE_LISTS } from './support.ts';
import { type Attack, POST_URL, serveWireSites, unknownDifferences, type WireSites } from './wire-sites.ts';

z.config({ jitless: true });
const reason = whyNoFirefox();
if (reason !== null) process.stderr.write(`${reason}\n`);
const BUDI = 'Budi Contohno';
const AGUS = 'Agus Contohwan';

describe.skipIf(reason !== null)(`Firefox${reason === null ? '' : ` (${reason})`}`, () => {
  let sites: WireSites;
  let firefox: NetraInFirefox;
  let panel: FirefoxPanel;
  let tab: string;
  let profile: string;
  beforeAll(async () => {
    profile = mkdtempSync(join(tmpdir(), 'netra-firefox-'));
    sites = await serveWireSites();
    firefox = await launchFirefox({ proxyPort: sites.proxyPort, profile });
    await turnOnX(firefox);
    for (const [kind, file] of Object.entries(SAMPLE_LISTS)) await importInFirefox(firefox, kind, file);
    tab = await firefox.newTab();
    await firefox.goto(POST_URL);
    panel = await firefox.openPanel();
  });
  afterAll(async () => {
    await firefox?.close();
    sites?.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  });

  test('finds by both eyes, and by account number', async () => {
    let state = await waitForGrade(panel, BUDI, 'id');
    const itemOf = (now: TabState) =>
      now.findings.find((one) => one.match.sighting.actor.name === BUDI)?.agreement.find((one) => one.field === 'item')?.state;
    for (let i = 0; i < 80 && !(state.wire === 'connected' && itemOf(state) === 'same'); i++) {
      await pause(150);
      state = (await stateOf(panel)) ?? state;
    }
    expect([state.wire, itemOf(state)]).toEqual(['connected', 'same']);
    expect(Object.keys(grades(state)).filter((name) => name !== BUDI && name !== AGUS)).toEqual([]);
    expect(await panel.evaluate('document.body.innerText')).not.toContain('Belum ada daftar akun');
  });

  test('the click on the toolbar button allows the picture: evidence is kept', async () => {
    const state = await waitForGrade(panel, BUDI, 'id');
    expect(await keep(panel, idOf(state, BUDI))).toContain('Bukti tersimpan');
    await firefox.newTab();
    await firefox.goto(`${firefox.origin}dashboard.html`);
    const log = await readLog(firefox);
    expect(log.map((row) => row.seq)).toEqual([0, 1]);
    expect((await verifyChain(log.map((row) => row.line))).ok).toBe(true);
    const record = recordSchema.parse(JSON.parse(log[1]?.canonical ?? ''));
    if (record.type !== 'capture') throw new Error(`a ${record.type} instead of a capture`);
    expect(record.body.match.grade).toBe('id');
    expect(record.body.environment.browser).toContain('Firefox');
    expect(record.body.artefacts.map((one) => one.role).sort()).toEqual(['redacted', 'redacted-copy', 'redacted-source']);
    const crop = record.body.artefacts.find((one) => one.role === 'redacted');
    expect(Math.abs((crop?.width ?? 0) - record.body.itemRect.width * record.body.viewport.scaleX)).toBeLessThan(8);
  });

  test('exports a file that a stranger can verify', async () => {
    const mark = `const b = [...document.querySelectorAll('button[type=submit]')].find((one) => /Ekspor/.test(one.textContent) && !one.disabled); b?.setAttribute('data-test', 'export'); return b !== undefined;`;
    // Only what was confirmed is chosen beforehand.
    await firefox.until(`return document.querySelector('li input[type=checkbox]') !== null;`, 'the finding in the list');
    await firefox.click('li input[type=checkbox]');
    await firefox.until(mark, 'the button of the export');
    await firefox.click('button[data-test=export]');
    let name: string | undefined;
    for (let i = 0; i < 100 && name === undefined; i++) {
      await pause(100);
      const files = readdirSync(firefox.downloads);
      name = files.some((one) => one.endsWith('.part')) ? undefined : files.find((one) => one.endsWith('.zip'));
    }
    const file = join(firefox.downloads, name ?? 'no file came');
    await pause(300);
    const verified = await verifyBundle(await openAsBlob(file));
    expect(verified.checks.filter(({ verdict }) => verdict !== 'pass')).toEqual([]);
    expect(verified.ok).toBe(true);
    expect(execFileSync('unzip', ['-t', file], { encoding: 'utf8' })).toContain('No errors detected');
  });

  test('goes on after its event page was put to sleep', async () => {
    await firefox.closeTab();
    await firefox.switchTo(tab);
    await firefox.inPage(`document.querySelector('a[href="/agus_contoh"]').closest('article').scrollIntoView({ block: 'center' })`);
    const state = await waitForGrade(panel, AGUS, 'handle');
    await firefox.stopBackground();
    expect(await keep(panel, idOf(state, AGUS))).toContain('Bukti tersimpan');
  });

  test('what was kept is still there after the process was killed', async () => {
    await firefox.kill();
    firefox = await launchFirefox({ proxyPort: sites.proxyPort, profile });
    // In front of the settings, which open where Netra is newly installed: a page in the back is given time but once a second.
    await firefox.newTab();
    await firefox.goto(`${firefox.origin}dashboard.html`);
    await firefox.until(
      `return document.body.textContent.includes('${BUDI}') && document.body.textContent.includes('${AGUS}')`,
      'both findings',
    );
    const log = await readLog(firefox);
    const kept = log
      .map((row) => recordSchema.parse(JSON.parse(row.canonical)))
      .flatMap((one) => (one.type === 'capture' ? [one.body] : []));
    expect(kept.map((one) => one.match.sighting.actor.name)).toEqual([BUDI, AGUS]);
    expect((await verifyChain(log.map((row) => row.line))).ok).toBe(true);
  });

  test('a page’s own requests leave as without Netra, and are answered so but for the known differences', async () => {
    const views: Record<string, unknown>[] = [];
    const asked: string[][] = [];
    const bare = await launchFirefox({ proxyPort: sites.proxyPort, extension: null });
    for (const one of [firefox, bare]) {
      const from = sites.requests.length;
      await one.goto(sites.behaveUrl);
      const view = await one.until<string>(`return document.documentElement.getAttribute('data-behave')`, 'the end of the page’s tests');
      views.push(JSON.parse(view) as Record<string, unknown>);
      asked.push(sites.askedSince(from));
    }
    await bare.close();
    expect(asked[0]?.length).toBeGreaterThan(30);
    expect(asked[0]).toEqual(asked[1]);
    expect(unknownDifferences(views[0] ?? {}, views[1] ?? {})).toEqual({});
  });

  describe('a page that attacks the wire', () => {
    let first: Attack;
    let last: Attack;
    let plain: Attack;
    let before: TabState | null;
    const report = async (one: NetraInFirefox, phase: number) =>
      JSON.parse(
        await one.until<string>(`return document.documentElement.getAttribute('data-attack-${phase}')`, `report ${phase}`),
      ) as Attack;
    beforeAll(async () => {
      const bare = await launchFirefox({ proxyPort: sites.proxyPort, extension: null });
      await bare.goto(sites.attackUrl);
      plain = await report(bare, 1);
      await bare.close();
      // The site is still switched on and the lists are still there.
      await firefox.goto(sites.attackUrl);
      panel = await firefox.openPanel();
      first = await report(firefox, 1);
      // A busy computer takes its time to read the page; forged words then get theirs to be believed.
      for (let i = 0; i < 80; i++) {
        const now = await stateOf(panel);
        if (now?.wire === 'connected' && grades(now)[BUDI] === 'handle') break;
        await pause(150);
      }
      await pause(1500);
      before = await stateOf(panel);
      await firefox.click('h1');
    });

    test('gets no port and no function of ours, sees no handshake, writes into nothing of ours', async () => {
      const heard = await waitForGrade(panel, BUDI, 'id');
      last = await report(firefox, 2);
      for (const one of [first, last])
        expect({ ports: one.ports, via: one.via, seen: one.seen, accepted: one.accepted }).toEqual({
          ports: 0,
          via: '',
          seen: 0,
          accepted: {},
        });
      expect(last.popup).toBe(0);
      expect({ spoiled: first.spoiled - plain.spoiled, functions: first.functions }).toEqual({
        spoiled: 0,
        functions: 0,
      });
      expect(heard.wire).toBe('connected');
    });

    test('none of what it overrode is used by us, its requests end as without us, no forged word is believed', () => {
      const more = Object.entries(first.hits).filter(([name, count]) => count > (plain.hits[name] ?? 0));
      expect(more.filter(([name]) => name !== 'Object.prototype get then')).toEqual([]);
      expect(first.answers).toEqual(plain.answers);
      expect([first.errors, last.errors]).toEqual([plain.errors, plain.errors]);
      expect(before?.wire).toBe('connected');
      expect(grades(before)[BUDI]).toBe('handle');
    });
  });
});
