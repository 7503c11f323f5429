// What Facebook's own script would be answered: stories, comments and reactions with invented people.
import type { SiteAnswer } from '../chromium.ts';

export interface Person {
  readonly id: string;
  /** The name in addresses; null: the profile is reached by its number only. */
  readonly handle: string | null;
  readonly name: string;
}
export interface Post {
  readonly id: string;
  /** The form of the id that stands in links. */
  readonly pfbid: string;
  readonly by: Person;
  readonly text: string | null;
  /** Seconds since 1970. */
  readonly at: number;
  readonly shown: string;
  readonly passesOn?: Post;
}
export interface Comment {
  readonly id: string;
  /** null: the account is gone. */
  readonly by: Person | null;
  readonly text: string;
  readonly at: number;
  readonly shown: string;
  readonly answers?: Comment;
}
export interface Reactor {
  readonly by: Person;
  readonly reaction: 'Suka' | 'Marah' | 'Super';
}

type Json = Record<string, unknown>;

export const ORIGIN = 'https://www.facebook.com';
export const VIEWER: Person = { id: '100000000000999', handle: null, name: 'Pemantau Contoh' };
/** The site's numbers for its reactions. */
const REACTION_IDS = { Suka: '1635855486666999', Super: '1678524932434102', Marah: '444813342392137' } as const;

export const packed = (plain: string) => Buffer.from(plain).toString('base64');
export const profileUrl = (who: Person) => (who.handle === null ? `${ORIGIN}/profile.php?id=${who.id}` : `${ORIGIN}/${who.handle}`);
export const postUrl = (post: Post) =>
  post.by.handle === null
    ? `${ORIGIN}/permalink.php?story_fbid=${post.pfbid}&id=${post.by.id}`
    : `${ORIGIN}/${post.by.handle}/posts/${post.pfbid}`;
export const commentUrl = (post: Post, comment: Comment) => {
  const tail =
    comment.answers === undefined ? `comment_id=${comment.id}` : `comment_id=${comment.answers.id}&reply_comment_id=${comment.id}`;
  return `${postUrl(post)}${postUrl(post).includes('?') ? '&' : '?'}${tail}`;
};
export const feedbackId = (post: Post) => packed(`feedback:${post.id}`);

const person = (who: Person) => ({ __typename: 'User', __isActor: 'User', id: who.id, name: who.name, url: profileUrl(who) });

/** A story in the site's sections: each says its part of it, under the same id. */
export function story(post: Post): Json {
  const id = packed(`S:_I${post.by.id}:${post.id}:${post.id}`);
  const words = post.text === null ? null : { __typename: 'TextWithEntities', text: post.text, ranges: [] };
  const time = { story: { id, creation_time: post.at, url: postUrl(post) } };
  const attached = post.passesOn === undefined ? null : story(post.passesOn);
  const own = { id, post_id: post.id, actors: [person(post.by)] };
  return {
    __typename: 'Story',
    __isFeedUnit: 'Story',
    ...own,
    th_dat_spo: null,
    feedback: { id: feedbackId(post), owning_profile: person(post.by) },
    attached_story: attached === null ? null : { id: attached['id'] },
    comet_sections: {
      content: { story: { ...own, message: words, wwwURL: postUrl(post), attached_story: attached } },
      context_layout: { story: { id, comet_sections: { actor_photo: { story: { id, actors: own.actors } }, metadata: [time] } } },
      timestamp: time,
    },
  };
}

function commentNode(post: Post, comment: Comment, replies: number): Json {
  const parent = comment.answers === undefined ? null : { id: packed(`comment:${post.id}_${comment.answers.id}`) };
  return {
    __typename: 'Comment',
    id: packed(`comment:${post.id}_${comment.id}`),
    legacy_fbid: comment.id,
    depth: comment.answers === undefined ? 0 : 1,
    body: { text: comment.text, ranges: [] },
    author: comment.by === null ? null : person(comment.by),
    created_time: comment.at,
    comment_parent: parent,
    comment_direct_parent: parent,
    parent_feedback: { id: feedbackId(post), owning_profile: person(post.by) },
    feedback: {
      id: packed(`feedback:${post.id}_${comment.id}`),
      url: commentUrl(post, comment),
      replies_fields: { count: replies, total_count: replies },
      replies_connection: { edges: [], page_info: { has_next_page: false } },
      viewer_actor: person(VIEWER),
    },
  };
}

