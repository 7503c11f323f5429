// What the extension's own process holds: background, the journal's page and worker, and our own page that is open.
import { readFileSync } from 'node:fs';
import type { Netra } from '../../../src/cli/chromium.ts';
import { ownProcesses } from '../../browser/support.ts';

/** Megabytes in memory of this browser's processes that run extensions; null where the system does not tell. */
export function extensionMemory(netra: Netra): number | null {
  const read = (file: string) => {
    try {
      return readFileSync(file, 'utf8');
    } catch {
      return '';
    }
  };
  const own = ownProcesses(netra).filter((pid) => read(`/proc/${pid}/cmdline`).includes('--extension-process'));
  const kilobytes = own.map((pid) => Number(/^VmRSS:\s+(\d+) kB$/m.exec(read(`/proc/${pid}/status`))?.[1] ?? Number.NaN));
  return kilobytes.length === 0 || kilobytes.some(Number.isNaN) ? null : kilobytes.reduce((sum, one) => sum + one, 0) / 1000;
}
