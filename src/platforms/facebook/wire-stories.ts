// Posts in payloads. One story is spread over many sections; each fact is taken from the places where it is the story's own.
import { at, toObject, toText } from '../../lib/json.ts';
import type { Account } from '../../model/account.ts';
import type { Reading } from '../../model/sighting.ts';
import { type Target, toSighting, toUnreadable } from './facts.ts';
import { toIds, unpackId } from './ids.ts';
import { listIn, tagsIn, textIn, toLink, toPerson, toTime } from './wire-parts.ts';

type Json = Record<string, unknown>;

/** Places of a story's own sections, from the story down. An attached story has its own layout beside these. */
const SECTIONS: readonly (readonly string[])[] = [
  [],
  ['comet_sections', 'content', 'story'],
  ['comet_sections', 'content', 'story', 'comet_sections', 'message', 'story'],
  ['comet_sections', 'message', 'story'],
  ['comet_sections', 'message_container', 'story'],
  ['comet_sections', 'context_layout', 'story'],
  ['comet_sections', 'context_layout', 'story', 'comet_sections', 'actor_photo', 'story'],
  ['comet_sections', 'context_layout', 'story', 'comet_sections', 'title', 'story'],
  ['comet_sections', 'actor_photo', 'story'],
  ['comet_sections', 'title', 'story'],
  ['comet_sections', 'timestamp', 'story'],
  ['comet_sections', 'feedback', 'story'],
  ['comet_sections', 'attached_story_layout', 'story'],
  ['comet_sections', 'attached_story_layout', 'story', 'comet_sections', 'actor_photo', 'story'],
  ['comet_sections', 'attached_story_layout', 'story', 'comet_sections', 'title', 'story'],
  ['comet_sections', 'attached_story_layout', 'story', 'comet_sections', 'message', 'story'],
];

/** Places of the original that a story passes on. */
const ATTACHED: readonly (readonly string[])[] = [
  ['attached_story'],
  ['comet_sections', 'content', 'story', 'attached_story'],
  ['comet_sections', 'attached_story', 'story', 'attached_story'],
  ['comet_sections', 'content', 'story', 'comet_sections', 'attached_story', 'story', 'attached_story'],
];

interface StoryFacts {
  readonly target: Target;
  readonly at: string | null;
  readonly tags: Account[];
  readonly promoted: boolean;
}

/** A story whole enough to be one: typed so, or with an id and somebody who acts in it. */
export function isStory(node: Json): boolean {
  if (node['__typename'] === 'Story' || node['__isFeedUnit'] === 'Story')
    return 'post_id' in node || 'comet_sections' in node || Array.isArray(node['actors']);
  return toText(node['post_id']) !== null && (Array.isArray(node['actors']) || toObject(at(node, 'comet_sections', 'content')) !== null);
}

/** The sections of the same story; a section that names another story is not its own. */
function sectionsOf(stories: readonly Json[]): Json[] {
  const id = stories.map((story) => toText(story['id'])).find((one) => one !== null) ?? null;
  const sections = stories.flatMap((story) => SECTIONS.map((path) => toObject(path.length === 0 ? story : at(story, ...path))));
  return sections.filter((one): one is Json => one !== null && (id === null || toText(one['id']) === null || toText(one['id']) === id));
}

function readFacts(stories: readonly Json[]): StoryFacts {
  const sections = sectionsOf(stories);
  const first = <T>(read: (section: Json) => T | null): T | null => sections.map(read).find((one) => one !== null) ?? null;
  const timed = sections.flatMap((one) => [
    one,
    ...listIn(one, 'comet_sections', 'metadata').map((part) => toObject(at(part, 'story')) ?? {}),
  ]);
  const links = timed.flatMap((one) => [one['wwwURL'], one['permalink_url'], one['url']].map(toLink));
  const link = links.find((one) => one?.kind === 'post') ?? null;
  const feedbackId = first((one) => unpackId(toText(at(one, 'feedback', 'id'))));
  const ids = [
    first((one) => toText(one['post_id'])),
    first((one) => unpackId(toText(one['id']))?.postId ?? null),
    feedbackId?.commentId === null ? feedbackId.postId : null,
  ];
  const message = first((one) => toObject(one['message']));
  const author = first((one) => toPerson(listIn(one, 'actors')[0]));
  return {
    target: { ...toIds(...ids, link?.postId, ...(link?.otherPostIds ?? [])), url: link?.postUrl ?? null, author, text: textIn(message) },
    at: timed.map((one) => toTime(one['creation_time'])).find((one) => one !== null) ?? null,
    tags: tagsIn(message),
    promoted: sections.some((one) => toObject(one['th_dat_spo']) !== null || toObject(one['sponsored_data']) !== null),
  };
}

function findAttached(story: Json): Json[] {
  return ATTACHED.map((path) => toObject(at(story, ...path))).filter((one) => one !== null);
}

/** Reads a story: a post, or the passing on of another with or without words of one's own. */
export function readStory(story: Json): Reading[] {
  const attached = findAttached(story);
  if (attached.length > 0) return readShare(story, null);
  const { target, ...facts } = readFacts([story]);
  const { author, text, ...item } = target;
  if (author === null) {
    // A fragment that only refers to a story is not a story that lost its author.
    return toObject(at(story, 'comet_sections', 'content')) === null ? [] : [toUnreadable('wire', 'post', ['author'], item)];
  }
  if (target.id === null) return [toUnreadable('wire', 'post', ['id'], item)];
  return [toSighting({ source: 'wire', action: 'post', actor: author, post: target, item, text, ...facts })];
}

/** Reads a story that passes another on. `listed` is what its list is about, for answers that cut the original short. */
export function readShare(story: Json, listed: Target | null): Reading[] {
  const { target, ...facts } = readFacts([story]);
  const { author, text, ...item } = target;
  const original = readFacts(findAttached(story)).target;
  const post =
    original.id !== null || original.url !== null || listed === null
      ? original
      : { ...listed, author: listed.author ?? original.author, text: listed.text ?? original.text };
  if (author === null) return [toUnreadable('wire', 'share', ['author'], item)];
  if (post.id === null && post.url === null && post.author === null) return [toUnreadable('wire', 'share', ['post'], item)];
  return [toSighting({ source: 'wire', action: text === null ? 'share' : 'quote', actor: author, post, item, text, ...facts })];
}
