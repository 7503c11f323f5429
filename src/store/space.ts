// How much room is left on the disk, and when to stop before there is none: a browser that cannot write can lose what it has.

const MIB = 1024 * 1024;
/** Below this no new captures are taken; reading, deciding and exporting go on. */
export const HEADROOM = 200 * MIB;
/** Below this the user is warned. */
export const LOW = 1024 * MIB;
/** Kept free for the browser's own repairs: given back at the first failed write. */
export const BALLAST = 16 * MIB;

/** What the browser says of its storage, in bytes; with unlimitedStorage Chromium's quota follows the free disk. */
export interface Space {
  readonly quota: number;
  readonly usage: number;
}

/** @param space null: the browser does not tell */
export function judgeSpace(space: Space | null): 'enough' | 'low' | 'full' | 'unknown' {
  if (space === null || !Number.isFinite(space.quota) || !Number.isFinite(space.usage)) return 'unknown';
  const left = space.quota - space.usage;
  return left < HEADROOM ? 'full' : left < LOW ? 'low' : 'enough';
}
