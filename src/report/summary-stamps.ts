// Trusted time in ringkasan.html: what a stamp states of a capture, and how anybody checks it.
import type { KeptStamp } from '../model/stamp.ts';
import { stampCommand } from './layout.ts';
import { type Html, html } from './markup.ts';
import { gapOf } from './stamps.ts';
import { exact, row, shown } from './summary-parts.ts';
import * as words from './words.ts';

const UNITS = { minute: 'menit', hour: 'jam', day: 'hari' } as const;

/** Whom a stamp is from; of an answer that came as a file, that is the monitor's word. */
function authorityWords({ authority }: KeptStamp['body']): Html {
  return html`${shown(authority.name)}${authority.url === null ? ' (nama dari pemantau)' : ''}`;
}

/** When a capture was there at the latest, by whom, and how long after it was taken. */
export function stampWords(stamp: KeptStamp | null, capturedAt: string): Html | string {
  if (stamp === null) return 'tanpa waktu tepercaya';
  const { unit, n } = gapOf(capturedAt, stamp.body.statedAt);
  const gap =
    n < 0
      ? `Waktu otoritas ${-n} ${UNITS[unit]} lebih awal daripada jam komputer saat mengambil: salah satu jam keliru.`
      : `Dicap ${n === 0 ? 'kurang dari 1 menit' : `${n} ${UNITS[unit]}`} sesudah diambil menurut jam komputer: membuktikan bahwa bukti sudah ada paling lambat saat itu, bukan kapan diambil.`;
  return html`Sudah ada paling lambat ${words.utcWords(stamp.body.statedAt)} menurut ${authorityWords(stamp.body)} (catatan ${stamp.seq}).<br>${gap}`;
}

/** The section on all stamps of the bundle. */
export function toStampSection(stamps: readonly KeptStamp[]): Html {
  const [first] = stamps;
  if (first === undefined)
    return html`<h3>Waktu tepercaya</h3>
<p>Berkas bukti ini tanpa waktu tepercaya: semua waktu hanya menurut jam komputer pemantau.</p>`;
  return html`<h3>Waktu tepercaya</h3>
<p>Otoritas cap waktu hanya menerima sidik SHA-256 dari titik rantai. Capnya membuktikan bahwa semua catatan sampai baris itu sudah ada paling lambat pada waktu yang dinyatakan, bukan kapan dibuat. Netra memeriksa sidik dan nomor permintaannya; <strong>tanda tangan otoritas belum diperiksa</strong>. Periksalah dengan openssl dan sertifikat akar yang Anda ambil sendiri dari otoritasnya (AKAR.pem):</p>
<pre><code>${stamps.map(({ seq }) => stampCommand(seq)).join('\n')}</code></pre>
${stamps.map(
  ({ seq, body }) => html`<table><tbody>
${row('Catatan', String(seq))}
${row('Waktu yang dinyatakan', words.utcWords(body.statedAt))}
${row('Menurut', authorityWords(body))}
${row('Alamat', exact(body.authority.url) ?? 'jawaban diterima sebagai berkas')}
${row('Menyangkut', `baris 0 sampai ${body.size - 1} dari rantai`)}
${row('Jam komputer', `diminta ${words.utcWords(body.requestedAt)}, diterima ${words.utcWords(body.receivedAt)}`)}
</tbody></table>`,
)}`;
}
