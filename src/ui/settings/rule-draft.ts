// What is being edited of the rule book, and what keeps it from being saved.
import {
  type Citation,
  calendarSchema,
  type Holiday,
  holidaySchema,
  type Recipient,
  type RuleBook,
  recipientSchema,
  type Stage,
  stageSchema,
} from '../../model/rules.ts';
import type { Key } from '../words.ts';

/** Named as the source of what the user adds, until they name a better one. */
const OWN: Citation = { label: 'Diisi pengguna', where: 'komputer ini' };

export const newStage = (): Stage => ({ name: '', kind: 'other', from: null, to: null, sources: [OWN], confirmed: false });
export const newHoliday = (): Holiday => ({ day: '', name: '', sources: [OWN], confirmed: false });
export const newRecipient = (): Recipient => ({ name: '', role: { id: '', en: '' }, sources: [OWN], confirmed: false });

/** The entry with its first source under another name; where that was read is the user's own word then. */
export function withSource<T extends { sources: Citation[] }>(entry: T, label: string): T {
  const source = label.trim() === '' ? OWN : { label: label.slice(0, 300), where: OWN.where };
  return { ...entry, sources: [source, ...entry.sources.slice(1)] };
}

export interface Problem {
  readonly key: Key;
  /** Number of the entry, from 1. */
  readonly n: number;
}

/** Everything that has to be put right before the book can be saved, in the order of the page. */
export function findProblems({ calendar, holidays, recipients }: RuleBook): Problem[] {
  const wrong = <T>(entries: readonly T[], isRight: (entry: T) => boolean, key: Key) =>
    entries.flatMap((entry, at) => (isRight(entry) ? [] : [{ key, n: at + 1 }]));
  const named = calendar === null || calendarSchema.shape.title.safeParse(calendar.title).success;
  return [
    ...(named ? [] : [{ key: 'ruleSet.wrongName' as const, n: 1 }]),
    ...wrong(calendar?.stages ?? [], (stage) => stageSchema.safeParse(stage).success, 'ruleSet.wrongStage'),
    ...wrong(holidays, (one) => holidaySchema.safeParse(one).success, 'ruleSet.wrongHoliday'),
    ...wrong(recipients, (one) => recipientSchema.safeParse(one).success, 'ruleSet.wrongRecipient'),
  ];
}
