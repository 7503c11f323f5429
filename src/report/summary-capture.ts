// One capture of ringkasan.html: the picture as it is handed on, how far it agrees with the source, and the files.
import { isOriginal, originalRole, pictureOf, unchangedIn } from '../model/artefacts-in.ts';
import type { Artefact, Box, Capture } from '../model/capture.ts';
import { FURTHER_LEVELS, LEVEL_WORDS, levelOf } from '../model/provenance.ts';
import type { Redaction } from '../model/redaction.ts';
import { isWhollyShown, shareShown } from '../model/shown-text.ts';
import type { Listing } from '../model/sighting.ts';
import type { KeptStamp } from '../model/stamp.ts';
import { pathOf } from './layout.ts';
import { type Html, html } from './markup.ts';
import { exact, row, said, shown } from './summary-parts.ts';
import { stampWords } from './summary-stamps.ts';
import * as words from './words.ts';

/** A capture with what was said of it later. */
export interface CaptureRecords {
  readonly seq: number;
  readonly capture: Capture;
  /** States the earliest time of it. */
  readonly stamp: KeptStamp | null;
  /** Changes of what is covered in its picture, oldest first. */
  readonly redactions: readonly { readonly seq: number; readonly redaction: Redaction }[];
  /** Originals are in the bundle as well. */
  readonly withOriginals: boolean;
}

/** The section on one capture. @param index from 0 */
export function toCapture(one: CaptureRecords, index: number, count: number): Html {
  const { seq, capture, stamp, withOriginals } = one;
  const { page, environment, artefacts } = capture;
  return html`<h3>Tangkapan${count > 1 ? ` ${index + 1} dari ${count}` : ''} (catatan ${seq})</h3>
${index === 0 ? null : toPicture(one)}
${withOriginals ? artefacts.filter(({ role }) => role === 'screenshot').map((file) => toFigure(file, 'Seluruh layar yang tampak saat ditangkap, tanpa perubahan.')) : null}
<table><tbody>
${row('Ditangkap', html`${words.utcWords(capture.capturedAt)}<br>${words.localWords(capture.capturedAtLocal, capture.timeZone)}, jam komputer pemantau`)}
${row('Waktu tepercaya', stampWords(stamp, capture.capturedAt))}
${row('Pertama terlihat', words.utcWords(capture.firstSeenAt))}
${row('Alamat halaman', exact(page.url))}
${row('Judul halaman', shown(page.title))}
${row('Tingkat asal-usul', html`${LEVEL_WORDS[levelOf(capture)].id}.<br><span class="lead">${FURTHER_LEVELS.id}</span>`)}
${row('Tampak di layar', `${Math.floor(capture.visibleShare * 100)}% dari bagian itu`)}
${row('Bagian dari isi yang panjang', capture.frame === undefined ? null : `Bagian ${capture.frame.index}: ${Math.floor(capture.frame.share * 100)}% dari isi sudah terambil sampai bagian ini`)}
${row('Kata-kata yang benar-benar tampak pada gambar', shownWords(capture.shownText))}
${row('Kata-kata ada dalam sumber HTML', capture.sourceHoldsText === null ? 'tidak berlaku' : capture.sourceHoldsText ? '✓ ya' : '✗ TIDAK')}
${row('Cara', `${words.GESTURE_WORDS[capture.gesture]}; ${environment.browser}; Netra ${environment.extensionVersion}; pembaca situs ${environment.adapterRevision}; bahasa ${environment.interfaceLanguage}`)}
</tbody></table>
<h3>Kecocokan bacaan halaman dan data situs</h3>
${capture.match.hand !== undefined ? html`<p>Ditandai manual: tidak dibaca oleh pembaca situs.</p>` : capture.agreement.length === 0 ? html`<p>Tidak ada yang dapat dibandingkan.</p>` : html`<table><tbody>${capture.agreement.map(({ field, state, idFrom }) => row(words.FIELD_WORDS[field], idFrom === undefined ? words.STATE_WORDS[state] : `${words.STATE_WORDS[state]}; ${words.ID_FROM_WORDS}`))}</tbody></table>`}
${capture.listings.length === 0 ? null : html`<h3>Kelengkapan daftar saat ditangkap</h3><ul>${capture.listings.map((listing) => html`<li>${shown(listingWords(listing))}</li>`)}</ul>`}
<h3>Berkas</h3>
<table><thead><tr><th scope="col">Berkas</th><th scope="col">SHA-256</th></tr></thead><tbody>
${toFileRows(one)}
${one.redactions.flatMap(({ redaction }, i) => redaction.artefacts.map((file) => toArtefactRow(file, withOriginals || !isIn(one.redactions.slice(i + 1), file) ? 'here' : 'withheld')))}
</tbody></table>
${toRedactions(one)}`;
}

