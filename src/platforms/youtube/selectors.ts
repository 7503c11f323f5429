// What the readers hold on to on YouTube, as data. Custom element names and ids are the site's own component
// contract: they survived every redesign since 2018, while class names did not.

/** Comment elements. The view model came in 2024; the renderer is its predecessor (recorded 2018, seen until 2024). */
export const COMMENT = 'ytd-comment-view-model, ytd-comment-renderer'; // last seen 2026-09
/** Holds one comment and what answers it; nested for replies to replies since 2025. */
export const THREAD = 'ytd-comment-thread-renderer'; // last seen 2026-09
/** Holds the answers of a thread's comment. */
export const REPLIES = 'ytd-comment-replies-renderer'; // last seen 2026-09
/** The nested-reply host of the threaded layout: where it stands, a reply's id alone does not name its parent. */
export const SUB_THREAD = 'yt-sub-thread'; // last seen 2026-09
/** A channel's community post; the second name is the same post in feeds. */
export const POST = 'ytd-backstage-post-renderer, ytd-post-renderer'; // last seen 2026-08
/** A community post that passes on another one, which it holds. */
export const SHARED_POST = 'ytd-shared-post-renderer'; // last seen 2026-08
/** The watch page. Its own attribute says which video it shows, whatever the address says by then. */
export const WATCH = 'ytd-watch-flexy[video-id], ytd-watch[video-id]'; // last seen 2026-09 (ytd-watch: 2018)
export const WATCH_ID = 'video-id';
/** The video's owner, by element, then by the ids inside it. */
export const OWNER = 'ytd-video-owner-renderer'; // last seen 2026-09
/** The video's title: one heading in the metadata block (older: the primary-info block). */
export const TITLE = 'ytd-watch-metadata h1, ytd-video-primary-info-renderer h1'; // last seen 2026-09
/** The whole description, expanded or not. */
export const DESCRIPTION = 'ytd-text-inline-expander, ytd-video-secondary-info-renderer #description'; // last seen 2026-09
/** The head of a list of comments: the count and the order. */
export const COMMENTS_HEADER = 'ytd-comments-header-renderer'; // last seen 2026-09
/** The number stands in the first span, the word in the second: a rounded number ("21 rb") is then seen as such. */
export const COMMENTS_COUNT = '#count span'; // last seen 2026-09
/** Entries of the order menu; the position says which order it is (first: top, second: newest), the words do not. */
export const ORDER_ENTRIES = 'yt-sort-filter-sub-menu-renderer tp-yt-paper-listbox > a'; // last seen 2026-09

/** Within a comment or community post. */
export const AUTHOR = '#author-text[href], #author-text a[href]'; // last seen 2026-09
/** The owner of the channel stands in a badge of his own, which repeats the author's link. */
export const AUTHOR_BADGE = '#author-comment-badge a[href]'; // last seen 2026-09
/** The time is a link to the item itself. */
export const TIME = '#published-time-text a[href]'; // last seen 2026-09
/** The item's own words; links in here are the writer's, never the author's. */
export const TEXT = '#content-text'; // last seen 2026-09
/** A sharer's own words in a shared post. */
export const SHARED_TEXT = '#content'; // last seen 2026-08

/** Keys of the payloads (/youtubei/v1/next and /browse). */
export const KEYS = {
  thread: 'commentThreadRenderer',
  viewModel: 'commentViewModel', // since 2024: facts stand apart, in the entities; last seen 2026-10
  renderer: 'commentRenderer', // facts in place; last seen 2024
  replies: 'commentRepliesRenderer', // last seen 2026-10
  entity: 'commentEntityPayload', // last seen 2026-10
  surface: 'commentSurfaceEntityPayload', // names the comment's permalink; last seen 2026-01
  header: 'commentsHeaderRenderer', // last seen 2026-10
  more: 'continuationItemRenderer', // last seen 2026-10
  post: ['backstagePostRenderer', 'postRenderer'], // last seen 2026-08
  sharedPost: 'sharedPostRenderer', // last seen 2026-08
} as const;

/** Names a list of replies by the comment it answers. Last seen 2026-10. */
export const REPLIES_TARGET = /^comment-replies-item-([\w-]+(?:\.[\w-]+)?)$/;
