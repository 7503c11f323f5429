// What the readers hold on to on TikTok, as data. `data-e2e` marks are the site's own test hooks: the same names stood
// in the markup of 2022, 2023 and 2025 while every class name changed.

/** The words of a comment (1) or of a reply (2). */
export const WORDS = '[data-e2e="comment-level-1"], [data-e2e="comment-level-2"]'; // last seen 2025-11
export const WORDS_TOP = '[data-e2e="comment-level-1"]'; // last seen 2025-11
/** The name of whoever wrote it, per level; holds the link, or (until 2023) stands inside it. */
export const NAME = (level: 1 | 2): string => `[data-e2e="comment-username-${level}"]`; // last seen 2025-11
/** The shown time; since 2024 it carries no mark and stands before the reply button. */
export const TIME = '[data-e2e^="comment-time-"]'; // last seen 2023-01
export const REPLY_BUTTON = '[data-e2e^="comment-reply-"]'; // last seen 2025-11

/**
 * Fallback for rows without marks: fragments of class names, which come from the source's component names.
 * Seen in public code 2023 to 2026; to be dropped once a recording without marks shows better anchors.
 */
export const BARE_ROW = '[class*="DivCommentItemWrapper"], [class*="DivCommentContentContainer"]'; // last seen 2025-11
export const BARE_NAME = '[class*="DivUsernameContentWrapper"], [class*="StyledUserLinkName"]'; // last seen 2025-11
export const BARE_WORDS = '[class*="PCommentText"], [class*="SpanCommentText"], [class*="DivCommentHeaderWrapper"] + *'; // last seen 2025-11
export const BARE_REPLIES = '[class*="DivReplyContainer"]'; // last seen 2025-11
/** A whole comment with what answers it. */
export const BARE_THREAD = '[class*="DivCommentObjectWrapper"], [class*="DivCommentItemContainer"]'; // last seen 2025-11

/** A video in a feed or on its own page. Empty ones are placeholders further down. */
export const FEED_POST = '[data-e2e="recommend-list-item-container"]'; // last seen 2025-11
/** The caption; the second name is the full-screen view's. */
export const CAPTION = '[data-e2e="video-desc"], [data-e2e="browse-video-desc"]'; // last seen 2025-11
/** Whoever posted: a link, or a mark inside or around one. */
export const AUTHOR =
  '[data-e2e="video-author-avatar"], [data-e2e="browse-user-avatar"], [data-e2e="browse-username"], [data-e2e="video-author-uniqueid"]'; // last seen 2025-11
/** The player's element is named after the video it plays. */
export const PLAYER = '[id^="xgwrapper-"]'; // last seen 2025-11
export const PLAYER_ID = /^xgwrapper-\d+-(\d{6,})$/;
/** Logged out, the place of the comment box is a link that names the video. */
export const BOX_LINK = 'a[href*="group_id="]'; // last seen 2025-11

/** Tiles of a profile's own videos, and of the videos it reposted. */
export const TILE = '[data-e2e="user-post-item"]'; // last seen 2026-08
export const REPOST_TILE = '[data-e2e="user-repost-item"]'; // last seen 2026-10
export const TILE_CAPTION = '[data-e2e="user-post-item-desc"]'; // last seen 2024
/** The profile's head: handle and display name; which is which has changed places. */
export const PROFILE_HEAD = '[data-e2e="user-title"], [data-e2e="user-subtitle"]'; // last seen 2026-05
/** A row in the dialog of followers and followed accounts; the row alone, so that no other account comes into a picture of it. */
export const FOLLOW_ROW = '[data-e2e="follow-info-popup"] li'; // last seen 2026-08

/** Scripts that hold the first screen; the second is the older one. */
export const EMBEDDED = 'script#__UNIVERSAL_DATA_FOR_REHYDRATION__, script#SIGI_STATE'; // last seen 2026-09
/** Paths of the page's own requests. Matched whole: 'item_list' alone would confuse posts, reposts and likes. */
export const COMMENT_LISTS = '/comment/list/'; // last seen 2026-10
export const REPLY_LISTS = '/comment/list/reply/'; // last seen 2026-10
export const REPOST_LIST = '/api/repost/item_list/'; // last seen 2026-10
/** Accounts by themselves: a profile's own answer, and the rows of followers and followed. */
export const USER_ANSWERS: readonly string[] = ['/api/user/detail/', '/api/user/list/']; // public code 2021-2026
export const POST_LISTS: readonly string[] = [
  '/api/post/item_list/',
  '/api/recommend/item_list/',
  '/api/related/item_list/',
  '/api/item/detail/',
]; // last seen 2026-10
