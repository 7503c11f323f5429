// Rectangles, in whatever unit.

export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What two rectangles have in common; null if nothing. */
export function overlapOf(one: Rectangle, other: Rectangle): Rectangle | null {
  const x = Math.max(one.x, other.x);
  const y = Math.max(one.y, other.y);
  const width = Math.min(one.x + one.width, other.x + other.width) - x;
  const height = Math.min(one.y + one.height, other.y + other.height) - y;
  return width > 0 && height > 0 ? { x, y, width, height } : null;
}

/** The parts of a rectangle that lie in none of the others. */
export function without(rect: Rectangle, others: readonly Rectangle[]): Rectangle[] {
  let left = [rect];
  for (const other of others) left = left.flatMap((part) => withoutOne(part, other));
  return left;
}

function withoutOne(rect: Rectangle, other: Rectangle): Rectangle[] {
  const inner = overlapOf(rect, other);
  if (inner === null) return [rect];
  const { x, y, width, height } = rect;
  const [bottom, right] = [inner.y + inner.height, inner.x + inner.width];
  return [
    { x, y, width, height: inner.y - y },
    { x, y: bottom, width, height: y + height - bottom },
    { x, y: inner.y, width: inner.x - x, height: inner.height },
    { x: right, y: inner.y, width: x + width - right, height: inner.height },
  ].filter((part) => part.width > 0 && part.height > 0);
}

/** Area that rectangles cover together, each place once. */
export function areaOf(rects: readonly Rectangle[]): number {
  return rects.reduce((sum, rect, i) => sum + without(rect, rects.slice(0, i)).reduce((part, one) => part + one.width * one.height, 0), 0);
}
