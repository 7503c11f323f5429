// Words of the day's code.
import type { Said } from '../said.ts';

export const DAILY_CODE_WORDS = {
  'daily.title': { id: 'Kode harian', en: 'Daily code' },
  'daily.lead': {
    id: 'Bacakan atau kirim dua belas kata ini kepada koordinator Anda setiap hari. Dengan itu nanti terlihat bahwa catatan sampai hari ini memang sudah ada hari ini, dan tidak dibuat ulang sesudahnya. Kata-kata ini tidak memuat data siapa pun.',
    en: 'Read or send these twelve words to your coordinator each day. They show later that the records up to today were there today and were not made anew behind the scenes. The words hold nobody’s data.',
  },
  'daily.size': { id: 'Sampai catatan nomor {n}', en: 'Up to record number {n}' },
  'daily.qr': { id: 'Kode QR dari kata-kata di atas', en: 'QR code of the words above' },
  'daily.check': { id: 'Cocokkan kode yang dulu diberikan', en: 'Compare a code that was given before' },
  'daily.words': { id: 'Dua belas kata', en: 'Twelve words' },
  'daily.compare': { id: 'Cocokkan', en: 'Compare' },
  'daily.found': {
    id: 'Cocok: catatan sampai nomor {n} masih sama seperti saat kode itu diberikan.',
    en: 'It fits: the records up to number {n} are the same as when that code was given.',
  },
  'daily.notFound': {
    id: 'Tidak cocok. Periksa dahulu tiap kata: satu kata yang salah dengar sudah cukup. Bila semua kata benar, catatan ini bukan yang dulu memberi kode itu, atau sudah dibuat ulang atau dipotong.',
    en: 'It does not fit. Check each word first: one that was misheard is enough. If all words are right, these are not the records that once gave this code, or they were made anew or cut short.',
  },
  'daily.wrong': {
    id: 'Kata nomor {places} tidak ada dalam daftar kata Netra. Periksa ejaannya.',
    en: 'Word number {places} is not one of Netra’s words. Check its spelling.',
  },
  'daily.count': { id: 'Harus dua belas kata; terbaca {n}.', en: 'There have to be twelve words; {n} were read.' },
} as const satisfies Record<string, Said>;
