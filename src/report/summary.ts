// data/ringkasan.html: the bundle for reading, by somebody who has no program but a browser. It holds no script.
import type { ClockStep } from '../evidence/clock.ts';
import type { EvidenceRecord } from '../model/evidence.ts';
import { CANNOT, PROVES } from '../model/limits.ts';
import { toClockSection } from './clock-words.ts';
import { originalsReason } from './handed.ts';
import { ASKER_WORDS, ERASURE_WORDS } from './later-words.ts';
import { COMMANDS } from './layout.ts';
import { type Html, html } from './markup.ts';
import { stampOf, stampsIn } from './stamps.ts';
import { type FindingRecords, toFinding } from './summary-finding.ts';
import { toDocument } from './summary-parts.ts';
import { toStampSection } from './summary-stamps.ts';
import { trailOf } from './trail.ts';
import * as words from './words.ts';

export interface BundleMeta {
  /** Organisation that the monitor works for, or ''. */
  readonly organization: string;
  /** Who collected: a name or a pseudonym, or ''. */
  readonly collector: string;
  /** What the bundle is about, or ''. */
  readonly description: string;
}

export interface SummaryInput {
  readonly bundleId: string;
  readonly createdAt: string;
  readonly software: string;
  readonly meta: BundleMeta;
  readonly fingerprint: string;
  /** Lines of the log, hash of its last one, and when its first was written. */
  readonly logSize: number;
  readonly logHead: string;
  readonly logStartedAt: string;
  /** Where the computer's clock was put back between two lines of the log. */
  readonly clockSteps: readonly ClockStep[];
  readonly records: readonly { readonly seq: number; readonly record: EvidenceRecord }[];
}

/** The whole page as text. Same input, same text. */
export function toSummary(input: SummaryInput): string {
  const findings = toFindings(input);
  return toDocument(
    `Ringkasan ${findings.length} dugaan, berkas bukti ${input.bundleId}`,
    html`${toHead(input, findings)}
${findings.map(toFinding)}
${toLimits()}
${toChecking(input)}`,
  );
}

/** Captures and decisions by finding, in the order in which they were first captured. */
function toFindings({ records, bundleId }: SummaryInput): FindingRecords[] {
  const findings = new Map<
    string,
    {
      captures: FindingRecords['captures'][number][];
      decisions: FindingRecords['decisions'][number][];
      known: FindingRecords['known'][number][];
      trail: FindingRecords['trail'];
    }
  >();
  const stamps = stampsIn(records);
  const redactions = records.flatMap(({ seq, record }) => (record.type === 'redaction' ? [{ seq, redaction: record.body }] : []));
  const withOriginals = originalsReason(records, bundleId) !== null;
  for (const { seq, record } of records) {
    if (record.type !== 'capture') continue;
    const finding = findings.get(record.body.findingId) ?? {
      captures: [],
      decisions: [],
      known: [],
      trail: trailOf(records, record.body.findingId),
    };
    const { captureId } = record.body;
    finding.captures.push({
      seq,
      capture: record.body,
      stamp: stampOf(stamps, seq),
      redactions: redactions.filter(({ redaction }) => redaction.captureId === captureId),
      withOriginals,
    });
    findings.set(record.body.findingId, finding);
  }
  for (const { seq, record } of records) {
    if (record.type === 'decision') findings.get(record.body.findingId)?.decisions.push({ seq, decision: record.body });
    if (record.type === 'known') findings.get(record.body.findingId)?.known.push({ seq, known: record.body });
  }
  return [...findings.values()];
}

function toHead(input: SummaryInput, findings: readonly FindingRecords[]): Html {
  const { meta } = input;
  const rows: (readonly [string, string])[] = [
    ['Lembaga', meta.organization],
    ['Dikumpulkan oleh', meta.collector],
    ['Keterangan', meta.description],
    ['Dibuat', words.utcWords(input.createdAt)],
    ['Nomor berkas bukti', input.bundleId],
    ['Sidik jari kunci', input.fingerprint],
  ];
  return html`<header>
<p class="eyebrow">Ringkasan bukti</p>
<h1>${findings.length} dugaan keterlibatan akun pegawai dalam konten kampanye</h1>
<p class="lead">Disusun untuk ditelaah petugas. Setiap isi di bawah ini adalah <strong>dugaan</strong>: hasil bacaan layar yang belum diklarifikasi kepada pemilik akun.</p>
<table><tbody>${rows.filter(([, value]) => value !== '').map(([label, value]) => html`<tr><th scope="row">${label}</th><td>${words.hideNip(value)}</td></tr>`)}</tbody></table>
</header>
<nav aria-label="Daftar dugaan"><table>
<thead><tr><th class="num" scope="col">No.</th><th scope="col">Akun</th><th scope="col">Perbuatan</th><th scope="col">Situs</th><th scope="col">Kecocokan akun</th><th scope="col">Peninjauan</th></tr></thead>
<tbody>${findings.map((finding, i) => toOverviewRow(finding, i))}</tbody></table></nav>`;
}

function toOverviewRow({ captures, decisions }: FindingRecords, index: number): Html | null {
  const match = captures[0]?.capture.match;
  if (match === undefined) return null;
  const { sighting } = match;
  const verdict = decisions.at(-1)?.decision.verdict;
  return html`<tr><td class="num"><a href="#dugaan-${index + 1}">${index + 1}</a></td><td><bdi dir="auto">${words.hideNip(match.hand !== undefined && match.hand.actorFrom !== 'item' ? match.guarded.person : words.accountWords(sighting.actor))}</bdi></td>
<td>${words.actWords(sighting)}</td><td>${words.siteWords(sighting.platform, captures[0]?.capture.page.url ?? '')}</td>
<td>${match.hand === undefined ? words.GRADE_WORDS[match.grade] : 'ditandai manual'}</td><td>${verdict === undefined ? 'Belum ditinjau' : words.VERDICT_WORDS[verdict]}</td></tr>`;
}

