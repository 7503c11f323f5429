// Words of the lock: wherever it is set, opened or closed.
import type { Said } from '../said.ts';

export const LOCK_WORDS = {
  'lock.title': { id: 'Kunci dengan kata sandi', en: 'Lock with a passphrase' },
  'lock.locked': { id: 'Netra terkunci', en: 'Netra is locked' },
  'lock.brokenOff': {
    id: 'Terkunci: bukti yang sedang diambil belum tersimpan. Buka kuncinya, lalu ambil lagi.',
    en: 'Locked: the evidence that was being taken is not kept. Open the lock, then take it again.',
  },
  'lock.lockedMore': {
    id: 'Daftar ASN dan bukti tersandi sampai kunci dibuka, jadi halaman tidak diperiksa dan tidak ada yang disimpan. Buka dengan kata sandi Anda.',
    en: 'The civil-servant lists and the evidence are sealed until the lock is opened, so pages are not checked and nothing is kept. Open it with your passphrase.',
  },
  'lock.lockedEvidence': {
    id: 'Temuan, bukti, dan ekspor tidak dapat dibaca sampai kunci dibuka. Tidak ada yang hilang: semuanya tersimpan tersandi di komputer ini.',
    en: 'Findings, evidence and exports cannot be read until the lock is opened. Nothing is lost: all of it is kept sealed on this computer.',
  },
  'lock.thenRepair': {
    id: 'Ada yang terjadi pada penyimpanan. Buka kunci dulu; sesudah itu bukti dapat dipulihkan atau diekspor di sini.',
    en: 'Something happened to the storage. Open the lock first; after that the evidence can be repaired or exported here.',
  },
  'lock.lost': {
    id: 'Catatan kunci hilang. Yang tersandi di sini tidak dapat dibuka, dan kata sandi baru tidak dapat dipasang di atasnya. Jangan hapus apa pun: buka “Temuan & ekspor” untuk langkah berikutnya.',
    en: 'The record of the lock is gone. What is sealed here cannot be opened, and no new passphrase can be set over it. Delete nothing: open “Findings & export” for the next step.',
  },
  'lock.none': {
    id: 'Belum ada kata sandi. Siapa pun yang memegang komputer ini dapat membaca daftar ASN dan bukti di dalamnya. Relawan sebaiknya memasang kunci sebelum mengimpor daftar dan sebelum menyimpan bukti.',
    en: 'No passphrase yet. Anybody holding this computer can read the civil-servant lists and the evidence in it. Volunteers should set a lock before they import a list and before they keep evidence.',
  },
  'lock.sealing': {
    id: 'Menyandi yang disimpan sebelum kunci dipasang: {done} dari {total}. Biarkan peramban terbuka; bila terputus, dilanjutkan nanti.',
    en: 'Sealing what was kept before the lock was set: {done} of {total}. Leave the browser open; if it is cut off, it goes on later.',
  },
  'lock.sealed': { id: 'Yang sudah tersimpan di sini selesai disandi.', en: 'What was kept here so far is sealed now.' },
  'lock.remains': {
    id: 'Sisa berkas lama yang belum tersandi mungkin masih ada di diska sampai peramban merapikannya. Karena itu pakai juga penyandian seluruh diska (BitLocker, FileVault, LUKS).',
    en: 'Remains of the old, unsealed files may stay on the disk until the browser tidies up. So use full-disk encryption as well (BitLocker, FileVault, LUKS).',
  },
  'lock.exposed': {
    id: 'Daftar ini diimpor sebelum kunci dipasang, jadi kuncinya pernah tersimpan terbuka. Impor ulang agar benar-benar terlindung:',
    en: 'These lists were imported before the lock was set, so their key once lay open. Import them again to have them really protected:',
  },
  'lock.open': { id: 'Kunci terpasang dan sekarang terbuka.', en: 'The lock is set and is open now.' },
  'lock.passphrase': { id: 'Kata sandi', en: 'Passphrase' },
  'lock.newPassphrase': { id: 'Kata sandi baru', en: 'New passphrase' },
  'lock.oldPassphrase': { id: 'Kata sandi sekarang', en: 'Present passphrase' },
  'lock.again': { id: 'Ulangi kata sandi baru', en: 'Repeat the new passphrase' },
  'lock.advice': {
    id: 'Paling sedikit {n} tanda (huruf, angka, spasi, atau lainnya). Lima kata yang tidak berkaitan mudah diingat dan sukar ditebak.',
    en: 'At least {n} characters. Five unrelated words are easy to remember and hard to guess.',
  },
  'lock.tooShort': {
    id: 'Terlalu pendek: paling sedikit {n} tanda. Spasi di awal dan akhir tidak dihitung.',
    en: 'Too short: at least {n} characters. Blanks at the start and end do not count.',
  },
  'lock.repeated': {
    id: 'Terlalu mudah ditebak: hanya satu tanda yang diulang. Pakai beberapa kata.',
    en: 'Too easy to guess: only one character, repeated. Use several words.',
  },
  'lock.different': { id: 'Kedua isian tidak sama. Ketik ulang.', en: 'The two entries differ. Type them again.' },
  'lock.set': { id: 'Pasang kunci', en: 'Set the lock' },
  'lock.unlock': { id: 'Buka kunci', en: 'Open the lock' },
  'lock.busy': { id: 'Menghitung kunci…', en: 'Working out the key…' },
  'lock.now': { id: 'Kunci sekarang', en: 'Lock now' },
  'lock.change': { id: 'Ganti kata sandi', en: 'Change the passphrase' },
  'lock.changed': {
    id: 'Kata sandi diganti. Yang lama tidak berlaku lagi.',
    en: 'The passphrase was changed. The old one no longer works.',
  },
  'lock.wrong': { id: 'Kata sandi salah. Tidak ada yang dihapus; coba lagi.', en: 'Wrong passphrase. Nothing was erased; try again.' },
  'lock.wrongCode': {
    id: 'Kode pemulihan itu bukan untuk Netra di komputer ini.',
    en: 'That recovery code is not for Netra on this computer.',
  },
  'lock.misread': {
    id: 'Kode pemulihan tidak terbaca: 32 huruf dan angka dalam delapan kelompok. Periksa satu per satu.',
    en: 'The recovery code cannot be read: 32 letters and digits in eight groups. Check them one by one.',
  },
  'lock.wait': {
    id: 'Terlalu banyak percobaan salah. Tunggu {n} detik, lalu coba lagi.',
    en: 'Too many wrong tries. Wait {n} seconds and try again.',
  },
  'lock.forgot': { id: 'Lupa kata sandi', en: 'Forgot the passphrase' },
  'lock.code': { id: 'Kode dari lembar pemulihan', en: 'Code from the recovery sheet' },
  'lock.recover': { id: 'Buka dan pasang kata sandi baru', en: 'Open and set a new passphrase' },
  'lock.sheet': { id: 'Lembar pemulihan Netra', en: 'Netra recovery sheet' },
  'lock.sheetMore': {
    id: 'Cetak atau tulis tangan sekarang: kode ini tidak akan ditampilkan lagi. Simpan terpisah dari komputer. Bila lupa kata sandi: Pengaturan → Kunci → Lupa kata sandi, lalu ketik kode ini. Siapa pun yang memegang kode ini dan komputer ini dapat membuka kunci. Tanpa kata sandi dan tanpa kode ini, tidak seorang pun dapat membuka daftar dan bukti di komputer ini lagi.',
    en: 'Print it or write it down now: this code will not be shown again. Keep it apart from the computer. If you forget the passphrase: Settings → Lock → Forgot the passphrase, and type this code. Whoever holds this code and this computer can open the lock. Without the passphrase and without this code nobody can ever open the lists and the evidence on this computer again.',
  },
  'lock.print': { id: 'Cetak lembar ini', en: 'Print this sheet' },
  'lock.written': { id: 'Sudah saya simpan', en: 'I have put it away' },
  'lock.renew': { id: 'Buat lembar pemulihan baru', en: 'Make a new recovery sheet' },
  'lock.renewMore': { id: 'Lembar yang lama tidak berlaku lagi.', en: 'The old sheet no longer works.' },
  'lock.auto': { id: 'Terkunci sendiri bila tidak dipakai selama', en: 'Locks itself when not used for' },
  'lock.minutes': { id: '{n} menit', en: '{n} minutes' },
  'lock.protects': { id: 'Apa yang dilindungi, dan apa yang tidak', en: 'What it protects, and what not' },
  'lock.protects1': {
    id: 'Dilindungi saat terkunci: daftar ASN, tautan akun, bukti dan temuan beserta gambarnya, dan salinan kedua bukti. Berkasnya di diska tidak dapat dibuka dan tidak dapat dicocokkan tanpa kunci. Yang tetap terbaca: jumlah dan waktu catatan, daftar kampanye, dan pengaturan.',
    en: 'Protected while locked: the civil-servant lists, ties of accounts, evidence and findings with their images, and the second copy of the evidence. Their files on disk can neither be opened nor matched without the key. Still readable: number and time of the records, campaign lists, and settings.',
  },
  'lock.protects2': {
    id: 'Tidak dilindungi: komputer yang menyala dengan kunci terbuka, program jahat di komputer ini, isi memori, berkas yang sudah diekspor atau diunduh, riwayat peramban, dan salinan berkas dari impor yang terputus (sampai dilanjutkan atau dibuang).',
    en: 'Not protected: a computer that is on with the lock open, malicious programs on this computer, the contents of its memory, files that were exported or downloaded, the browser’s history, and the copied files of an import that was cut off (until it is resumed or dropped).',
  },
  'lock.protects3': {
    id: 'Daftar yang diimpor sebelum kunci dipasang memakai kunci yang pernah tersimpan terbuka di diska: impor ulang daftar itu.',
    en: 'Lists imported before the lock was set use a key that once lay open on the disk: import those lists again.',
  },
  'lock.protects4': {
    id: 'Bukti yang disimpan sebelum kunci dipasang disandi sesudahnya, tetapi sisa berkas lamanya mungkin masih ada di diska sampai peramban merapikannya.',
    en: 'Evidence kept before the lock was set is sealed afterwards, but remains of its old files may stay on the disk until the browser tidies up.',
  },
  'lock.protects5': {
    id: 'Pakai juga penyandian seluruh diska (BitLocker, FileVault, LUKS): hanya itu yang melindungi semua yang tersisa di diska.',
    en: 'Use full-disk encryption as well (BitLocker, FileVault, LUKS): only that protects everything that is left on the disk.',
  },
} as const satisfies Record<string, Said>;
