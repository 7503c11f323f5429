// A bundle's files as they were read once, for all who check them.
import type { Bytes } from '../evidence/bytes.ts';

/** What was read of one file: enough to check it without keeping large files in memory. */
export interface ReadFile {
  readonly hash: string;
  readonly bytes: number;
  /** The file's first bytes: an image's size stands there. */
  readonly start: Bytes;
}

/** All that is known of a bundle's files. Unreadable ones are missing from `files`. */
export interface ReadBundle {
  readonly files: ReadonlyMap<string, ReadFile>;
  /** Whole bytes of the small text files (records, tags). */
  readonly texts: ReadonlyMap<string, Bytes>;
}
