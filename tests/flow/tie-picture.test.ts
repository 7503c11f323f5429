// The picture of a proposed tie: only ever of that very profile, in front, and not too large.
import { describe, expect, test } from 'vitest';
import { MOST_PICTURE_BYTES, type PictureWorld, takeTiePicture } from '../../src/flow/tie-picture.ts';
import { sha256 } from '../../src/lib/hash.ts';
import { artefactSchema } from '../../src/model/capture.ts';

const PNG = Uint8Array.of(0x89, 0x50, 0x4e, 0x47);
const account = { platform: 'x' as const, id: null, handle: 'Rina_K' };
const page = (handle: string, windowId = 3) => ({ windowId, url: `https://x.com/${handle}` });
const world = (given: Partial<PictureWorld> = {}): PictureWorld => ({
  frontPage: async () => page('rina_k'),
  takeScreenshot: async () => PNG,
  sizeOf: async () => ({ width: 800, height: 600 }),
  readProfile: (url) => ({ platform: 'x', id: null, handle: url.split('/').at(-1) ?? null }),
  ...given,
});
/** What stands in front, one after the other. */
const fronts = (...pages: readonly (ReturnType<typeof page> | null)[]) => {
  let at = 0;
  return async () => pages[at++] ?? null;
};

describe('a picture', () => {
  test('as an artefact of the kind that captures use', async () => {
    const taken = await takeTiePicture(world(), 7, account);
    expect(taken).toEqual({
      bytes: PNG,
      artefact: { role: 'screenshot', hash: await sha256(PNG), bytes: 4, mediaType: 'image/png', width: 800, height: 600, madeFrom: null },
    });
    expect(artefactSchema.parse(taken?.artefact)).toEqual(taken?.artefact);
  });

  test.each<[string, Partial<PictureWorld>]>([
    ['another tab is in front', { frontPage: async () => null }],
    ['the tab shows another profile', { frontPage: async () => page('orang_lain') }],
    ['the page is no profile', { readProfile: () => null }],
    ['the browser refuses', { takeScreenshot: async () => 'no-permission' }],
    ['it is too large', { takeScreenshot: async () => new Uint8Array(MOST_PICTURE_BYTES + 1) }],
    ['the tab went elsewhere meanwhile', { frontPage: fronts(page('rina_k'), page('orang_lain')) }],
    ['the tab was moved to another window meanwhile', { frontPage: fronts(page('rina_k'), page('rina_k', 4)) }],
    ['another tab came to the front meanwhile', { frontPage: fronts(page('rina_k'), null) }],
  ])('none where %s', async (_name, given) => {
    expect(await takeTiePicture(world(given), 7, account)).toBeNull();
  });
});
