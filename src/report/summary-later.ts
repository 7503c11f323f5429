// What came after the capture of one finding: corrections, notes, re-checks, and the chain of custody.
import { CORRECTED_WORDS, RECHECK_WORDS, seenWords, stepWords } from './later-words.ts';
import { type Html, html } from './markup.ts';
import { exact, row, said, shown } from './summary-parts.ts';
import { type Step, stepsOf } from './trail.ts';
import { utcWords } from './words.ts';

/** Corrections stand before the facts that they are about: who reads the one has to see the other. */
export function toCorrections(trail: readonly Step[]): Html | null {
  const corrections = stepsOf(trail, 'note').flatMap(({ seq, body }) => (body.kind === 'correction' ? [{ seq, body }] : []));
  if (corrections.length === 0) return null;
  return html`<div class="warn"><p><strong>Dikoreksi pemantau.</strong> Bacaan asli di bawah ini tidak diubah; yang benar menurut pemantau tertulis di sini.</p>
<table><tbody>${corrections.map(
    ({ seq, body }) =>
      html`${row(
        CORRECTED_WORDS[body.field],
        html`Terbaca: ${shown(body.read) ?? '(kosong)'}<br>Menurut pemantau: <strong>${shown(body.right)}</strong>${said(body.why)}${utcWords(body.statedAt)}, catatan ${seq}`,
      )}`,
  )}</tbody></table></div>`;
}

/** Notes and re-checks, in the order in which they were written. */
export function toLater(trail: readonly Step[]): Html | null {
  const notes = stepsOf(trail, 'note').flatMap(({ seq, body }) => (body.kind === 'note' ? [{ seq, body }] : []));
  const rechecks = stepsOf(trail, 'recheck');
  return html`${
    notes.length === 0
      ? null
      : html`<h3>Catatan pemantau</h3>
<table><tbody>${notes.map(({ seq, body }) => row(utcWords(body.statedAt), html`catatan ${seq}${said(body.text)}`))}</tbody></table>`
  }
${
  rechecks.length === 0
    ? null
    : html`<h3>Pemeriksaan ulang</h3>
<table><tbody>${rechecks.map(({ seq, body }) =>
        row(
          utcWords(body.statedAt),
          html`Dinyatakan pemantau: <strong>${RECHECK_WORDS[body.state]}</strong> (catatan ${seq})<br>${shown(seenWords(body.seen))}.${body.capture === null ? null : html` Disertai tangkapan baru, catatan ${body.capture}.`}<br>${exact(body.url)}${body.note === '' ? null : said(body.note)}`,
        ),
      )}</tbody></table>`
}`;
}

/** Every step from the first capture to the handover of this bundle. */
export function toTrail(trail: readonly Step[]): Html | null {
  if (trail.length === 0) return null;
  return html`<h3>Riwayat penjagaan</h3>
<table><thead><tr><th class="num" scope="col">Catatan</th><th scope="col">Waktu</th><th scope="col">Langkah</th></tr></thead>
<tbody>${trail.map(
    ({ seq, at, record }) =>
      html`<tr><td class="num">${seq}</td><td>${utcWords(at)}</td><td>${stepWords(record)}${record.type === 'hold' ? said(record.body.reason) : null}</td></tr>`,
  )}</tbody></table>`;
}
