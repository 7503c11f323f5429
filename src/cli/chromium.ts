// A real Chromium with the built extension, in which the real sites' addresses are answered from this computer.
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, type CDPSession, chromium, type Page, type Request } from 'playwright-core';
import { projectFolder } from './steps.ts';

export interface SiteAnswer {
  readonly status?: number;
  readonly contentType: string;
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
}
/** Answers a request to a site; null: there is no such page. */
export type Site = (url: URL, request: Request) => SiteAnswer | null;

/** The extension's panel, as it stands beside the page in the browser's own window. */
export interface Panel {
  /** Runs an expression in the panel and gives its value. */
  evaluate<T>(expression: string): Promise<T>;
  /** Clicks with the mouse where the element stands, as a person does; waits for it to appear. */
  click(selector: string): Promise<void>;
  /** Waits until the expression is truthy. */
  until(expression: string, what: string): Promise<void>;
  screenshot(file: string): Promise<void>;
}

export interface Netra {
  readonly context: BrowserContext;
  readonly extensionId: string;
  readonly downloads: string;
  readonly profile: string;
  extensionPage(path: string): Promise<Page>;
  /** A click on the toolbar button with this page in front: opens the panel and allows pictures, as for a person. */
  openPanel(page: Page): Promise<Panel>;
  /** The panel that is open already, over whatever tab is in front. */
  panelWithoutClick(): Promise<Panel>;
  /** Addresses that were asked for and that nobody here answered. */
  readonly refused: readonly string[];
  close(): Promise<void>;
}

/** NETRA_EXTENSION is another built copy, for trying one out while the next is being built. */
export const builtExtension = process.env['NETRA_EXTENSION'] ?? join(projectFolder, '.output/chrome-mv3');

/** An unpacked extension's id follows from its path. */
function idOf(path: string): string {
  const digest = createHash('sha256').update(realpathSync(path)).digest('hex').slice(0, 32);
  return [...digest].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 16))).join('');
}

export interface LaunchOptions {
  readonly sites: Site;
  /** Match patterns that count as allowed already, since nobody can answer the browser's question in a test. */
  readonly allowed: readonly string[];
  readonly headed?: boolean;
  /** Kept and reused if given; else a new one that is removed at the end. */
  readonly profile?: string;
  readonly extension?: string;
  readonly size?: { readonly width: number; readonly height: number };
  readonly args?: readonly string[];
  /** Hold pages that are left, for going back to them, as every browser of a person does; the remote control switches it off. */
  readonly holdsPages?: boolean;
  /** Let everything through to the network: for browsing by hand only. */
  readonly open?: boolean;
}

export async function launchNetra(options: LaunchOptions): Promise<Netra> {
  const extension = options.extension ?? builtExtension;
  const extensionId = idOf(extension);
  const profile = options.profile ?? mkdtempSync(join(tmpdir(), 'netra-'));
  const downloads = join(profile, 'unduhan');
  mkdirSync(join(profile, 'Default'), { recursive: true });
  mkdirSync(downloads, { recursive: true });
  writePreferences(profile, extensionId, extension, options.allowed, downloads);
  const size = options.size ?? { width: 1400, height: 900 };
  const executablePath = process.env['NETRA_CHROMIUM'];
  if (executablePath === undefined) throw new Error('NETRA_CHROMIUM is not set: run this by npm start or npm test');
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless: options.headed !== true,
    ...(options.holdsPages === true ? { ignoreDefaultArgs: ['--disable-back-forward-cache'] } : {}),
    viewport: null,
    locale: 'id-ID',
    args: [
      `--disable-extensions-except=${extension}`,
      `--load-extension=${extension}`,
      '--enable-unsafe-extension-debugging',
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      `--window-size=${size.width},${size.height}`,
      '--hide-scrollbars',
      ...(options.open === true
        ? []
        : [
            '--disable-background-networking',
            '--disable-component-update',
            '--disable-sync',
            '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost',
          ]),
      ...(options.args ?? []),
    ],
  });
  const refused: string[] = [];
  if (options.open !== true)
    await context.route(/^https?:/, async (route) => {
      const request = route.request();
      const answer = options.sites(new URL(request.url()), request);
      if (answer === null) {
        refused.push(request.url());
        return route.abort('addressunreachable');
      }
      return route.fulfill({
        status: answer.status ?? 200,
        contentType: answer.contentType,
        body: answer.body,
        headers: { ...answer.headers },
      });
    });
  const browser = context.browser();
  if (browser === null) throw new Error('the browser ended at once');
  const cdp = await browser.newBrowserCDPSession();
  await loadIfMissing(context, cdp, extension, extensionId);
  await cdp.send('Browser.setDownloadBehavior', { behavior: 'default' });

  return {
    context,
    extensionId,
    downloads,
    profile,
    refused,
    async extensionPage(path) {
      const page = await context.newPage();
      await page.goto(`chrome-extension://${extensionId}/${path}`);
      return page;
    },
    openPanel: (page) => openPanel(cdp, page, extensionId),
    panelWithoutClick: () => findPanel(cdp, extensionId),
    async close() {
      await context.close();
      if (options.profile === undefined) rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

function writePreferences(profile: string, id: string, extension: string, allowed: readonly string[], downloads: string): void {
  const { permissions } = JSON.parse(readFileSync(join(extension, 'manifest.json'), 'utf8')) as { permissions: string[] };
  const granted = (api: string[]) => ({ api, explicit_host: allowed, manifest_permissions: [], scriptable_host: [] });
  const file = join(profile, 'Default/Preferences');
  let kept: Record<string, unknown> = {};
  try {
    kept = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
    return;
  } catch {
    // A new profile.
  }
  writeFileSync(
    file,
    JSON.stringify({
      ...kept,
      download: { default_directory: downloads, prompt_for_download: false },
      extensions: { settings: { [id]: { granted_permissions: granted(permissions), runtime_granted_permissions: granted([]) } } },
    }),
  );
}

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));

