// What a site's folder has to bring. A platform is given elements, payloads and a context; it never reaches for the
// global document, window, a clock, the network or the extension API, and it never waits, clicks, scrolls or stores.
import type { Account, PlatformId } from './account.ts';
import type { Action, Reading } from './sighting.ts';

/** What a page reader may know about where it reads. One object is one moment: while it is handed in again, the page has not changed. */
export interface PageContext {
  /** The page's address at the time of reading. */
  readonly url: URL;
}

/** One request of the page and its answer, or a block of JSON that came inside the page (`via: 'embedded'`). */
export interface Exchange {
  readonly via: 'fetch' | 'xhr' | 'embedded';
  /** HTTP method in capitals; 'GET' for embedded JSON. */
  readonly method: string;
  /** The request's address; the page's own for embedded JSON. */
  readonly url: URL;
  /** The query's name if the request carries one: a hint only, names rotate. */
  readonly name: string | null;
  /** The request's parsed variables; {} where there are none. */
  readonly variables: Readonly<Record<string, unknown>>;
  /** The answer's whole text. */
  readonly body: string;
}

/** What the address of a page or a link is about. Unknown parts are null. */
export interface Place {
  readonly kind: 'profile' | 'post' | 'comment' | 'list' | 'feed' | 'other';
  /** The account whose page it is, or who posted. */
  readonly account: Account | null;
  readonly postId: string | null;
  readonly commentId: string | null;
  /** For `list`: which act the list shows. */
  readonly action: Action | null;
}

/** What a third-party viewer can see on this site at all, per act. */
export interface Limit {
  readonly action: Action;
  /** yes: everything shown · partly: some are never shown · no: not shown to others. */
  readonly visible: 'yes' | 'partly' | 'no';
  /** One plain sentence for the user. */
  readonly say: { readonly id: string; readonly en: string };
  /** Where the statement comes from, and when it was last checked. */
  readonly source: string;
}

export interface Platform {
  /** One word, also the name of the site's folder. */
  readonly id: PlatformId;
  /** The site's name as its users write it. */
  readonly name: string;
  /** Registrable hosts; a host belongs to the site if it equals one or ends with '.' + one. */
  readonly hosts: readonly string[];
  /** Match patterns for the permission that the user grants. Patterns of two platforms never overlap. */
  readonly matches: readonly string[];
  /** Date of the adapter's last change, ISO date: printed on each record. */
  readonly revision: string;
  readonly limits: readonly Limit[];
  /** Says what an address on this site is about; null if the address is not this site's. */
  parseUrl(url: URL): Place | null;
  /** Every item that could be read within `root` (itself included), outermost first, in document order. */
  findItems(root: ParentNode): Element[];
  /** Reads one item that findItems gave. Never throws; never changes the page. */
  readItem(item: Element, page: PageContext): Reading[];
  /** Which of the page's requests are worth listening to, by pathname, and which scripts hold first-screen JSON. */
  readonly wire: {
    /** Substrings of the request's path, any of which makes it worth reading. */
    readonly paths: readonly string[];
    /** CSS selector of script elements that hold the first screen's JSON, or null. */
    readonly embedded: string | null;
  };
  /** Reads one exchange. Never throws. [] if it holds nothing of interest. */
  readWire(exchange: Exchange, page: PageContext): Reading[];
}
