// What Facebook's pages and payloads are recognised by: attributes, link shapes and keys, never a class or a visible word.

/** Posts and comments are both articles; browsertrix-behaviors and recorded pages of 2025-06 and 2026-09 agree. Last seen 2026-09. */
export const ARTICLE = '[role="article"]';

/** A feed unit without the article role; screen readers need the position, so it outlives redesigns. Last seen 2026-09. */
export const FEED_UNIT = '[aria-posinset]:not([role])';

/** Anything that owns the links and words inside it. */
export const OWNER = `${ARTICLE}, ${FEED_UNIT}`;

/** Posts are named and described by their own parts, comments by an `aria-label`. Recorded 2025-06 and 2026-09. */
export const POST_MARKS = ['aria-posinset', 'aria-labelledby', 'aria-describedby'] as const;

/** Wrapper of one comment on a Page's own view; carries the comment's number. Recorded 2026-09. */
export const COMMENT_WRAPPER = '[data-commentid]';
export const COMMENT_ID_ATTRIBUTE = 'data-commentid';

/** The post's own words; advertising tools hang on these names. Recorded 2025-06. */
export const MESSAGE = '[data-ad-preview="message"], [data-ad-comet-preview="message"], [data-ad-rendering-role="story_message"]';

/** The author's name above a post. Recorded 2025-06. */
export const PROFILE_NAME = '[data-ad-rendering-role="profile_name"]';

/** Every run of user text declares its own direction; the interface's own text sits in links, buttons or headings. Recorded 2026-09. */
export const USER_TEXT = '[dir="auto"]';

/** Where user text is never looked for. */
export const CONTROLS = 'a, [role="button"], [role="toolbar"], [role="menu"], h1, h2, h3, h4, h5, h6';

/** Grey boxes shown while items load. Recorded 2025-06 and 2026-09. */
export const LOADING = '[role="status"], [role="progressbar"], [data-visualcompletion="loading-state"]';

export const DIALOG = '[role="dialog"]';

/** Controls that a list of people who reacted never has, but a composer, a picker or a form does. Last seen 2026-09. */
export const FORM_CONTROLS =
  'form, input, textarea, select, [role="textbox"], [role="checkbox"], [role="radio"], [role="switch"], [role="combobox"], [contenteditable="true"]';

/** The open tab of a profile, a link to the list on show. Last seen 2026-09. */
export const SELECTED_TAB = 'a[role="tab"][aria-selected="true"][href]';

/** The menu that orders comments; the other menus of a post have a label and no text. Recorded 2025-06. */
export const ORDER_MENU = '[role="button"][aria-haspopup="menu"]:not([aria-label])';

/** The side column of the photo and video viewers holds the post. Last seen 2026. */
export const SIDE_COLUMN = '[role="complementary"]';

/** Link to the explanation that every paid post has to carry. Used by ad hiders since 2021; last seen 2026. */
export const AD_EXPLANATION_PATH = '/ads/about';

/** First path parts that are places of the site and nobody's name. */
export const SITE_PLACES: ReadonlySet<string> = new Set(
  (
    'about ad_center ads ajax api badges blog bookmarks browse business careers checkpoint comment community composer connect cookie cookies creators ' +
    'dialog directory donate events feed feeds flx friends fundraisers gaming games graphql groups hashtag help home hovercard intern jobs language ' +
    'latest legal lists lite live local login logout maps marketplace me media memories messages messenger_media mobile notes notifications nt oauth offers ' +
    'onthisday p page_insights pages pages_you_manage payments people permalink pg photo photos places plugins policies policy privacy professional_dashboard ' +
    'public questions r recover reel reels reg region register rsrc saved search security settings share sharer shares shop signup stories story support ' +
    'terms tr translations trending ufi v verification video videos watch weather whatsapp work zero'
  ).split(' '),
);

/** Paths of the page's own requests. Names rotate, the path has not since 2019. Last seen 2026-09. */
export const GRAPHQL_PATHS = ['/api/graphql'] as const;

/** First-screen JSON; the server marks its own blocks so. Recorded 2025-06, last seen 2026-09. */
export const EMBEDDED = 'script[type="application/json"][data-sjs], script[type="application/json"][data-content-len]';

/** Parts of a payload that belong to other items, to the viewer or to the machinery. */
export const FOREIGN_KEYS: ReadonlySet<string> = new Set([
  'attached_story',
  'aggregated_stories',
  'attachments',
  'comment_direct_parent',
  'comment_parent',
  'extensions',
  'important_reactors',
  'parent_comment',
  'parent_feedback',
  'parent_object_ent',
  'parent_post_story',
  'plugins',
  'viewer_actor',
  'viewer_feedback_reaction_info',
]);
