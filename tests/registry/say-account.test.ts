import { expect, test } from 'vitest';
import { sayAccount } from '../../src/registry/say-account.ts';

test('an account is told with the site as people write it', () => {
  expect(sayAccount({ platform: 'youtube', handle: 'rina', id: 'UC1' })).toBe('YouTube @rina');
  expect(sayAccount({ platform: 'facebook', handle: null, id: '100000000001001' })).toBe('Facebook 100000000001001');
});
