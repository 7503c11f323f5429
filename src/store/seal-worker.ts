// Seals rows beside the thread that reads them. Told its list's key once; keeps nothing.
import '../lib/no-network.ts';
import '../model/zod-setup.ts';
import { keysFrom, type ListKeys } from '../registry/shard-keys.ts';
import { type Packed, seal } from '../registry/shard-record.ts';

export type ToSealer = { readonly secret: Uint8Array<ArrayBuffer> } | { readonly packed: Packed };

const port = self as unknown as {
  addEventListener(type: 'message', listener: (event: MessageEvent<ToSealer>) => void): void;
  postMessage(message: unknown, transfer: Transferable[]): void;
};
let keys: ListKeys | null = null;

port.addEventListener('message', ({ data }) => {
  if ('secret' in data) {
    keys = keysFrom(data.secret);
    return;
  }
  if (keys === null) throw new Error('no key');
  const sealed = seal(data.packed, keys);
  port.postMessage(sealed, [sealed.records.buffer, sealed.entries.buffer]);
});
