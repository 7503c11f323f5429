// Whole captures in a real Chromium, from the press to the acknowledgement, and of that what keeping it took: picture, crop and source
// written with their record.
import { scrollTo } from '../../../src/cli/demo/monitor.ts';
import { launchWithLists, openWithPanel, pause, readStore } from '../../browser/support.ts';

export interface Captures {
  /** ms of each, from the press to the acknowledgement. */
  readonly whole: readonly number[];
  /** ms of that from the first write to the acknowledgement. */
  readonly written: readonly number[];
  /** Bytes of the files of one capture, all together. */
  readonly bytes: number;
}

/** The browser takes two pictures a second, no more. */
const BETWEEN_MS = 600;

/** In the background's own world: notes when an append of ours is first written to the disk, in whichever of the two places. */
function noteFirstWrite(): void {
  const world = globalThis as unknown as { netraWrote: number };
  const note = () => {
    if (world.netraWrote === 0) world.netraWrote = performance.timeOrigin + performance.now();
  };
  world.netraWrote = 0;
  const post = MessagePort.prototype.postMessage;
  MessagePort.prototype.postMessage = function (this: MessagePort, message: { call?: string }, ...more: never[]) {
    if (message?.call === 'append') note();
    return post.call(this, message, ...more);
  };
  const put = IDBObjectStore.prototype.put;
  IDBObjectStore.prototype.put = function (this: IDBObjectStore, ...given: Parameters<typeof put>) {
    if (this.name === 'log') note();
    return put.apply(this, given);
  };
  const add = IDBObjectStore.prototype.add;
  IDBObjectStore.prototype.add = function (this: IDBObjectStore, ...given: Parameters<typeof add>) {
    if (this.name === 'log') note();
    return add.apply(this, given);
  };
}

/** A photograph, as far as its size goes, in each item: no picture of it can be small. */
function addPhotographs([width, height]: readonly [number, number]): void {
  for (const item of document.querySelectorAll('article')) {
    const canvas = document.createElement('canvas');
    Object.assign(canvas, { width, height });
    canvas.style.display = 'block';
    const context = canvas.getContext('2d') as CanvasRenderingContext2D;
    const image = context.createImageData(width, height);
    for (let i = 0; i < image.data.length; i++) image.data[i] = i % 4 === 3 ? 255 : Math.random() * 256;
    context.putImageData(image, 0, 0);
    item.append(canvas);
  }
}

export async function timeCaptures(times: number): Promise<Captures> {
  const netra = await launchWithLists();
  try {
    const { page, panel, state } = await openWithPanel(netra);
    const finding = state.findings.find((one) => one.match.grade === 'id')?.findingId ?? '';
    await page.evaluate(addPhotographs, [360, 280] as const);
    await scrollTo(panel, page, finding);
    const [background] = netra.context.serviceWorkers();
    if (background === undefined) throw new Error('the background is not there');
    await background.evaluate(noteFirstWrite);
    const whole: number[] = [];
    const written: number[] = [];
    for (let n = 0; n < times; n++) {
      await pause(BETWEEN_MS);
      const { took, at, answer } = await panel.evaluate<{ took: number; at: number; answer: string }>(`(async () => {
        const [{ id }] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
        const began = performance.now();
        const answer = await chrome.runtime.sendMessage({ type: 'capture', tabId: id, findingId: '${finding}', gesture: 'panel' });
        const ended = performance.now();
        return { took: ended - began, at: performance.timeOrigin + ended, answer: JSON.stringify(answer) };
      })()`);
      if (!answer.includes('seq')) throw new Error(answer);
      const wrote = await background.evaluate(() => {
        const world = globalThis as unknown as { netraWrote: number };
        const was = world.netraWrote;
        world.netraWrote = 0;
        return was;
      });
      whole.push(took);
      written.push(at - wrote);
    }
    const { log } = await readStore(panel);
    const { body } = JSON.parse(log.at(-1)?.canonical ?? '') as { body: { artefacts: { bytes: number }[] } };
    return { whole, written, bytes: body.artefacts.reduce((sum, one) => sum + one.bytes, 0) };
  } finally {
    await netra.close();
  }
}
