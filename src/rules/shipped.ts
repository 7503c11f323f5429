// The rule book as it is shipped.
import { type RuleBook, zoneSchema } from '../model/rules.ts';
import { HOLIDAYS } from './data/deadlines.ts';
import { RECIPIENTS } from './data/recipients.ts';

/** No calendar is chosen beforehand: which election is watched, only the user knows. @param zone of the computer */
export function shippedBook(zone: string): RuleBook {
  const known = zoneSchema.safeParse(zone);
  return { calendar: null, timeZone: known.success ? known.data : 'Asia/Jakarta', holidays: [...HOLIDAYS], recipients: [...RECIPIENTS] };
}
