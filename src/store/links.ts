// The steps of ties between accounts and people. A step is added and never changed; there is nothing here that could change one.
import { type LinkStep, linkStepSchema } from '../model/link.ts';
import type { NetraDb } from './db.ts';

/** Seals what is kept and opens it again, as the vault does. */
export interface Box {
  wrap(bytes: Uint8Array<ArrayBuffer>, purpose: string): Promise<Uint8Array<ArrayBuffer>>;
  unwrap(box: Uint8Array<ArrayBuffer>, purpose: string): Promise<Uint8Array<ArrayBuffer>>;
}

export interface LinkStore {
  /** Resolves once it is on disk. */
  append(step: LinkStep): Promise<void>;
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

export function openLinks(db: NetraDb, box: Box): LinkStore {
  return {
    async append(step) {
      // Sealed before the transaction opens: awaiting anything else inside would let IndexedDB commit it early.
      const bytes = await box.wrap(new TextEncoder().encode(JSON.stringify(linkStepSchema.parse(step))), PURPOSE);
      await db.transaction('rw', db.links, async () => {
        const last = await db.links.orderBy('seq').last();
        await db.links.add({ seq: (last?.seq ?? -1) + 1, bytes });
      });
    },
    async sealAnew() {
      const rows = await db.links.toArray();
      const made = await Promise.all(
        rows.map(async ({ seq, bytes }) => ({ seq, bytes: await box.wrap(await box.unwrap(bytes, PURPOSE), PURPOSE) })),
      );
      await db.links.bulkPut(made);
    },
    async steps() {
      const rows = await db.links.orderBy('seq').toArray();
      if (rows.some(({ seq }, at) => seq !== at)) throw new Error('Catatan tautan akun tidak utuh: ada langkah yang hilang.');
      const texts = await Promise.all(rows.map(async ({ bytes }) => new TextDecoder().decode(await box.unwrap(bytes, PURPOSE))));
      return texts.map((text) => linkStepSchema.parse(JSON.parse(text)));
    },
  };
}
