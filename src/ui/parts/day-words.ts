// Calendar days in words.
import type { Language } from '../said.ts';

/** "Jumat 27 November 2026", "Friday 27 November 2026". @param day YYYY-MM-DD; no time zone is asked */
export function toDayWords(day: string, language: Language): string {
  return new Date(`${day}T00:00:00Z`)
    .toLocaleDateString(language === 'id' ? 'id-ID' : 'en-GB', {
      timeZone: 'UTC',
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      year: 'numeric',
    })
    .replace(',', '');
}

/** "25 September 2024 – 23 November 2024"; one day once. */
export function toSpanWords(from: string, to: string, language: Language): string {
  const words = (day: string) =>
    new Date(`${day}T00:00:00Z`).toLocaleDateString(language === 'id' ? 'id-ID' : 'en-GB', {
      timeZone: 'UTC',
      day: 'numeric',
      month: 'long',
      year: 'numeric',
    });
  return from === to ? words(from) : `${words(from)} – ${words(to)}`;
}
