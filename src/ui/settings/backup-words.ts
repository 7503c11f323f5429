// Words of making a backup and of putting one back.
import type { BackupRefusal } from '../../model/backup.ts';
import type { Said } from '../said.ts';

export const BACKUP_WORDS = {
  'bak.title': { id: 'Cadangan', en: 'Backup' },
  'bak.lead': {
    id: 'Satu berkas tersandi berisi semua bukti dengan gambar dan sumbernya, keputusan, tautan akun, daftar kampanye, dan pengaturan. Simpan di luar komputer ini, misalnya di flash disk. Daftar pegawai tidak ikut, hanya keterangannya: ambil lagi dari berkas kantor yang menerbitkannya. Kunci Netra (kata sandi pembuka) juga tidak ikut.',
    en: 'One sealed file with all captures, their pictures and sources, decisions, ties, campaign lists and settings. Keep it off this computer, for instance on a flash drive. Lists of civil servants do not go in, only what is known about them: take them again from the file of the office. The lock of Netra does not go in either.',
  },
  'bak.make': { id: 'Buat cadangan', en: 'Make a backup' },
  'bak.passphrase': { id: 'Kata sandi cadangan', en: 'Passphrase of the backup' },
  'bak.again': { id: 'Ulangi kata sandi cadangan', en: 'Repeat the passphrase' },
  'bak.advice': {
    id: 'Paling sedikit {n} tanda (huruf, angka, spasi, atau lainnya). Boleh juga kode lembar pemulihan. Tulis di kertas dan simpan terpisah dari berkasnya: tanpa kata sandi ini tidak seorang pun dapat membuka cadangan.',
    en: 'At least {n} characters; the code of the recovery sheet will do as well. Write it down and keep it apart from the file: without it nobody can open the backup.',
  },
  'bak.suggest': { id: 'Buatkan kata sandi', en: 'Make a passphrase for me' },
  'bak.writeDown': {
    id: 'Tulis kata sandi ini di kertas sekarang, dan simpan terpisah dari berkasnya. Netra tidak menyimpannya dan tidak dapat menampilkannya lagi.',
    en: 'Write this passphrase on paper now, and keep it apart from the file. Netra does not keep it and cannot show it again.',
  },
  'bak.show': { id: 'Tampilkan', en: 'Show it' },
  'bak.empty': {
    id: 'Belum ada bukti di sini, jadi belum ada yang dicadangkan.',
    en: 'There is no evidence here yet, so there is nothing to back up.',
  },
  'bak.preparing': { id: 'Menyiapkan…', en: 'Preparing…' },
  'bak.writing': { id: 'Menulis cadangan… {n}%', en: 'Writing the backup… {n}%' },
  'bak.checking': { id: 'Membaca kembali dan memeriksa… {n}%', en: 'Reading it back and checking… {n}%' },
  'bak.restoring': { id: 'Memulihkan… {n}%. Jangan tutup halaman ini.', en: 'Restoring… {n}%. Do not close this page.' },
  'bak.madeFile': {
    id: 'Cadangan selesai dan terverifikasi: berkasnya dibaca kembali dan semua isinya cocok.',
    en: 'The backup is done and verified: the file was read back and all of it matches.',
  },
  'bak.madeBefore': {
    id: 'Cadangan selesai. Isinya diperiksa sebelum diunduh, dan cocok. Berkas hasil unduhan sendiri belum dibaca: periksa dengan “Pulihkan atau periksa cadangan” di bawah.',
    en: 'The backup is done. It was checked before the download, and matches. The downloaded file itself was not read: check it below with “Restore or check a backup”.',
  },
  'bak.holds': {
    id: '{captures} bukti, {artefacts} gambar dan sumber, {size} baris catatan.',
    en: '{captures} {captures|capture|captures}, {artefacts} pictures and sources, {size} lines of the log.',
  },
  'bak.gone': {
    id: '{n} gambar atau sumber sudah hilang sebelum dicadangkan, dan tidak ada di dalamnya.',
    en: '{n} {n|picture or source was|pictures or sources were} gone before the backup and {n|is|are} not in it.',
  },
  'bak.erased': {
    id: 'Isi {n} catatan telah dihapus sebelum dicadangkan; barisnya tetap ada.',
    en: 'The content of {n} {n|record|records} was deleted before the backup; their lines stay.',
  },
  'bak.erasedLater': {
    id: 'Yang dihapus di Netra sesudah ini tetap ada dalam berkas cadangan ini. Bila ada yang harus dimusnahkan, musnahkan juga cadangan lamanya.',
    en: 'What is deleted in Netra after this still stands in this backup file. If something must be destroyed, destroy its old backups too.',
  },
  'bak.cancelled': { id: 'Dibatalkan: tidak ada berkas yang ditulis.', en: 'Cancelled: no file was written.' },
  'bak.failed': {
    id: 'Cadangan tidak selesai, dan berkasnya tidak dapat dipakai. Periksa ruang kosong di tempat tujuan, lalu ulangi.',
    en: 'The backup was not finished, and its file cannot be used. Check the free space where it goes, then try again.',
  },
  'bak.cannot': {
    id: 'Catatan nomor {n} di komputer ini hilang atau rusak, jadi cadangan tidak dapat dibuat. Buka “Temuan & ekspor” dan ikuti petunjuk pemulihan di sana.',
    en: 'Record {n} on this computer is missing or damaged, so no backup can be made. Open “Findings & export” and follow the repair there.',
  },
  'bak.locked': { id: 'Netra terkunci. Buka kuncinya dahulu, lalu ulangi.', en: 'Netra is locked. Open the lock first, then try again.' },
  'bak.remind': { id: 'Ingatkan setelah', en: 'Remind after' },
  'bak.remindRecords': { id: 'catatan baru, atau', en: 'new records, or' },
  'bak.remindDays': { id: 'hari', en: 'days' },
  'bak.restore': { id: 'Pulihkan atau periksa cadangan', en: 'Restore or check a backup' },
  'bak.restoreLead': {
    id: 'Untuk komputer baru: cadangan dipulihkan ke Netra yang masih kosong. Berkas diperiksa seluruhnya dahulu; selama itu tidak ada yang diubah.',
    en: 'For a new computer: a backup is put into a Netra that is still empty. The whole file is checked first; nothing is changed meanwhile.',
  },
  'bak.firstRun': { id: 'Pindah dari komputer lain? Pulihkan cadangan', en: 'Moving from another computer? Restore a backup' },
  'bak.pick': { id: 'Pilih berkas cadangan', en: 'Choose a backup file' },
  'bak.check': { id: 'Buka dan periksa', en: 'Open and check' },
  'bak.whole': { id: 'Cadangan ini utuh.', en: 'This backup is whole.' },
  'bak.madeAt': { id: 'Dibuat', en: 'Made' },
  'bak.key': { id: 'Sidik jari kunci yang menandatanganinya', en: 'Fingerprint of the key that signed it' },
  'bak.registry': {
    id: 'Daftar pegawai yang harus diambil lagi dari kantornya',
    en: 'Lists of civil servants to be taken again from their offices',
  },
  'bak.doRestore': { id: 'Pulihkan ke komputer ini', en: 'Restore to this computer' },
  'bak.newKey': {
    id: 'Kunci lama tidak dapat dipindahkan. Netra di sini mendapat kunci baru, disahkan oleh kunci lama. Tulis sidik jari yang baru di kertas Anda.',
    en: 'The old key cannot be moved. Netra gets a new key here, vouched for by the old one. Write the new fingerprint on your paper.',
  },
  'bak.onlyOne': {
    id: 'Sesudah dipulihkan, jangan lagi menambah bukti di komputer lama: bila dua komputer meneruskan riwayat yang sama, keduanya akan terbaca sebagai dua riwayat yang berbeda.',
    en: 'After restoring, add no more evidence on the old computer: where two computers go on with one history, they read as two different ones.',
  },
  'bak.older': {
    id: 'Bukti yang dibuat sesudah cadangan ini tidak ada di dalamnya, dan yang kemudian dihapus akan kembali.',
    en: 'Captures made after this backup are not in it, and what was deleted later comes back.',
  },
  'bak.restored': {
    id: 'Pulih: semua baris dan gambar dalam cadangan itu kini ada di komputer ini.',
    en: 'Restored: every line and picture of the backup is on this computer now.',
  },
  'bak.nextKey': { id: 'Sidik jari kunci baru', en: 'Fingerprint of the new key' },
  'bak.nextSteps': {
    id: 'Berikutnya: nyalakan situs, ambil lagi daftar pegawai dari kantornya, dan bila perlu pasang kunci Netra di sini.',
    en: 'Next: turn on sites, take the lists of civil servants again from their offices, and set Netra’s lock here if you want it.',
  },
  'bak.linksLeft': {
    id: 'Tautan akun tidak dipulihkan: di sini sudah ada tautan lain, dan itu dipertahankan.',
    en: 'Ties were not restored: others stand here already, and they stay.',
  },
  'bak.settingsLeft': {
    id: 'Sebagian pengaturan tidak dikenal versi ini dan tidak dipulihkan.',
    en: 'Some settings are unknown to this version and were not restored.',
  },
  'bak.taken': {
    id: 'Komputer ini sudah punya riwayat bukti sendiri. Netra tidak menggabungkan dua riwayat. Untuk memulihkan, pakai profil peramban baru; untuk melihat isi cadangan, pemeriksaan di atas sudah cukup.',
    en: 'This computer has an evidence history of its own. Netra does not merge two histories. Use a new browser profile to restore; to look into the backup, the check above is enough.',
  },
  'bak.same': {
    id: 'Riwayat yang sama sudah ada di komputer ini, jadi tidak ada yang dipulihkan.',
    en: 'The same history is on this computer already, so nothing is restored.',
  },
  'bak.fork': {
    id: 'Riwayat yang sama sudah ada di komputer ini, tetapi tidak cocok dengan cadangan.',
    en: 'The same history is on this computer already, but it does not agree with the backup.',
  },
  'bak.unsound': {
    id: 'Penyimpanan di komputer ini perlu dipulihkan dahulu. Buka “Temuan & ekspor” dan ikuti petunjuk di sana.',
    en: 'The storage on this computer has to be repaired first. Open “Findings & export” and follow what it says.',
  },
  'bak.noSpace': {
    id: 'Ruang di komputer ini tidak cukup. Kosongkan ruang disk, lalu ulangi.',
    en: 'There is too little room on this computer. Free some disk space, then try again.',
  },
  'bak.notRestored': {
    id: 'Tidak berhasil dipulihkan, dan tidak ada yang diubah. Coba sekali lagi.',
    en: 'It could not be restored, and nothing was changed. Try once more.',
  },
  'bak.not-a-backup': {
    id: 'Ini bukan berkas cadangan Netra. Pilih berkas bernama cadangan-netra-….age.',
    en: 'This is no backup of Netra. Choose the file named cadangan-netra-….age.',
  },
  'bak.wrong-secret': {
    id: 'Kata sandi tidak membuka berkas ini. Periksa huruf besar dan spasi, lalu coba lagi.',
    en: 'The passphrase does not open this file. Check capitals and blanks, then try again.',
  },
  'bak.damaged': {
    id: 'Berkas ini terpotong atau berubah, jadi tidak dipakai. Salin lagi dari tempat asalnya, atau pakai cadangan lain.',
    en: 'This file was cut off or changed, so it is not used. Copy it again from where it came, or use another backup.',
  },
  'bak.newer': {
    id: 'Berkas ini dibuat Netra yang lebih baru. Perbarui Netra di komputer ini, lalu coba lagi.',
    en: 'This file was made by a later Netra. Update Netra on this computer, then try again.',
  },
  'bak.unsigned': {
    id: 'Kunci atau tanda tangan dalam berkas ini bukan milik catatannya, jadi tidak dipakai. Tanyakan dari mana berkas ini berasal.',
    en: 'Key or signature in this file do not belong to its log, so it is not used. Ask where this file came from.',
  },
} as const satisfies Record<string, Said> & Record<`bak.${BackupRefusal}`, Said>;
