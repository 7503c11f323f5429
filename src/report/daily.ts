// The day's twelve words of a log, and whether a log once had the words that somebody holds.
import { parseText } from '../evidence/bytes.ts';
import { parseCheckpoint, toOrigin } from '../evidence/checkpoint.ts';
import { findDailyWords, parseDailyWords, toDailyText, toDailyWords } from '../evidence/daily-code.ts';
import { sha256 } from '../lib/hash.ts';
import type { DailyAnswer } from '../model/daily.ts';
import { type BundleFiles, openArchive } from './archive.ts';
import { LOG, SIGNATURES } from './layout.ts';

export interface DailyCode {
  readonly words: readonly string[];
  /** For the QR code. */
  readonly text: string;
  /** Number of log lines that the words stand for. */
  readonly size: number;
}

/** @param logId the log's own name, from its first record @param last the log's last line, and its place counted from 1 */
export async function toDailyCode(logId: string, last: { readonly line: string; readonly size: number }): Promise<DailyCode> {
  const checkpoint = { origin: toOrigin(logId), size: last.size, head: await sha256(last.line) };
  return { words: await toDailyWords(checkpoint), text: await toDailyText(checkpoint), size: last.size };
}

/** Looks for words that somebody wrote down. @param lines all lines of the log, in order */
export async function askDailyCode(written: string, logId: string, lines: readonly string[]): Promise<DailyAnswer> {
  return ask(written, toOrigin(logId), lines);
}

/** Looks for them in a bundle's log: the words of a day before it was written, or of its own day. Only of a bundle that is whole. */
export async function askBundle(written: string, source: Blob | BundleFiles): Promise<DailyAnswer> {
  const files = 'read' in source ? source : await openArchive(source);
  const checkpoint = parseCheckpoint(parseText(await files.read(SIGNATURES.checkpoint)) ?? '');
  const log = parseText(await files.read(LOG)) ?? '';
  return ask(written, checkpoint?.origin ?? '', log.split('\n').slice(0, -1));
}

async function ask(written: string, origin: string, lines: readonly string[]): Promise<DailyAnswer> {
  const parsed = parseDailyWords(written);
  if (!('words' in parsed)) return parsed;
  const heads: string[] = [];
  for (const line of lines) heads.push(await sha256(line));
  return { found: await findDailyWords(parsed.words, origin, heads) };
}
