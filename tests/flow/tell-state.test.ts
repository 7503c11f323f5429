import { JSDOM } from 'jsdom';
import { expect, test, vi } from 'vitest';
import { momentOf } from '../../src/flow/moment.ts';
import { tellState } from '../../src/flow/tell-state.ts';
import type { PageTold } from '../../src/model/messages.ts';

const stateOf = (title: string) => ({ title }) as PageTold;

function telling(send: (state: PageTold) => Promise<void>) {
  const life = new AbortController();
  const { window } = new JSDOM('', { pretendToBeVisual: true });
  let title = 'satu';
  const now = vi.fn(() => stateOf(title));
  const told = tellState(window as unknown as Window, now, send, life.signal);
  function rename(next: string): void {
    title = next;
  }
  return { told, rename, now };
}

test('many changes are told at once, as the page stands then; what was told already is no news', async () => {
  const sent: string[] = [];
  const { told, rename, now } = telling(async (state) => void sent.push(state.title));
  told.soon();
  told.soon();
  rename('dua');
  await vi.waitFor(() => expect(sent).toEqual(['dua']));
  told.soon();
  await vi.waitFor(() => expect(now).toHaveBeenCalledTimes(2));
  expect(sent).toEqual(['dua']);
  told.soon();
  rename('tiga');
  await vi.waitFor(() => expect(sent).toEqual(['dua', 'tiga']));
  told.anew();
  told.soon();
  await vi.waitFor(() => expect(sent).toEqual(['dua', 'tiga', 'tiga']));
});

test('what the background did not take is told again', async () => {
  const sent: string[] = [];
  const { told } = telling(async (state) => {
    sent.push(state.title);
    if (sent.length === 1) throw new Error('not there');
  });
  told.soon();
  await vi.waitFor(() => expect(sent).toHaveLength(1));
  told.soon();
  await vi.waitFor(() => expect(sent).toEqual(['satu', 'satu']));
});

test('one moment is one object, and the next has the address of its own time', async () => {
  const location = { href: 'https://x.com/home' };
  const here = momentOf({ location } as unknown as Window);
  const first = here();
  expect(here()).toBe(first);
  await Promise.resolve();
  location.href = 'https://x.com/andi';
  expect(here().url.href).toBe('https://x.com/andi');
});
