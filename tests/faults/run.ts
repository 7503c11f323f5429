// The whole suite of faults with its closing table. Counts come from the command line: see src/cli/faults.ts.
import { parseArgs } from 'node:util';
import { DAMAGES, tryDamage } from './damage.ts';
import { fillDisk } from './disk.ts';
import { killFirefox } from './firefox.ts';
import { type Counted, killMany, stopMany } from './kill.ts';
import { MORE_PARTS, tryMore } from './more.ts';
import { killWhileSealing } from './sealing.ts';
import { tryTorn } from './torn.ts';

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '200' },
    firefox: { type: 'string', default: '60' },
    sqlite: { type: 'string', default: '60' },
    stops: { type: 'string', default: '300' },
    minutes: { type: 'string', default: '60' },
    only: { type: 'string', default: `torn,damage,kills,sealed,firefox,sqlite,stops,disk,${MORE_PARTS}` },
  },
});
const parts = values.only.split(',');
const until = Date.now() + Number(values.minutes) * 60_000;
const rows: string[][] = [];
let failed = false;
const add = (isRight: boolean, ...cells: (string | number)[]) => {
  failed ||= !isRight;
  rows.push([isRight ? 'lulus' : 'GAGAL', ...cells.map(String)]);
  process.stdout.write(`${(rows.at(-1) ?? []).join(' · ')}\n`);
};
/** Upper end of the 95 % interval of a rate of which nothing was seen in n tries. */
const bound = (n: number) => (n === 0 ? '' : `${Math.min(100, 300 / n).toFixed(1)} %`);
const isRight = (one: Counted) => one.lost === 0 && one.doubled === 0 && one.broken === 0;
const addCounted = (name: string, one: Counted) =>
  add(
    isRight(one),
    name,
    `n ${one.kills}`,
    `acknowledged ${one.acknowledged}`,
    `lost ${one.lost}, twice ${one.doubled}, broken chains ${one.broken}`,
    `torn tails ${one.torn}, told ${JSON.stringify(one.told)}, restored ${one.restored}`,
    isRight(one) ? `rate below ${bound(one.kills)} (95 %)` : '',
  );

if (parts.includes('torn'))
  for (const store of ['idb', 'local', 'opfs'] as const) {
    const { second, third, acknowledged } = await tryTorn(store);
    const lost = second.lost + third.lost;
    add(
      lost === 0 && second.chain && third.chain,
      `torn tail: ${store}`,
      'n 1',
      `acknowledged ${acknowledged}`,
      `lost ${lost}`,
      `${second.condition}, then ${third.condition}`,
    );
  }
if (parts.includes('damage'))
  for (const [name, isSealed] of Object.keys(DAMAGES).flatMap((one) => [[one, false] as const, [one, true] as const])) {
    const { seen, acknowledged, isTold } = await tryDamage(name, 300, isSealed);
    // What the browser itself repairs without a loss need not be told.
    add(
      seen.lost === 0 && seen.chain,
      `damage${isSealed ? ', under a lock' : ''}: ${name}`,
      'n 1',
      `acknowledged ${acknowledged}`,
      `lost ${seen.lost}`,
      isTold ? `told: ${seen.condition}` : 'nothing was lost',
    );
  }
if (parts.includes('kills')) addCounted('SIGKILL, Chromium', await killMany(Number(values.kills), [], until));
if (parts.includes('sealed')) {
  addCounted('SIGKILL, Chromium, under a lock', await killMany(Math.ceil(Number(values.kills) / 4), [], until, true));
  const { kills, ...told } = await killWhileSealing(3000);
  add(
    told.lost === 0 && told.left === 0 && told.chain,
    'SIGKILL while a lock is set on what is there',
    `n ${kills}`,
    `records ${told.records}`,
    `lost ${told.lost}, left open ${told.left}`,
  );
}
if (parts.includes('firefox') && process.env['NETRA_FIREFOX'] !== undefined)
  addCounted('SIGKILL, Firefox', await killFirefox(Number(values.firefox), until));
if (parts.includes('sqlite'))
  addCounted('SIGKILL, Chromium with SQLite', await killMany(Number(values.sqlite), ['--enable-features=IdbSqliteBackingStore'], until));
if (parts.includes('stops')) addCounted('background stopped', await stopMany(Number(values.stops), until));
if (parts.includes('disk')) {
  const told = await fillDisk();
  if (told === null) process.stdout.write('disk full: left out, no small disk can be mounted here\n');
  else
    add(
      told.lost === 0 && told.chain && told.refused !== null,
      'disk full',
      'n 1',
      `acknowledged ${told.acknowledged}`,
      `lost ${told.lost}`,
      `refused: ${told.refused}`,
    );
}
await tryMore(parts, add);

process.stdout.write(`\n${rows.map((row) => row.join(' | ')).join('\n')}\n`);
process.exit(failed ? 1 : 0);
