import { JSDOM } from 'jsdom';
import { expect, test, vi } from 'vitest';
import { watchInView } from '../../src/lib/in-view.ts';

/** A page of rows of 100 pixels under each other, with the browser's observer played by hand. */
function pageOf(rows: number, hidden = 0) {
  const { window } = new JSDOM('<div></div>'.repeat(rows), { pretendToBeVisual: true });
  const elements = [...window.document.querySelectorAll('div')];
  const observed = new Set<Element>();
  let top = 0;
  elements.forEach((element, i) => {
    const y = () => i * 100 - top;
    element.getBoundingClientRect = () =>
      (i < hidden ? { top: 9000, bottom: 9000, left: 9000, right: 9000 } : { top: y(), bottom: y() + 100, left: 0, right: 600 }) as DOMRect;
  });
  let tell: (entries: object[]) => void = () => undefined;
  Object.assign(window, {
    innerHeight: 800,
    innerWidth: 1000,
    IntersectionObserver: class {
      constructor(call: (entries: object[]) => void) {
        tell = call;
      }
      observe = (element: Element) => observed.add(element);
      unobserve = (element: Element) => observed.delete(element);
      disconnect = () => observed.clear();
    },
  });
  const life = new window.AbortController() as unknown as AbortController;
  const view = watchInView(
    window as never,
    () => undefined,
    () => undefined,
    life.signal,
  );
  return {
    view,
    elements,
    observed,
    life,
    tellAll: () => tell(elements.map((target) => ({ target, isIntersecting: false }))),
    scrollTo(y: number) {
      top = y;
      window.document.dispatchEvent(new window.Event('scroll'));
    },
  };
}

test('of thousands only the near ones stay with the browser; scrolling takes back those that come near', async () => {
  const { view, elements, observed, tellAll, scrollTo, life } = pageOf(1500);
  for (const element of elements) view.observe(element);
  expect(observed.size).toBe(1500);
  tellAll();
  // Two screens of 800 pixels below the first one.
  await vi.waitFor(() => expect(observed.size).toBe(25), 5000);
  expect(observed.has(elements[24] as Element)).toBe(true);
  scrollTo(100_000);
  await vi.waitFor(() => expect([1000, 1004, 1007].every((i) => observed.has(elements[i] as Element))).toBe(true), 5000);
  life.abort();
});

test('a crowd without any box is left to the browser, and is not gone through without end', async () => {
  const { view, elements, observed, tellAll, life } = pageOf(700, 600);
  for (const element of elements) view.observe(element);
  let asked = 0;
  const first = elements[0] as HTMLElement;
  const before = first.getBoundingClientRect;
  first.getBoundingClientRect = () => {
    asked++;
    return before.call(first);
  };
  tellAll();
  await vi.waitFor(() => expect(observed.size).toBe(600), 5000);
  tellAll();
  expect(asked).toBe(1);
  life.abort();
});

test('without a scroll a look finds, in turn, all that the page has moved near', async () => {
  const { view, elements, observed, tellAll, life } = pageOf(1000);
  for (const element of elements) view.observe(element);
  tellAll();
  await vi.waitFor(() => expect(observed.size).toBe(25), 5000);
  const moved = elements[500] as HTMLElement;
  moved.getBoundingClientRect = () => ({ top: 10, bottom: 110, left: 0, right: 600 }) as DOMRect;
  for (let i = 0; i < 24; i++) view.look();
  expect(observed.has(moved)).toBe(true);
  life.abort();
});
