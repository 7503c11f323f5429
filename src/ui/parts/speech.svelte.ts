// The language that the page speaks now. One page, one language: kept here, so that no component has to hand it on.
import { zoneWords } from '../../lib/time.ts';
import { type Fill, type Key, type Language, say } from '../words.ts';

let language = $state<Language>('id');

export function speak(next: Language): void {
  language = next;
  document.documentElement.lang = next;
}

export function spoken(): Language {
  return language;
}

export function t(key: Key, fill?: Fill): string {
  return say(language, key, fill);
}

/** Date and time in the language's own form and the computer's time zone, which is named: days stand beside it that count in another. @param iso ISO 8601 */
export function toDateTime(iso: string): string {
  const date = new Date(iso);
  const words = date.toLocaleString(language, { dateStyle: 'medium', timeStyle: 'short' });
  return `${words} ${zoneWords(Intl.DateTimeFormat().resolvedOptions().timeZone, date)}`;
}

/** A calendar day in the language's own form. @param day YYYY-MM-DD */
export function toDay(day: string): string {
  return new Date(`${day}T00:00:00Z`).toLocaleDateString(language, { dateStyle: 'medium', timeZone: 'UTC' });
}
