// The demonstration: a real browser, the sites' own addresses, invented pages; looks, keeps, judges, exports, verifies.
import { copyFileSync, mkdirSync, openAsBlob, readdirSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { z } from 'zod';
import type { TabState } from '../../model/messages.ts';
import type { Action } from '../../model/sighting.ts';
import { platforms } from '../../platforms/index.ts';
import { verifyBundle } from '../../report/verify.ts';
import { REACTION_WORDS } from '../../report/words.ts';
import { launchNetra, type Netra, type Panel } from '../chromium.ts';
import { projectFolder } from '../steps.ts';
import { compare, lookThrough, pressOnCard, scrollTo, setUp, waitForState } from './monitor.ts';
import { portray } from './portrait.ts';
import type { DemoSite } from './site.ts';
import { demoSites } from './sites.ts';

z.config({ jitless: true });

const say = (text = '') => process.stdout.write(`${text}\n`);
const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));

/** The act in one word, as the table has room for. */
const ACT_SHORT: Readonly<Record<Action, string>> = {
  like: 'suka',
  comment: 'komentar',
  reply: 'balasan',
  share: 'bagikan',
  quote: 'kutipan',
  post: 'kiriman',
  follow: 'ikuti',
  appear: 'foto',
};

interface Kept {
  readonly site: string;
  readonly findingId: string;
}

/** NETRA_DEMO=x,facebook visits only these sites. */
const only = process.env['NETRA_DEMO']?.split(',');
const chosen = demoSites.filter((site) => only === undefined || only.includes(site.platform));

/** Runs it; gives the exit code: 0 only if everything was as it has to be. */
export async function runDemo(out: string): Promise<number> {
  const pictures = join(out, 'gambar');
  mkdirSync(pictures, { recursive: true });
  const netra = await launchNetra({
    sites: (url, request) => {
      const body = request.postData();
      for (const site of demoSites) {
        const answer = site.answer(url, { method: request.method(), body });
        if (answer !== null) return answer;
      }
      return url.pathname === '/favicon.ico' ? { contentType: 'image/x-icon', body: '' } : null;
    },
    allowed: platforms.flatMap((platform) => [...platform.matches]),
  });
  const wrong: string[] = [];
  try {
    say('Netra: peragaan dengan peramban sungguhan. Semua orang dan akun di sini rekaan; tidak ada yang keluar dari komputer ini.\n');
    const settings = await setUp(netra, {
      guarded: join(projectFolder, 'assets/contoh/asn.xlsx'),
      campaign: join(projectFolder, 'assets/contoh/kampanye.csv'),
    });
    await settings.screenshot({ path: join(pictures, '1-pengaturan.png'), fullPage: true });
    await settings.close();
    say(`${'situs'.padEnd(10)} ${'yang dilihat'.padEnd(46)} ${'dilihat'.padStart(7)} ${'tak terbaca'.padStart(11)}  dugaan`);
    const kept: Kept[] = [];
    for (const site of chosen) wrong.push(...(await visit(netra, site, pictures, kept)));
    wrong.push(...(await exportAll(netra, out, pictures)));
    if (netra.refused.length > 0) say(`\nAlamat lain yang diminta halaman dan tidak dijawab: ${[...new Set(netra.refused)].join(', ')}`);
  } finally {
    await netra.close();
  }
  for (const one of wrong) say(`SALAH  ${one}`);
  say(wrong.length === 0 ? '\nPeragaan selesai: semua seperti seharusnya.' : `\nPeragaan selesai dengan ${wrong.length} kesalahan.`);
  return wrong.length === 0 ? 0 : 1;
}

