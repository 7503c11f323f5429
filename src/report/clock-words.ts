// A computer's clock that went back, in words: in ringkasan.html and in the verdict on a bundle.
import type { ClockStep } from '../evidence/clock.ts';
import { type Html, html } from './markup.ts';
import { utcWords } from './words.ts';

const ORDER = 'Urutan catatan ditentukan rantai, bukan jam; waktu yang tertulis di sekitarnya perlu dipastikan dari sumber lain.';

/** "Jam komputer mundur pada catatan nomor 7: …" for a verdict; null if it never did. */
export function clockNote(steps: readonly ClockStep[]): string | null {
  const [first] = steps;
  if (first === undefined) return null;
  const more = steps.length === 1 ? '' : `, dan pada ${steps.length - 1} tempat lain`;
  return `Jam komputer mundur pada catatan nomor ${first.seq}: dari ${utcWords(first.before)} ke ${utcWords(first.at)}${more}. ${ORDER}`;
}

/** The section that tells each place; null if there is none. */
export function toClockSection(steps: readonly ClockStep[]): Html | null {
  if (steps.length === 0) return null;
  return html`<h3>Jam komputer mundur</h3>
<p>${ORDER}</p>
<table><thead><tr><th scope="col">Catatan</th><th scope="col">Waktu baris sebelumnya</th><th scope="col">Waktu baris ini</th></tr></thead>
<tbody>${steps.map(({ seq, before, at }) => html`<tr><td>${seq}</td><td>${utcWords(before)}</td><td>${utcWords(at)}</td></tr>`)}</tbody></table>`;
}
