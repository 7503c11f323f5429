// The door of every command: installs what is missing, then hands over to the TypeScript that does the work.
// Plain JavaScript without packages, so that it runs on the Node that a machine happens to have (20 or newer).
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const windows = process.platform === 'win32';

/** Command -> the program, and what it needs on the machine. */
const COMMANDS = {
  start: { file: 'src/cli/start.ts', needs: ['chromium'] },
  test: { file: 'src/cli/check.ts', needs: ['chromium', 'firefox', 'tools'] },
  build: { file: 'src/cli/build.ts', needs: [] },
  read: { file: 'src/cli/read.ts', needs: [] },
  verify: { file: 'src/cli/verify.ts', needs: [] },
  'test:faults': { file: 'src/cli/faults.ts', needs: ['chromium', 'firefox'] },
  bench: { file: 'src/cli/bench.ts', needs: ['chromium'] },
};

const say = (text) => process.stderr.write(`${text}\n`);
function stop(text) {
  say(text);
  process.exit(1);
}

/** Output goes to stderr: stdout belongs to the command itself. */
function run(program, args) {
  const done = spawnSync(program, args, {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: windows,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  return done.status === 0;
}

function ensurePackages() {
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  const stamp = join(root, 'node_modules/.netra');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  say('Memasang paket yang diperlukan (sekali saja)…');
  if (!run('npm', ['ci', '--loglevel=error']))
    stop('Paket tidak dapat dipasang. Periksa sambungan ke registri npm, lalu ulangi perintah ini.');
  writeFileSync(stamp, lock);
}

/** A Node that runs TypeScript as it is: the one among the packages, or the machine's own if it is new enough. */
function findNode() {
  const own = join(root, 'node_modules/.bin', windows ? 'node.cmd' : 'node');
  if (existsSync(own)) return own;
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 22 || (major === 22 && minor >= 18)) return process.execPath;
  return stop(
    `Node ${process.versions.node} terlalu lama dan tidak ada paket Node untuk ${process.platform}-${process.arch}. Pasang Node 24 dari nodejs.org.`,
  );
}

const exists = (paths) => paths.find((path) => path !== undefined && path !== '' && existsSync(path));
const onPath = (names) =>
  exists(
    (process.env.PATH ?? '')
      .split(windows ? ';' : ':')
      .flatMap((folder) => names.map((name) => join(folder, windows ? `${name}.exe` : name))),
  );
const programFiles = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA].filter(Boolean);

function findChromium() {
  return (
    exists([process.env.NETRA_CHROMIUM]) ??
    onPath(['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge', 'msedge', 'chrome']) ??
    exists([
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
      ...programFiles.flatMap((folder) => [
        join(folder, 'Chromium/Application/chrome.exe'),
        join(folder, 'Google/Chrome/Application/chrome.exe'),
        join(folder, 'Microsoft/Edge/Application/msedge.exe'),
      ]),
    ])
  );
}
const findFirefox = () =>
  exists([process.env.NETRA_FIREFOX]) ?? onPath(['firefox-esr', 'firefox']) ?? exists(['/Applications/Firefox.app/Contents/MacOS/firefox']);

let refreshed = false;
/** Installs Debian packages where that is possible: Debian or a relative of it, as root. */
function aptInstall(names) {
  if (process.getuid?.() !== 0 || onPath(['apt-get']) === undefined) return false;
  say(`Memasang ${names.join(', ')} dari paket Debian (sekali saja)…`);
  if (!refreshed) refreshed = run('apt-get', ['update', '-qq']);
  return run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...names]);
}

function ensureChromium() {
  const found =
    findChromium() ??
    (aptInstall(['chromium', 'chromium-sandbox', 'fonts-liberation', 'fonts-noto-color-emoji']) ? findChromium() : undefined);
  if (found === undefined)
    stop('Tidak ada Chromium, Chrome atau Edge di komputer ini. Pasang salah satunya (di Debian: sudo apt install chromium), lalu ulangi.');
  process.env.NETRA_CHROMIUM = found;
}

/** Without Firefox the tests in Firefox are skipped, and say so. */
function ensureFirefox() {
  const found = findFirefox() ?? (aptInstall(['firefox-esr']) ? findFirefox() : undefined);
  if (found === undefined)
    say('Tidak ada Firefox: pengujian di Firefox dilewati. Pasang Firefox (di Debian: sudo apt install firefox-esr) untuk menjalankannya.');
  else process.env.NETRA_FIREFOX = found;
}

/** Programs of other makers with which the tests open what Netra writes. */
function ensureTools() {
  const needed = { unzip: 'unzip', openssl: 'openssl', 'ssh-keygen': 'openssh-client', sha256sum: 'coreutils', age: 'age' };
  const missing = Object.keys(needed).filter((name) => onPath([name]) === undefined);
  if (missing.length > 0 && !aptInstall(missing.map((name) => needed[name])))
    stop(`Pengujian memerlukan program: ${missing.join(', ')}. Pasang dahulu, lalu ulangi.`);
}

const ENSURE = { chromium: ensureChromium, firefox: ensureFirefox, tools: ensureTools };

const [name, ...args] = process.argv.slice(2);
const command = COMMANDS[name] ?? stop(`Perintah tidak dikenal: ${name}. Pilih: ${Object.keys(COMMANDS).join(', ')}.`);
ensurePackages();
for (const need of command.needs) ENSURE[need]();
const node = findNode();
process.env.PATH = `${join(root, 'node_modules/.bin')}${windows ? ';' : ':'}${process.env.PATH}`;
const done = spawnSync(node, ['--disable-warning=ExperimentalWarning', join(root, command.file), ...args], {
  stdio: 'inherit',
  shell: windows,
  // The files that a user names are looked for where the user stands, also when npm changed the folder.
  cwd: name === 'read' || name === 'verify' ? (process.env.INIT_CWD ?? process.cwd()) : root,
});
process.exit(done.status ?? 1);
