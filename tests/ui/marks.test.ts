// Marks that are drawn already follow the language that is chosen later.
import { JSDOM } from 'jsdom';
import { expect, test } from 'vitest';
import type { Flag } from '../../src/model/messages.ts';
import { drawMarks } from '../../src/ui/marks/marks.ts';

function start() {
  const { window } = new JSDOM('<article>a</article><article>b</article>');
  let root: ShadowRoot | undefined;
  const { attachShadow } = window.Element.prototype;
  // The layer is closed to every script, to this one as well.
  window.Element.prototype.attachShadow = function (init) {
    root = attachShadow.call(this, init);
    return root;
  };
  const marks = drawMarks(window as unknown as Window & typeof globalThis);
  const boxes = () => [...(root?.querySelectorAll('details') ?? [])];
  return { window, marks, boxes, items: [...window.document.querySelectorAll('article')] as Element[] };
}
const flag = (grade: Flag['grade']): Flag => ({ grade, reasons: [] }) as unknown as Flag;

test('a change of language says each of them anew, where it stood and as open as it was', () => {
  const { window, marks, boxes, items } = start();
  marks.orders({ marks: true, language: 'id' });
  marks.show(items[0] as Element, flag('id'));
  marks.show(items[1] as Element, flag('handle'));
  const [first, second] = boxes() as [HTMLDetailsElement, HTMLDetailsElement];
  first.open = true;
  first.style.transform = 'translate(7px, 9px)';
  expect(boxes().map((one) => one.querySelector('summary')?.textContent)).toEqual(['◉Akun terdaftar', '?Nama akun sama: periksa']);
  marks.orders({ marks: true, language: 'en' });
  expect(boxes().map((one) => one.querySelector('summary')?.textContent)).toEqual(['◉Registered account', '?Same account name: check']);
  expect(boxes()[0]?.textContent).toContain('The account number equals');
  expect(boxes().map(({ open, style }) => [open, style.transform])).toEqual([
    [true, 'translate(7px, 9px)'],
    [false, ''],
  ]);
  expect([first.isConnected, second.isConnected]).toEqual([false, false]);
  marks.hide(items[0] as Element);
  expect(boxes()).toHaveLength(1);
  marks.clear();
  expect(boxes()).toHaveLength(0);
  window.close();
});

test('orders that change nothing of the language leave the marks as they are', () => {
  const { window, marks, boxes, items } = start();
  marks.orders({ marks: true, language: 'id' });
  marks.show(items[0] as Element, flag('id'));
  const [before] = boxes();
  marks.orders({ marks: false, language: 'id' });
  expect(boxes()[0]).toBe(before);
  marks.clear();
  window.close();
});
