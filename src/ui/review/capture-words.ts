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
    en: '{n} {n|letter is|letters are} not drawn in the picture',
  },
  'shot.added': {
    id: '{n} huruf hanya digambar oleh gaya halaman dan tidak ada dalam sumber',
    en: '{n} {n|letter is|letters are} drawn by the page’s style alone and {n|does|do} not stand in the source',
  },
  'shot.hidden': { id: '{n} huruf: {why}', en: '{n} {n|letter|letters}: {why}' },
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
    en: '{n} {n|box covers|boxes cover} other people in the picture that is handed on; the act’s own words are not altered',
  },
  'shot.noBoxes': { id: 'Tidak ada orang lain yang perlu ditutup', en: 'Nobody else had to be covered' },
  'shot.notKept': {
    id: 'Gambar asli tidak disimpan karena dapat memperlihatkan orang lain; hanya sidiknya yang dicatat',
    en: 'The original picture was not kept because it may show other people; only its fingerprint is recorded',
  },
  'shot.isOriginal': {
    id: 'Gambar ini sama persis dengan gambar aslinya',
    en: 'This picture is exactly the original one',
  },
  'shot.sameText': {
    id: 'yang asli sama dengan yang disertakan, tidak ada nama orang lain yang perlu diganti',
    en: 'the original is the same as the one handed on, no other names had to be replaced',
  },
  'shot.samePicture': {
    id: 'yang asli sama dengan yang disertakan, tidak ada orang lain yang perlu ditutup',
    en: 'the original is the same as the one handed on, nobody else had to be covered',
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
  'shot.part': {
    id: 'Bagian {index} dari isi yang panjang: {share}% dari isi sudah terambil sampai bagian ini',
    en: 'Part {index} of a long item: {share}% of it is taken up to this part',
  },
  'cover.edit': { id: 'Tutup bagian lain pada gambar', en: 'Cover more of the picture' },
  'cover.lead': {
    id: 'Tarik dengan penunjuk di atas gambar, atau tambah kotak lalu geser dengan tombol panah (Shift + panah mengubah ukuran, Delete membuang). Yang berubah hanya tangkapan ini; tangkapan lain dari temuan yang sama ditutup sendiri. Setiap perubahan menjadi catatan baru; yang lama tetap tersimpan.',
    en: 'Drag over the picture, or add a box and move it with the arrow keys (Shift + arrow resizes, Delete drops it). Only this capture changes; others of the same finding have to be covered by themselves. Every change becomes a new record; the earlier ones stay.',
  },
  'cover.pictureOnly': {
    id: 'Kotak hanya menutup gambar. Sumber dan salinan halaman yang ikut diserahkan tetap memuat tulisan di bawahnya, kecuali tulisan itu juga Anda sebut di bawah ini.',
    en: 'A box covers the picture only. The page’s source and copy, which are handed on as well, still hold the words below it, unless you name them below as well.',
  },
  'cover.words': {
    id: 'Juga hapus dari sumber dan salinan halaman: nama atau tulisan, satu di tiap baris (boleh kosong)',
    en: 'Take out of the page’s source and copy as well: names or words, one a line (may be empty)',
  },
  'cover.wordsShort': {
    id: 'Belum dapat disimpan: tiap baris paling sedikit 3 huruf.',
    en: 'Cannot be kept yet: each line needs at least 3 letters.',
  },
  'cover.wordsMore': {
    id: 'Diganti balok yang sama panjang, paling sedikit 3 huruf. Yang dicatat hanya berapa tempat, bukan tulisannya. Catatan perbuatannya sendiri (akun, kata-katanya, judul halaman) tidak berubah.',
    en: 'Replaced by blocks of the same length, at least 3 letters. Only the number of places is recorded, not the words. The record of the act itself (account, its words, the page’s title) does not change.',
  },
  'cover.stage': { id: 'Gambar yang akan ditutup sebagian', en: 'The picture to be covered in part' },
  'cover.box': {
    id: 'Kotak baru {n}: mulai {x}, {y}; ukuran {width} × {height} piksel',
    en: 'New box {n}: from {x}, {y}; {width} × {height} pixels',
  },
  'cover.add': { id: 'Tambah kotak', en: 'Add a box' },
  'cover.undo': { id: 'Buang kotak terakhir', en: 'Drop the last box' },
  'cover.standing': { id: 'Kotak yang sudah ada ({n})', en: 'Boxes that are there ({n})' },
  'cover.noOriginal': {
    id: 'Kotak ini tidak dapat dibuka: gambar asli di bawahnya tidak disimpan.',
    en: 'These boxes cannot be opened: the original picture below them was not kept.',
  },
  'cover.open': { id: 'Buka kotak {n} ({why}, di {x}, {y})', en: 'Open box {n} ({why}, at {x}, {y})' },
  'cover.why.account': { id: 'akun lain', en: 'another account' },
  'cover.why.picture': { id: 'gambar orang lain', en: 'somebody else’s picture' },
  'cover.why.item': { id: 'isi orang lain', en: 'somebody else’s item' },
  'cover.why.viewer': { id: 'kotak tulis pemantau', en: 'where the viewer writes' },
  'cover.why.outside': { id: 'di luar bagian itu', en: 'outside the item' },
  'cover.why.rest': { id: 'terlalu banyak orang', en: 'too many people' },
  'cover.why.hand': { id: 'ditutup pemantau', en: 'covered by the monitor' },
  'cover.reason': { id: 'Mengapa dibuka (paling sedikit 10 huruf; ikut dicatat)', en: 'Why it is opened (at least 10 letters; recorded)' },
  'cover.save': { id: 'Simpan perubahan penutup', en: 'Save the change' },
  'cover.saved': { id: 'Perubahan dicatat (nomor {seq}).', en: 'The change is recorded (number {seq}).' },
  'hand.originals': {
    id: 'Sertakan gambar dan sumber asli, yang dapat memperlihatkan orang lain',
    en: 'Include original pictures and sources, which may show other people',
  },
  'hand.originalsWhy': {
    id: 'Alasan menyertakan yang asli (paling sedikit 10 huruf; ikut dicatat dan terbaca penerima)',
    en: 'Why the originals are included (at least 10 letters; recorded, and read by the receiver)',
  },
  'hand.originalsMore': {
    id: 'Tanpa ini hanya gambar dan sumber yang sudah ditutup yang diserahkan. Sidik yang asli selalu tercatat.',
    en: 'Without it only covered pictures and sources are handed on. The originals’ fingerprints are always recorded.',
  },
  'keepOriginals.label': { id: 'Simpan gambar asli, terkunci', en: 'Keep original pictures, locked' },
  'keepOriginals.more': {
    id: 'Gambar asli memperlihatkan orang yang tidak berbuat apa-apa. Karena itu Netra hanya menyimpan yang sudah ditutup, dan sidik yang asli (UU 27/2022: data pribadi diproses secara terbatas). Bila dinyalakan, yang asli disimpan tersandi hanya selama kunci dipasang dan terbuka.',
    en: 'Original pictures show people who did nothing. So Netra keeps only covered ones, and the originals’ fingerprints (Law 27/2022: personal data is processed within limits). If switched on, originals are kept encrypted, only while the lock is set and open.',
  },
  'keepOriginals.noLock': { id: 'Belum berlaku: pasang kunci lebih dulu.', en: 'Without effect so far: set a lock first.' },
  'shot.limits': { id: 'Apa yang dibuktikan bukti ini, dan apa yang tidak', en: 'What this evidence proves, and what it does not' },
  'shot.proves': { id: 'Dibuktikan', en: 'Proven' },
  'shot.cannot': { id: 'Tidak dibuktikan', en: 'Not proven' },
} as const satisfies Record<string, Said>;
