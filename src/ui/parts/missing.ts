// What an unreadable item lacks, in the user's words. The readers name fields; several names mean one thing to a user.
import type { Key } from '../words.ts';

const MEANING: Readonly<Record<string, Key>> = {
  actor: 'missing.account',
  author: 'missing.account',
  account: 'missing.account',
  post: 'missing.post',
  parent: 'missing.post',
  id: 'missing.link',
  permalink: 'missing.link',
  link: 'missing.link',
  text: 'missing.text',
  action: 'missing.action',
};

/** Counts by meaning, most first; a field that has no word of ours keeps its own name in `raw`. */
export function toMissing(unreadable: Readonly<Record<string, number>>): { key: Key; raw: string | null; n: number }[] {
  const sums = new Map<string, { key: Key; raw: string | null; n: number }>();
  for (const [field, n] of Object.entries(unreadable)) {
    if (n <= 0) continue;
    const meaning = Object.hasOwn(MEANING, field) ? MEANING[field] : undefined;
    const key = meaning ?? 'missing.other';
    const raw = meaning === undefined ? field : null;
    const before = sums.get(`${key} ${raw ?? ''}`);
    sums.set(`${key} ${raw ?? ''}`, { key, raw, n: (before?.n ?? 0) + n });
  }
  return [...sums.values()].sort((a, b) => b.n - a.n);
}
