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

/** The picture of the item that is shown and handed on: the one that was covered last; of earlier versions of Netra the bare one. Null if there is none. */
export function pictureOf(capture: Capture, redactions: readonly Redaction[] = []): Artefact | null {
  const last = redactions.findLast(({ captureId }) => captureId === capture.captureId);
  const find = (role: Artefact['role']) => capture.artefacts.find((one) => one.role === role);
  return last?.artefacts[0] ?? find('redacted') ?? find('crop') ?? null;
}
