// Which files records name, and which of them may be handed on.
import type { Artefact, Capture } from './capture.ts';
import type { EvidenceRecord } from './evidence.ts';
import type { Redaction } from './redaction.ts';

/** The files whose bytes are kept with a record. */
export function artefactsIn(record: EvidenceRecord): readonly Artefact[] {
  return record.type === 'capture' || record.type === 'redaction' ? record.body.artefacts : [];
}

const ORIGINALS: ReadonlySet<Artefact['role']> = new Set(['screenshot', 'crop', 'source', 'copy']);

/** Does such a file show whoever stood there? Then it is handed on only where the monitor said so, with a reason. */
export function isOriginal({ role }: Pick<Artefact, 'role'>): boolean {
  return ORIGINALS.has(role);
}

/** Hashes of those files for handing on that are an original byte for byte: nothing in them had to be covered or replaced. */
export function unchangedIn({ artefacts, notKept = [] }: Pick<Capture, 'artefacts' | 'notKept'>): ReadonlySet<string> {
  const originals = new Set([...artefacts, ...notKept].filter(isOriginal).map(({ hash }) => hash));
  return new Set(artefacts.filter((one) => !isOriginal(one) && originals.has(one.hash)).map(({ hash }) => hash));
}

/** The original of which such a file was made, by role; an original is its own. */
export function originalRole(role: Artefact['role']): Artefact['role'] {
  return role === 'redacted' ? 'crop' : role === 'redacted-source' ? 'source' : role === 'redacted-copy' ? 'copy' : role;
}

/** A capture's files, kept ones first, each file once: an original that is in nothing another than the file for handing on is left out. */
export function filesOf({ artefacts, notKept = [] }: Pick<Capture, 'artefacts' | 'notKept'>): Artefact[] {
  const unchanged = unchangedIn({ artefacts, notKept });
  return [...artefacts, ...notKept].filter((one) => !(isOriginal(one) && unchanged.has(one.hash)));
}

/** The picture of the item that is shown and handed on: the one that was covered last; of earlier versions of Netra the bare one. Null if there is none. */
export function pictureOf(capture: Capture, redactions: readonly Redaction[] = []): Artefact | null {
  return handedOf('redacted', capture, redactions) ?? capture.artefacts.find(({ role }) => role === 'crop') ?? null;
}

/** The file that is handed on in a role: of all later changes the last one. Null if there is none. */
export function handedOf(role: Artefact['role'], capture: Capture, redactions: readonly Redaction[]): Artefact | null {
  const later = redactions.filter(({ captureId }) => captureId === capture.captureId).flatMap(({ artefacts }) => artefacts);
  return later.findLast((one) => one.role === role) ?? capture.artefacts.find((one) => one.role === role) ?? null;
}
