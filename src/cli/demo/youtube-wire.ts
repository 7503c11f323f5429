// What YouTube's own script asks, the answers, and the first screen's data.
import { ABOUT, addressOf, type Comment, PASLON, type Person, type Post, TITLE, VIDEO } from './youtube-content.ts';

const text = (words: string) => ({ runs: [{ text: words }] });
const endpoint = (who: Person) => ({ browseEndpoint: { browseId: who.id, canonicalBaseUrl: `/@${who.handle}` } });
const key = (one: Comment) => `E${one.id}`;
export const model = (one: Comment) => ({ commentViewModel: { commentKey: key(one), commentId: one.id } });
export const threadOf = (one: Comment) => ({
  commentThreadRenderer: {
    commentViewModel: model(one),
    ...(one.answers === undefined ? {} : { replies: { commentRepliesRenderer: { targetId: `comment-replies-item-${one.id}` } } }),
  },
});
const entities = (one: Comment) => [
  {
    entityKey: key(one),
    payload: {
      commentEntityPayload: {
        key: key(one),
        properties: {
          commentId: one.id,
          content: { content: one.text },
          publishedTime: one.shown,
          replyLevel: one.id.includes('.') ? 1 : 0,
        },
        author: { channelId: one.by.id, displayName: `@${one.by.handle}`, channelCommand: { innertubeCommand: endpoint(one.by) } },
      },
    },
  },
  {
    entityKey: `s${key(one)}`,
    payload: {
      commentSurfaceEntityPayload: {
        publishedTimeCommand: { innertubeCommand: { commandMetadata: { webCommandMetadata: { url: addressOf(one) } } } },
      },
    },
  },
];
export const listOf = (targetId: string, some: readonly Comment[], items: readonly object[]) => ({
  onResponseReceivedEndpoints: [{ reloadContinuationItemsCommand: { targetId, continuationItems: items } }],
  frameworkUpdates: { entityBatchUpdate: { mutations: some.flatMap(entities) } },
});
const postOf = (one: Post): object =>
  one.passesOn === undefined
    ? {
        backstagePostRenderer: {
          postId: one.id,
          authorText: text(one.by.name),
          authorEndpoint: endpoint(one.by),
          contentText: text(one.text),
          publishedTimeText: text(one.shown),
        },
      }
    : {
        sharedPostRenderer: {
          postId: one.id,
          displayName: text(one.by.name),
          endpoint: endpoint(one.by),
          content: text(one.text),
          publishedTimeText: text(one.shown),
          originalPost: postOf(one.passesOn),
        },
      };
const firstScreen = (data: object) => `<script nonce="x">var ytInitialData = ${JSON.stringify(data).replaceAll('<', '\\u003c')};</script>`;
const ownerOf = { videoOwnerRenderer: { title: text(PASLON.name), navigationEndpoint: endpoint(PASLON) } };
export const watchScreen = firstScreen({
  contents: {
    twoColumnWatchNextResults: {
      results: {
        results: {
          contents: [
            { videoPrimaryInfoRenderer: { title: text(TITLE), dateText: { simpleText: '20 Nov 2026' } } },
            { videoSecondaryInfoRenderer: { owner: ownerOf, attributedDescription: { content: ABOUT } } },
          ],
        },
      },
    },
  },
  currentVideoEndpoint: { watchEndpoint: { videoId: VIDEO } },
});
export const postsScreen = (some: readonly Post[]) =>
  firstScreen({
    contents: {
      twoColumnBrowseResultsRenderer: {
        tabs: [
          {
            tabRenderer: {
              content: { sectionListRenderer: { contents: some.map((one) => ({ backstagePostThreadRenderer: { post: postOf(one) } })) } },
            },
          },
        ],
      },
    },
  });
export const ask = (path: string, continuation: string) =>
  `fetch('/youtubei/v1/${path}?prettyPrint=false', { method: 'POST', headers: { 'content-type': 'application/json' }, body: ${JSON.stringify(JSON.stringify({ context: { client: { hl: 'id' } }, continuation }))} });`;
