// How long the readers take for one answer of a site, beside what JSON.parse takes for the same text.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { JSDOM } from 'jsdom';
import { isPage } from '../../src/cli/readings.ts';
import { at, parseJson, parseJsonDocuments } from '../../src/lib/json.ts';
import { readRequest } from '../../src/lib/request.ts';
import type { Exchange, Platform } from '../../src/model/platform.ts';
import { platforms } from '../../src/platforms/index.ts';
import { asked, hasRecorded, recordedFolder, truths } from '../platforms/score.ts';

const ROUNDS = 41;
/** Below this a round is repeated inside itself: shorter than the clock can tell. Milliseconds. */
const SHORTEST_MS = 2;
/** Blocks of JSON in pages that are smaller than this hold settings, no items. Characters. */
const SMALLEST_BLOCK = 4000;

interface Payload {
  readonly platform: Platform;
  readonly name: string;
  readonly exchange: Exchange;
  readonly url: URL;
}
interface Row {
  readonly site: string;
  readonly name: string;
  readonly size: number;
  readonly readings: number;
  /** JSON.parse, parseJson and readWire; milliseconds, medians. */
  readonly plain: number;
  readonly own: number;
  readonly whole: number;
}

if (!hasRecorded) {
  process.stdout.write(`Bench of reading skipped: there is no folder ${recordedFolder}; NETRA_RECORDED names another one.\n`);
  process.exit(0);
}

function loadPayloads(): Payload[] {
  const requests = asked();
  return Object.entries(truths()).flatMap(([file, truth]): Payload[] => {
    const platform = platforms.find(({ id }) => id === truth.platform);
    const ask = requests[file];
    if (platform === undefined || ask === undefined) return [];
    const url = new URL(ask.url);
    const text = readFileSync(join(recordedFolder, file), 'utf8');
    if (isPage(text)) {
      const { document } = new JSDOM(text).window;
      const blocks = platform.wire.embedded === null ? [] : [...document.querySelectorAll(platform.wire.embedded)];
      return blocks
        .map((block) => block.textContent ?? '')
        .filter((body) => body.length >= SMALLEST_BLOCK)
        .map((body, i) => ({
          platform,
          name: `${file} block ${i}`,
          url,
          exchange: { via: 'embedded', method: 'GET', url, name: null, variables: {}, body },
        }));
    }
    const body = ask.unwrap === undefined ? text : JSON.stringify(at(parseJson(text), ...ask.unwrap.split('.')));
    const request = ask.request ?? {};
    const address = request.url === undefined ? url : new URL(request.url, url);
    const sent = readRequest(address, request.body ?? null);
    return [
      {
        platform,
        name: file,
        url,
        exchange: {
          via: 'fetch',
          method: request.method ?? 'GET',
          url: address,
          name: request.name ?? sent.name,
          variables: { ...sent.variables, ...request.variables },
          body,
        },
      },
    ];
  });
}

/** What of a body is JSON: without a guard before it, or the assignment that it stands in. */
const jsonOf = (body: string) => body.replace(/^\s*(?:for\s*\(;;\);?|var \w+ = (?=\{))/, '').replace(/;\s*$/, '');

/** JSON.parse the way a site that sends several documents has to use it. */
function parsePlain(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text.split('\n').flatMap((line) => (line.trim() === '' ? [] : [JSON.parse(line) as unknown]));
  }
}

function isJson(body: string): boolean {
  try {
    parsePlain(jsonOf(body));
    return true;
  } catch {
    return false;
  }
}

const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

function time(work: () => unknown, times: number): number {
  const from = performance.now();
  for (let i = 0; i < times; i++) work();
  return (performance.now() - from) / times;
}

function measure({ platform, name, exchange, url }: Payload): Row {
  const { body } = exchange;
  const json = jsonOf(body);
  const works = [() => parsePlain(json), () => parseJsonDocuments(json), () => platform.readWire(exchange, { url })];
  const once = Math.max(0.001, time(works[0] as () => unknown, 3));
  const times = Math.max(1, Math.ceil(SHORTEST_MS / once));
  const taken = works.map((): number[] => []);
  for (let round = -3; round < ROUNDS; round++)
    works.forEach((_, i) => {
      // The order changes from round to round, so that none always runs in the other's wake.
      const which = (i + ROUNDS + round) % works.length;
      const ms = time(works[which] as () => unknown, times);
      if (round >= 0) taken[which]?.push(ms);
    });
  const [plain = 0, own = 0, whole = 0] = taken.map(median);
  return { site: platform.id, name, size: body.length, readings: platform.readWire(exchange, { url }).length, plain, own, whole };
}

const rows = loadPayloads()
  .filter(({ exchange }) => isJson(exchange.body))
  .map(measure);
const readers = (row: Row) => Math.max(0, row.whole - row.own) / row.plain;
const parse = (row: Row) => row.own / row.plain;
const all = (row: Row) => row.whole / row.plain;
const figure = (value: number) => value.toFixed(2).padStart(7);
const say = (text: string) => process.stdout.write(`${text}\n`);

say(`Reading of recorded answers; 1.00 is JSON.parse of the same text. Medians of ${ROUNDS} rounds in one run, taken in turn.`);
say('  readers  what the readers do with the parsed answer (readWire without parseJson)');
say('  parse    our parse, which keeps long numbers whole (parseJson)');
say('  all      both together\n');
say(
  `${'site'.padEnd(10)} answers  ${'readers'.padStart(7)}   worst    ${'parse'.padStart(7)}   worst    ${'all'.padStart(7)}   worst   longest, ms`,
);
for (const { id } of platforms) {
  const own = rows.filter((row) => row.site === id);
  if (own.length === 0) continue;
  const pair = (by: (row: Row) => number) => `${figure(median(own.map(by)))} ${figure(Math.max(...own.map(by)))}`;
  const longest = Math.max(...own.map((row) => row.whole));
  say(`${id.padEnd(10)} ${String(own.length).padStart(7)}  ${pair(readers)}  ${pair(parse)}  ${pair(all)}   ${longest.toFixed(1)}`);
}
if (process.env['NETRA_BENCH'] === 'files') {
  say('\nreaders   parse     all      ms      kB  readings  answer');
  for (const row of [...rows].sort((a, b) => readers(b) - readers(a)))
    say(
      `${figure(readers(row))} ${figure(parse(row))} ${figure(all(row))} ${figure(row.whole)} ${(row.size / 1000).toFixed(0).padStart(7)} ${String(row.readings).padStart(9)}  ${row.site} ${row.name}`,
    );
} else say('\nNETRA_BENCH=files tells each answer.');
