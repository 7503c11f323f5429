// npm run test:faults [-- --kills 200 --firefox 60 --sqlite 60 --stops 300 --minutes 60 --only torn,damage,kills,sealed,firefox,sqlite,stops,disk,cutoff,upgrade,firefoxdamage,sleep,soak,bundle]
// The storage under faults in a real Chromium and a real Firefox: ends with a table, and with 1 if anything acknowledged was lost.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { buildExtension, projectFolder } from './steps.ts';

if (process.env['NETRA_BUILD'] !== 'skip' && !(buildExtension('chrome') && buildExtension('firefox'))) process.exit(1);
const done = spawnSync(
  process.execPath,
  ['--disable-warning=ExperimentalWarning', join(projectFolder, 'tests/faults/run.ts'), ...process.argv.slice(2)],
  { cwd: projectFolder, stdio: 'inherit' },
);
process.exit(done.status ?? 1);
