// A real Firefox with the built extension, in which every address leads to a server on this computer.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectMarionette, freePort } from './marionette.ts';
import { projectFolder } from './steps.ts';

export interface FirefoxPanel {
  /** Runs an expression in the sidebar and gives its value. */
  evaluate<T>(expression: string): Promise<T>;
  /** Waits until the expression is truthy. */
  until(expression: string, what: string): Promise<void>;
}

export interface NetraInFirefox {
  readonly profile: string;
  readonly downloads: string;
  /** The extension's own origin, with a slash at the end. */
  readonly origin: string;
  /** Opens an address in the tab in front. */
  goto(url: string): Promise<void>;
  newTab(): Promise<string>;
  switchTo(tab: string): Promise<void>;
  closeTab(): Promise<void>;
  /** Runs a function body (with `return`) in the tab in front: on the DOM alone, whatever the page has overridden. */
  inPage<T>(body: string): Promise<T>;
  /** The same in one of the extension's own pages, with its `browser`. */
  inOwnPage<T>(body: string): Promise<T>;
  /** Waits until the body gives something truthy, and gives that. */
  until<T>(body: string, what: string): Promise<T>;
  /** A click of the mouse, as a person's. */
  click(selector: string): Promise<void>;
  /** Types with the keyboard into a field. */
  type(selector: string, words: string): Promise<void>;
  /** Picks a file in an `<input type=file>`. */
  pickFile(selector: string, file: string): Promise<void>;
  /** A click on the toolbar button: opens the sidebar and allows pictures of the tab in front. */
  openPanel(): Promise<FirefoxPanel>;
  /** Puts the event page to sleep at once, as the browser does after a while. */
  stopBackground(): Promise<void>;
  /** Ends the process without a chance to write anything. The profile stays. */
  kill(): Promise<void>;
  close(): Promise<void>;
}

export interface FirefoxOptions {
  /** Proxy that leads to the sites' stand-in. */
  readonly proxyPort: number;
  /** Kept and reused if given; else a new one that is removed at the end. */
  readonly profile?: string;
  /** Null: a browser without the extension. */
  readonly extension?: string | null;
  /** More of the browser's preferences. */
  readonly preferences?: Readonly<Record<string, string | number | boolean>>;
}

export const builtForFirefox = join(projectFolder, '.output/firefox-mv3');
const UUID = '6e657472-6100-4000-8000-000000000001';
const pause = (ms: number) => new Promise<void>((done) => setTimeout(done, ms));

/** Sentence that says why tests in Firefox do not run, or null. */
export function whyNoFirefox(): string | null {
  return process.env['NETRA_FIREFOX'] === undefined
    ? 'NETRA_FIREFOX is not set, no Firefox was found: the tests in Firefox are left out'
    : null;
}

function toPreferences(
  options: FirefoxOptions,
  port: number,
  extensionId: string,
  downloads: string,
): Record<string, string | number | boolean> {
  return {
    'marionette.port': port,
    'extensions.webextensions.uuids': JSON.stringify({ [extensionId]: UUID }),
    'extensions.webextensions.keepStorageOnUninstall': true,
    'extensions.webextensions.keepUuidOnUninstall': true,
    // The question cannot be answered from here; that it is asked inside a click is still required.
    'extensions.webextOptionalPermissionPrompts': false,
    'network.proxy.type': 1,
    'network.proxy.ssl': '127.0.0.1',
    'network.proxy.ssl_port': options.proxyPort,
    'network.proxy.http': '127.0.0.1',
    'network.proxy.http_port': options.proxyPort,
    'browser.download.dir': downloads,
    'browser.download.folderList': 2,
    'browser.download.useDownloadDir': true,
    'browser.download.always_ask_before_handling_new_types': false,
    'browser.download.alwaysOpenPanel': false,
    'dom.disable_open_during_load': false,
    'browser.shell.checkDefaultBrowser': false,
    'browser.aboutwelcome.enabled': false,
    'browser.startup.homepage_override.mstone': 'ignore',
    'browser.sessionstore.resume_from_crash': false,
    'datareporting.policy.dataSubmissionEnabled': false,
    'termsofuse.bypassNotification': true,
    'network.captive-portal-service.enabled': false,
    'network.connectivity-service.enabled': false,
    'app.update.disabledForTesting': true,
    ...options.preferences,
  };
}

