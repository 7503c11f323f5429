// Twelve words that a monitor gives the coordinator each day: whoever holds them can tell later that the log was not rebuilt behind them.
import { sha256 } from '../lib/hash.ts';
import { PLAIN_WORDS } from '../lib/plain-words.ts';
import { fromHex } from './bytes.ts';
import { type Checkpoint, toCheckpoint } from './checkpoint.ts';

const COUNT = 12;

/** Twelve words for 96 bits of the checkpoint's hash: somebody who wants another log with the same words has to try 2^96 of them. */
export async function toDailyWords(checkpoint: Checkpoint): Promise<string[]> {
  const hash = fromHex(await sha256(`netra-kode-harian-1\n${toCheckpoint(checkpoint)}`));
  return [...hash.slice(0, COUNT)].map((byte) => PLAIN_WORDS[byte] ?? '');
}

/** What a QR code of a checkpoint holds: the checkpoint itself and the words, so that a scanner's text can be compared by eye. */
export async function toDailyText(checkpoint: Checkpoint): Promise<string> {
  return `${toCheckpoint(checkpoint)}${(await toDailyWords(checkpoint)).join(' ')}\n`;
}

/** The words as somebody wrote them down; the wrong ones by their place, counted from 1. Case, commas and numbering do not matter. */
export function parseDailyWords(
  text: string,
): { readonly words: readonly string[] } | { readonly wrong: readonly number[]; readonly count: number } {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  const wrong = words.flatMap((word, at) => (PLAIN_WORDS.includes(word) ? [] : [at + 1]));
  return words.length === COUNT && wrong.length === 0 ? { words } : { wrong, count: words.length };
}

/**
 * At which length the log had these words; null if it never had. Null means that the log is another one, or was rebuilt since.
 * @param heads SHA-256 of each line, in order; the log's size at a line is its place counted from 1
 */
export async function findDailyWords(words: readonly string[], origin: string, heads: readonly string[]): Promise<number | null> {
  const wanted = words.join(' ');
  for (let i = heads.length - 1; i >= 0; i--) {
    const made = await toDailyWords({ origin, size: i + 1, head: heads[i] ?? '' });
    if (made.join(' ') === wanted) return i + 1;
  }
  return null;
}
