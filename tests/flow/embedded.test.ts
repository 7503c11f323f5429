import { JSDOM } from 'jsdom';
import { expect, test } from 'vitest';
import { embeddedIn } from '../../src/flow/embedded.ts';
import type { Platform } from '../../src/model/platform.ts';

const ADDRESS = 'https://www.example.org/watch?v=1';
const wire = (embedded: string | null) => ({ wire: { embedded, paths: [] } as unknown as Platform['wire'] });

function pageWith(html: string) {
  const { window } = new JSDOM(html, { url: ADDRESS });
  Object.defineProperty(window, 'performance', { value: { getEntriesByType: () => [] } });
  return window as unknown as Window;
}

test('each script is handed on once, those that come later as well, under the address that the document was loaded with', () => {
  const window = pageWith('<script type="application/json">{"a":1}</script><script type="text/plain">no</script>');
  const embedded = embeddedIn(wire('script[type="application/json"]'), window);
  window.history.pushState({}, '', '/elsewhere');
  expect(embedded()).toEqual([{ via: 'embedded', method: 'GET', url: new URL(ADDRESS), name: null, variables: {}, body: '{"a":1}' }]);
  expect(embedded()).toEqual([]);
  const late = window.document.createElement('script');
  late.type = 'application/json';
  late.textContent = '{"b":2}';
  window.document.body.append(late);
  expect(embedded().map(({ body }) => body)).toEqual(['{"b":2}']);
  expect(embedded()).toEqual([]);
});

test('the browser’s own word on where the document came from goes before the address that is shown', () => {
  const window = pageWith('<script type="application/json">{}</script>');
  Object.defineProperty(window, 'performance', { value: { getEntriesByType: () => [{ name: 'https://www.example.org/first' }] } });
  expect(embeddedIn(wire('script'), window)().map(({ url }) => url.href)).toEqual(['https://www.example.org/first']);
});

test('a site that embeds nothing has nothing asked of its document', () => {
  expect(embeddedIn(wire(null), pageWith('<script type="application/json">{}</script>'))()).toEqual([]);
});