export async function launchFirefox(options: FirefoxOptions): Promise<NetraInFirefox> {
  const executable = process.env['NETRA_FIREFOX'];
  if (executable === undefined) throw new Error(whyNoFirefox() ?? '');
  const extension = options.extension === undefined ? builtForFirefox : options.extension;
  const extensionId = extension === null ? '' : readGeckoId(extension);
  const profile = options.profile ?? mkdtempSync(join(tmpdir(), 'netra-firefox-'));
  const downloads = join(profile, 'unduhan');
  mkdirSync(downloads, { recursive: true });
  const port = await freePort();
  const preferences = Object.entries(toPreferences(options, port, extensionId, downloads));
  writeFileSync(
    join(profile, 'user.js'),
    preferences.map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`).join('\n'),
  );
  const process_ = spawn(executable, ['--headless', '--marionette', '--remote-allow-system-access', '--no-remote', '--profile', profile], {
    stdio: 'ignore',
    env: { ...process.env, MOZ_HEADLESS_WIDTH: '1400', MOZ_HEADLESS_HEIGHT: '900' },
  });
  const marionette = await connectMarionette(port);
  const { send } = marionette;
  await send('WebDriver:NewSession', { acceptInsecureCerts: true });
  await send('WebDriver:SetTimeouts', { script: 60_000 });
  if (extension !== null) await send('Addon:Install', { path: extension, temporary: true });

  async function run<T>(body: string, sandbox: string | null): Promise<T> {
    const script = `const done = arguments[arguments.length - 1];
      (async () => { ${body} })().then((value) => done({ value }), (error) => done({ error: String(error) }));`;
    const answer = await send<{ value: { value?: T; error?: string } }>('WebDriver:ExecuteAsyncScript', { script, args: [], sandbox });
    if (answer.value.error !== undefined) throw new Error(answer.value.error);
    return answer.value.value as T;
  }
  async function inChrome<T>(body: string): Promise<T> {
    await send('Marionette:SetContext', { value: 'chrome' });
    try {
      return await run<T>(body, 'default');
    } finally {
      await send('Marionette:SetContext', { value: 'content' });
    }
  }
  async function find(selector: string): Promise<string> {
    const { value } = await send<{ value: Record<string, string> }>('WebDriver:FindElement', { using: 'css selector', value: selector });
    return Object.values(value)[0] ?? '';
  }
  const sendKeys = async (selector: string, text: string) =>
    void (await send('WebDriver:ElementSendKeys', { id: await find(selector), text }));
  const gone = () => new Promise<void>((done) => (hasEnded(process_) ? done() : process_.once('exit', () => done())));
  const end = async () => {
    marionette.close();
    await Promise.race([gone(), pause(5000)]);
    if (!hasEnded(process_)) process_.kill('SIGKILL');
    await gone();
  };

  return {
    profile,
    downloads,
    origin: `moz-extension://${UUID}/`,
    goto: async (url) => void (await send('WebDriver:Navigate', { url })),
    async newTab() {
      const { handle } = await send<{ handle: string }>('WebDriver:NewWindow', { type: 'tab' });
      await send('WebDriver:SwitchToWindow', { handle, focus: true });
      return handle;
    },
    switchTo: async (handle) => void (await send('WebDriver:SwitchToWindow', { handle, focus: true })),
    async closeTab() {
      const [first] = await send<string[]>('WebDriver:CloseWindow');
      if (first !== undefined) await send('WebDriver:SwitchToWindow', { handle: first, focus: true });
    },
    inPage: (body) => run(body, 'default'),
    inOwnPage: (body) => run(body, null),
    async until<T>(body: string, what: string) {
      for (let i = 0; i < 150; i++) {
        const value = await run<T>(body, 'default').catch(() => null);
        if (value) return value as T;
        await pause(100);
      }
      throw new Error(`never came: ${what}; ${await run<string>('return document.body.textContent', 'default')}`.slice(0, 3000));
    },
    click: async (selector) => void (await send('WebDriver:ElementClick', { id: await find(selector) })),
    type: sendKeys,
    // The remote control takes a file's path as if it were typed.
    pickFile: sendKeys,
    async openPanel() {
      await inChrome(`const { extension } = WebExtensionPolicy.getByID(${JSON.stringify(extensionId)});
        await extension.apiManager.global.browserActionFor(extension).triggerAction(window);`);
      const panel = drivePanel(inChrome);
      await panel.until('window.wrappedJSObject.browser?.storage', 'a page of the extension');
      return panel;
    },
    stopBackground: () =>
      inChrome(`const { extension } = WebExtensionPolicy.getByID(${JSON.stringify(extensionId)});
        await extension.terminateBackground({ ignoreDevToolsAttached: true, disableResetIdleForTest: true });
        if (extension.backgroundState !== 'stopped') throw new Error('the background is ' + extension.backgroundState);`),
    async kill() {
      process_.kill('SIGKILL');
      await end();
    },
    async close() {
      if (!hasEnded(process_)) await send('Marionette:Quit', { flags: ['eForceQuit'] }).catch(() => undefined);
      await end();
      if (options.profile === undefined) rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

const hasEnded = (one: ChildProcess) => one.exitCode !== null || one.signalCode !== null;

function readGeckoId(extension: string): string {
  const manifest = JSON.parse(readFileSync(join(extension, 'manifest.json'), 'utf8')) as {
    browser_specific_settings: { gecko: { id: string } };
  };
  return manifest.browser_specific_settings.gecko.id;
}

/** The sidebar is no tab: a script is put into its own browser element, and answers by message. */
function drivePanel(inChrome: <T>(body: string) => Promise<T>): FirefoxPanel {
  let last = 0;
  async function evaluate<T>(expression: string): Promise<T> {
    const name = `netra:${++last}:${Math.random()}`;
    const inside = `(async () => (${expression}))().then(
      (value) => sendAsyncMessage(${JSON.stringify(name)}, { value }), (error) => sendAsyncMessage(${JSON.stringify(name)}, { error: String(error) }));`;
    const code = `{ const { document } = content; const window = content; ${inside} }`;
    const answer = await inChrome<{ value?: T; error?: string }>(`
      let inner = null;
      for (let i = 0; i < 100 && !inner?.messageManager; i++) {
        inner = document.getElementById('sidebar')?.contentDocument?.getElementById('webext-panels-browser') ?? null;
        if (!inner?.messageManager) await new Promise((done) => setTimeout(done, 100));
      }
      if (!inner?.messageManager) throw new Error('the sidebar did not open');
      return new Promise((done) => {
        inner.messageManager.addMessageListener(${JSON.stringify(name)}, ({ data }) => done(data));
        inner.messageManager.loadFrameScript('data:application/javascript;charset=utf-8,' + encodeURIComponent(${JSON.stringify(code)}), false);
      });`);
    if (answer.error !== undefined) throw new Error(answer.error);
    return answer.value as T;
  }
  return {
    evaluate,
    async until(expression, what) {
      for (let i = 0; i < 150; i++) {
        if (await evaluate<boolean>(`Boolean(${expression})`).catch(() => false)) return;
        await pause(100);
      }
      throw new Error(`the sidebar never showed ${what}: ${(await evaluate<string>('document.body.innerText')).slice(0, 2000)}`);
    },
  };
}
