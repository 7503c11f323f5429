// Words of the page that checks somebody's bundle.
import type { Said } from '../said.ts';

export const VERIFY_WORDS = {
  'verify.title': { id: 'Periksa berkas bukti', en: 'Check an evidence file' },
  'verify.lead': {
    id: 'Pilih berkas zip dari Netra. Berkas diperiksa di komputer ini; isinya tidak dijalankan, tidak disimpan, dan tidak dikirim ke mana pun.',
    en: 'Choose a zip file from Netra. It is checked on this computer; nothing in it is run, kept or sent anywhere.',
  },
  'verify.pick': { id: 'Pilih berkas zip', en: 'Choose a zip file' },
  'verify.working': { id: 'Memeriksa…', en: 'Checking…' },
  'verify.ok': { id: 'Utuh: tidak ada yang berubah sejak ditandatangani.', en: 'Whole: nothing changed since it was signed.' },
  'verify.bad': { id: 'TIDAK utuh: jangan dipakai sebelum diperiksa ulang.', en: 'NOT whole: do not use it before it was looked into.' },
  'verify.notOurs': {
    id: 'Ini bukan berkas bukti Netra, atau zip-nya rusak. Pilih berkas bernama netra-….zip; bila itu berkasnya, minta salinan baru.',
    en: 'This is no evidence file of Netra, or its zip is damaged. Choose the file named netra-….zip; if this is the one, ask for a new copy.',
  },
  'verify.unreadable': {
    id: 'Berkas ini tidak dapat dibaca. Pilih lagi berkasnya; bila tetap gagal, minta salinan baru.',
    en: 'This file cannot be read. Choose it again; if that fails too, ask for a new copy.',
  },
  'verify.key': { id: 'Sidik jari kunci penanda tangan', en: 'Fingerprint of the signing key' },
  'verify.keyMore': {
    id: 'Bandingkan dengan sidik jari kunci di kertas pelapor: bila berbeda, berkas ini bukan dari dia.',
    en: 'Compare it with the fingerprint on the reporter’s paper: if it differs, the file is not theirs.',
  },
  'verify.bundle': { id: 'Nomor berkas', en: 'File number' },
  'verify.checks': { id: 'Yang diperiksa', en: 'What was checked' },
  'verify.pass': { id: 'baik', en: 'good' },
  'verify.fail': { id: 'GAGAL', en: 'FAILED' },
  'verify.cannot': { id: 'belum dapat diperiksa', en: 'could not be checked' },
  'verify.check.archive': { id: 'Zip', en: 'Zip' },
  'verify.check.structure': { id: 'Susunan', en: 'Structure' },
  'verify.check.payload': { id: 'Isi', en: 'Content' },
  'verify.check.tags': { id: 'Keterangan', en: 'Descriptions' },
  'verify.check.sshsig': { id: 'Tanda tangan SSH', en: 'SSH signature' },
  'verify.check.der': { id: 'Tanda tangan OpenSSL', en: 'OpenSSL signature' },
  'verify.check.key': { id: 'Kunci', en: 'Key' },
  'verify.check.log': { id: 'Rantai catatan', en: 'Chain of records' },
  'verify.check.records': { id: 'Catatan', en: 'Records' },
  'verify.check.artefacts': { id: 'Gambar dan sumber', en: 'Pictures and sources' },
  'verify.check.time': { id: 'Sidik cap waktu', en: 'Fingerprints of time stamps' },
  'verify.limits': {
    id: 'Pemeriksaan ini membuktikan bahwa isi tidak berubah sejak ditandatangani dengan kunci itu. Ia tidak membuktikan siapa penulis komentar, bahwa halaman itu asli, atau bahwa jam komputernya benar. Semua isinya dugaan.',
    en: 'This check proves that the content has not changed since it was signed with that key. It does not prove who wrote a comment, that the page was genuine, or that the computer’s clock was right. All of it is allegation.',
  },
} as const satisfies Record<string, Said>;
