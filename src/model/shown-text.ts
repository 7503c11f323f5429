// What a comparison of picture and source comes to.
import type { Capture } from './capture.ts';

/** Share of the compared text that was really seen, 0 to 1; null where nothing was compared. One letter too few is never rounded up to all. */
export function shareShown(shown: Capture['shownText']): number | null {
  if (shown === undefined || shown.characters === 0) return null;
  return Math.min(shown.visible, shown.inked) / shown.characters;
}

/** All of the text was seen, and nothing that the source does not hold; null where nothing was compared. */
export function isWhollyShown(shown: Capture['shownText']): boolean | null {
  const share = shareShown(shown);
  return share === null || shown === undefined ? null : share === 1 && shown.added === 0;
}
