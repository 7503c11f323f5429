// Runs an import beside the settings page, so that the page stays quick and can cancel at any time.
import '../../lib/no-network.ts';
import '../../model/zod-setup.ts';
import { openComparison } from '../../store/compare-lists.ts';
import { NetraDb } from '../../store/db.ts';
import { dropCopy, findCopy, holdImport, keepCopy } from '../../store/import-copy.ts';
import { openLists } from '../../store/lists.ts';
import { openRegistry } from '../../store/registry.ts';
import { Locked } from '../../store/sealer.ts';
import { sealThreads } from '../../store/sealers.ts';
import type { FromImport, ToImport } from './import-messages.ts';
import { makeImport } from './import-run.ts';

const post = (message: FromImport) => self.postMessage(message);
const db = new NetraDb();
const lists = openLists(db);
let wrapped: ((bytes: Uint8Array<ArrayBuffer> | null) => void) | null = null;
let number = 0;
const unwrapped = new Map<number, (bytes: Uint8Array<ArrayBuffer> | null) => void>();
const registry = openRegistry(db, {
  // With one core a second thread would only take turns with this one.
  ...(navigator.hardwareConcurrency >= 2 ? { sealers: sealThreads(1) } : {}),
  wrap: {
    wrap: (bytes) =>
      new Promise((done, fail) => {
        wrapped = (answer) => (answer === null ? fail(new Locked()) : done(answer));
        post({ type: 'wrap', bytes });
      }),
    // It writes new lists, and never opens one to write.
    unwrap: () => Promise.reject(new Locked()),
  },
});
const opening = {
  wrap: {
    wrap: () => Promise.reject(new Locked()),
    unwrap: (bytes: Uint8Array<ArrayBuffer>) =>
      new Promise<Uint8Array<ArrayBuffer>>((done, fail) => {
        number += 1;
        unwrapped.set(number, (answer) => (answer === null ? fail(new Locked()) : done(answer)));
        post({ type: 'unwrap', number, bytes });
      }),
  },
};
const running = makeImport({
  post,
  openComparison: (listId) => openComparison(db, listId, opening),
  openWriter: (meta, papers) => registry.write(papers, meta),
  putCampaign: async (list) => {
    const before = (await lists.all()).find((one) => one.listId === list.listId);
    await lists.put({ ...list, kind: 'campaign', guarded: [], isOn: before?.isOn ?? true });
  },
  keepCopy,
  findCopy,
  dropCopy,
  now: () => new Date().toISOString(),
});
let life = new AbortController();
let end: (() => void) | null = null;

/** Only one import at a time, from its start until it is saved or cancelled. */
async function alone(run: () => Promise<void>): Promise<void> {
  const isAlone = await holdImport(async () => {
    const ended = new Promise<void>((done) => {
      end = done;
    });
    await run();
    await ended;
  });
  if (!isAlone) post({ type: 'failed', why: 'busy' });
}

async function handle(message: ToImport): Promise<void> {
  if (message.type === 'wrapped') return wrapped?.(message.bytes);
  if (message.type === 'unwrapped') {
    unwrapped.get(message.number)?.(message.bytes);
    unwrapped.delete(message.number);
    return;
  }
  if (message.type === 'look') return running.look(message.kind, message.files, life.signal);
  if (message.type === 'start') return alone(() => guard(() => running.start(message.plan, message.language, life.signal)));
  if (message.type === 'resume') return alone(() => guard(() => running.resume(message.language, life.signal)));
  if (message.type === 'save') {
    await running.save();
    end?.();
    return;
  }
  life.abort();
  life = new AbortController();
  await running.end();
  end?.();
  post({ type: 'cancelled' });
}

async function guard(run: () => Promise<void>): Promise<void> {
  try {
    await run();
  } catch (error) {
    // A cancelled import ends by the signal; who cancelled tells the page.
    if ((error as Error).name !== 'AbortError') {
      await running.end().catch(() => undefined);
      post({ type: 'failed', why: error instanceof Locked ? 'locked' : 'storage' });
      end?.();
    }
  }
}

self.addEventListener('message', (event: MessageEvent<ToImport>) => void guard(() => handle(event.data)));