/** Branded Chrome ignores --load-extension since version 137; it still takes one over the debugging port. */
async function loadIfMissing(context: BrowserContext, cdp: CDPSession, path: string, id: string): Promise<void> {
  const isThere = () => context.serviceWorkers().some((worker) => worker.url().includes(id));
  for (let i = 0; i < 30 && !isThere(); i++) await pause(100);
  if (!isThere()) await cdp.send('Extensions.loadUnpacked' as never, { path } as never);
  for (let i = 0; i < 50 && !isThere(); i++) await pause(100);
  if (!isThere()) throw new Error(`the browser did not load the extension in ${path}`);
}

async function openPanel(cdp: CDPSession, page: Page, extensionId: string): Promise<Panel> {
  await page.bringToFront();
  const { targetInfos } = await cdp.send('Target.getTargets', { filter: [{ type: 'tab', exclude: false }] });
  const own = await page.context().newCDPSession(page);
  const { targetInfo } = await own.send('Target.getTargetInfo');
  const tab = targetInfos.find((target) => target.url === targetInfo.url);
  if (tab === undefined) throw new Error(`no tab shows ${targetInfo.url}`);
  await cdp.send('Extensions.triggerAction' as never, { id: extensionId, targetId: tab.targetId } as never);
  return findPanel(cdp, extensionId);
}

async function findPanel(cdp: CDPSession, extensionId: string): Promise<Panel> {
  for (let i = 0; i < 100; i++) {
    const all = (await cdp.send('Target.getTargets')).targetInfos;
    const panel = all.find((target) => target.url.startsWith(`chrome-extension://${extensionId}/sidepanel.html`) && target.type === 'page');
    if (panel !== undefined) return drivePanel(cdp, panel.targetId);
    await pause(100);
  }
  throw new Error('the panel did not open');
}

/** The browser's side panel is no tab, so its target is talked to over the browser's own connection. */
async function drivePanel(cdp: CDPSession, targetId: string): Promise<Panel> {
  const { sessionId } = await cdp.send('Target.attachToTarget', { targetId, flatten: false });
  const waiting = new Map<number, (answer: { result?: unknown; error?: { message: string } }) => void>();
  let last = 0;
  cdp.on('Target.receivedMessageFromTarget', (event) => {
    if (event.sessionId !== sessionId) return;
    const answer = JSON.parse(event.message) as { id?: number; result?: unknown; error?: { message: string } };
    if (answer.id !== undefined) waiting.get(answer.id)?.(answer);
  });
  async function call<T>(method: string, params: object): Promise<T> {
    const id = ++last;
    const answered = new Promise<{ result?: unknown; error?: { message: string } }>((done) => waiting.set(id, done));
    await cdp.send('Target.sendMessageToTarget', { sessionId, message: JSON.stringify({ id, method, params }) });
    const { result, error } = await answered;
    waiting.delete(id);
    if (error !== undefined) throw new Error(`${method}: ${error.message}`);
    return result as T;
  }
  async function evaluate<T>(expression: string): Promise<T> {
    const { result, exceptionDetails } = await call<{
      result: { value: T };
      exceptionDetails?: { text: string; exception?: { description?: string } };
    }>('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true, userGesture: true });
    if (exceptionDetails !== undefined) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  }
  async function until(expression: string, what: string): Promise<void> {
    for (let i = 0; i < 150; i++) {
      if (await evaluate<boolean>(`Boolean(${expression})`)) return;
      await pause(100);
    }
    throw new Error(`the panel never showed ${what}: ${(await evaluate<string>('document.body.innerText')).slice(0, 2000)}`);
  }
  // The target is there before its document is.
  for (let i = 0; i < 100 && !(await evaluate<boolean>(`document.readyState === 'complete' && typeof chrome?.tabs === 'object'`)); i++)
    await pause(50);
  return {
    evaluate,
    until,
    async click(selector) {
      const quoted = JSON.stringify(selector);
      await until(`document.querySelector(${quoted}) && !document.querySelector(${quoted}).disabled`, selector);
      await evaluate(`document.querySelector(${quoted}).scrollIntoView({ block: 'center' })`);
      const { x, y } = await evaluate<{ x: number; y: number }>(
        `(() => { const r = document.querySelector(${quoted}).getBoundingClientRect(); return { x: r.x + r.width / 2, y: r.y + r.height / 2 }; })()`,
      );
      for (const type of ['mousePressed', 'mouseReleased'])
        await call('Input.dispatchMouseEvent', { type, x, y, button: 'left', buttons: type === 'mousePressed' ? 1 : 0, clickCount: 1 });
    },
    async screenshot(file) {
      const { data } = await call<{ data: string }>('Page.captureScreenshot', { format: 'png' });
      writeFileSync(file, Buffer.from(data, 'base64'));
    },
  };
}
