// A disk that fills up while evidence is appended: a small tmpfs, made full from outside.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Acknowledged, appendMany, endWell, lookThrough, newProfile, openSession, storageState } from './session.ts';

const MIB = 1024 * 1024;

export interface Filled {
  readonly acknowledged: number;
  readonly lost: number;
  readonly chain: boolean;
  /** What the first refused append said; null if none was refused. */
  readonly refused: string | null;
}

/** Null where no disk can be mounted. */
export async function fillDisk(): Promise<Filled | null> {
  const disk = mkdtempSync(join(tmpdir(), 'netra-disk-'));
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=400m', 'tmpfs', disk]).status !== 0) {
    rmSync(disk, { recursive: true });
    return null;
  }
  const acknowledged: Acknowledged = new Map();
  try {
    const profile = newProfile(disk);
    const first = await openSession(profile);
    await appendMany(first.page, acknowledged, 100);
    const { bavail, bsize } = statfsSync(disk);
    writeFileSync(join(disk, 'full'), new Uint8Array(Math.max(0, bavail * bsize - MIB)));
    const refused = await appendMany(first.page, acknowledged, 20_000).then(
      () => null,
      (error: Error) => /Error: ([\w-]+)/.exec(error.message)?.[1] ?? error.message,
    );
    const { stopped } = await storageState(first.page);
    await endWell(first);
    rmSync(join(disk, 'full'));
    const again = await openSession(profile);
    const { lost, chain } = await lookThrough(again, acknowledged);
    await endWell(again);
    return { acknowledged: acknowledged.size, lost, chain, refused: stopped ? refused : null };
  } finally {
    spawnSync('umount', [disk]);
    rmSync(disk, { recursive: true, force: true });
  }
}
