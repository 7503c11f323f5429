// A backup put back in a real Firefox, and one made there: it lets nobody choose a file to write to, so what is written is downloaded.
import { mkdtempSync, openAsBlob, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { launchFirefox, type NetraInFirefox, whyNoFirefox } from '../../src/cli/firefox.ts';
import { readBackup } from '../../src/report/backup-read.ts';
import { writeBackup } from '../../src/report/backup-write.ts';
import { SECRET, toBackupInput } from '../report/backup-sample.ts';
import { KEPT } from './kept.ts';
import { pause } from './support.ts';

z.config({ jitless: true });
const reason = whyNoFirefox();
const BOX = `document.querySelector('section[aria-labelledby=cadangan]')`;

describe.skipIf(reason !== null)(`backups in Firefox${reason === null ? '' : ` (${reason})`}`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'netra-backup-firefox-'));
  const file = join(folder, 'cadangan.age');
  let firefox: NetraInFirefox;
  let input: Awaited<ReturnType<typeof toBackupInput>>;
  beforeAll(async () => {
    input = await toBackupInput();
    const sealed = await new Response((await writeBackup(input, SECRET)) as ReadableStream<Uint8Array<ArrayBuffer>>).arrayBuffer();
    writeFileSync(file, new Uint8Array(sealed));
    firefox = await launchFirefox({ proxyPort: 9 });
    await firefox.goto(`${firefox.origin}settings.html`);
  });
  afterAll(async () => {
    await firefox?.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });

  /** Several times as long as one step may take: sealing under a passphrase takes seconds. */
  async function seen(words: string): Promise<void> {
    for (let i = 0; i < 3; i++) {
      const isThere = await firefox.until(`return ${BOX}.textContent.includes(${JSON.stringify(words)})`, words).then(
        () => true,
        (error: unknown) => (i === 4 ? Promise.reject(error) : false),
      );
      if (isThere) return;
    }
    throw new Error(`never came: ${words}; ${await firefox.inPage<string>(`return ${BOX}.innerText`)}`);
  }
  const press = async (words: string) => {
    const find = `const b = [...${BOX}.querySelectorAll('button')].find((one) => one.textContent.trim() === ${JSON.stringify(words)} && !one.disabled);`;
    await firefox.until(`${find} b?.setAttribute('data-test', 'press'); return b !== undefined;`, words);
    await firefox.click('button[data-test=press]');
    await firefox.until(`document.querySelector('[data-test=press]')?.removeAttribute('data-test'); return true;`, words);
  };
  const fill = (at: number, words: string) =>
    firefox.until(
      `const i = ${BOX}.querySelectorAll('input[type=password]')[${at}]; i.value = ${JSON.stringify(words)}; i.dispatchEvent(new Event('input', { bubbles: true })); return true;`,
      'the field of the passphrase',
    );
  const rows = async () =>
    JSON.parse(await firefox.inOwnPage<string>(`return (async () => { ${KEPT} return JSON.stringify(await kept.rows()); })()`)) as {
      seq: number;
      line: string;
    }[];

  test('all of it comes back, into both copies', async () => {
    await seen('Belum ada bukti di sini');
    await firefox.pickFile('section[aria-labelledby=cadangan] input[type=file]', file);
    await fill(0, SECRET);
    await press('Buka dan periksa');
    await seen('Cadangan ini utuh.');
    await press('Pulihkan ke komputer ini');
    await seen('Pulih: semua baris');
    const log = await rows();
    expect(log.slice(0, input.size).map(({ line }) => line)).toEqual(input.rows.map(({ line }) => line));
    expect(log.length).toBe(input.size + 1);
    const state = await firefox.inOwnPage<string>(
      `return browser.runtime.sendMessage({ type: 'storage-state' }).then((one) => JSON.stringify(one))`,
    );
    expect(JSON.parse(state)).toMatchObject({ condition: 'sound', inDatabase: input.size + 1, inJournal: input.size + 1 });
  });

  test('one that is made there is downloaded, and reads back with the record of the move', async () => {
    await fill(0, SECRET);
    await fill(1, SECRET);
    await press('Buat cadangan');
    await seen('Cadangan selesai.');
    let path: string | null = null;
    for (let i = 0; i < 100 && path === null; i++) {
      const files = readdirSync(firefox.downloads);
      const name = files.some((one) => one.endsWith('.part')) ? undefined : files.find((one) => one.endsWith('.age'));
      if (name !== undefined && statSync(join(firefox.downloads, name)).size > 0) path = join(firefox.downloads, name);
      else await pause(100);
    }
    const read = await readBackup(await openAsBlob(path ?? ''), SECRET);
    expect(read.lines.slice(0, input.size)).toEqual(input.rows.map(({ line }) => line));
    expect([read.lines.length, read.captures, read.gone, read.links.length]).toEqual([input.size + 2, 4, [], input.links.length]);
  });
});
