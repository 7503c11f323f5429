// Who looks at the page: the one account whose own state X mixes into what it shows.
import { hrefOf } from '../../lib/dom.ts';
import { AVATAR_PREFIX, SELECTORS } from './selectors.ts';
import { parseUrl } from './urls.ts';

/** The viewer's handle from the page's navigation; null where no navigation is drawn (a fragment, or nobody logged in). */
export function findViewer(element: Element): string | null {
  const document = element.ownerDocument;
  const link = document.querySelector(SELECTORS.viewerLink);
  const url = link === null ? null : hrefOf(link, new URL('https://x.com/'));
  const linked = url === null ? null : (parseUrl(url)?.account?.handle ?? null);
  return linked ?? document.querySelector(SELECTORS.viewerSwitcher)?.getAttribute('data-testid')?.slice(AVATAR_PREFIX.length) ?? null;
}
