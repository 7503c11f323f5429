// What other answers than an act's own have told of it, and whether any may still come.
import type { Agreement } from '../model/capture.ts';
import type { Seen } from '../model/messages.ts';
import type { Told } from './known-accounts.ts';

/** Is nothing left of it that another answer could tell, or take back? */
export function isWhole({ eyes, sighting: { actor, post }, agreement }: Seen): boolean {
  return (
    eyes.wire !== null &&
    actor.id !== null &&
    (post.author === null || post.author.id !== null) &&
    agreement.every(({ idFrom }) => idFrom === undefined)
  );
}

/** Whether other answers add the same to both. */
export function isSameTold(a: Seen, b: Seen): boolean {
  const isTold = ({ agreement }: Seen) => agreement.some(({ idFrom }) => idFrom !== undefined);
  return !isTold(a) && !isTold(b) ? true : JSON.stringify(a.sighting) === JSON.stringify(b.sighting);
}

/** Says where an id came from that neither eye saw with the act. */
export function withTold(agreement: readonly Agreement[], told: readonly Told[]): Agreement[] {
  const idFrom = 'other-answer' as const;
  const said = agreement.map((one) => (told.some((field) => field === one.field) ? { ...one, idFrom } : one));
  return told.includes('tags') ? [...said, { field: 'tags', state: 'page-only', idFrom }] : said;
}
