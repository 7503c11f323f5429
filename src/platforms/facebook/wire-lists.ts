// Lists of who reacted and who shared. Such an answer often leaves out what it is about: that stands in the request.
import { at, toObject, toText } from '../../lib/json.ts';
import type { Reading } from '../../model/sighting.ts';
import { toListing, toSighting, toUnreadable } from './facts.ts';
import { toReaction } from './reactions.ts';
import { countIn, listIn, moreIn, toFeedbackTarget, toPerson } from './wire-parts.ts';
import { readShare } from './wire-stories.ts';

type Json = Record<string, unknown>;
type Variables = Readonly<Record<string, unknown>>;

export function holdsReactions(node: Json): boolean {
  return Array.isArray(at(node, 'reactors', 'edges'));
}

/** Names that the answer itself gives to reaction numbers. */
function namesIn(feedback: Json): Map<string, string> {
  const names = new Map<string, string>();
  const summaries = [
    ...listIn(feedback, 'top_reactions', 'summary'),
    ...listIn(feedback, 'top_reactions', 'edges'),
    ...listIn(feedback, 'supported_reactions'),
    ...listIn(feedback, 'supported_reaction_infos'),
  ];
  for (const one of summaries) {
    const reaction = toObject(at(one, 'reaction')) ?? toObject(at(one, 'node')) ?? toObject(one);
    const [id, name] = [toText(reaction?.['id']), toText(reaction?.['localized_name'])];
    if (id !== null && name !== null) names.set(id, name);
  }
  return names;
}

/** Who reacted to a post or comment, and how. */
export function readReactions(feedback: Json, variables: Variables): Reading[] {
  const { post, thread } = toFeedbackTarget(feedback, variables);
  const names = namesIn(feedback);
  const connection = toObject(feedback['reactors']) ?? {};
  const asked = toText(variables['reactionID']);
  const rows = listIn(connection, 'edges').map((edge) => {
    const actor = toPerson(at(edge, 'node'));
    if (actor === null) return toUnreadable('wire', 'list-row', ['actor']);
    const info = toObject(at(edge, 'feedback_reaction_info'));
    const id = toText(info?.['id']) ?? asked;
    const name = toText(info?.['localized_name']) ?? (id === null ? null : (names.get(id) ?? null));
    const shown = id ?? name ?? toText(info?.['key']);
    return toSighting({
      source: 'wire',
      action: 'like',
      actor,
      post,
      thread,
      reaction: toReaction(name, id),
      reactionShown: shown?.slice(0, 200) ?? null,
    });
  });
  const total = countIn(connection['count'], at(feedback, 'reaction_count', 'count'));
  return [...rows, toListing({ source: 'wire', action: 'like', post, total, more: moreIn(connection) })];
}

export function holdsShares(node: Json): boolean {
  return Array.isArray(at(node, 'reshares', 'edges')) || Array.isArray(at(node, 'resharers', 'edges'));
}

/** Who passed a post on. `reshares` lists their posts, `resharers` the people alone. */
export function readShares(feedback: Json, variables: Variables): Reading[] {
  const { post } = toFeedbackTarget(feedback, variables);
  const connection = toObject(feedback['reshares']) ?? toObject(feedback['resharers']) ?? {};
  const rows = listIn(connection, 'edges').flatMap((edge) => {
    const node = toObject(at(edge, 'node'));
    if (node === null) return [];
    const isStory = node['__typename'] === 'Story' || 'comet_sections' in node || 'post_id' in node || 'actors' in node;
    if (isStory) return readShare(node, post);
    const actor = toPerson(node);
    return [actor === null ? toUnreadable('wire', 'list-row', ['actor']) : toSighting({ source: 'wire', action: 'share', actor, post })];
  });
  const total = countIn(connection['count'], at(feedback, 'share_count', 'count'));
  return [...rows, toListing({ source: 'wire', action: 'share', post, total, more: moreIn(connection) })];
}
