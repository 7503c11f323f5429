// The registry in a real Chromium, from ten thousand accounts to ten million, beside other ways of keeping a list.
import { readdirSync, readFileSync } from 'node:fs';
import { openBench } from './registry/site.ts';

const say = (text = '') => process.stdout.write(`${text}\n`);
const FULL = process.env['NETRA_BENCH_FULL'] === '1';
const SIZES = (process.env['NETRA_BENCH_SIZES'] ?? `10000,100000,1000000${FULL ? ',10000000' : ''}`).split(',').map(Number);
const ROUNDS = Number(process.env['NETRA_BENCH_ROUNDS'] ?? 200);
/** Milliseconds of processors that this program and all that it has started have used: other programs do not count. */
function cpuUsed(): number {
  const all = readdirSync('/proc').flatMap((pid) => {
    const text = /^\d+$/.test(pid) ? textOf(`/proc/${pid}/stat`) : '';
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    return text === '' ? [] : [{ pid: Number(pid), parent: Number(fields[1]), used: (Number(fields[11]) + Number(fields[12])) * 10 }];
  });
  let sum = 0;
  for (const next = [process.pid]; next.length > 0; ) {
    const pid = next.pop();
    for (const one of all) {
      if (one.pid === pid) sum += one.used;
      if (one.parent === pid) next.push(one.pid);
    }
  }
  return sum;
}

/** '' where a process has ended meanwhile. */
function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

const ms = (value: number) => (value < 10 ? value.toFixed(2) : value.toFixed(0)).padStart(8);
interface Times {
  readonly p50: number;
  readonly p99: number;
}
interface Written {
  readonly stages: Readonly<Record<string, number>>;
  readonly total: number;
  readonly told: number;
  readonly longest: number;
  readonly sizes: Readonly<Record<string, number>>;
  readonly csv: number;
}
const times = ({ p50, p99 }: Times) => `${ms(p50)} ${ms(p99)}`;

const seconds = (value = 0) => (value / 1000).toFixed(1);
const middle = (values: readonly number[]) => [...values].sort((a, b) => a - b)[values.length >> 1] as number;

say('Made-up people, a third with an id and a handle, the others with a handle. Imported by the worker of the settings page.');
for (const n of SIZES) {
  const bench = await openBench();
  try {
    await bench.run('csv', n);
    const before = cpuUsed();
    const written = await bench.run<Written>('write', n);
    const cpu = cpuUsed() - before;
    const each = (...names: string[]) => (names.reduce((sum, name) => sum + (written.sizes[name] ?? 0), 0) / n).toFixed(1);
    const { look, copy, read, save } = written.stages;
    say(`\n${n.toLocaleString('en')} accounts, ${(written.csv / 1e6).toFixed(0)} MB of CSV`);
    say(
      `  import          ${seconds(written.total)} s (looking ${seconds(look)}, copying ${seconds(copy)}, reading and sealing ${seconds(read)}, putting in order and checking ${seconds(save)})`,
    );
    say(`  processors      ${seconds(cpu)} s of all of them together, other programs not counted`);
    say(`  progress        told ${written.told} times, longest silence ${seconds(written.longest)} s`);
    say(
      `  bytes an account  index ${each('index', 'directory')}, filter ${each('filter')}, names ${each('namesIndex', 'namesDirectory')}, sealed records ${each('records')}`,
    );
    const memory = await bench.memory('hold', n, 60);
    say(
      `  held            ${(memory.held / 1e6).toFixed(1)} MB in the worker that looks up, ${(memory.empty / 1e6).toFixed(1)} MB in one that does nothing`,
    );
    const firsts = await bench.fromStopped(9, await bench.run('firstPage', n));
    say(
      `  first answer    ${ms(middle(firsts))} ms, worst ${ms(Math.max(...firsts))}, from a stopped service worker (200 accounts, 1 listed)`,
    );
    const pages = await bench.run<Record<'misses' | 'one' | 'five' | 'again' | 'all', Times & { found: number }>>('pages', n, ROUNDS);
    say('  200 accounts         p50      p99  ms');
    say(`    none listed   ${times(pages.misses)}`);
    say(`    1 listed      ${times(pages.one)}`);
    say(`    5 listed      ${times(pages.five)}`);
    say(`    the same again${times(pages.again)}`);
    say(`    all listed    ${times(pages.all)}`);
    const exact = await bench.run<{ asked: number; wrong: number }>('misses', n, FULL && n >= 1_000_000 ? 10_000_000 : 200_000);
    say(`  exact           ${exact.wrong} false of ${exact.asked.toLocaleString('en')} accounts that are on no list`);
    const others = await bench.run<Record<string, { built: number; bytes?: number; wrongInAMillion?: number; hits: Times; misses: Times }>>(
      'others',
      n,
      100,
    );
    for (const [name, other] of Object.entries(others))
      say(
        `  ${name.padEnd(8)} built ${(other.built / 1000).toFixed(1)} s   misses ${times(other.misses)}   hits ${times(other.hits)}${other.wrongInAMillion === undefined ? '' : `   ${other.wrongInAMillion} false in a million`}`,
      );
  } finally {
    await bench.close();
  }
}
