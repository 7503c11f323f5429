// Trusted time of a bundle: that each stamp is about this log, and that its files are the ones that the record keeps.
import { isSameBytes } from '../evidence/bytes.ts';
import { checkStamp } from '../evidence/stamp.ts';
import { sha256 } from '../lib/hash.ts';
import type { KeptStamp } from '../model/stamp.ts';
import { isStampPath, RECORD_FILES, stampPath } from './layout.ts';
import type { ReadBundle } from './read-bundle.ts';
import { toStampFiles } from './stamps.ts';
import type { Verdicts } from './verdicts.ts';
import { TIME } from './verify-words.ts';

const MOST_TOLD = 5;

/** @param lines the log @param origin its name */
export async function checkStamps(
  bundle: ReadBundle,
  stamps: readonly KeptStamp[],
  lines: readonly string[],
  origin: string,
  verdicts: Verdicts,
): Promise<void> {
  const named = new Set<string>();
  for (const stamp of stamps) {
    const { seq, body } = stamp;
    const faults = (await checkStamp(body, origin)).map(TIME.fault);
    if ((await sha256(lines[body.size - 1] ?? '')) !== body.head) faults.push(TIME.otherLine);
    if (faults.length > 0) verdicts.fail('time', TIME.invalid(seq, faults), RECORD_FILES.stamp);
    for (const { name, bytes } of toStampFiles(stamp, origin)) {
      named.add(name);
      const file = bundle.texts.get(name);
      if (file === undefined || !isSameBytes(file, bytes)) verdicts.fail('time', TIME.files, name);
    }
  }
  const strays = [...bundle.files.keys()].filter((name) => isStampPath(name) && !named.has(name));
  if (strays.length > 0) verdicts.fail('time', TIME.strays, ...strays);
  if (stamps.length === 0) {
    verdicts.leaveOut('time');
    verdicts.note('log', TIME.none);
    return;
  }
  const told = stamps
    .slice(0, MOST_TOLD)
    .map(({ body: { size, statedAt, authority } }) => TIME.stood(size, statedAt, authority.name, authority.url === null));
  if (stamps.length > MOST_TOLD) told.push(TIME.more(stamps.length - MOST_TOLD));
  verdicts.pass('time', TIME.passed(stamps.length, told, stampPath(stamps[0]?.seq ?? 0, 'tsr')));
}