/** What the comparison of picture and source came to, as a value. */
function shownWords(text: Capture['shownText']): Html | string {
  const share = shareShown(text);
  if (text === undefined || share === null) return 'tidak dibandingkan';
  const whose = {
    words: 'kata-kata perbuatan itu',
    name: 'nama akun itu (perbuatan ini tanpa kata-kata)',
    item: 'seluruh teks bagian itu',
  }[text.of];
  const all = `${Math.floor(share * 100)}% dari ${whose}`;
  if (isWhollyShown(text) === true) return `✓ ${all}`;
  const why = text.hidden.map((one) => `${words.HIDDEN_WORDS[one.why]} (${one.characters} huruf)`);
  if (text.inked < text.visible) why.push(`tidak tergambar pada gambar (${text.visible - text.inked} huruf)`);
  if (text.added > 0) why.push(`digambar oleh gaya halaman dan tidak ada dalam sumber (${text.added} huruf)`);
  return html`✗ <strong>Teks tidak seluruhnya tampak</strong>: ${all}.<br>${why.join('; ')}`;
}

/** Every later change of what is covered, with its reasons. */
function toRedactions({ redactions }: CaptureRecords): Html | null {
  if (redactions.length === 0) return null;
  return html`<h3>Perubahan penutup gambar</h3><table><tbody>${redactions.map(({ seq, redaction }) =>
    row(
      `${words.utcWords(redaction.statedAt)}, catatan ${seq}`,
      html`${redaction.added.length} kotak ditambah pemantau; ${redaction.removed.length} kotak dibuka. ${blockedWords(redaction)}${redaction.removed.map(({ reason }) => said(reason))}`,
    ),
  )}</tbody></table>`;
}

const blockedWords = ({ blocked }: Redaction) =>
  blocked === undefined
    ? 'Sumber dan salinan halaman tidak berubah.'
    : `Tulisan yang disebut pemantau diganti balok di ${blocked} tempat dalam sumber dan salinan halaman.`;

/** The item as it is handed on. */
export function toPicture({ capture, redactions, withOriginals }: CaptureRecords): (Html | null)[] {
  const picture = pictureOf(
    capture,
    redactions.map(({ redaction }) => redaction),
  );
  if (picture === null) return [];
  if (isOriginal(picture))
    return withOriginals
      ? [toFigure(picture, 'Bagian layar yang memuat perbuatan itu, dipotong dari tangkapan layar di bawah.')]
      : [
          html`<p class="warn">Gambar tangkapan ini tidak disertakan: orang lain di dalamnya belum ditutup. Sidik jarinya tertulis di bawah.</p>`,
        ];
  const boxes = (picture.madeFrom?.boxes ?? []).filter(({ why }) => why !== 'outside');
  const what =
    boxes.length === 0
      ? 'Tidak ada orang lain di dalamnya yang ditutup.'
      : 'Kotak gelap menutup orang lain; perbuatan dan kata-katanya tidak diubah.';
  return [toFigure(picture, `Bagian layar yang memuat perbuatan itu. ${what}`)];
}

function toFigure(artefact: Artefact, caption: string): Html {
  const src = pathOf(artefact).slice('data/'.length);
  return html`<figure><img src="${src}" alt="${words.ROLE_WORDS[artefact.role]}"><figcaption>${caption}</figcaption></figure>`;
}

