// What a reader must not take for support.
import type { Match } from '../../model/match.ts';
import type { Reaction } from '../../model/sighting.ts';

const NEGATIVE: readonly Reaction[] = ['angry', 'sad', 'haha'];

/** Reactions that can mean disapproval. */
export function isNegative(match: Match): boolean {
  return match.sighting.reaction !== null && NEGATIVE.includes(match.sighting.reaction);
}

/** Acts with words of one's own, which can be criticism. */
export function hasOwnWords(match: Match): boolean {
  return ['comment', 'reply', 'quote', 'post'].includes(match.sighting.action) && match.sighting.text !== null;
}
