// Running the project's tools one after another, from wherever the command was given.
import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';

export const projectFolder = resolve(import.meta.dirname, '../..');
const bin = (name: string) => join(projectFolder, 'node_modules/.bin', name);

/** Runs a tool of the packages; its output goes to the terminal. True if it ended well. */
export function runTool(name: string, args: readonly string[], env: Record<string, string> = {}): boolean {
  const done = spawnSync(bin(name), args, {
    cwd: projectFolder,
    stdio: 'inherit',
    shell: process.platform === 'win32',
    env: { ...process.env, CI: '1', ...env },
  });
  return done.status === 0;
}

/** Builds the extension for one browser family into .output/<family>-mv3. */
export function buildExtension(family: 'chrome' | 'firefox'): boolean {
  return runTool('wxt', ['build', '-b', family, '--mv3', '--level', 'warn']);
}
