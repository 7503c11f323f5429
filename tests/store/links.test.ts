import { describe, expect, test } from 'vitest';
import { sha256 } from '../../src/lib/hash.ts';
import type { LinkStep } from '../../src/model/link.ts';
import { openLinks, plainBox } from '../../src/store/links.ts';
import { newName, openStore } from './sample.ts';

const LINK = '0b0e7a52-3a0c-4b3f-9d57-0d6f5a1c2b3d';
const step = (by: string): LinkStep => ({
  linkId: LINK,
  at: '2026-11-22T03:00:00.000Z',
  kind: 'confirmed',
  by,
  statement: 'Foto seragam.',
});

test('steps come back in order, also after opening anew', async () => {
  const name = newName();
  const links = openLinks(openStore(name).db, plainBox);
  expect(await links.steps()).toEqual([]);
  for (const by of ['Budi', 'Citra', 'Dodi']) await links.append(step(by));
  expect((await openLinks(openStore(name).db, plainBox).steps()).map((one) => 'by' in one && one.by)).toEqual(['Budi', 'Citra', 'Dodi']);
});

test('many at once: none is lost and none overwritten', async () => {
  const links = openLinks(openStore(newName()).db, plainBox);
  await Promise.all(Array.from({ length: 20 }, (_, at) => links.append(step(`Orang ke ${at}`))));
  expect(new Set((await links.steps()).map((one) => 'by' in one && one.by)).size).toBe(20);
});

test('a step that is missing in between is told, not passed over', async () => {
  const { db } = openStore(newName());
  const links = openLinks(db, plainBox);
  for (const by of ['Budi', 'Citra', 'Dodi']) await links.append(step(by));
  await db.links.delete(1);
  await expect(links.steps()).rejects.toThrow('ada langkah yang hilang');
});

test('what is no step is not kept', async () => {
  const links = openLinks(openStore(newName()).db, plainBox);
  await expect(links.append({ ...step('Budi'), statement: '' } as LinkStep)).rejects.toThrow();
  expect(await links.steps()).toEqual([]);
});

test('sealed: the bytes on disk show nothing, and a plain box does not open them', async () => {
  const { db } = openStore(newName());
  const turn = (bytes: Uint8Array<ArrayBuffer>) => bytes.map((byte) => byte ^ 0x5a) as Uint8Array<ArrayBuffer>;
  const links = openLinks(db, { wrap: async (bytes) => Uint8Array.from([1, ...turn(bytes)]), unwrap: async (box) => turn(box.slice(1)) });
  await links.append(step('Budi'));
  const [row] = await db.links.toArray();
  expect(new TextDecoder().decode(row?.bytes)).not.toContain('Budi');
  expect(await links.steps()).toEqual([step('Budi')]);
  await expect(openLinks(db, plainBox).steps()).rejects.toThrow('tersandi');
});

describe('the picture of a proposal', () => {
  const picture = Uint8Array.from({ length: 5000 }, (_, at) => at % 251);
  const proposal = async (linkId: string, bytes: Uint8Array<ArrayBuffer> | null): Promise<LinkStep> => ({
    linkId,
    at: '2026-11-22T03:00:00.000Z',
    kind: 'proposed',
    by: 'Budi Pemantau',
    account: { platform: 'x', id: null, handle: 'rina' },
    person: { person: 'Rina', unit: 'Dinas', status: 'PNS', numberEnd: null, listId: null },
    band: 'strong',
    reasons: [],
    shown: { url: 'https://x.com/rina', name: 'Rina', words: '' },
    statement: 'Biodata menyebut dinas.',
    picture:
      bytes === null
        ? null
        : {
            role: 'screenshot',
            hash: await sha256(bytes),
            bytes: bytes.length,
            mediaType: 'image/png',
            width: 10,
            height: 10,
            madeFrom: null,
          },
  });
  const OTHER = '0b0e7a52-3a0c-4b3f-9d57-0d6f5a1c2b3e';
  const turn = (bytes: Uint8Array<ArrayBuffer>, by: number) => bytes.map((byte) => byte ^ by) as Uint8Array<ArrayBuffer>;

  test('comes back for its own tie, and steps are counted without it', async () => {
    const links = openLinks(openStore(newName()).db, plainBox);
    await links.append(await proposal(OTHER, null));
    await links.append(await proposal(LINK, picture), picture);
    await links.append(step('Citra'));
    expect((await links.steps()).map(({ kind }) => kind)).toEqual(['proposed', 'proposed', 'confirmed']);
    expect(await links.picture(LINK)).toEqual(picture);
    expect(await links.picture(OTHER)).toBeNull();
    expect(await links.picture('0b0e7a52-3a0c-4b3f-9d57-0d6f5a1c2b3f')).toBeNull();
  });

  test('other bytes than the step names are no picture', async () => {
    const { db } = openStore(newName());
    const links = openLinks(db, plainBox);
    await links.append(await proposal(LINK, picture), picture);
    const row = await db.links.get(-1);
    await db.links.put({ seq: -1, bytes: (row?.bytes ?? picture).with(100, 7) });
    expect(await links.picture(LINK)).toBeNull();
  });

  test('sealed as the steps are, and sealed anew with them', async () => {
    const { db } = openStore(newName());
    let key = 0;
    const box = {
      wrap: async (bytes: Uint8Array<ArrayBuffer>) => Uint8Array.from([key, ...turn(bytes, key)]),
      unwrap: async (sealed: Uint8Array<ArrayBuffer>) => turn(sealed.slice(1), sealed[0] ?? 0),
    };
    const links = openLinks(db, box);
    await links.append(await proposal(LINK, picture), picture);
    key = 0x5a;
    await links.sealAnew();
    for (const { bytes } of await db.links.toArray()) expect(bytes[0]).toBe(0x5a);
    expect((await db.links.get(-1))?.bytes.slice(1)).not.toEqual(picture);
    expect(await links.picture(LINK)).toEqual(picture);
    expect(await links.steps()).toHaveLength(1);
  });
});
