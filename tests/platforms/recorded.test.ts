// Every act that must be found in the recorded pages and payloads is found, and nothing is found that is not there.
import { afterAll, describe, expect, test } from 'vitest';
import { platforms } from '../../src/platforms/index.ts';
import { disputed } from './disputed.ts';
import { asked, hasRecorded, readRecorded, recordedFolder, score, truths } from './score.ts';

const table = new Map<string, { files: number; found: number; missed: number; wrong: number; complete: number; sightings: number }>();

describe.skipIf(!hasRecorded)('recorded set', () => {
  const requests = asked();
  for (const platform of platforms) {
    for (const [file, truth] of Object.entries(truths()).filter(([, t]) => t.platform === platform.id)) {
      const ask = requests[file];
      if (ask === undefined || !ask.scored) continue;
      test(`${platform.id} ${ask.source} ${file}`, () => {
        const result = score(readRecorded(platform, file, ask), truth);
        const key = `${platform.id} ${ask.source}`;
        const sum = table.get(key) ?? { files: 0, found: 0, missed: 0, wrong: 0, complete: 0, sightings: 0 };
        table.set(key, {
          files: sum.files + 1,
          found: sum.found + result.found,
          missed: sum.missed + result.missed.length,
          wrong: sum.wrong + result.wrong.length,
          complete: sum.complete + result.complete,
          sightings: sum.sightings + result.sightings,
        });
        const known = disputed[file];
        if (known === undefined) expect({ missed: result.missed, wrong: result.wrong }).toEqual({ missed: [], wrong: [] });
        else
          expect({ missed: result.missed.length, wrong: result.wrong.length }, known.why).toEqual({
            missed: known.missed,
            wrong: known.wrong,
          });
      });
    }
  }
  afterAll(() => {
    const rows = [...table].map(
      ([key, row]) =>
        `  ${key.padEnd(16)} files ${String(row.files).padStart(3)}  found ${String(row.found).padStart(4)}  missed ${row.missed}  wrong ${row.wrong}  complete ${row.complete}/${row.sightings}`,
    );
    process.stdout.write(`\nRecorded set, by site and source\n${rows.join('\n')}\n`);
  });
});

if (!hasRecorded) test(`recorded set: there is no folder ${recordedFolder}; NETRA_RECORDED names another one`, (context) => context.skip());
