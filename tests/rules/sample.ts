// A rule book and a question for tests; each test says what differs.
import type { RuleBook } from '../../src/model/rules.ts';
import { CALENDARS } from '../../src/rules/data/calendars.ts';
import type { RulesInput } from '../../src/rules/rules-for.ts';
import { shippedBook } from '../../src/rules/shipped.ts';

export const pilkada = CALENDARS.find(({ title }) => title === 'Pilkada 2024') ?? CALENDARS[0];
export const undated = CALENDARS.find(({ title }) => title.includes('2029')) ?? null;

export const book = (rest: Partial<RuleBook> = {}): RuleBook => ({ ...shippedBook('Asia/Jakarta'), calendar: pilkada ?? null, ...rest });

/** Noon of a day in Jakarta. */
export const noon = (day: string) => `${day}T12:00:00+07:00`;

export const question = (rest: Partial<RulesInput> = {}): RulesInput => ({
  action: 'like',
  reaction: 'like',
  object: 'candidate',
  status: 'PNS',
  time: { at: noon('2024-10-10') },
  known: { keptAt: noon('2024-10-11') },
  book: book(),
  now: noon('2024-10-12'),
  ...rest,
});
