// Every site brings the same files and at least the same cases.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { platforms } from '../../src/platforms/index.ts';
import { casesFolder } from '../platforms/contract.ts';

const FILES = ['index.ts', 'urls.ts', 'selectors.ts', 'read-page.ts', 'read-wire.ts', 'limits.ts'];
const CASES = ['post', 'comment-and-reply', 'share', 'profile', 'nothing-here', 'markup-moved', 'hostile-text'];

for (const platform of platforms) {
  test(`${platform.id} has its files`, () => {
    const folder = join(import.meta.dirname, '../../src/platforms', platform.id);
    expect(FILES.filter((file) => !existsSync(join(folder, file)))).toEqual([]);
  });
  test(`${platform.id} has the required cases`, () => {
    const has = (name: string) => existsSync(join(casesFolder, platform.id, name, 'expected.json'));
    expect(CASES.filter((name) => !has(name))).toEqual([]);
    expect(has('likers') || has('likes-not-shown')).toBe(true);
  });
}
