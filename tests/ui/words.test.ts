import { expect, test } from 'vitest';
import { findingStatusSchema } from '../../src/model/finding.ts';
import { LINK_REFUSALS, nameBandSchema, outcomeSchema } from '../../src/model/link.ts';
import { healthStateSchema, REFUSALS } from '../../src/model/messages.ts';
import { ACTIONS, reactionSchema } from '../../src/model/sighting.ts';
import { type Key, type Said, say, WORDS } from '../../src/ui/words.ts';

const all = Object.entries(WORDS) as [Key, Said][];

test('every key has words in both languages, with the same places to fill', () => {
  const places = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([place]) => place).sort();
  for (const [key, said] of all) {
    expect(said.id.trim(), key).not.toBe('');
    expect(said.en.trim(), key).not.toBe('');
    expect(places(said.en), key).toEqual(places(said.id));
  }
});

test('no English text leaves the plural to the reader, and a choice is made by a number that is told', () => {
  for (const [key, { id, en }] of all) {
    expect(en, key).not.toMatch(/\w\((?:s|es|ies)\)/);
    expect(id, key).not.toContain('|');
    for (const [, place] of en.matchAll(/\{(\w+)\|/g)) expect(en, key).toContain(`{${place}}`);
  }
});

test('nobody is called a violator, and no word promises proof of absence', () => {
  for (const [key, said] of all) {
    expect(said.id, key).not.toMatch(/pelanggar(?!an)|terbukti|bersalah|pelaku/i);
    expect(said.en, key).not.toMatch(/violator|offender|guilty|culprit/i);
  }
});

const OF_DELETING: readonly string[] = ['on-hold', 'not-set-aside'];
test('every refusal says what happened and what to do, in both languages', () => {
  expect(say('id', 'refusal.under-way')).toMatch(/^Sedang disimpan/);
  for (const refusal of REFUSALS.filter((one) => one !== 'under-way')) {
    const [id, en] = OF_DELETING.includes(refusal) ? ['dihapus', 'deleted'] : ['disimpan', 'kept'];
    expect(say('id', `refusal.${refusal}`)).toMatch(new RegExp(`^Belum ${id}: .+\\. .+(lagi|lagi)\\.$`));
    expect(say('en', `refusal.${refusal}`)).toMatch(new RegExp(`^Not ${en}: .+\\. .+again\\.$`));
  }
  expect(say('id', 'refusal.not-kept')).toMatch(/dihapus di jendela lain/);
  expect(say('id', 'refusal.not-kept')).not.toMatch(/[Gg]ulir/);
  expect(say('id', 'refusal.no-permission')).toContain('Klik ikon Netra di bilah alat pada tab ini, lalu coba lagi');
});

test('every act, reaction, status and health state has its own words', () => {
  const distinct = (keys: Key[]) => expect(new Set(keys.map((key) => say('id', key))).size).toBe(keys.length);
  distinct(ACTIONS.map((one): Key => `act.${one}`));
  distinct(ACTIONS.map((one): Key => `listing.${one}`));
  distinct(reactionSchema.options.map((one): Key => `reaction.${one}`));
  distinct(findingStatusSchema.options.map((one): Key => `status.${one}`));
  distinct(healthStateSchema.options.map((one): Key => `health.${one}`));
  distinct(healthStateSchema.options.map((one): Key => `healthMore.${one}`));
});

test('places are filled, numbers by the language, and a place without a value stays visible', () => {
  expect(say('id', 'set.accounts', { n: 12345 })).toBe('12.345 akun');
  expect(say('en', 'set.accounts', { n: 12345 })).toBe('12,345 accounts');
  expect(say('en', 'set.accounts', { n: 1 })).toBe('1 account');
  expect(say('en', 'set.accounts', { n: 0 })).toBe('0 accounts');
  expect(say('en', 'backup.due', { n: 1, days: 2 })).toMatch(/1 new capture exists .* 2 days ago/);
  expect(say('id', 'set.accounts')).toBe('{n} akun');
  expect(say('id', 'now.turnOn', { site: '{n}', n: 1 })).toBe('Nyalakan Netra untuk {n}');
});

test('every refusal, outcome, band and rarity of a tie has its own words; no name is called the same person', () => {
  const keys: Key[] = [
    ...LINK_REFUSALS.map((one): Key => `linkRefusal.${one}`),
    ...outcomeSchema.options.map((one): Key => `outcome.${one}`),
    ...nameBandSchema.options.map((one): Key => `band.${one}`),
  ];
  expect(new Set(keys.map((key) => say('id', key))).size).toBe(keys.length);
  for (const [key, said] of all.filter(([one]) => /^(link|tie|nameReason|band)/.test(one)))
    expect([key, said.id]).not.toEqual([key, expect.stringMatching(/orang yang sama|pasti orangnya|terbukti/i)]);
});
