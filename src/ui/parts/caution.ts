// What a reader must not take for support.
import type { Match } from '../../model/match.ts';
import type { Action, Reaction } from '../../model/sighting.ts';

/** `other` is a reaction that the site named in a way no reader knows. */
const NEGATIVE: readonly Reaction[] = ['angry', 'sad', 'haha', 'other'];
const OWN_WORDS: readonly Action[] = ['comment', 'reply', 'quote', 'post'];

/** Reactions that can mean disapproval. */
export function isNegative(match: Match): boolean {
  return match.sighting.reaction !== null && NEGATIVE.includes(match.sighting.reaction);
}

/** Acts with words of one's own, which can be criticism. A sticker or picture without words can be as well. */
export function hasOwnWords(match: Match): boolean {
  return OWN_WORDS.includes(match.sighting.action);
}

/** The account is tied to the person by somebody's word alone, which nobody else has confirmed. */
export function isTieUnsure(match: Match): boolean {
  return match.guarded.link?.state === 'unconfirmed';
}

/** To be read and judged by a person before it is called anything (being shown in somebody else's picture is no act of one's own): shown apart, and never chosen for export beforehand. */
export function needsReading(match: Match): boolean {
  return isNegative(match) || hasOwnWords(match) || match.sighting.action === 'appear';
}
