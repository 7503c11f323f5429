// Selectors, attribute names and payload keys as data. Each says why it should last, and when it was last seen.

/** Page. Roles and link grammar only: class names change with every release, words with the interface's language. */
export const page = {
  /** A link around the time is an item's own permalink; the caption's time has none. Recorded 2025-11; same in a 2026-05 sketch. */
  permalink: 'a[href]:has(time)',
  /** A comment's permalink: /p/CODE/c/ID/. Recorded 2025-11. */
  commentPermalink: 'a[href*="/c/"]:has(time)',
  /** The bar of actions (like, comment, share) below a post's head. Recorded 2025-11. */
  actions: 'section',
  /** The same without comments, of which a page may hold hundreds. */
  postPermalink: 'a[href]:not([href*="/c/"]):has(time)',
  /** A time that is no link: the caption's. Recorded 2025-11. */
  looseTime: 'time:not(a time)',
  time: 'time',
  timeAttribute: 'datetime',
  /** Feed post and the pop-up over a profile grid. Role and element, since 2015; last seen 2025-11. */
  article: 'article',
  /** A post on a page of its own stands in the page's main landmark. Recorded 2025-11. */
  main: 'main, [role="main"]',
  /** Pop-ups and lists of accounts. ARIA role; last seen 2025-11. */
  dialog: '[role="dialog"]',
  link: 'a[href]',
  /** Controls ("Reply", "View all 4 replies", counts) are buttons in every release. Recorded 2025-11. */
  controls: 'svg, canvas, button, [role="button"], form, textarea, input, select, script, style',
  /** Running text carries its own direction. Recorded 2025-11. */
  words: '[dir="auto"]',
  /** A caption's heading in pop-up and feed (2022-2024). */
  captionHeading: 'h1',
  /** Older pages (to 2024, sketch of 2026-05) nest replies in lists. */
  list: 'ul',
  row: 'li',
  /** The open tab of a profile says so itself. ARIA state; last seen 2025. */
  openTab: '[role="tab"][aria-selected="true"], a[aria-current="page"]',
} as const;

/** Paths whose answers are read. The first two carry every query of the web client since 2024; REST since 2013. */
export const wirePaths = [
  '/graphql/query',
  '/api/graphql',
  '/api/v1/media/',
  '/api/v1/friendships/',
  '/api/v1/feed/',
  '/api/v1/users/',
  '/api/v1/clips/',
] as const;

/** First-screen JSON (Relay preloads). Recorded 2025-11. */
export const embedded = 'script[type="application/json"][data-sjs]';

/** Payload keys. The long ones are the REST route spelled as a field, so they move only with the route. */
export const keys = {
  /** Ends of the fields that hold comments; the second holds replies. Recorded 2025-11; public code 2026-09. */
  comments: 'comments__connection',
  replies: 'child_comments__connection',
  /** Likers to 2026 (`{users}`), and since 2026-09 (`{nodes}` without page info). Public code, 2026-09-27. */
  likersOld: 'likes__media_id__likers',
  likersNew: 'likers_connection',
  /** A profile's reposts. Public code, 2026. */
  repostTimeline: 'user_reposts_timeline',
  reposts: 'repost_grid_items',
  /** GraphQL of 2017-2025 (`shortcode_media`). Recorded 2025-02. */
  parentComments: 'edge_media_to_parent_comment',
  flatComments: 'edge_media_to_comment',
  threadedComments: 'edge_threaded_comments',
  likedBy: 'edge_liked_by',
  followers: 'edge_followed_by',
  following: 'edge_follow',
  /** Only the answer of a profile's own page has it beside the account's name and number. Public code 2019-2026. */
  profile: 'biography',
} as const;

/**
 * Parts of a payload with posts of which nobody on the page acted: recommendations beside what was asked for.
 * Recorded 2025-02.
 */
export const unrelated: ReadonlySet<string> = new Set([
  'edge_related_profiles',
  'edge_web_media_to_related_media',
  'media_info',
  'visual_replies_info',
]);
