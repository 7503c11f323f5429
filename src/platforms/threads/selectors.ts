// Selectors, attribute names and payload keys as data. Each says why it should last, and when it was last seen.

/** Page. Attributes of the site's own machinery, roles and link grammar: no class names, no words. */
export const page = {
  /** One post, a quoted post inside it as well. Recorded 2025-06 and 2025-12; public code 2026-09. */
  post: '[data-pressable-container]',
  /** A link around the time is an item's own permalink. Recorded 2025-12 and 2026-06. */
  permalink: 'a[href]:has(time)',
  time: 'time',
  timeAttribute: 'datetime',
  link: 'a[href]',
  /** A column's body. ARIA role; recorded 2025-06 to 2026-06. */
  column: '[role="region"]',
  /** A column's title links to the column's own address: of a post page, to its post. Recorded 2025-06 to 2026-06. */
  title: 'a[href]:has(h1)',
  /** One thread of a post page: a post with what precedes it, or a reply with what answers it. Public code, 2026. */
  thread: '[data-pagelet^="threads_post_page"]',
  /** The open tab of a profile says so itself. ARIA state; recorded 2025-12. */
  openTab: 'a[aria-current="page"]',
  /** Pop-ups. ARIA role. */
  dialog: '[role="dialog"]',
  controls: 'svg, canvas, button, [role="button"], form, textarea, input, video, script, style',
  /** Running text carries its own direction. Recorded 2025-06 to 2026-06. */
  words: 'span[dir="auto"]',
} as const;

/** Paths whose answers are read: every query of the web client since 2023. */
export const wirePaths = ['/graphql/query', '/api/graphql'] as const;

/** First-screen JSON (Relay preloads). Recorded 2025-06 to 2026-06. */
export const embedded = 'script[type="application/json"][data-sjs]';

/** Payload keys. Names of queries rotate (`Barcelona…`, `useTH…`); these have stood since 2023. */
export const keys = {
  /** A thread: each post answers the one before it. Recorded 2023-07 to 2026-06. */
  thread: 'thread_items',
  /** Who liked, reposted or quoted; the post and the act are in the request. Public code, verified by its author 2026-07-09. */
  hub: 'feedback_hub_tab_items',
  /** Likers to 2024. Public code, 2023. */
  likers: 'likers',
} as const;

/** Field names of lists that are no post page, whatever their first thread is: profile, feed, search. */
export const otherLists: ReadonlySet<string> = new Set(['mediaData', 'feedData', 'searchResults', 'results', 'saved_media', 'liked_media']);

/**
 * Recommendations below a post page, loaded with it whether or not anybody scrolls there: nobody's act on what the page is
 * about. Recorded 2026-06.
 */
export const unrelated: ReadonlySet<string> = new Set(['relatedPosts']);

/** Names under which a request gives the post it is about. Recorded (`postID`) 2026-06; public code (`post_id`, `mediaID`). */
export const postVariables = ['postID', 'post_id', 'mediaID', 'media_id'] as const;