async function visit(netra: Netra, site: DemoSite, pictures: string, kept: Kept[]): Promise<string[]> {
  const wrong: string[] = [];
  const page = await netra.context.newPage();
  let panel: Panel | null = null;
  for (const [i, stop] of site.stops.entries()) {
    await page.goto(stop.url);
    panel ??= await netra.openPanel(page);
    await lookThrough(page, stop.opens);
    const state = await waitForState(panel, page, (now) => compare(stop, now).length === 0);
    const differences = compare(stop, state);
    const acts = (state?.findings ?? []).map(
      ({ match }) =>
        `${ACT_SHORT[match.sighting.action]}${match.sighting.reaction !== null && match.sighting.reaction !== 'like' ? ` (${REACTION_WORDS[match.sighting.reaction]})` : ''} ${match.sighting.actor.name ?? match.sighting.actor.handle ?? ''} [${match.grade === 'id' ? 'nomor akun' : 'nama akun'}]`,
    );
    const lost = Object.values(state?.health.unreadable ?? {}).reduce((sum, n) => sum + n, 0);
    say(
      `${(i === 0 ? site.platform : '').padEnd(10)} ${stop.shows.padEnd(46)} ${String(state?.health.found ?? 0).padStart(7)} ${String(lost).padStart(11)}  ${acts.join('; ') || '–'}`,
    );
    wrong.push(...differences.map((one) => `${site.platform}, ${stop.shows}: ${one}`));
    for (const finding of state?.findings ?? []) {
      await scrollTo(panel, page, finding.findingId);
      const said = await pressOnCard(panel, finding.findingId, 'Simpan bukti');
      const isKept = said.startsWith('Bukti tersimpan');
      if (isKept) kept.push({ site: site.platform, findingId: finding.findingId });
      else wrong.push(`${site.platform}, ${stop.shows}: bukti tidak tersimpan: ${said}`);
      if (isKept) wrong.push(...(await judge(panel, finding, kept.length)));
    }
    if (site.platform === 'facebook' && i === 0) await portray(page, panel, pictures, join(pictures, '0-netra.png'));
    await page.screenshot({ path: join(pictures, `2-${site.platform}-${i + 1}.png`) });
    await panel.evaluate('window.scrollTo(0, 0)');
    await panel.screenshot(join(pictures, `2-${site.platform}-${i + 1}-panel.png`));
  }
  await page.close();
  return wrong;
}

/** As a reviewer does: a firm finding is upheld, one that only a handle ties is set aside, and the third stays open. */
async function judge(panel: Panel, finding: TabState['findings'][number], count: number): Promise<string[]> {
  const { sighting, grade } = finding.match;
  const isNegative = sighting.reaction === 'angry' || sighting.reaction === 'sad' || sighting.reaction === 'haha';
  if (grade === 'id' && !isNegative && count % 3 !== 0) {
    const said = await pressOnCard(panel, finding.findingId, 'Kuatkan dugaan');
    return /dikuatkan|Dikuatkan/.test(said) ? [] : [`keputusan tidak tercatat: ${said}`];
  }
  if (grade !== 'handle') return [];
  await pressOnCard(panel, finding.findingId, 'Kesampingkan');
  const said = await pressOnCard(panel, finding.findingId, 'Ya, kesampingkan');
  return /ikesampingkan/.test(said) ? [] : [`keputusan tidak tercatat: ${said}`];
}

/** The dashboard: exports the findings that were upheld, and checks the file as a stranger would. */
async function exportAll(netra: Netra, out: string, pictures: string): Promise<string[]> {
  const page = await netra.extensionPage('dashboard.html');
  await pause(800);
  await page.screenshot({ path: join(pictures, '3-tinjauan.png'), fullPage: true });
  await page
    .getByRole('button', { name: /Ekspor/ })
    .first()
    .click();
  const file = await downloaded(netra.downloads);
  await page.screenshot({ path: join(pictures, '4-ekspor.png'), fullPage: true });
  await page.close();
  if (file === null) return ['berkas bukti tidak terunduh'];
  mkdirSync(join(out, 'bukti'), { recursive: true });
  const bundle = join(out, 'bukti', file.name);
  copyFileSync(file.path, bundle);
  const verified = await verifyBundle(await openAsBlob(bundle));
  say(
    `\nBerkas bukti: ${relative(projectFolder, bundle)} (${Math.round(statSync(bundle).size / 1024)} KiB), kunci ${verified.keyFingerprint}`,
  );
  for (const check of verified.checks) say(`  ${check.verdict === 'pass' ? '✓' : '✗'} ${check.say}`);
  return verified.ok ? [] : ['berkas bukti tidak lolos pemeriksaan'];
}

async function downloaded(folder: string): Promise<{ name: string; path: string } | null> {
  for (let i = 0; i < 200; i++) {
    const name = readdirSync(folder).find((one) => one.endsWith('.zip'));
    if (name !== undefined) {
      await pause(300);
      return { name, path: join(folder, name) };
    }
    await pause(100);
  }
  return null;
}
