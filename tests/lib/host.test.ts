import { expect, test } from 'vitest';
import { isOnHost } from '../../src/lib/host.ts';

test('hosts are compared whole', () => {
  const is = (address: string) => isOnHost(new URL(address), ['x.com', 'twitter.com']);
  expect(['https://x.com/a', 'https://mobile.x.com/', 'https://twitter.com/'].map(is)).toEqual([true, true, true]);
  expect(['https://netflix.com/', 'https://x.com.example/', 'https://example/x.com'].map(is)).toEqual([false, false, false]);
});
