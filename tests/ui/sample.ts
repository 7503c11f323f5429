// A match and a finding for tests; each test says what differs.
import type { Finding } from '../../src/model/finding.ts';
import type { Match } from '../../src/model/match.ts';
import type { Listing, Target } from '../../src/model/sighting.ts';

export const post: Target = {
  id: '1',
  otherIds: [],
  url: null,
  author: { id: '9', handle: 'calon', name: 'Calon', url: null },
  text: 'Coblos',
};

export function match(sighting: Partial<Match['sighting']> = {}, rest: Partial<Match> = {}): Match {
  return {
    sighting: {
      kind: 'sighting',
      platform: 'facebook',
      source: 'page',
      action: 'comment',
      reaction: null,
      reactionShown: null,
      actor: { id: '5', handle: 'siti', name: 'Siti', url: null },
      post,
      thread: null,
      item: { id: '77', otherIds: [], url: null },
      text: 'Setuju',
      tags: [],
      shownAt: null,
      at: null,
      promoted: false,
      ...sighting,
    },
    guarded: { platform: 'facebook', id: '5', handle: 'siti', person: 'Siti', unit: 'Dinas', status: 'PNS', basis: '' },
    grade: 'id',
    reasons: [
      {
        kind: 'author',
        grade: 'id',
        watched: { platform: 'facebook', id: '9', handle: 'calon', candidate: 'Calon', office: '', region: '', official: null },
      },
    ],
    onBothLists: false,
    ...rest,
  };
}

export function finding(number: number, status: Finding['status'], matched: Match = match()): Finding {
  const findingId = number.toString(16).padStart(64, '0');
  return { findingId, match: matched, status, firstSeenAt: `2026-11-22T00:00:0${number}.000Z`, captures: [number], note: '' };
}

export function listing(rest: Partial<Listing>): Listing {
  return {
    kind: 'listing',
    platform: 'facebook',
    source: 'page',
    action: 'like',
    post,
    total: 175,
    filtered: null,
    filterShown: null,
    more: null,
    ...rest,
  };
}
