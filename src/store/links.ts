// The steps of ties between accounts and people. A step is added and never changed; there is nothing here that could change one.
import { sha256 } from '../lib/hash.ts';
import { type LinkStep, linkStepSchema } from '../model/link.ts';
import type { NetraDb } from './db.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** Seals what is kept and opens it again, as the vault does. */
export interface Box {
  wrap(bytes: Uint8Array<ArrayBuffer>, purpose: string): Promise<Uint8Array<ArrayBuffer>>;
  unwrap(box: Uint8Array<ArrayBuffer>, purpose: string): Promise<Uint8Array<ArrayBuffer>>;
}

export interface LinkStore {
  /** Resolves once it is on disk. */
  append(step: LinkStep, picture?: Bytes): Promise<void>;
  /** The picture that the first step of a tie was kept with; null if there is none, or its bytes are not those that the step names. */
  picture(linkId: string): Promise<Bytes | null>;
  /** All of them, oldest first. @throws Error if one cannot be read: a tie must not come back to life because its end is lost. */
  steps(): Promise<LinkStep[]>;
  /** Seals each step anew: after a passphrase was set, none stays as it was. */
  sealAnew(): Promise<void>;
}

/** Where there is no vault: the vault's own form of what is not sealed, so that it can take over at any time. */
export const plainBox: Box = {
  wrap: async (bytes) => Uint8Array.from([0, ...bytes]),
  async unwrap(box) {
    if (box[0] !== 0) throw new Error('Catatan tautan akun tersandi dan tidak dapat dibuka di sini.');
    return box.slice(1);
  },
};

const PURPOSE = 'netra-link-step-1';
const PICTURE = 'netra-link-picture-1';
/** Pictures stand before the steps, so that reading the steps reads none of them: that of step 0 at -1, of step 1 at -2. */
const pictureAt = (seq: number) => -1 - seq;

/** @param kept called once a step is on disk: for its second copy, which the next start makes where this fails */
export function openLinks(db: NetraDb, box: Box, kept: () => Promise<void> = async () => undefined): LinkStore {
  return {
    async append(step, picture) {
      // Sealed before the transaction opens: awaiting anything else inside would let IndexedDB commit it early.
      const bytes = await box.wrap(new TextEncoder().encode(JSON.stringify(linkStepSchema.parse(step))), PURPOSE);
      const sealed = picture === undefined ? null : await box.wrap(picture, PICTURE);
      await db.transaction('rw', db.links, async () => {
        const seq = ((await db.links.where('seq').aboveOrEqual(0).last())?.seq ?? -1) + 1;
        await db.links.add({ seq, bytes });
        if (sealed !== null) await db.links.add({ seq: pictureAt(seq), bytes: sealed });
      });
      await kept().catch(() => undefined);
    },
    async sealAnew() {
      const rows = await db.links.where('seq').aboveOrEqual(0).toArray();
      const made = await Promise.all(
        rows.map(async ({ seq, bytes }) => ({ seq, bytes: await box.wrap(await box.unwrap(bytes, PURPOSE), PURPOSE) })),
      );
      await db.links.bulkPut(made);
      // One at a time: together they may be more than fits in memory.
      for (const seq of await db.links.where('seq').below(0).primaryKeys()) {
        const row = await db.links.get(seq);
        if (row !== undefined) await db.links.put({ seq, bytes: await box.wrap(await box.unwrap(row.bytes, PICTURE), PICTURE) });
      }
    },
    async picture(linkId) {
      const steps = await readSteps();
      const seq = steps.findIndex((step) => step.linkId === linkId && step.kind === 'proposed');
      const step = steps[seq];
      const row = step === undefined ? undefined : await db.links.get(pictureAt(seq));
      if (row === undefined || step?.kind !== 'proposed') return null;
      const bytes = await box.unwrap(row.bytes, PICTURE);
      return (await sha256(bytes)) === step.picture?.hash ? bytes : null;
    },
    steps: readSteps,
  };

  async function readSteps(): Promise<LinkStep[]> {
    const rows = await db.links.where('seq').aboveOrEqual(0).sortBy('seq');
    if (rows.some(({ seq }, at) => seq !== at)) throw new Error('Catatan tautan akun tidak utuh: ada langkah yang hilang.');
    const texts = await Promise.all(rows.map(async ({ bytes }) => new TextDecoder().decode(await box.unwrap(bytes, PURPOSE))));
    return texts.map((text) => linkStepSchema.parse(JSON.parse(text)));
  }
}
