// npm test: all checks in order, the fast ones first; closes with one line that counts them.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { buildExtension, projectFolder, runTool } from './steps.ts';

interface Counted {
  passed: number;
  failed: number;
  skipped: number;
}

interface Report {
  success: boolean;
  numPassedTests?: number;
  numFailedTests?: number;
  numPendingTests?: number;
  testResults?: { name: string; message?: string; assertionResults: { status: string; fullName: string; failureMessages?: string[] }[] }[];
}

/** What failed, told once more at the end: a long run's first lines are far away by then. */
const failures: string[] = [];
const total: Counted = { passed: 0, failed: 0, skipped: 0 };
function count(name: string, done: boolean): void {
  if (done) total.passed++;
  else {
    total.failed++;
    failures.push(name);
  }
  process.stdout.write(`${done ? 'lulus' : 'GAGAL'}  ${name}\n`);
}

const reports = join(projectFolder, 'out/reports');
rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });

/** Runs one vitest configuration and adds up what it counted; a run that ends without a count is a failure. */
function suite(name: string, config: string): void {
  const report = join(reports, `${name}.json`);
  const done = runTool('vitest', ['run', '--config', config, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]);
  if (!existsSync(report)) {
    count(name, false);
    return;
  }
  const { numPassedTests, numFailedTests, numPendingTests, success, testResults } = JSON.parse(readFileSync(report, 'utf8')) as Report;
  for (const { name: file, assertionResults } of testResults ?? [])
    for (const { status, fullName, failureMessages } of assertionResults)
      if (status === 'failed')
        failures.push(`${relative(projectFolder, file)}: ${fullName}\n${(failureMessages?.[0] ?? '').slice(0, 1500)}`);
  total.passed += numPassedTests ?? 0;
  total.failed += numFailedTests ?? 0;
  total.skipped += numPendingTests ?? 0;
  if ((!done || !success) && (numFailedTests ?? 0) === 0) count(name, false);
}

count('wxt prepare', runTool('wxt', ['prepare', '--level', 'warn']));
count('tsc', runTool('tsc', ['--noEmit', '-p', 'tsconfig.json']));
count('svelte-check', runTool('svelte-check', ['--tsconfig', 'tsconfig.json', '--threshold', 'warning', '--output', 'human']));
count('biome', runTool('biome', ['ci', '--error-on-warnings', '.']));
suite('unit', 'tests/vitest.config.ts');
const built = buildExtension('chrome') && buildExtension('firefox');
count('build', built);
if (built) suite('browser', 'tests/browser/vitest.config.ts');

for (const failure of failures) process.stdout.write(`\nGAGAL  ${failure}\n`);
process.stdout.write(`\n${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ''}\n`);
process.exit(total.failed === 0 ? 0 : 1);
