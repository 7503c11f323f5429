// npm run bench: measured figures, in tests/bench. Nothing passes or fails by time.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from './steps.ts';

const NAMES = ['read', 'page', 'registry', 'store'];
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !NAMES.includes(name));
if (unknown.length > 0) {
  process.stderr.write(`Tidak ada pengukuran bernama ${unknown.join(', ')}. Pilih: ${NAMES.join(', ')}.\n`);
  process.exit(1);
}
let failed = false;
// A process each: what one measurement leaves behind in the engine must not reach the next.
for (const name of asked.length > 0 ? asked : NAMES) {
  const file = join(projectFolder, 'tests/bench', `${name}.ts`);
  if (!existsSync(file)) continue;
  const done = spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', file], { cwd: projectFolder, stdio: 'inherit' });
  failed ||= done.status !== 0;
}
process.exit(failed ? 1 : 0);
