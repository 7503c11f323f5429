// Damage to the database's files while the browser is closed: each has to be recognised at the next start, and all has to come back.
import { readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { folderOf, newestLog } from './leveldb.ts';
import { type Acknowledged, appendMany, dropProfile, endWell, lookThrough, newProfile, openSession, type Seen } from './session.ts';

const find = (folder: string, name: RegExp) =>
  readdirSync(folder)
    .filter((one) => name.test(one))
    .map((one) => join(folder, one));

function flip(file: string, share: number): void {
  const bytes = readFileSync(file);
  const at = Math.floor(bytes.length * share);
  bytes[at] = (bytes[at] ?? 0) ^ 0x04;
  writeFileSync(file, bytes);
}

export const DAMAGES: Readonly<Record<string, (folder: string) => void>> = {
  'a bit of the log flipped': (folder) => flip(newestLog(folder), 0.5),
  'the log cut in half': (folder) => truncateSync(newestLog(folder), readFileSync(newestLog(folder)).length >> 1),
  'the log emptied': (folder) => truncateSync(newestLog(folder), 0),
  'the log removed': (folder) => rmSync(newestLog(folder)),
  'MANIFEST removed': (folder) => {
    for (const file of find(folder, /^MANIFEST-/)) rmSync(file);
  },
  'CURRENT removed': (folder) => rmSync(join(folder, 'CURRENT')),
  'a bit of every table flipped': (folder) => {
    for (const file of find(folder, /\.ldb$/)) flip(file, 0.4);
  },
  'all files removed': (folder) => {
    for (const file of find(folder, /./)) rmSync(file, { recursive: true });
  },
};

export async function tryDamage(
  name: string,
  count = 300,
  isSealed = false,
): Promise<{ seen: Seen; acknowledged: number; isTold: boolean }> {
  const profile = newProfile();
  const acknowledged: Acknowledged = new Map();
  try {
    const first = await openSession(profile, [], isSealed);
    await appendMany(first.page, acknowledged, count);
    const { extensionId } = first.netra;
    await endWell(first);
    DAMAGES[name]?.(folderOf(profile, extensionId, 'idb'));
    const again = await openSession(profile, [], isSealed);
    const seen = await lookThrough(again, acknowledged);
    await endWell(again);
    return { seen, acknowledged: acknowledged.size, isTold: seen.condition !== 'sound' && seen.condition !== 'fresh' };
  } finally {
    dropProfile(profile);
  }
}
