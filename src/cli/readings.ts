// Runs a site's readers on the text of a saved page or payload, outside a browser.
import { JSDOM } from 'jsdom';
import { readRequest } from '../lib/request.ts';
import type { Platform } from '../model/platform.ts';
import type { Reading, Source } from '../model/sighting.ts';

/** The request that brought a payload, as far as it is known. */
export interface KnownRequest {
  readonly method?: string;
  readonly url?: string;
  readonly name?: string | null;
  readonly variables?: Record<string, unknown>;
  readonly body?: string;
}

/** Is this the text of a page (rather than of a payload)? */
export function isPage(text: string): boolean {
  return /^\s*</.test(text);
}

/** What the page's own scripts hold of its first screen. */
function readEmbedded(platform: Platform, document: Document, url: URL): Reading[] {
  const selector = platform.wire.embedded;
  const blocks = selector === null ? [] : [...document.querySelectorAll(selector)];
  return blocks.flatMap((block) =>
    platform.readWire({ via: 'embedded', method: 'GET', url, name: null, variables: {}, body: block.textContent ?? '' }, { url }),
  );
}

/**
 * Readings of a saved page by one eye. The page reader never looks into scripts; only where a page was saved before it was
 * drawn, so that nobody's act stands on it, what its scripts hold is read as well, and those readings say so (`source: wire`).
 */
export function readSavedPage(platform: Platform, html: string, url: URL, source: Source): Reading[] {
  const { document } = new JSDOM(html, { url: url.href }).window;
  const embedded = () => readEmbedded(platform, document, url);
  if (source === 'wire') return embedded();
  const drawn = platform.findItems(document).flatMap((item) => platform.readItem(item, { url }));
  const showsActs = drawn.some((reading) => reading.kind === 'sighting' && reading.action !== 'post');
  return showsActs ? drawn : [...drawn, ...embedded()];
}

/** Readings of a saved payload. */
export function readSavedPayload(platform: Platform, body: string, url: URL, request: KnownRequest): Reading[] {
  // Where nobody says what was asked: an address that the site's reader would listen to.
  const address = new URL(request.url ?? platform.wire.paths[0] ?? '', url);
  const sent = readRequest(address, request.body ?? null);
  return platform.readWire(
    {
      via: 'fetch',
      method: request.method ?? 'GET',
      url: address,
      name: request.name ?? sent.name,
      variables: { ...sent.variables, ...request.variables },
      body,
    },
    { url },
  );
}
