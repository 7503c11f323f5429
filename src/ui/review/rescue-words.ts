// Words of the screen that is shown instead of the findings where something happened to the storage.
import type { Said } from '../said.ts';

export const RESCUE_WORDS = {
  'rescue.where': {
    id: 'Tidak ada bukti baru yang disimpan. Buka halaman “Temuan & ekspor”: di sana tertulis apa yang terjadi, dan tombol untuk memulihkan atau mengekspor yang ada.',
    en: 'No new evidence is kept. Open the page “Findings & export”: it says what happened, and has the button to repair, or to export what is there.',
  },
  'rescue.title': { id: 'Penyimpanan bukti perlu diperiksa', en: 'The evidence storage needs attention' },
  'rescue.lead': {
    id: 'Ini bukan pemasangan baru: Netra pernah menyimpan bukti di komputer ini. Selama layar ini tampak, Netra tidak menulis apa pun. Jangan hapus data peramban dan jangan copot Netra.',
    en: 'This is not a new installation: Netra has kept evidence on this computer. While this screen is shown Netra writes nothing. Do not clear browser data and do not remove Netra.',
  },
  'rescue.what': { id: 'Apa yang terjadi', en: 'What happened' },
  'rescue.wiped': {
    id: 'Peramban mengosongkan basis data Netra, biasanya setelah berhenti mendadak. Ini kerusakan peramban, bukan kesalahan Anda.',
    en: 'The browser emptied Netra’s database, usually after it ended suddenly. This is the browser’s fault, not yours.',
  },
  'rescue.cut': { id: 'Sebagian basis data Netra hilang.', en: 'Part of Netra’s database is gone.' },
  'rescue.rolled-back': {
    id: 'Basis data Netra berasal dari waktu yang lebih lama: profil peramban mungkin dipulihkan dari cadangan lama.',
    en: 'Netra’s database is from an earlier time: the browser profile may have been restored from an old backup.',
  },
  'rescue.key-lost': {
    id: 'Kunci tanda tangan hilang; catatan buktinya ada. Setelah pemulihan, kunci baru dipakai dan pergantiannya dicatat.',
    en: 'The signing key is gone; the records of evidence are there. After the repair a new key is used, and the change is on record.',
  },
  'rescue.unopenable': {
    id: 'Basis data Netra tidak dapat dibuka oleh peramban. Ekspor dahulu yang ada, lalu tutup dan buka lagi peramban. Jika tetap begini, minta bantuan teknis.',
    en: 'The browser cannot open Netra’s database. Export what is left first, then close the browser and open it again. If it stays like this, ask for technical help.',
  },
  'rescue.forked': {
    id: 'Basis data memuat catatan lain dari yang pernah disimpan. Netra tidak menimpa apa pun. Ekspor yang ada dan minta bantuan teknis.',
    en: 'The database holds other records than those that were kept. Netra overwrites nothing. Export what is left and ask for technical help.',
  },
  'rescue.newer': {
    id: 'Penyimpanan ini ditulis oleh Netra versi lebih baru. Pasang lagi versi itu; tidak ada yang diubah.',
    en: 'This storage was written by a later version of Netra. Install that version again; nothing was changed.',
  },
  'rescue.lock-lost': {
    id: 'Bukti di sini tersandi, dan catatan kuncinya hilang dari ketiga tempatnya di peramban ini. Tanpa catatan itu kata sandi dan lembar pemulihan tidak membuka apa pun. Jika Anda punya cadangan bukti Netra, pulihkan di profil peramban yang baru, dan biarkan profil ini seperti adanya. Jika komputer ini punya cadangan profil peramban yang lebih lama, minta bantuan teknis: catatan kuncinya mungkin masih ada di situ. Ekspor di bawah memuat baris rantai (nomor, waktu, sidik) tanpa isinya.',
    en: 'The evidence here is sealed, and the record of its lock is gone from all three of its places in this browser. Without that record neither the passphrase nor the recovery sheet opens anything. If you have a Netra evidence backup, restore it in a new browser profile, and leave this profile as it is. If this computer has an older backup of the browser profile, ask for technical help: the record of the lock may still be in it. The export below holds the lines of the chain (numbers, times, fingerprints) without their content.',
  },
  'rescue.inDatabase': { id: 'Catatan di basis data', en: 'Records in the database' },
  'rescue.inJournal': { id: 'Catatan di cadangan komputer ini', en: 'Records in this computer’s copy' },
  'rescue.missing': { id: 'Hilang dari keduanya', en: 'Gone from both' },
  'rescue.none': { id: 'tidak ada yang diketahui', en: 'none that is known' },
  'rescue.range': { id: 'nomor {from} sampai {to}', en: 'numbers {from} to {to}' },
  'rescue.unreadable': { id: 'tidak dapat dibaca', en: 'cannot be read' },
  'rescue.restore': { id: 'Pulihkan dari cadangan di komputer ini', en: 'Restore from this computer’s copy' },
  'rescue.export': { id: 'Ekspor yang ada', en: 'Export what is left' },
  'rescue.exportMore': {
    id: 'Satu berkas zip tanpa tanda tangan: semua catatan, gambar, dan sumber yang masih terbaca, dan daftar yang hilang.',
    en: 'One zip without a signature: all records, images and sources that can still be read, and a list of what is gone.',
  },
  'rescue.busy': { id: 'Sedang bekerja… jangan tutup peramban.', en: 'Working… do not close the browser.' },
  'rescue.restored': { id: 'Bukti dipulihkan', en: 'Evidence restored' },
  'rescue.restoredMore': {
    id: '{records} catatan dan {artefacts} gambar atau sumber dikembalikan. Isi tiap catatan dicocokkan dengan rantainya; pemulihan ini dicatat di dalamnya.',
    en: '{records} records and {artefacts} images or sources are back. Each was matched with its line of the chain; this repair is on its record.',
  },
  'rescue.newKey': {
    id: 'Kunci lama tidak kembali. Mulai sekarang kunci baru dipakai: catat sidik jari kuncinya dari ekspor berikutnya. Berkas bukti lama tetap sah dengan kunci lama.',
    en: 'The old key did not come back. A new key is used from now on: note its fingerprint from the next export. Older evidence files stay valid with the old key.',
  },
  'rescue.lost': { id: 'Tidak kembali: {n} catatan, {m} gambar atau sumber', en: 'Not back: {n} records, {m} images or sources' },
  'rescue.exported': {
    id: 'Berkas cadangan ditulis: {records} catatan, {artefacts} gambar dan sumber.',
    en: 'The file was written: {records} records, {artefacts} images and sources.',
  },
  'rescue.exportFailed': { id: 'Tidak dapat diekspor: ', en: 'Could not be exported: ' },
  'rescue.failed': {
    id: 'Pemulihan tidak selesai. Ekspor yang ada, lalu coba sekali lagi.',
    en: 'The repair did not finish. Export what is left, then try once more.',
  },
  'rescue.toFindings': { id: 'Lanjut ke temuan', en: 'Go on to the findings' },
  'rescue.open': { id: 'Lihat dan pulihkan', en: 'Look and repair' },
  'space.low': {
    id: 'Ruang penyimpanan hampir habis. Kosongkan ruang disk: di bawah 200 MB Netra tidak mengambil bukti baru.',
    en: 'Disk space is running low. Free some: below 200 MB Netra takes no new evidence.',
  },
  'space.full': {
    id: 'Ruang penyimpanan habis: bukti baru tidak diambil. Melihat dan mengekspor tetap bisa. Kosongkan ruang disk.',
    en: 'The disk is full: no new evidence is taken. Looking and exporting still work. Free some space.',
  },
  'space.stopped': {
    id: 'Penulisan ke disk gagal, dan Netra berhenti menulis. Ekspor bukti Anda, kosongkan ruang disk, lalu tutup dan buka lagi peramban.',
    en: 'Writing to the disk failed, and Netra has stopped writing. Export your evidence, free some disk space, then close the browser and open it again.',
  },
} as const satisfies Record<string, Said>;