function toLimits(): Html {
  return html`<section class="plain">
<h2>Apa yang dibuktikan dan yang tidak</h2>
<h3>Yang dibuktikan</h3>
<ul>${PROVES.map(({ id }) => html`<li>${id}</li>`)}</ul>
<h3>Yang tidak dibuktikan</h3>
<ul>${CANNOT.map(({ about, say }) => html`<li><strong>${about.id}.</strong> ${say.id}</li>`)}</ul>
</section>`;
}

function toChecking(input: SummaryInput): Html {
  const handovers = input.records.flatMap(({ seq, record }) => (record.type === 'handover' ? [{ seq, ...record.body }] : []));
  const recoveries = input.records.flatMap(({ seq, record }) => (record.type === 'recovery' ? [{ seq, ...record.body }] : []));
  const restorations = input.records.flatMap(({ seq, record }) => (record.type === 'restored' ? [{ seq, ...record.body }] : []));
  const erasures = input.records.flatMap(({ seq, record }) => (record.type === 'erasure' ? [{ seq, ...record.body }] : []));
  const { fingerprint, ...checks } = COMMANDS;
  return html`<section class="plain">
<h2>Cara memeriksa keutuhan</h2>
<p>Buka halaman “Periksa” di Netra dan pilih berkas zip ini, atau jalankan perintah berikut di folder hasil bongkarannya. Cara yang sama tertulis dalam <code>BACA-SAYA.txt</code>.</p>
<pre><code>${Object.values(checks).join('\n')}</code></pre>
<p>Perintah berikut harus menampilkan <code>${input.fingerprint}</code>, sama dengan yang tertulis di berita acara penyerahan:</p>
<pre><code>${fingerprint}</code></pre>
<h3>Rantai catatan</h3>
<table><tbody>
<tr><th scope="row">Dimulai</th><td>${words.utcWords(input.logStartedAt)}</td></tr>
<tr><th scope="row">Jumlah baris</th><td>${input.logSize} (berkas bukti ini memuat isi ${input.records.length} di antaranya; sisanya hanya sidik jarinya)</td></tr>
<tr><th scope="row">Sidik jari baris terakhir</th><td class="hash">${input.logHead}</td></tr>
<tr><th scope="row">Perangkat lunak</th><td>${input.software}</td></tr>
</tbody></table>
${toClockSection(input.clockSteps)}
${toStampSection(stampsIn(input.records))}
${
  recoveries.length === 0
    ? null
    : html`<h3>Pemulihan setelah kehilangan data</h3>
<table><thead><tr><th scope="col">Catatan</th><th scope="col">Waktu</th><th scope="col">Catatan yang tidak kembali</th><th scope="col">Kunci sebelum</th><th scope="col">Kunci sesudah</th></tr></thead>
<tbody>${recoveries.map((one) => html`<tr><td>${one.seq}</td><td>${words.utcWords(one.recoveredAt)}</td><td>${one.missing.reduce((sum, { from, to }) => sum + to - from + 1, 0)}</td><td class="hash">${one.previousKeyFingerprint}</td><td class="hash">${one.keyFingerprint}</td></tr>`)}</tbody></table>`
}
${
  restorations.length === 0
    ? null
    : html`<h3>Diteruskan dari cadangan di peramban lain</h3>
<p>Kunci lama tidak dapat dipindahkan; ia menandatangani kunci penerusnya. Cocokkan kedua sidik jari dengan berita acara penyerahan.</p>
<table><thead><tr><th scope="col">Catatan</th><th scope="col">Waktu</th><th scope="col">Kunci sebelum</th><th scope="col">Kunci sesudah</th></tr></thead>
<tbody>${restorations.map((one) => html`<tr><td>${one.seq}</td><td>${words.utcWords(one.restoredAt)}</td><td class="hash">${one.previousKeyFingerprint}</td><td class="hash">${one.keyFingerprint}</td></tr>`)}</tbody></table>`
}
${
  erasures.length === 0
    ? null
    : html`<h3>Isi catatan yang dimusnahkan</h3>
<p>Barisnya tetap ada dalam rantai, isinya tidak. Catatan pemusnahan tidak menyebut siapa pun.</p>
<table><thead><tr><th scope="col">Catatan</th><th scope="col">Waktu</th><th scope="col">Alasan</th><th scope="col">Diminta oleh</th><th scope="col">Nomor catatan yang dimusnahkan</th></tr></thead>
<tbody>${erasures.map((one) => html`<tr><td>${one.seq}</td><td>${words.utcWords(one.erasedAt)}</td><td>${ERASURE_WORDS[one.reason]}</td><td>${ASKER_WORDS[one.askedBy]}${one.request === null ? null : html`, surat ${one.request.reference}, ${words.dateWords(one.request.receivedOn)}`}</td><td>${one.seqs.join(', ')}</td></tr>`)}</tbody></table>`
}
${
  handovers.length === 0
    ? null
    : html`<h3>Penyerahan yang tercatat</h3>
<table><thead><tr><th scope="col">Catatan</th><th scope="col">Berkas bukti</th><th scope="col">Waktu</th><th scope="col">Jumlah dugaan</th></tr></thead>
<tbody>${handovers.map(({ seq, bundleId, exportedAt, findingIds }) => html`<tr><td>${seq}</td><td class="hash">${bundleId}</td><td>${words.utcWords(exportedAt)}</td><td>${findingIds.length}</td></tr>`)}</tbody></table>`
}
</section>`;
}
