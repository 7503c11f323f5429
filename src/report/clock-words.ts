// A computer's clock that went back, in words: in ringkasan.html.
import type { ClockStep } from '../evidence/clock.ts';
import { type Html, html } from './markup.ts';
import { CLOCK_ORDER } from './verify-words.ts';
import { utcWords } from './words.ts';

/** The section that tells each place; null if there is none. */
export function toClockSection(steps: readonly ClockStep[]): Html | null {
  if (steps.length === 0) return null;
  return html`<h3>Jam komputer mundur</h3>
<p>${CLOCK_ORDER.id}</p>
<table><thead><tr><th scope="col">Catatan</th><th scope="col">Waktu baris sebelumnya</th><th scope="col">Waktu baris ini</th></tr></thead>
<tbody>${steps.map(({ seq, before, at }) => html`<tr><td>${seq}</td><td>${utcWords(before)}</td><td>${utcWords(at)}</td></tr>`)}</tbody></table>`;
}
