// Words of one capture on the dashboard: the comparison of picture and source, who is covered, and what it all proves.
import type { Said } from '../said.ts';

export const CAPTURE_WORDS = {
  'shot.seenAll': { id: '{whose}: semuanya benar-benar tampak pada gambar', en: '{whose}: all of it was really to be seen in the picture' },
  'shot.seenPart': {
    id: 'Teks tidak seluruhnya tampak: {n}% dari {whose}',
    en: 'Not all of the text was to be seen: {n}% of {whose}',
  },
  'shot.of.words': { id: 'kata-kata perbuatan itu', en: 'the act’s words' },
  'shot.of.name': { id: 'nama akun itu (perbuatan ini tanpa kata-kata)', en: 'the account’s name (this act has no words)' },
  'shot.of.item': { id: 'seluruh teks bagian itu', en: 'all text of the item' },
  'shot.notInked': {
    id: '{n} huruf tidak tergambar pada gambar',
    en: '{n} letter(s) are not drawn in the picture',
  },
  'shot.added': {
    id: '{n} huruf hanya digambar oleh gaya halaman dan tidak ada dalam sumber',
    en: '{n} letter(s) are drawn by the page’s style alone and do not stand in the source',
  },
  'shot.hidden': { id: '{n} huruf: {why}', en: '{n} letter(s): {why}' },
  'shot.why.not-drawn': { id: 'tidak digambar oleh halaman', en: 'not drawn by the page' },
  'shot.why.transparent': { id: 'tembus pandang', en: 'transparent' },
  'shot.why.same-colour': { id: 'sewarna dengan latarnya', en: 'of the same colour as what is behind' },
  'shot.why.tiny': { id: 'terlalu kecil', en: 'too small' },
  'shot.why.masked': { id: 'diganti titik', en: 'dots in their place' },
  'shot.why.blurred': { id: 'dikaburkan', en: 'blurred' },
  'shot.why.turned': { id: 'dibalik', en: 'mirrored or turned' },
  'shot.why.reversed': { id: 'ditulis terbalik arah', en: 'written from the other end' },
  'shot.why.reordered': { id: 'urutannya lain daripada dalam sumber', en: 'in another order than in the source' },
  'shot.why.clipped': { id: 'terpotong', en: 'cut off' },
  'shot.why.covered': { id: 'tertutup sesuatu', en: 'covered by something' },
  'shot.why.outside': { id: 'berada di luar bagian itu', en: 'outside the item' },
  'shot.why.off-screen': { id: 'di luar layar', en: 'off the screen' },
  'shot.boxes': {
    id: '{n} kotak menutup orang lain pada gambar yang diserahkan; kata-kata perbuatan itu tidak diubah',
    en: '{n} box(es) cover other people in the picture that is handed on; the act’s own words are not altered',
  },
  'shot.noBoxes': { id: 'Tidak ada orang lain yang perlu ditutup', en: 'Nobody else had to be covered' },
  'shot.notKept': {
    id: 'Gambar asli tidak disimpan karena memperlihatkan orang lain; hanya sidiknya yang dicatat',
    en: 'The original picture was not kept because it shows other people; only its fingerprint is recorded',
  },
  'shot.kept': {
    id: 'Gambar asli disimpan di komputer ini dan tidak ikut diserahkan tanpa alasan',
    en: 'The original picture is kept on this computer and is not handed on without a reason',
  },
  'shot.bare': {
    id: 'Orang lain pada gambar ini belum ditutup: bukti dari versi Netra sebelumnya. Tanpa alasan tertulis gambar ini tidak ikut diekspor.',
    en: 'Other people in this picture are not covered: evidence of an earlier version of Netra. Without a written reason it is not exported.',
  },
  'shot.showOriginal': { id: 'Tampilkan gambar asli', en: 'Show the original picture' },
  'shot.showCovered': { id: 'Tampilkan gambar yang diserahkan', en: 'Show the picture that is handed on' },
  'shot.coveredAlt': {
    id: 'Potongan gambar dari isi yang ditemukan, orang lain ditutup',
    en: 'The item, cut out of the picture, other people covered',
  },
  'shot.limits': { id: 'Apa yang dibuktikan bukti ini, dan apa yang tidak', en: 'What this evidence proves, and what it does not' },
  'shot.proves': { id: 'Dibuktikan', en: 'Proven' },
  'shot.cannot': { id: 'Tidak dibuktikan', en: 'Not proven' },
} as const satisfies Record<string, Said>;
