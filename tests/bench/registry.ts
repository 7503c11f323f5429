// The registry in a real Chromium, from ten thousand accounts to ten million, beside other ways of keeping a list.
import { openBench } from './registry/site.ts';

const say = (text = '') => process.stdout.write(`${text}\n`);
const FULL = process.env['NETRA_BENCH_FULL'] === '1';
const SIZES = (process.env['NETRA_BENCH_SIZES'] ?? `10000,100000,1000000${FULL ? ',10000000' : ''}`).split(',').map(Number);
const THREADS = Number(process.env['NETRA_BENCH_THREADS'] ?? 1);
const WITH_NAMES = process.env['NETRA_BENCH_NAMES'] === '1';
const ms = (value: number) => (value < 10 ? value.toFixed(2) : value.toFixed(0)).padStart(8);
interface Times {
  readonly p50: number;
  readonly p99: number;
}
const times = ({ p50, p99 }: Times) => `${ms(p50)} ${ms(p99)}`;

say(`Made-up people, a third with an id and a handle, the others with a handle. ${WITH_NAMES ? 'With' : 'Without'} the index of names.`);
const rows: string[] = [];
for (const n of SIZES) {
  const bench = await openBench();
  try {
    const written = await bench.run<{ read: number; finish: number; total: number; sizes: Record<string, number>; csv: number }>(
      'write',
      n,
      WITH_NAMES,
      THREADS,
    );
    const each = (...names: string[]) => (names.reduce((sum, name) => sum + (written.sizes[name] ?? 0), 0) / n).toFixed(1);
    say(`\n${n.toLocaleString('en')} accounts, ${(written.csv / 1e6).toFixed(0)} MB of CSV`);
    say(
      `  import          ${(written.total / 1000).toFixed(1)} s (reading and sealing ${(written.read / 1000).toFixed(1)}, putting in order and checking ${(written.finish / 1000).toFixed(1)})`,
    );
    say(
      `  bytes an account  index ${each('index', 'directory')}, filter ${each('filter')}, records ${each('records')}, names ${each('namesIndex', 'namesDirectory')}`,
    );
    say(`  held            ${((written.sizes['filter'] ?? 0) / 1e6 + (written.sizes['directory'] ?? 0) * 5e-6).toFixed(1)} MB`);
    const firsts: number[] = [];
    for (let i = 0; i < 7; i++) firsts.push((await bench.run<{ ms: number }>('first', n)).ms);
    say(
      `  first answer    ${ms(firsts.sort((a, b) => a - b)[3] as number)} ms, worst ${ms(firsts.at(-1) as number)}, in a new worker (200 accounts, 1 listed)`,
    );
    const pages = await bench.run<Record<'misses' | 'five' | 'all', Times & { found: number }>>('pages', n, 60);
    say('  200 accounts         p50      p99  ms');
    say(`    none listed   ${times(pages.misses)}`);
    say(`    5 listed      ${times(pages.five)}`);
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
    rows.push(`${n}`);
  } finally {
    await bench.close();
  }
}
