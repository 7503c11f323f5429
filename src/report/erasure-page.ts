// The page of a proof of deletion, for reading and printing.
import type { Erasure } from '../model/erasure.ts';
import type { LogLine } from '../model/evidence.ts';
import { ASKER_WORDS, ERASURE_WORDS, TYPE_WORDS } from './later-words.ts';
import { COMMANDS } from './layout.ts';
import { type Html, html } from './markup.ts';
import { toDocument } from './summary-parts.ts';
import * as words from './words.ts';

/** All that a proof states. */
export interface ProofFacts {
  readonly proofId: string;
  readonly createdAt: string;
  readonly software: string;
  /** Name of the log. */
  readonly log: string;
  readonly keyFingerprint: string;
  /** Number of the record that states the destruction, and what it says. */
  readonly seq: number;
  readonly erasure: Erasure;
  /** The lines of what was destroyed: they stay. */
  readonly erased: readonly LogLine[];
  /** SHA-256 of the log's last line before that record, and of the record's own line. */
  readonly headBefore: string;
  readonly headAfter: string;
}

/** The whole page as text. Same facts, same text. */
export function toProofPage(facts: ProofFacts): string {
  const { erasure, erased } = facts;
  const count = erased.length;
  return toDocument(
    `Bukti penghapusan ${facts.proofId}`,
    html`<header>
<p class="eyebrow">Bukti penghapusan</p>
<h1>Isi ${count} catatan telah dimusnahkan</h1>
<p class="lead">Pernyataan ini tidak memuat nama, akun, alamat, atau kata-kata siapa pun.</p>
<table><tbody>
${toRow('Waktu', words.utcWords(erasure.erasedAt))}
${toRow('Alasan', ERASURE_WORDS[erasure.reason])}
${toRow('Diminta oleh', ASKER_WORDS[erasure.askedBy])}
${erasure.request === null ? null : toRow('Surat permintaan', `nomor ${erasure.request.reference}, diterima ${words.dateWords(erasure.request.receivedOn)}`)}
${toRow('Yang dimusnahkan', `${erasure.findingCount} dugaan: isi ${count} catatan, ${erasure.hashes.length} gambar dan sumber`)}
${toRow('Tertulis dalam', `catatan nomor ${facts.seq} pada rantai ${facts.log}`)}
${toRow('Ujung rantai sebelum', html`<span class="hash">${facts.headBefore}</span>`)}
${toRow('Ujung rantai sesudah', html`<span class="hash">${facts.headAfter}</span>`)}
${toRow('Ditandatangani kunci', html`<span class="hash">${facts.keyFingerprint}</span>`)}
${toRow('Nomor bukti', html`<span class="hash">${facts.proofId}</span>`)}
${toRow('Dibuat', `${words.utcWords(facts.createdAt)}, ${facts.software}`)}
</tbody></table>
</header>
<section class="plain">
<h2>Catatan yang dimusnahkan isinya</h2>
<p>Barisnya tetap ada dalam rantai, agar rantai itu masih dapat diperiksa. Dari komitmennya isi tidak dapat dihitung kembali: bilangan acak yang dipakai untuk membuatnya ikut dimusnahkan.</p>
<table><thead><tr><th class="num" scope="col">Nomor</th><th scope="col">Ditulis</th><th scope="col">Jenis</th><th scope="col">Komitmen</th></tr></thead>
<tbody>${erased.map(({ seq, at, type, commit }) => html`<tr><td class="num">${seq}</td><td>${words.utcWords(at)}</td><td>${TYPE_WORDS[type] ?? type}</td><td class="hash">${commit}</td></tr>`)}</tbody></table>
${toList('Gambar dan sumber yang dimusnahkan (SHA-256)', erasure.hashes)}
</section>
<section class="plain">
<h2>Yang berada di luar Netra</h2>
<p>Penghapusan ini berlaku untuk Netra di komputer itu. Berkas bukti yang pernah diekspor, cadangan yang dibuat pengguna, cetakan, dan salinan di tempat lain tidak ikut terhapus: yang memegangnya harus memusnahkannya sendiri.</p>
<p>Peramban menimpa bagian berkasnya yang sudah dikosongkan baru ketika memakainya lagi; sampai saat itu sisa isinya dapat masih ada di diska.</p>
${erasure.bundleIds.length === 0 ? html`<p>Menurut catatan Netra, dugaan ini tidak pernah diekspor ke berkas bukti.</p>` : toList('Berkas bukti yang pernah memuatnya', erasure.bundleIds)}
</section>
<section class="plain">
<h2>Cara memeriksa</h2>
<p>Buka halaman “Periksa” di Netra dan pilih berkas zip ini, atau jalankan perintah berikut di folder hasil bongkarannya.</p>
<pre><code>${[COMMANDS.sums, COMMANDS.sshTags, COMMANDS.sshPayload].join('\n')}</code></pre>
<p>Yang dibuktikan: pemegang kunci itu menyatakan pemusnahan ini pada tempat itu dalam rantai, dan pernyataannya tidak berubah sejak ditandatangani. Yang tidak dibuktikan: bahwa tidak ada salinan lain.</p>
</section>`,
  );
}

function toRow(label: string, value: Html | string): Html {
  return html`<tr><th scope="row">${label}</th><td>${value}</td></tr>`;
}

function toList(title: string, hashes: readonly string[]): Html | null {
  return hashes.length === 0 ? null : html`<h3>${title}</h3><ul>${hashes.map((one) => html`<li class="hash">${one}</li>`)}</ul>`;
}
