// What is said of the original beside the picture that is handed on.
import { unchangedIn } from '../../model/artefacts-in.ts';
import type { Artefact, Capture } from '../../model/capture.ts';

/** @param picture the one that is handed on */
export function originalKey(capture: Capture, picture: Artefact | null): 'shot.isOriginal' | 'shot.kept' | 'shot.notKept' {
  const unchanged = unchangedIn(capture);
  if (picture !== null && unchanged.has(picture.hash)) return 'shot.isOriginal';
  // Covered only later: the picture of before is the original, and is still there.
  const isThere = capture.artefacts.some(({ role, hash }) => role === 'crop' || (role === 'redacted' && unchanged.has(hash)));
  return isThere ? 'shot.kept' : 'shot.notKept';
}
