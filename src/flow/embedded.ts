// The data that a document was delivered with, in scripts of its own: each of them is handed on once.
import type { Exchange, Platform } from '../model/platform.ts';

/** Gives, at each call, what has come to stand in the document since the call before. */
export function embeddedIn({ wire }: Pick<Platform, 'wire'>, { document, location, performance }: Window): () => Exchange[] {
  const taken = new WeakSet<Element>();
  // First-screen JSON belongs to the address that the document was loaded with, wherever the page has gone since.
  const [entry] = performance.getEntriesByType('navigation');
  const url = new URL(entry !== undefined && URL.canParse(entry.name) ? entry.name : location.href);
  return () => {
    if (wire.embedded === null) return [];
    const fresh = [...document.querySelectorAll(wire.embedded)].filter((script) => !taken.has(script));
    for (const script of fresh) taken.add(script);
    return fresh.map((script) => ({ via: 'embedded', method: 'GET', url, name: null, variables: {}, body: script.textContent ?? '' }));
  };
}
