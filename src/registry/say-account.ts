// An account as people write it.
import { SITES } from './account-shapes.ts';
import type { Claim } from './same-account.ts';

/** "Facebook @nama", or with the id where no name is known. */
export function sayAccount({ platform, handle, id }: Pick<Claim, 'platform' | 'handle' | 'id'>): string {
  return `${SITES[platform].name} ${handle === null ? id : `@${handle}`}`;
}
