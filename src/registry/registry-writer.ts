// What an importer is given to write one list of the registry. Where and how it is kept is not known here.
import type { Ambiguous } from '../model/lists.ts';
import type { RegistryList, RegistryRow } from '../model/registry.ts';

/** What is known of a list before its first row. */
export interface WriteMeta {
  /** The id of the list to replace, or a new one. */
  readonly listId: string;
  readonly origin: RegistryList['origin'];
  /** Names of the files it is made from. */
  readonly files: readonly string[];
  /** ISO 8601 UTC. */
  readonly importedAt: string;
  /** Switched on from the start; a list that is replaced keeps its switch. */
  readonly isOn?: boolean;
  /** Whether people can be found by parts of their name too (ties to be proposed); true if missing, but for lists that are too long. */
  readonly names?: boolean;
}

/** A list that was written and is in use. */
export interface WrittenList {
  readonly list: RegistryList;
  /** Accounts that the list claims for different people, the first 200 of them: none is used. All are counted in `list.counts.ambiguous`. */
  readonly ambiguous: readonly Ambiguous[];
}

/** Writes one list. Until `finish` has answered, the list of the same id as it was before is in use, whole. */
export interface RegistryWriter {
  /** Rows in any number; batches of some thousand are fastest. Answers when more can be taken. Throws if the disk refuses. */
  add(rows: readonly RegistryRow[]): Promise<void>;
  /** Sorts, checks what stands on disk and switches it in, in one step. @param refused rows that the importer refused */
  finish(refused: number, told?: (done: number) => void): Promise<WrittenList>;
  /** Leaves everything as it was before. */
  abort(): Promise<void>;
}