/** An answer of several lines: the list, replies that arrive later, and the end of the list. */
export function commentsAnswer(post: Post, comments: readonly Comment[], order: string, total: number): SiteAnswer {
  const tops = comments.filter((one) => one.answers === undefined);
  const repliesTo = (top: Comment) => comments.filter((one) => one.answers === top);
  const list = ['node', 'comment_rendering_instance_for_feed_location', 'comments'];
  const first = {
    data: {
      node: {
        __typename: 'Feedback',
        id: feedbackId(post),
        url: postUrl(post),
        total_comment_count: total,
        comment_rendering_instance_for_feed_location: {
          selected_intent: { intent_token: order },
          comments: {
            count: total,
            total_count: total,
            edges: tops.map((one) => ({ node: commentNode(post, one, repliesTo(one).length) })),
          },
        },
        viewer_actor: person(VIEWER),
      },
    },
  };
  const later = tops.flatMap((top, i) =>
    repliesTo(top).length === 0
      ? []
      : [
          {
            label: 'CommentsListComponents$defer$Depth1CommentsListPaginationQuery',
            path: [...list, 'edges', i, 'node', 'feedback', 'replies_connection'],
            data: { edges: repliesTo(top).map((reply) => ({ node: commentNode(post, reply, 0) })) },
          },
        ],
  );
  const end = {
    label: 'CommentsListComponents$stream$page_info',
    path: list,
    data: { page_info: { has_next_page: total > comments.length, end_cursor: 'AQHRcontoh' } },
    extensions: { is_final: true },
  };
  return graphql([first, ...later, end]);
}

/** Who reacted. The answer does not say to what: that stands in the request. */
export function reactionsAnswer(reactors: readonly Reactor[], total: number): SiteAnswer {
  const edges = reactors.map(({ by, reaction }) => ({
    feedback_reaction_info: { id: REACTION_IDS[reaction] },
    node: { ...person(by), profile_url: profileUrl(by) },
    cursor: `AQ${by.id}`,
  }));
  return graphql([
    {
      data: {
        node: {
          __typename: 'Feedback',
          reactors: { count: total, edges, page_info: { has_next_page: total > edges.length, end_cursor: 'AQHRcontoh' } },
          viewer_actor: person(VIEWER),
        },
      },
      extensions: { is_final: true },
    },
  ]);
}

/** A profile's timeline: the first story at once, the others each in a line of their own. */
export function timelineAnswer(owner: Person, posts: readonly Post[]): SiteAnswer {
  const [first, ...others] = posts.map((post) => ({ node: story(post), cursor: `AQHR${post.id}` }));
  return graphql([
    { data: { node: { __typename: 'User', id: owner.id, timeline_list_feed_units: { edges: first === undefined ? [] : [first] } } } },
    ...others.map((edge, i) => ({
      label: 'ProfileCometTimelineFeed_user$stream$ProfileCometTimelineFeed_user_timeline_list_feed_units',
      path: ['node', 'timeline_list_feed_units', 'edges', i + 1],
      data: edge,
    })),
  ]);
}

function graphql(lines: readonly object[]): SiteAnswer {
  return { contentType: 'text/html; charset=utf-8', body: `for (;;);${lines.map((line) => JSON.stringify(line)).join('\n')}` };
}

/** A block of first-screen JSON, as the server puts it into the page. */
export function embedded(query: string, data: object): string {
  const cache = ['RelayPrefetchedStreamCache', 'next', [], [query, { __bbox: { complete: true, result: { data }, sequence_number: 0 } }]];
  const block = { require: [['ScheduledServerJS', 'handle', null, [{ __bbox: { define: [], require: [cache] } }]]] };
  const text = JSON.stringify(block).replace(/</g, '\\u003c');
  return `<script type="application/json" data-content-len="${text.length}" data-sjs>${text}</script>`;
}

/** Script that asks as the site's own does; `then` runs with the answer's text in `x.responseText`. */
export function ask(name: string, variables: object, then = ''): string {
  const form = {
    av: VIEWER.id,
    __user: VIEWER.id,
    __a: '1',
    fb_api_caller_class: 'RelayModern',
    fb_api_req_friendly_name: name,
    variables: JSON.stringify(variables),
    server_timestamps: 'true',
    doc_id: '9000000000000001',
  };
  return `{ const x = new XMLHttpRequest(); x.open('POST', '/api/graphql/'); x.setRequestHeader('Content-Type', 'application/x-www-form-urlencoded');
  x.onload = () => { ${then} }; x.send(${JSON.stringify(new URLSearchParams(form).toString())}); }`;
}
