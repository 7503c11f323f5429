// The picture that a proposed tie is kept with: what the window showed of the profile, as it stood there.
import { sha256 } from '../lib/hash.ts';
import type { Artefact } from '../model/capture.ts';
import type { LinkedAccount } from '../model/link.ts';
import { isSameAccount } from '../model/tie.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** A window of 4K full of photographs. What is larger would be kept once for every tie. */
export const MOST_PICTURE_BYTES = 8 * 1024 * 1024;

export interface TiePicture {
  readonly artefact: Artefact;
  readonly bytes: Bytes;
}

export interface PictureWorld {
  /** The tab's window and address if it is in front of its window, else null. */
  readonly frontPage: (tabId: number) => Promise<{ readonly windowId: number; readonly url: string } | null>;
  /** PNG bytes, or why there are none. */
  readonly takeScreenshot: (windowId: number) => Promise<Bytes | string>;
  readonly sizeOf: (png: Bytes) => Promise<{ readonly width: number; readonly height: number }>;
  /** The account whose page an address is, or null. */
  readonly readProfile: (url: string) => LinkedAccount | null;
}

/** null where there can be no picture of that very profile: another tab or page is in front, the browser refuses, or it is too large. */
export async function takeTiePicture(world: PictureWorld, tabId: number, account: LinkedAccount): Promise<TiePicture | null> {
  const before = await frontProfile(world, tabId, account);
  if (before === null) return null;
  const bytes = await world.takeScreenshot(before);
  if (typeof bytes === 'string' || bytes.length > MOST_PICTURE_BYTES) return null;
  // Whoever went elsewhere meanwhile may have been pictured there.
  if ((await frontProfile(world, tabId, account)) !== before) return null;
  const { width, height } = await world.sizeOf(bytes);
  const hash = await sha256(bytes);
  return { bytes, artefact: { role: 'screenshot', hash, bytes: bytes.length, mediaType: 'image/png', width, height, madeFrom: null } };
}

async function frontProfile({ frontPage, readProfile }: PictureWorld, tabId: number, account: LinkedAccount): Promise<number | null> {
  const page = await frontPage(tabId);
  const shown = page === null ? null : readProfile(page.url);
  return page !== null && shown !== null && isSameAccount(shown, account) ? page.windowId : null;
}
