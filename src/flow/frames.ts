// An item taller than the window is taken in parts: the monitor scrolls and presses again, Netra never scrolls. The parts that belong
// together bear one name, and say how much of the item they cover by now.
import { areaOf } from '../lib/rects.ts';
import type { Capture, Frame, Rect } from '../model/capture.ts';
import type { Stood } from '../model/stood.ts';

/** From this share on nothing that can be read is missing. */
const WHOLE = 0.995;
/** Items that differ by less are of one size, CSS pixels: a count below a post grows by a digit. */
const SAME = 3;
/** Parts taken further apart than this are not of one look at the item. */
const LONGEST_MS = 30 * 60_000;

/**
 * The part that a measurement shows; null where it shows the whole item, and nothing of it was taken in parts before.
 * @param earlier captures of the same finding, oldest first
 */
export function toFrame(stood: Stood, text: string | null, earlier: readonly Capture[], now: Date): Frame | null {
  const { rect, viewport, visibleShare } = stood;
  const covered = shownPart(rect, viewport);
  const last = earlier.at(-1);
  const open = last?.frame;
  const goesOn =
    last !== undefined &&
    open !== undefined &&
    open.share < WHOLE &&
    Math.abs(open.itemWidth - rect.width) < SAME &&
    Math.abs(open.itemHeight - rect.height) < SAME &&
    last.match.sighting.text === text &&
    now.getTime() - Date.parse(last.capturedAt) < LONGEST_MS;
  if (!goesOn) {
    if (visibleShare >= WHOLE) return null;
    return {
      group: crypto.randomUUID(),
      index: 1,
      itemWidth: rect.width,
      itemHeight: rect.height,
      covered,
      share: shareOf([covered], rect),
    };
  }
  const before = earlier.flatMap(({ frame }) => (frame?.group === open.group ? [frame.covered] : []));
  return {
    group: open.group,
    index: open.index + 1,
    itemWidth: rect.width,
    itemHeight: rect.height,
    covered,
    share: shareOf([...before, covered], rect),
  };
}

/** The part of an item that stands in the window, counted from the item's own corner. */
function shownPart(rect: Rect, viewport: Stood['viewport']): Rect {
  const left = Math.max(0, -rect.x);
  const top = Math.max(0, -rect.y);
  const right = Math.min(rect.width, viewport.width - rect.x);
  const bottom = Math.min(rect.height, viewport.height - rect.y);
  return { x: left, y: top, width: Math.max(0, right - left), height: Math.max(0, bottom - top) };
}

function shareOf(parts: readonly Rect[], rect: Rect): number {
  const share = areaOf(parts) / (rect.width * rect.height);
  return share >= WHOLE ? 1 : share;
}
