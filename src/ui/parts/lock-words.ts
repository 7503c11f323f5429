// Words of the lock: wherever it is set, opened or closed.
import type { Said } from '../said.ts';

export const LOCK_WORDS = {
  'lock.title': { id: 'Kunci dengan kata sandi', en: 'Lock with a passphrase' },
  'lock.locked': { id: 'Netra terkunci', en: 'Netra is locked' },
  'lock.lockedMore': {
    id: 'Daftar ASN tidak dapat dipakai sampai kunci dibuka, jadi halaman tidak diperiksa. Buka dengan kata sandi Anda.',
    en: 'The civil-servant lists cannot be used until the lock is opened, so pages are not checked. Open it with your passphrase.',
  },
  'lock.none': {
    id: 'Belum ada kata sandi. Siapa pun yang memegang komputer ini dapat memakai daftar ASN di dalamnya. Relawan sebaiknya memasang kunci sebelum mengimpor daftar.',
    en: 'No passphrase yet. Anybody holding this computer can use the civil-servant lists in it. Volunteers should set a lock before they import a list.',
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
    id: 'Paling sedikit {n} huruf. Lima kata yang tidak berkaitan mudah diingat dan sukar ditebak.',
    en: 'At least {n} characters. Five unrelated words are easy to remember and hard to guess.',
  },
  'lock.tooShort': { id: 'Terlalu pendek: paling sedikit {n} huruf.', en: 'Too short: at least {n} characters.' },
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
    id: 'Cetak atau tulis tangan sekarang: kode ini tidak akan ditampilkan lagi. Simpan terpisah dari komputer. Bila lupa kata sandi: Pengaturan → Kunci → Lupa kata sandi, lalu ketik kode ini. Siapa pun yang memegang kode ini dan komputer ini dapat membuka kunci. Tanpa kata sandi dan tanpa kode ini, tidak seorang pun dapat membuka daftar itu lagi.',
    en: 'Print it or write it down now: this code will not be shown again. Keep it apart from the computer. If you forget the passphrase: Settings → Lock → Forgot the passphrase, and type this code. Whoever holds this code and this computer can open the lock. Without the passphrase and without this code nobody can ever open the lists again.',
  },
  'lock.print': { id: 'Cetak lembar ini', en: 'Print this sheet' },
  'lock.written': { id: 'Sudah saya simpan', en: 'I have put it away' },
  'lock.renew': { id: 'Buat lembar pemulihan baru', en: 'Make a new recovery sheet' },
  'lock.renewMore': { id: 'Lembar yang lama tidak berlaku lagi.', en: 'The old sheet no longer works.' },
  'lock.auto': { id: 'Terkunci sendiri bila tidak dipakai selama', en: 'Locks itself when not used for' },
  'lock.minutes': { id: '{n} menit', en: '{n} minutes' },
  'lock.protects': { id: 'Apa yang dilindungi, dan apa yang tidak', en: 'What it protects, and what not' },
  'lock.protects1': {
    id: 'Dilindungi saat terkunci: daftar ASN dan tautan akun yang diusulkan. Berkasnya di diska tidak dapat dibuka dan tidak dapat dicocokkan tanpa kunci.',
    en: 'Protected while locked: the civil-servant lists and proposed ties. Their files on disk can neither be opened nor matched without the key.',
  },
  'lock.protects2': {
    id: 'Tidak dilindungi: bukti dan temuan yang sudah disimpan, daftar kampanye, salinan berkas dari impor yang terputus (sampai dilanjutkan atau dibuang), serta apa pun selama kunci terbuka. Pakai penyandian seluruh diska (BitLocker, FileVault, LUKS) untuk itu.',
    en: 'Not protected: evidence and findings already kept, campaign lists, the copied files of an import that was cut off (until it is resumed or dropped), and anything while the lock is open. Use full-disk encryption (BitLocker, FileVault, LUKS) for that.',
  },
  'lock.protects3': {
    id: 'Daftar yang diimpor sebelum kunci dipasang memakai kunci yang pernah tersimpan terbuka di diska: impor ulang daftar itu.',
    en: 'Lists imported before the lock was set use a key that once lay open on the disk: import those lists again.',
  },
} as const satisfies Record<string, Said>;
