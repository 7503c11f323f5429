// What Instagram's own script would be answered: a post, its comments, who liked it, reposts and followers, all invented.

import { answer, codeOf, type Json, type Person, seconds } from './meta.ts';
import { json } from './site.ts';

export interface Post {
  readonly id: string;
  readonly by: Person;
  readonly text: string;
  readonly at: string;
  readonly shown: string;
  readonly likes: number;
}
export interface Comment {
  readonly id: string;
  readonly by: Person;
  readonly text: string;
  readonly at: string;
  readonly shown: string;
  /** The page does not link to who wrote it. */
  readonly nameless?: true;
  readonly answers?: Comment;
}

export const ORIGIN = 'https://www.instagram.com';
export const postPath = (post: Post) => `/${post.by.handle}/p/${codeOf(post)}/`;

const user = (who: Person): Json => ({
  pk: who.id,
  id: who.id,
  username: who.handle,
  full_name: who.name,
  is_verified: false,
  __typename: 'XDTUserDict',
});

export const media = (post: Post): Json => ({
  code: codeOf(post),
  pk: post.id,
  id: `${post.id}_${post.by.id}`,
  taken_at: seconds(post.at),
  coauthor_producers: [],
  facepile_top_likers: [],
  user: user(post.by),
  owner: { id: post.by.id, username: post.by.handle },
  product_type: 'feed',
  media_type: 1,
  like_count: post.likes,
  has_liked: false,
  like_and_view_counts_disabled: false,
  caption: { text: post.text, pk: `179${post.id.slice(-14)}`, created_at: seconds(post.at) },
  caption_is_edited: false,
});

/** Data of the first screen: the post itself. */
/** What a profile's own page brings along of its owner. */
export const profileData = (who: Person): Json => ({ user: { ...user(who), biography: '', follower_count: 214 } });

export const postData = (post: Post): Json => ({ xdt_api__v1__media__shortcode__web_info: { items: [media(post)] } });

const commentNode = (comment: Comment): Json => ({
  pk: comment.id,
  user: user(comment.by),
  text: comment.text,
  created_at: seconds(comment.at),
  comment_like_count: 2,
  has_liked_comment: false,
  ...(comment.answers === undefined ? {} : { parent_comment_id: comment.answers.id }),
  __typename: 'XDTCommentDict',
});

/** Data of the first screen: comments that answer no other. */
export const commentsData = (comments: readonly Comment[]): Json => ({
  xdt_api__v1__media__media_id__comments__connection: {
    edges: comments.filter((one) => one.answers === undefined).map((one) => ({ node: commentNode(one), cursor: '' })),
    page_info: { end_cursor: 'x', has_next_page: true },
  },
});

/** The replies to the comment that the request names. */
export const repliesAnswer = (comments: readonly Comment[], parentId: unknown) =>
  answer({
    xdt_api__v1__media__media_id__comments__parent_comment_id__child_comments__connection: {
      edges: comments.filter((one) => one.answers?.id === parentId).map((one) => ({ node: commentNode(one) })),
      page_info: { has_next_page: false, end_cursor: null },
    },
  });

const listed = (who: Person): Json => ({ pk: who.id, pk_id: who.id, id: who.id, username: who.handle, full_name: who.name });

/** Who liked: cut off by the site, without a way on. */
export const likersAnswer = (people: readonly Person[], total: number) =>
  json({ users: people.map(listed), user_count: total, status: 'ok' });

export const followersAnswer = (people: readonly Person[]) =>
  json({ users: people.map(listed), big_list: true, page_size: 200, next_max_id: 'QVFE', has_more: true, status: 'ok' });

/** A profile's reposts; whose they are stands in the request only. */
export const repostsAnswer = (posts: readonly Post[]) =>
  answer({
    fetch__XDTUserDict: {
      user_reposts_timeline: {
        repost_grid_items: posts.map((post) => ({ media: media(post), item_type: 'media' })),
        repost_more_available: false,
      },
    },
  });
