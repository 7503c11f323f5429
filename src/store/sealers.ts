// Threads that seal for an import, so that reading the file and sealing its rows share the computer's cores.
import type { Sealed } from '../registry/shard-record.ts';
import type { Sealer } from '../registry/shard-writer.ts';
import type { RegistryWorld } from './registry.ts';
import type { ToSealer } from './seal-worker.ts';

/** @param count threads beside the one that writes */
export function sealThreads(count: number): NonNullable<RegistryWorld['sealers']> {
  return (secret) => {
    const workers = Array.from({ length: count }, () => new Worker(new URL('./seal-worker.ts', import.meta.url), { type: 'module' }));
    const sealers = workers.map((worker) => toSealer(worker, secret));
    return { sealers, end: () => workers.forEach((worker) => void worker.terminate()) };
  };
}

function toSealer(worker: Worker, secret: Uint8Array<ArrayBuffer>): Sealer {
  const waiting: { done: (sealed: Sealed) => void; fail: (error: Error) => void }[] = [];
  let broken: Error | null = null;
  const send = (message: ToSealer, transfer: Transferable[] = []) => worker.postMessage(message, transfer);
  worker.addEventListener('message', ({ data }: MessageEvent<Sealed>) => waiting.shift()?.done(data));
  worker.addEventListener('error', ({ message }) => {
    // A thread that could not be started answers nothing ever.
    broken = new Error(`a thread that seals has ended: ${message}`);
    for (const one of waiting.splice(0)) one.fail(broken);
  });
  send({ secret });
  return (packed) =>
    new Promise((done, fail) => {
      if (broken !== null) return fail(broken);
      waiting.push({ done, fail });
      send({ packed }, [packed.bytes.buffer, packed.lengths.buffer]);
    });
}
