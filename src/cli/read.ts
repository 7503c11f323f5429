// npm run -s read -- [--platform x] [--source page|wire] [--url URL] [--request FILE] [--all] FILE
// One JSON line for each sighting or unreadable item of a saved page or payload; with --all also what is said of lists.
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { at, parseJson, toObject } from '../lib/json.ts';
import type { Platform } from '../model/platform.ts';
import type { Reading } from '../model/sighting.ts';
import { platformOf, platforms } from '../platforms/index.ts';
import { isPage, type KnownRequest, readSavedPage, readSavedPayload } from './readings.ts';

function stop(message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(2);
}

function readOptions() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        platform: { type: 'string' },
        source: { type: 'string' },
        url: { type: 'string' },
        request: { type: 'string' },
        all: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    return stop(
      `read: pilihan tidak dikenal (${(error as Error).message.split('.')[0]}). Pemakaian: npm run -s read -- [--platform x] [--source page|wire] [--url ALAMAT] [--request BERKAS] [--all] BERKAS`,
    );
  }
}

function load(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    return stop(
      `read: berkas ${file} tidak dapat dibuka (${(error as NodeJS.ErrnoException).code ?? 'galat'}). Periksa nama dan tempatnya.`,
    );
  }
}

function parseOrStop(name: string): unknown {
  try {
    return parseJson(load(name));
  } catch {
    return stop(`read: ${name} bukan JSON yang utuh. Isinya harus permintaan yang membawa jawaban itu: {"url", "name", "variables"}.`);
  }
}

/** The page's own address, as a saved page states it. */
function statedUrl(html: string): string | null {
  const stated = /<link[^>]+rel="canonical"[^>]+href="([^"]+)"|<meta[^>]+property="og:url"[^>]+content="([^"]+)"/i.exec(html);
  return stated?.[1] ?? stated?.[2] ?? null;
}

const { values, positionals } = readOptions();
if (positionals.length > 1) stop('read: hanya satu berkas sekali baca.');
const file = positionals[0] ?? stop('read: sebutkan satu berkas. Contoh: npm run -s read -- --platform facebook halaman.html');
if (values.source !== undefined && values.source !== 'page' && values.source !== 'wire')
  stop('read: --source hanya menerima page atau wire.');

let text = load(file);
const asked = values.request === undefined ? null : toObject(parseOrStop(values.request));
// A request file may be the bare request, or the request with what is known around it (address of the page, envelope).
const request = (toObject(asked?.['request']) ?? asked ?? {}) as KnownRequest;
const unwrap = asked?.['unwrap'];
const around = typeof asked?.['url'] === 'string' && asked['request'] !== undefined ? asked['url'] : null;
const address = values.url ?? around ?? (isPage(text) ? statedUrl(text) : null) ?? request.url ?? null;
if (address !== null && !URL.canParse(address)) stop(`read: alamat "${address}" tidak dapat dibaca. Tulis lengkap, dengan https://`);

const byName = platforms.find((one) => one.id === values.platform);
if (values.platform !== undefined && byName === undefined)
  stop(`read: situs "${values.platform}" tidak dikenal. Pilih: ${platforms.map((one) => one.id).join(', ')}`);
const platform: Platform =
  byName ??
  (address === null ? null : platformOf(new URL(address))) ??
  stop('read: situsnya tidak dapat dikenali. Tambahkan --platform atau --url.');
const url = new URL(address ?? `https://${platform.hosts[0]}/`);

if (!isPage(text) && typeof unwrap === 'string') text = JSON.stringify(at(parseJson(text), ...unwrap.split('.')));
if (!isPage(text) && values.source === 'page') stop('read: berkas ini bukan halaman (HTML). Hilangkan --source, atau pakai --source wire.');
/** By both eyes; a page on which nobody's act stands was read by its scripts already. */
function readBoth(): Reading[] {
  const seen = readSavedPage(platform, text, url, 'page');
  return seen.some((reading) => reading.source === 'wire') ? seen : [...seen, ...readSavedPage(platform, text, url, 'wire')];
}
const readings = !isPage(text)
  ? readSavedPayload(platform, text, url, request)
  : values.source === undefined
    ? readBoth()
    : readSavedPage(platform, text, url, values.source);
if (readings.length === 0) process.stderr.write('read: tidak ada yang dikenali di berkas ini. Periksa --platform, --url dan --request.\n');
// Cut off by `head` and the like: no error of ours.
process.stdout.on('error', () => process.exit(0));
for (const reading of readings) if (values.all || reading.kind !== 'listing') process.stdout.write(`${JSON.stringify(reading)}\n`);
