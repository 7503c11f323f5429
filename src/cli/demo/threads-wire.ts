// What Threads' own script would be answered: threads of posts and who liked one, all invented.
import { answer, codeOf, type Json, type Person, seconds } from './meta.ts';

export interface Post {
  readonly id: string;
  readonly by: Person;
  readonly text: string;
  readonly at: string;
  readonly shown: string;
  readonly answers?: Post;
  /** How many replies the site counts; none if left out. */
  readonly replies?: number;
  readonly quotes?: Post;
}
/** A post passed on without words. */
export interface Repost {
  readonly id: string;
  readonly by: Person;
  readonly at: string;
  readonly of: Post;
}

export const ORIGIN = 'https://www.threads.com';
export const postPath = (post: Post) => `/@${post.by.handle}/post/${codeOf(post)}`;

const user = (who: Person): Json => ({ pk: who.id, id: who.id, username: who.handle, full_name: who.name, is_verified: false });
const rootOf = (post: Post): Post => (post.answers === undefined ? post : rootOf(post.answers));

function node(item: Post | Repost): Json {
  const text = 'text' in item ? item.text : '';
  const answers = 'text' in item ? item.answers : undefined;
  const quotes = 'text' in item ? item.quotes : undefined;
  const short = (who: Person) => ({ pk: who.id, username: who.handle, id: who.id });
  return {
    pk: item.id,
    id: `${item.id}_${item.by.id}`,
    code: codeOf(item),
    user: user(item.by),
    taken_at: seconds(item.at),
    caption: text === '' ? null : { text, pk: '1' },
    caption_is_edited: false,
    like_and_view_counts_disabled: false,
    has_liked: false,
    like_count: 3,
    text_post_app_info: {
      is_reply: answers !== undefined,
      reply_to_author: answers === undefined ? null : short(answers.by),
      root_post_author: answers === undefined ? null : short(rootOf(answers).by),
      direct_reply_count: ('text' in item ? item.replies : undefined) ?? 0,
      repost_count: 1,
      quote_count: 0,
      is_post_unavailable: false,
      share_info: {
        quoted_post: quotes === undefined ? null : node(quotes),
        reposted_post: 'of' in item ? node(item.of) : null,
        quoted_attachment_post: null,
      },
      text_fragments: { fragments: [{ fragment_type: 'plaintext', plaintext: text }] },
    },
  };
}

const edges = (threads: readonly (readonly (Post | Repost)[])[]) =>
  threads.map((thread) => ({
    node: { thread_items: thread.map((item) => ({ post: node(item) })), id: thread[0]?.id, __typename: 'XDTThread' },
    cursor: '',
  }));

/** Data of a post page: the post, and each thread below it. */
export const pageData = (threads: readonly (readonly Post[])[], more: boolean): Json => ({
  data: { edges: edges(threads), page_info: { has_next_page: more, end_cursor: more ? 'x' : null } },
});

/** Data of a profile's tab: posts, or reposts. */
export const profileData = (items: readonly (Post | Repost)[]): Json => ({
  mediaData: { edges: edges(items.map((item) => [item])), page_info: { has_next_page: false, end_cursor: null } },
});

/** Who liked; which post it was stands in the request only. */
export const likersAnswer = (people: readonly Person[]) =>
  answer({
    feedback_hub_tab_items: {
      edges: people.map((who, i) => ({
        node: { actor: user(who), extra: { context: '' }, timestamp: seconds('2026-11-19T04:00:00Z') + 60 * i },
        cursor: '',
      })),
      page_info: { has_next_page: true, end_cursor: 'x' },
    },
  });
