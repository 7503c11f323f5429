// The time of a post, as X writes it.
import { expect, test } from 'vitest';
import { readWirePost } from '../../src/platforms/x/wire-post.ts';

const timeOf = (created_at: string) => {
  const read = readWirePost({ rest_id: '20', legacy: { id_str: '20', user_id_str: '12', created_at } });
  return 'post' in read ? read.post.at : 'unreadable';
};

test.each([
  ['Fri Nov 20 03:00:00 +0000 2026', '2026-11-20T03:00:00.000Z'],
  ['Sat Jan 01 23:59:59 +0000 2022', '2022-01-01T23:59:59.000Z'],
  ['Thu Feb 29 12:00:00 +0000 2024', '2024-02-29T12:00:00.000Z'],
  ['Thu Dec 31 00:00:00 +0000 2026', '2026-12-31T00:00:00.000Z'],
  ['Fri Nov 20 24:00:00 +0000 2026', '2026-11-21T00:00:00.000Z'],
  ['Fri Nov 20 25:00:00 +0000 2026', null],
  ['Fri Nov 20 03:60:00 +0000 2026', null],
  ['Fri Nov 20 03:00:61 +0000 2026', null],
  ['Fri Nov 00 03:00:00 +0000 2026', null],
  ['Fri Nov 32 03:00:00 +0000 2026', null],
  ['Fri Xov 20 03:00:00 +0000 2026', null],
  ['Fri Nov 20 03:00:00 +0700 2026', null],
  ['2026-11-20T03:00:00.000Z', null],
])('%s', (created, at) => expect(timeOf(created)).toBe(at));
