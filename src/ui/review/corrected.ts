// What the evidence says of a field that somebody corrects, as it was read.
import type { Finding } from '../../model/finding.ts';
import type { CorrectedField } from '../../model/note.ts';
import { say } from '../words.ts';

/** '' where the evidence says nothing of it. In Indonesian, whatever language is shown: it becomes part of a record. */
export function readOf({ match: { sighting, guarded } }: Finding, field: CorrectedField): string {
  const { actor, post, item } = sighting;
  switch (field) {
    case 'person':
      return guarded.person;
    case 'unit':
      return guarded.unit;
    case 'handle':
      return actor.handle ?? '';
    case 'name':
      return actor.name ?? '';
    case 'act':
      return [say('id', `act.${sighting.action}`), sighting.reaction === null ? null : say('id', `reaction.${sighting.reaction}`)]
        .filter((one) => one !== null)
        .join(': ');
    case 'text':
      return (sighting.text ?? '').slice(0, 5000);
    case 'stated-time':
      return [sighting.shownAt, sighting.at].filter((one) => one !== null).join(' · ');
    case 'target':
      return [post.author?.handle ?? post.author?.name ?? null, post.url ?? post.id].filter((one) => one !== null).join(' · ');
    case 'address':
      return item.url ?? post.url ?? '';
    case 'other':
      return '';
  }
}
