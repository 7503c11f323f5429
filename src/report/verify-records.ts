// The second half of verifying: log, records, and the files that captures name. Only after a signature held.
import { parseText } from '../evidence/bytes.ts';
import { parseLine, verifyChain, verifyCommit } from '../evidence/chain.ts';
import { parseCheckpoint, toOrigin } from '../evidence/checkpoint.ts';
import { findClockSteps } from '../evidence/clock.ts';
import { openRecord } from '../evidence/seal.ts';
import { followKeys } from '../evidence/succession.ts';
import type { EvidenceRecord, Genesis } from '../model/evidence.ts';
import * as layout from './layout.ts';
import type { ReadBundle } from './read-bundle.ts';
import { stampsIn } from './stamps.ts';
import type { Verdicts } from './verdicts.ts';
import { checkArtefacts } from './verify-artefacts.ts';
import { checkStamps } from './verify-stamps.ts';
import { KEY, LOG } from './verify-words.ts';

/** @param keyFingerprint of the key whose signature held @returns keys that signed the log before it */
export async function checkRecords(bundle: ReadBundle, keyFingerprint: string, verdicts: Verdicts): Promise<string[]> {
  const lines = linesOf(bundle, layout.LOG);
  const numbered = await readRecords(bundle, lines, verdicts);
  const records = numbered.map(({ record }) => record);
  const genesis = records.find((record) => record.type === 'genesis')?.body ?? null;
  await checkLog(bundle, lines, genesis, verdicts);
  const earlierKeys = genesis === null ? [] : await checkKeys(lines ?? [], numbered, keyFingerprint, verdicts);
  checkErasures(numbered, verdicts);
  if (genesis !== null) await checkStamps(bundle, stampsIn(numbered), lines ?? [], toOrigin(genesis.logId), verdicts);
  checkArtefacts(bundle, numbered, verdicts);
  return earlierKeys;
}

/** The signing key is the one that the log names, over every repair and move; each of them is told also where all is well. */
async function checkKeys(
  lines: readonly string[],
  records: readonly { readonly seq: number; readonly record: EvidenceRecord }[],
  keyFingerprint: string,
  verdicts: Verdicts,
): Promise<string[]> {
  const { fingerprint, recoveries, restorations, brokenAt } = await followKeys(lines, records);
  const isFirst = recoveries.length + restorations.length === 0;
  if (brokenAt !== null) {
    const file = parseLine(lines[brokenAt] ?? '')?.type === 'restored' ? layout.RECORD_FILES.restored : layout.RECORD_FILES.recovery;
    verdicts.fail('key', KEY.broken(brokenAt), file);
  } else if (fingerprint !== keyFingerprint)
    verdicts.fail('key', isFirst ? KEY.notFirst : KEY.notLast, isFirst ? layout.RECORD_FILES.genesis : layout.RECORD_FILES.recovery);
  for (const { seq, body } of restorations) {
    verdicts.note('log', KEY.movedLog(seq));
    verdicts.note('key', KEY.moved(seq, body.previousKeyFingerprint, body.keyFingerprint));
  }
  for (const { seq, body } of recoveries) {
    const lost = body.missing.reduce((sum, { from, to }) => sum + to - from + 1, 0);
    verdicts.note('log', KEY.repaired(seq, lost));
    if (body.keyFingerprint !== body.previousKeyFingerprint)
      verdicts.note('key', KEY.lost(seq, body.previousKeyFingerprint, body.keyFingerprint));
  }
  return [...recoveries, ...restorations]
    .sort((a, b) => a.seq - b.seq)
    .flatMap(({ body }) => (body.previousKeyFingerprint === body.keyFingerprint ? [] : [body.previousKeyFingerprint]));
}

/** Destroyed content is told; content that a record says was destroyed has no business in a bundle of the same log. */
function checkErasures(records: readonly { readonly seq: number; readonly record: EvidenceRecord }[], verdicts: Verdicts): void {
  const present = new Set(records.map(({ seq }) => seq));
  for (const { seq, record } of records) {
    if (record.type !== 'erasure') continue;
    const { seqs, reason } = record.body;
    verdicts.note('records', LOG.erased(seqs.length, seq, reason));
    const back = seqs.filter((one) => present.has(one));
    if (back.length > 0) verdicts.fail('records', LOG.erasedBack(back), layout.RECORD_FILES.erasure);
    if (seqs.some((one) => one >= seq)) verdicts.fail('records', LOG.erasedAhead(seq), layout.RECORD_FILES.erasure);
  }
}

/** Null where the file is missing, is not text, or does not end with a line end. */
function linesOf(bundle: ReadBundle, name: string): string[] | null {
  const bytes = bundle.texts.get(name);
  const text = bytes === undefined ? null : parseText(bytes);
  return text?.endsWith('\n') ? text.slice(0, -1).split('\n') : null;
}

async function checkLog(bundle: ReadBundle, lines: string[] | null, genesis: Genesis | null, verdicts: Verdicts): Promise<void> {
  const { checkpoint: file } = layout.SIGNATURES;
  const checkpoint = parseCheckpoint(parseText(bundle.texts.get(file) ?? new Uint8Array()) ?? '');
  if (checkpoint === null) {
    verdicts.fail('log', LOG.checkpoint, file);
    return;
  }
  if (genesis !== null && checkpoint.origin !== toOrigin(genesis.logId)) verdicts.fail('log', LOG.otherChain, file);
  if (lines === null) {
    verdicts.fail('log', LOG.unreadable, layout.LOG);
    return;
  }
  const [step, ...others] = findClockSteps(lines);
  if (step !== undefined) verdicts.note('log', LOG.clock(step, others.length));
  const { broken } = await verifyChain(lines, checkpoint);
  const told = broken.slice(0, 5).map(({ seq, why }) => LOG.at(seq, why));
  if (broken.length > told.length) told.push(LOG.morePlaces(broken.length - told.length));
  if (broken.length > 0) verdicts.fail('log', LOG.broken(told), layout.LOG);
}

/** Reads all records that hold; tells the others by file and line. */
async function readRecords(
  bundle: ReadBundle,
  log: readonly string[] | null,
  verdicts: Verdicts,
): Promise<{ seq: number; record: EvidenceRecord }[]> {
  const bySeq = new Map((log ?? []).map((line) => [parseLine(line)?.seq ?? -1, line]));
  const records: { seq: number; record: EvidenceRecord }[] = [];
  const seen = new Set<number>();
  for (const [type, file] of Object.entries(layout.RECORD_FILES)) {
    if (!bundle.files.has(file)) continue;
    for (const [i, line] of (linesOf(bundle, file) ?? ['']).entries()) {
      // The record's text is cut out as it stands: what was hashed is checked, not what a parser made of it.
      const [, canonical = '', salt = '', digits = ''] = /^\{"record":(.*),"salt":"([0-9a-f]{64})","seq":(\d{1,15})\}$/s.exec(line) ?? [];
      const sealed = { seq: Number(digits), line: bySeq.get(Number(digits)) ?? '', salt, canonical };
      if (digits === '' || seen.has(sealed.seq) || !(await verifyCommit(sealed)) || openRecord(sealed).type !== type) {
        verdicts.fail('records', LOG.record(i + 1), file);
        continue;
      }
      seen.add(sealed.seq);
      records.push({ seq: sealed.seq, record: openRecord(sealed) });
    }
  }
  return records;
}
