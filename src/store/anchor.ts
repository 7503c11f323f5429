// What storage.local remembers of the evidence, so that a database that comes back empty or older is recognised. No personal data.

/** Version of this form; a later one is left alone. */
export const ANCHOR_VERSION = 1;

export interface Anchor {
  readonly version: number;
  /** Random name of the store, drawn at its beginning; database, journal and anchor carry the same. */
  readonly generation: string;
  /** Counts browser sessions in which the store was opened. */
  readonly session: number;
  /** The last acknowledged record; null before the first. It may lag behind, never run ahead. */
  readonly head: { readonly seq: number; readonly hash: string } | null;
}

/** Where the anchor lies. What is given back comes from outside and is not trusted. */
export interface AnchorPort {
  load(): Promise<unknown>;
  save(anchor: Anchor): Promise<void>;
}

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;

/** The anchor that was kept; null where there is none, or nothing that can be read as one. */
export function parseAnchor(kept: unknown): Anchor | null {
  if (typeof kept !== 'object' || kept === null) return null;
  const { version, generation, session, head } = kept as Record<string, unknown>;
  if (!isCount(version) || typeof generation !== 'string' || !isCount(session)) return null;
  if (head === null) return { version, generation, session, head };
  const { seq, hash } = (typeof head === 'object' ? head : {}) as Record<string, unknown>;
  if (!isCount(seq) || typeof hash !== 'string' || !/^[0-9a-f]{64}$/.test(hash)) return null;
  return { version, generation, session, head: { seq, hash } };
}