/** Did one of these changes give another file of the same role? */
const isIn = (redactions: CaptureRecords['redactions'], { role }: Artefact) =>
  redactions.some(({ redaction }) => redaction.artefacts.some((one) => one.role === role));

/** The capture's own files, each once: an original that is handed on unchanged under another role is not said to be missing. */
function toFileRows({ capture, redactions, withOriginals }: CaptureRecords): Html[] {
  const isHere = (file: Artefact) => withOriginals || !(isOriginal(file) || isIn(redactions, file));
  const unchanged = unchangedIn(capture);
  const same = new Set(
    capture.artefacts.filter((one) => !isOriginal(one) && isHere(one) && unchanged.has(one.hash)).map(({ hash }) => hash),
  );
  const isTold = (file: Artefact) => isOriginal(file) && same.has(file.hash);
  return [
    ...capture.artefacts
      .filter((file) => !isTold(file))
      .map((file) => toArtefactRow(file, same.has(file.hash) ? 'same' : isHere(file) ? 'here' : 'withheld')),
    ...(capture.notKept ?? []).filter((file) => !isTold(file)).map((file) => toArtefactRow(file, 'not-kept')),
  ];
}

const WHERE_WORDS = {
  here: '',
  same: '; yang asli sama dengan yang disertakan: tidak ada nama orang lain yang perlu diganti',
  withheld: '; tidak disertakan: dapat memperlihatkan orang lain',
  'not-kept': '; tidak disimpan: dapat memperlihatkan orang lain, hanya sidik jarinya dicatat',
} as const;
const SAME_PICTURE = '; yang asli sama dengan yang disertakan: tidak ada orang lain yang perlu ditutup';
const HOW_WORDS = { crop: 'dipotong', clean: 'dibersihkan', redact: 'ditutupi' } as const;

function toArtefactRow(artefact: Artefact, where: keyof typeof WHERE_WORDS): Html {
  const { role, hash, bytes, width, height, madeFrom } = artefact;
  const size = `${bytes.toLocaleString('id-ID')} byte${width === null || height === null ? '' : `, ${width} × ${height} piksel`}`;
  // Where nothing was replaced a file would be said to be made from itself.
  const made =
    madeFrom === null || madeFrom.inputHash === hash
      ? 'asli'
      : `${HOW_WORDS[madeFrom.how]}${boxWords(madeFrom.boxes)} dari ${madeFrom.inputHash.slice(0, 8)}…`;
  const name =
    where === 'here' || where === 'same'
      ? html`<a class="hash" href="${pathOf(artefact).slice('data/'.length)}">${hash}</a>`
      : html`<span class="hash">${hash}</span>`;
  const same = role === 'redacted' ? SAME_PICTURE : WHERE_WORDS.same;
  return html`<tr><td>${words.ROLE_WORDS[where === 'same' ? originalRole(role) : role]}<br><span class="lead">${size}; ${made}${where === 'same' ? same : WHERE_WORDS[where]}</span></td><td>${name}</td></tr>`;
}

function boxWords(boxes: readonly Box[] | undefined): string {
  return boxes === undefined ? '' : ` dengan ${boxes.length} kotak`;
}

function listingWords({ action, source, total, filtered, filterShown, more, seen }: Listing): string {
  const counted = total === null ? 'jumlahnya tidak ditampilkan situs' : `situs menyebut ${total.toLocaleString('id-ID')}`;
  const sieved = filtered === null ? 'tidak diketahui apakah disaring situs' : filtered ? 'disaring oleh situs' : 'tidak disaring';
  const rest = more === null ? 'tidak diketahui apakah masih ada yang lain' : more ? 'masih ada yang belum dimuat' : 'semua sudah dimuat';
  const eye = source === 'page' ? 'halaman' : 'data situs';
  const read = seen === undefined ? '' : `; terlihat oleh pemantau ${seen.toLocaleString('id-ID')}`;
  return `${words.LISTING_WORDS[action]} (menurut ${eye}): ${counted}${read}; ${sieved}${filterShown === null ? '' : ` (“${filterShown}”)`}; ${rest}.`;
}
