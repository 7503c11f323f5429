// Words about packages of lists.
import type { Said } from '../said.ts';

export const PACKAGE_WORDS = {
  'pack.title': { id: 'Paket daftar untuk relawan (paket register)', en: 'Registry package' },
  'pack.lead': {
    id: 'Kantor dapat menyerahkan daftar kepada relawan sebagai satu berkas tersegel. Relawan dapat mencocokkan akun yang mereka lihat, tetapi tidak dapat menampilkan atau mengekspor isi daftarnya.',
    en: 'An office can hand a list to its volunteers as one sealed file. Volunteers can match accounts that they see, but can neither show nor export what is on the list.',
  },
  'pack.open': { id: 'Buka paket', en: 'Open a package' },
  'pack.pick': { id: 'Pilih berkas paket', en: 'Choose a package file' },
  'pack.byPassphrase': { id: 'Kata sandi paket', en: 'Passphrase of the package' },
  'pack.byKey': { id: 'Kunci age (AGE-SECRET-KEY-…)', en: 'age key (AGE-SECRET-KEY-…)' },
  'pack.doOpen': { id: 'Buka', en: 'Open' },
  'pack.opening': { id: 'Membuka… Ini dapat memakan beberapa detik.', en: 'Opening… This can take some seconds.' },
  'pack.signer': { id: 'Ditandatangani dengan kunci', en: 'Signed with the key' },
  'pack.known': { id: 'Kunci ini sudah Anda kenal: {name}.', en: 'You know this key: {name}.' },
  'pack.unknown': {
    id: 'Kunci ini belum dikenal. Tanyakan sidik jari kunci kepada kantor lewat jalan lain (telepon, kertas), dan bandingkan huruf demi huruf. Daftar palsu dapat membuat orang yang tidak ada sangkut pautnya tertuduh.',
    en: 'This key is not known yet. Ask the office for the key’s fingerprint by another way (telephone, paper) and compare it letter by letter. A forged list could get uninvolved people accused.',
  },
  'pack.whose': { id: 'Kunci milik (nama kantor)', en: 'Whose key (name of the office)' },
  'pack.compared': { id: 'Sudah saya bandingkan dan sama', en: 'I have compared it and it is the same' },
  'pack.use': { id: 'Pakai paket ini', en: 'Use this package' },
  'pack.taking': { id: 'Menyimpan daftar…', en: 'Keeping the list…' },
  'pack.taken': { id: 'Paket dipakai: {n} akun.', en: 'The package is in use: {n} {n|account|accounts}.' },
  'pack.grace': {
    id: 'Paket ini sudah lewat masa berlakunya dan hanya dipakai dalam masa tenggang. Minta yang baru.',
    en: 'This package is past its day and is used within the days of grace only. Ask for a new one.',
  },
  'pack.expired': {
    id: 'Paket ini kedaluwarsa dan tidak dipakai. Minta paket baru kepada kantor yang membuatnya.',
    en: 'This package has expired and is not used. Ask the office that made it for a new one.',
  },
  'pack.elsewhere': {
    id: 'Paket ini untuk wilayah lain dan tidak dipakai. Bila Anda memang bertugas di sana, ubah wilayah kerja di halaman ini, lalu buka lagi.',
    en: 'This package is for another region and is not used. If you do work there, change the work area on this page and open it again.',
  },
  'pack.workArea': { id: 'Wilayah kerja Anda', en: 'Your work area' },
  'pack.workAreaMore': {
    id: 'Paket untuk wilayah lain ditolak. Kosongkan bila Anda mengawasi di mana saja.',
    en: 'Packages for other regions are refused. Leave empty if you watch anywhere.',
  },
  'pack.not-a-package': {
    id: 'Berkas ini bukan paket register Netra. Pilih berkas yang diberikan kantor.',
    en: 'This file is no registry package of Netra. Choose the file that the office gave you.',
  },
  'pack.wrong-secret': {
    id: 'Kata sandi atau kunci itu tidak membuka paket ini. Tidak ada yang dihapus; periksa huruf demi huruf, lalu coba lagi.',
    en: 'That passphrase or key does not open this package. Nothing was erased; check it letter by letter and try again.',
  },
  'pack.damaged': {
    id: 'Paket ini rusak atau diubah di perjalanan. Tidak ada yang disimpan darinya. Minta salinan baru.',
    en: 'This package is damaged or was changed on its way. Nothing of it was kept. Ask for a new copy.',
  },
  'pack.unsigned': {
    id: 'Tanda tangan paket ini tidak sah. Tidak ada yang disimpan darinya. Jangan pakai; hubungi kantor.',
    en: 'The signature of this package is not valid. Nothing of it was kept. Do not use it; call the office.',
  },
  'pack.newer': {
    id: 'Paket ini dibuat dengan Netra yang lebih baru. Perbarui Netra, lalu buka lagi.',
    en: 'This package was made with a later Netra. Update Netra and open it again.',
  },
  'pack.own-list': {
    id: 'Daftar ini dibuat di komputer ini sendiri; paketnya tidak menggantikannya.',
    en: 'This list was made on this computer; its package does not take its place.',
  },
  'pack.locked': { id: 'Netra terkunci. Buka kuncinya dahulu di halaman ini.', en: 'Netra is locked. Open the lock on this page first.' },
  'pack.make': { id: 'Buat paket untuk relawan', en: 'Make a package for volunteers' },
  'pack.makeMore': {
    id: 'Hanya daftar yang diimpor di komputer ini. Berikan berkas dan kata sandinya lewat jalan yang berbeda (misalnya berkas lewat USB, kata sandi lewat telepon), dan bacakan sidik jari kunci Anda.',
    en: 'Only lists that were imported on this computer. Hand over the file and its passphrase by different ways, and read out your key’s fingerprint.',
  },
  'pack.chooseList': { id: 'Pilih daftar yang akan disegel', en: 'Choose the list to seal' },
  'pack.makeExpired': {
    id: 'Daftar ini kedaluwarsa: relawan tidak akan dapat memakainya. Impor daftar yang baru dahulu.',
    en: 'This list has expired: volunteers could not use it. Import a new one first.',
  },
  'pack.noRegion': {
    id: 'Paket ini tidak menyebut wilayah, jadi tidak dicocokkan dengan wilayah kerja Anda.',
    en: 'This package names no region, so it is not compared with your work area.',
  },
  'pack.list': { id: 'Daftar', en: 'List' },
  'pack.suggest': { id: 'Buatkan kata sandi', en: 'Make a passphrase for me' },
  'pack.recipients': {
    id: 'Kunci publik penerima, age1…, satu per baris (untuk petugas teknis)',
    en: 'age recipients (age1…), one a line',
  },
  'pack.badRecipient': { id: 'Baris {n} bukan penerima age. Contoh: age1…', en: 'Line {n} is no age recipient. Example: age1…' },
  'pack.doMake': { id: 'Buat paket', en: 'Make the package' },
  'pack.making': { id: 'Menyegel daftar…', en: 'Sealing the list…' },
  'pack.made': { id: 'Paket dibuat: {file}. Sidik jari kunci Anda:', en: 'Package made: {file}. Your key’s fingerprint:' },
  'pack.noList': {
    id: 'Belum ada daftar ASN yang diimpor di komputer ini.',
    en: 'No civil-servant list was imported on this computer yet.',
  },
} as const satisfies Record<string, Said>;
