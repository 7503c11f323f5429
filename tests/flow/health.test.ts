import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toHealth } from '../../src/flow/health.ts';
import { healthSchema } from '../../src/model/messages.ts';

test.each([
  ['nothing on the page', { found: 0, read: 0, unreadable: {}, dropped: 0 }, 'nothing'],
  ['nothing found, but work was dropped', { found: 0, read: 0, unreadable: {}, dropped: 3 }, 'partly'],
  ['all read', { found: 5, read: 5, unreadable: {}, dropped: 0 }, 'reading'],
  ['one unreadable', { found: 5, read: 4, unreadable: { author: 1 }, dropped: 0 }, 'partly'],
  ['all read, but work was dropped', { found: 5, read: 5, unreadable: {}, dropped: 1 }, 'partly'],
  ['all read, but a kind stands there unread', { found: 5, read: 5, unreadable: {}, dropped: 0, notRead: ['comment' as const] }, 'partly'],
  ['all read, and an answer could not be handed on', { found: 5, read: 5, unreadable: {}, dropped: 0, unheard: 2 }, 'reading'],
  ['none readable', { found: 5, read: 0, unreadable: { author: 3, id: 2 }, dropped: 0 }, 'blind'],
])('%s', (_name, counts, state) => expect(toHealth(counts).state).toBe(state));

test('what the lookout and the wire add is told, and only where there is something to tell', () => {
  const counts = { found: 5, read: 5, unreadable: {}, dropped: 0 };
  expect(healthSchema.parse(toHealth({ ...counts, notRead: ['comment'], unheard: 2 }))).toMatchObject({ notRead: ['comment'], unheard: 2 });
  expect(Object.keys(toHealth({ ...counts, notRead: [], unheard: 0 }))).not.toContain('notRead');
  expect(Object.keys(toHealth({ ...counts, notRead: [], unheard: 0 }))).not.toContain('unheard');
});

test('nobody is told that all is well while anything is lost', () => {
  const count = fc.nat({ max: 5 });
  fc.assert(
    fc.property(count, count, count, count, (read, author, id, dropped) => {
      const health = toHealth({ found: read + author + id, read, unreadable: { author, id }, dropped });
      expect(healthSchema.safeParse(health).success).toBe(true);
      if (author + id + dropped > 0) expect(['partly', 'blind']).toContain(health.state);
    }),
  );
});
