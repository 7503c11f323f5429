// The language that the page speaks now. One page, one language: kept here, so that no component has to hand it on.
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

/** Date and time in the language's own form and the computer's time zone. @param iso ISO 8601 */
export function toDateTime(iso: string): string {
  return new Date(iso).toLocaleString(language, { dateStyle: 'medium', timeStyle: 'short' });
}

/** A calendar day in the language's own form. @param day YYYY-MM-DD */
export function toDay(day: string): string {
  return new Date(`${day}T00:00:00Z`).toLocaleDateString(language, { dateStyle: 'medium', timeZone: 'UTC' });
}
