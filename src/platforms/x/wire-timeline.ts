// The frame of X's answers: instructions, entries, modules, cursors. Knows nothing of what a post says.
import { at, toObject, toText } from '../../lib/json.ts';

/** One place in a timeline, with whatever stands there. */
export interface Entry {
  readonly entryId: string | null;
  /** The `itemContent`: a post, an account, a notice. */
  readonly content: Record<string, unknown>;
  /** Stands on its own rather than in a module: of accounts, only these are a list's rows (modules hold suggestions). */
  readonly alone: boolean;
}

export interface Timeline {
  /** The keys that lead to the instructions, outermost first. */
  readonly keys: readonly string[];
  readonly entries: readonly Entry[];
  /** Kinds of cursor present: 'Top', 'Bottom', 'ShowMore', 'ShowMoreThreads', 'ShowMoreThreadsPrompt'. */
  readonly cursors: ReadonlySet<string>;
  /** The site says that nothing more follows. */
  readonly ended: boolean;
}

/** Deepest known place of `instructions` is seven keys below the root (2026-05). */
const DEPTH = 8;

/** Every timeline of an answer. Only plain objects are walked, never entries: what is found is a frame, not a fact. */
export function findTimelines(value: unknown, keys: readonly string[] = []): Timeline[] {
  const here = toObject(value);
  if (here === null || keys.length > DEPTH) return [];
  if (Array.isArray(here['instructions'])) return [readTimeline(here['instructions'], keys)];
  const found: Timeline[] = [];
  for (const key in here) {
    const part = here[key];
    if (typeof part === 'object' && part !== null && !Array.isArray(part)) found.push(...findTimelines(part, [...keys, key]));
  }
  return found;
}

function readTimeline(instructions: unknown[], keys: readonly string[]): Timeline {
  const entries: Entry[] = [];
  const cursors = new Set<string>();
  let ended = false;
  for (const instruction of instructions) {
    if (at(instruction, 'type') === 'TimelineTerminateTimeline' && at(instruction, 'direction') !== 'Top') ended = true;
    // AddEntries: `entries`; PinEntry and ReplaceEntry: `entry`; AddToModule: `moduleItems`.
    const own = [...toList(at(instruction, 'entries')), ...toList(at(instruction, 'entry'))];
    for (const entry of own) {
      const content = at(entry, 'content');
      take(at(content, 'itemContent'), toText(at(entry, 'entryId') ?? at(entry, 'entry_id')), true);
      take(content, null, true);
      for (const item of toList(at(content, 'items'))) takeItem(item);
    }
    for (const item of toList(at(instruction, 'moduleItems'))) takeItem(item);
  }
  return { keys, entries, cursors, ended };

  function takeItem(item: unknown) {
    take(at(item, 'item', 'itemContent'), toText(at(item, 'entryId') ?? at(item, 'entry_id')), false);
  }
  function take(content: unknown, entryId: string | null, alone: boolean) {
    const held = toObject(content);
    if (held === null) return;
    const cursor = toText(held['cursorType']);
    if (cursor !== null) cursors.add(cursor);
    else if ('tweet_results' in held || 'user_results' in held || isNotice(held)) entries.push({ entryId, content: held, alone });
  }
}

const isNotice = (content: Record<string, unknown>) => toText(content['itemType'] ?? content['__typename']) === 'TimelineTombstone';

function toList(value: unknown): unknown[] {
  if (Array.isArray(value)) return value;
  return value === undefined || value === null ? [] : [value];
}

/** The post id that an entry's own name ends in: `tweet-1`, `conversationthread-1-tweet-2`. */
export function toEntryPostId(entryId: string | null): string | null {
  return /(?:^|-)tweet-(\d+)(?:-|$)/.exec(entryId ?? '')?.[1] ?? null;
}
