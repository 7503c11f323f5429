// From the form's fields to what the monitor states.
import type { Proposal, RowKey, Statement } from '../../model/pick.ts';
import type { Action, Reaction } from '../../model/sighting.ts';

export interface Draft {
  itemUrl: string;
  targetUrl: string;
  words: string;
  shownAt: string;
  note: string;
}

/** Filled in is only the page's own address or the single one in the picked part, where it names the account; it can be corrected. */
export function draftOf({ addresses, times }: Proposal): Draft {
  const only = (by: 'actor' | 'campaign') => {
    const all = addresses.filter((one) => one.by === by && one.from !== 'around');
    return all.length === 1 ? (all[0]?.url ?? '') : '';
  };
  return {
    itemUrl: only('actor'),
    targetUrl: only('campaign'),
    words: '',
    shownAt: times.length === 1 ? (times[0]?.shown ?? '') : '',
    note: '',
  };
}

/** Empty, or an address that a browser could open. */
export function isAddress(text: string): boolean {
  const address = text.trim();
  return address === '' || (URL.canParse(address) && /^https?:$/.test(new URL(address).protocol));
}

export function toStatement(
  pickId: string,
  chosen: { actor: RowKey; campaign: RowKey; action: Action; reaction: Reaction | null },
  draft: Draft,
): Statement {
  const filled = (text: string) => (text.trim() === '' ? null : text.trim());
  const key = ({ platform, id, handle }: RowKey): RowKey => ({ platform, id, handle });
  const isWorded = ['comment', 'reply', 'quote', 'post'].includes(chosen.action);
  return {
    pickId,
    actor: key(chosen.actor),
    action: chosen.action,
    reaction: chosen.action === 'like' ? chosen.reaction : null,
    campaign: key(chosen.campaign),
    itemUrl: filled(draft.itemUrl),
    targetUrl: filled(draft.targetUrl),
    words: isWorded ? filled(draft.words) : null,
    shownAt: filled(draft.shownAt),
    note: draft.note.trim(),
  };
}
