// The parts of the suite beside the storage's sudden ends: work that is cut off, other versions, other browsers, bundles, time.
import { cutEach, flipEach, sampleBundle, sumSeesEveryBit } from './bundle-damage.ts';
import { type CutOff, killExports, killImports } from './cut-off.ts';
import { damageFirefox, FIREFOX_DAMAGES } from './firefox-damage.ts';
import { killWhileUpgrading } from './first-version.ts';
import { sleepThrough } from './sleep.ts';
import { soak } from './soak.ts';

export const MORE_PARTS = ['cutoff', 'upgrade', 'firefoxdamage', 'sleep', 'soak', 'bundle'];

type Add = (isRight: boolean, ...cells: (string | number)[]) => void;
const EVERY_BIT = [0, 1, 2, 3, 4, 5, 6, 7];
/** Every bit of a file up to this long; of longer ones one bit of every byte, and the sum's own proof for the others. */
const SHORT = 5000;
/** MB for each hour of a person's scrolling. */
const MOST_GROWTH = 1;

async function tryBundle(add: Add): Promise<void> {
  const bytes = await sampleBundle();
  const cuts = await cutEach(bytes);
  add(cuts.accepted.length === 0, 'bundle cut off', `n ${cuts.tried}`, `taken for sound ${cuts.accepted.join(', ') || 0}`);
  const flips = await flipEach(bytes, (place, region, length) =>
    region === 'header' || (region === 'content' && length <= SHORT) ? EVERY_BIT : [place % 8],
  );
  add(
    flips.accepted.length === 0 && sumSeesEveryBit(bytes.length),
    'bundle, one bit another',
    `n ${flips.tried}`,
    `taken for sound ${flips.accepted.join(', ') || 0}`,
    `bytes ${JSON.stringify(flips.bytes)}`,
  );
}

/** @param parts which of them are wanted @param add writes a line of the closing table */
export async function tryMore(parts: readonly string[], add: Add): Promise<void> {
  const addCut = (name: string, { kills, wrong, stood }: CutOff) =>
    add(wrong.length === 0, name, `n ${kills}`, wrong.join('; ') || 'nothing lost', stood.join('; '));
  if (parts.includes('cutoff')) {
    addCut('SIGKILL while a bundle is exported', await killExports([0, 60, 200, 1000]));
    const steps = [
      ['copy', 0],
      ['read', 150],
      ['read', 800],
      ['save', 0],
      ['save', 300],
      ['save', 3000],
    ] as const;
    addCut('SIGKILL while a list is imported', await killImports(steps));
  }
  if (parts.includes('upgrade')) {
    const { kills, records, lost, chain, ms } = await killWhileUpgrading(100_000, [0, 100, 300, 800, 1500, 3000]);
    add(
      lost === 0 && chain,
      'SIGKILL while a first version’s database is carried on',
      `n ${kills}`,
      `records ${records}`,
      `lost ${lost}`,
      `last start ${ms} ms`,
    );
  }
  if (parts.includes('firefoxdamage') && process.env['NETRA_FIREFOX'] !== undefined)
    for (const name of Object.keys(FIREFOX_DAMAGES)) {
      const { condition, acknowledged, lost, chain } = await damageFirefox(name);
      // What the browser itself repairs without a loss need not be told.
      add(
        lost === 0 && chain && condition !== 'fresh',
        `damage in Firefox: ${name}`,
        'n 1',
        `acknowledged ${acknowledged}`,
        `lost ${lost}`,
        condition,
      );
    }
  if (parts.includes('sleep')) {
    const { seen, acknowledged } = await sleepThrough([60, 40]);
    add(
      seen.lost === 0 && seen.doubled === 0 && seen.chain,
      'asleep in the middle of appending',
      'n 2',
      `acknowledged ${acknowledged}`,
      `lost ${seen.lost}`,
      seen.condition,
    );
  }
  if (parts.includes('soak')) {
    const { bursts, heap, slope, nodes, listeners, errors } = await soak(10, 600);
    add(
      slope < MOST_GROWTH && errors.length === 0,
      'soak',
      `bursts ${bursts}`,
      `${slope.toFixed(2)} MB an hour`,
      `heap ${heap.join(' ')}`,
      `nodes ${nodes.join(' → ')}, listeners ${listeners.join(' → ')}`,
      errors[0] ?? 'no errors',
    );
  }
  if (parts.includes('bundle')) await tryBundle(add);
}
