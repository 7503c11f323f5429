import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { hasNip } from '../../src/ui/parts/nip.ts';

test.each([
  '198703122010011003',
  '19870312 201001 1 003',
  'NIP. 19870312 201001 1 003, guru',
  '19870312.201001.1.003',
  '19870312-201001-1-003',
  '19870312\u00A0201001\u00A02\u00A0003',
  'NI PPPK 199001012023211005.',
])('%s looks like a NIP', (text) => expect(hasNip(text)).toBe(true));

test.each([
  '',
  'Dilihat pada 22-11-2026 pukul 19.30, dua kali',
  'https://x.com/calon/status/1960000000000000101',
  'nomor akun 100000000000000123',
  '12345678901234567',
  '198713122010011003',
  '1987031220100110034',
  'telepon 0812 3456 7890 dan 0813 1111 2222',
])('%s does not', (text) => expect(hasNip(text)).toBe(false));

/** Fields of free text that no evidence file takes along: the words of a profile that Netra itself read are exported as they stand. */
const ELSEWHERE = /t\('link\.words'\)|t\('cover\.words'\)|t\('ruleSet\.|name=\{name\}/;

test('every field for a note, a reason or a statement warns of one', () => {
  const bare = globSync('src/ui/{now,parts,review}/*.svelte').flatMap((file) => {
    const text = readFileSync(file, 'utf8');
    return [...text.matchAll(/<textarea[^>]*maxlength[^>]*bind:value=\{([\w.]+)\}/g)]
      .filter(({ index }) => !ELSEWHERE.test(text.slice(text.lastIndexOf('<label', index), index)))
      .filter(([, value]) => !text.includes(`<NipWarning text={${value}} />`))
      .map(([, value]) => `${file}: ${value}`);
  });
  expect(bare).toEqual([]);
});
