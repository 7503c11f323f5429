// Where things are on X's pages and in its answers, as data. X's class names are generated and its words follow the
// reader's language; its data-testid attributes, roles and link shapes have outlived every redesign since 2020.

export const SELECTORS = {
  /** One row of any timeline. Recorded 2023-09; still there 2026-10. */
  cell: '[data-testid="cellInnerDiv"]',
  /** A post is the only <article> X draws; with this testid unless it is a notice in a post's place. Last seen 2026-10. */
  article: 'article',
  tweet: 'article[data-testid="tweet"]',
  /** One account in a list; the same element stands in side columns and suggestions. Recorded 2023-08; seen 2026-10. */
  userCell: '[data-testid="UserCell"]',
  /** Author line: display name, @handle and (in timelines) the time. Recorded 2023-09 to 2026-01. */
  userName: '[data-testid="User-Name"]',
  /** The author's picture. The thread line is drawn right above and below it. Recorded 2023-09 to 2026-01. */
  avatar: '[data-testid="Tweet-User-Avatar"]',
  /** Holds the handle in the attribute itself, so no display name can forge it. Recorded 2023-08 to 2026-01. */
  avatarOf: '[data-testid^="UserAvatar-Container-"]',
  text: '[data-testid="tweetText"]',
  /** Stands where a long post was cut off. Seen in public code, 2023 to 2026-02. */
  showMore: '[data-testid="tweet-text-show-more-link"]',
  /** The line above a post: who reposted it, pinned, a community's name. Recorded 2023-09; seen 2026-10. */
  socialContext: '[data-testid="socialContext"]',
  /** A quoted post: a box that acts as a link and is none, with an author line in it. Recorded 2023-09; seen 2026-10. */
  quoteBox: '[role="link"]:not(a)',
  /** Around a whole advertisement; also around a video or a card inside an ordinary post, where it means nothing. */
  placement: '[data-testid="placementTracking"]',
  /** Four invisible pixels inside an advertisement's placement box, nowhere else. Checked live by others 2026-10. */
  adPixel: '[data-testid$="-impression-pixel"]',
  primaryColumn: '[data-testid="primaryColumn"]',
  sidebar: '[data-testid="sidebarColumn"], aside, [role="complementary"]',
  dialog: '[role="dialog"]',
  heading: 'h1, h2, h3, [role="heading"]',
  /** The tab that says which list is shown; its link names the post or account. WAI-ARIA, not X's own. */
  selectedTab: 'a[role="tab"][aria-selected="true"][href], [role="tab"][aria-selected="true"] a[href]',
  /** Links to the viewer's own profile in the navigation. Seen in public code, 2021 to 2026. */
  viewerLink: 'a[data-testid="AppTabBar_Profile_Link"]',
  viewerSwitcher: '[data-testid="SideNav_AccountSwitcher_Button"] [data-testid^="UserAvatar-Container-"]',
  /** The repost button in its pressed state: the viewer's own. Recorded 2023-09. */
  viewerReposted: '[data-testid="unretweet"]',
} as const;

export const AVATAR_PREFIX = 'UserAvatar-Container-';

/** A list row's button carries the account's permanent id: `1692631214761324544-follow`. Recorded 2023-08; seen 2026-05. */
export const ROW_BUTTON = /^(\d{1,20})-(?:follow|unfollow|cancel|block|unblock)$/;

/** The arrows drawn beside "NAME reposted", told by the path's beginning. Recorded 2023-09; checked live by others 2026-10. */
export const REPOST_ICON = /^M4\.75 3\.79l4\.603 4\.3/;

/** Buttons under a post whose label begins with its exact count. Recorded 2023-09 to 2026-01. */
export const COUNT_BUTTONS = [
  { action: 'reply', selector: '[data-testid="reply"]' },
  { action: 'share', selector: '[data-testid="retweet"], [data-testid="unretweet"]' },
  { action: 'like', selector: '[data-testid="like"], [data-testid="unlike"]' },
] as const;

/** Lists of accounts, by the key that holds them in the answer. Recorded 2023-04 to 2026-08. */
export const LIST_KEYS: Readonly<Record<string, 'share' | 'like'>> = { retweeters_timeline: 'share', favoriters_timeline: 'like' };

/** Answers that look like any other list of accounts: only the query's name tells what they are. Public code, 2026-05. */
export const FOLLOW_NAMES: Readonly<Record<string, 'of-owner' | 'by-owner'>> = {
  Followers: 'of-owner',
  BlueVerifiedFollowers: 'of-owner',
  FollowersYouKnow: 'of-owner',
  Following: 'by-owner',
};

/** Keys under which one post holds another, oldest first. Recorded 2023-04 to 2026-05; the later ones in public code. */
export const REPOSTED_KEYS = ['retweeted_status_result', 'retweeted_status_results', 'repostedStatusResults'] as const;
export const QUOTED_KEYS = ['quoted_status_result', 'quoted_status_results', 'quoted_tweet_results', 'quotedRefResult'] as const;
