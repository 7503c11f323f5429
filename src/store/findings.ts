// The findings as the log tells them, made anew.
import type { Finding } from '../model/finding.ts';
import { type NetraDb, rowsFrom } from './db.ts';
import { readSealed, replay } from './replay.ts';

/** Puts what the log alone tells in the place of all findings. */
export async function makeFindings(db: NetraDb): Promise<void> {
  const findings = new Map<string, Finding>();
  for await (const rows of rowsFrom(db, 0))
    replay(
      findings,
      rows.flatMap((row) => {
        const record = readSealed(row);
        return record === null ? [] : [{ seq: row.seq, record }];
      }),
    );
  await db.transaction('rw', db.findings, db.meta, async () => {
    await db.findings.clear();
    await db.findings.bulkPut([...findings.values()]);
    await db.meta.delete('stale');
  });
}

/** Makes them anew where they are known to be behind the log. */
export async function freshenFindings(db: NetraDb): Promise<void> {
  if ((await db.meta.get('stale')) !== undefined) await makeFindings(db);
}
