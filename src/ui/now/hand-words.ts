// Words of marking by hand, in the side panel and wherever such a finding is shown.
import type { Said } from '../said.ts';

export const HAND_WORDS = {
  'hand.mark': { id: 'Ditandai manual', en: 'Marked by hand' },
  'hand.markMore': {
    id: 'Tidak ada pembaca situs yang menguatkannya: siapa, perbuatan, dan sasarannya adalah pernyataan pemantau.',
    en: 'No site reader confirms it: who, what and for whom is the monitor’s statement.',
  },
  'hand.fromItem': { id: 'Tautan di dalam bagian ini menuju akun itu.', en: 'A link inside this part leads to that account.' },
  'hand.fromAround': {
    id: 'Hanya tautan di dekat bagian ini yang menuju akun itu: pastikan.',
    en: 'Only a link near this part leads to that account: make sure.',
  },
  'hand.fromMonitor': {
    id: 'Tidak ada tautan akun di halaman: pemantau memilih orangnya dari daftar.',
    en: 'No account link on the page: the monitor chose the person from the list.',
  },
  'hand.note': { id: 'Yang terlihat menurut pemantau', en: 'What is to be seen, says the monitor' },
  'hand.title': { id: 'Tandai manual', en: 'Mark by hand' },
  'hand.why': {
    id: 'Untuk situs lain, foto bersama calon, atau isi yang tidak terbaca: pilih sendiri bagiannya di halaman.',
    en: 'For other sites, a photograph with a candidate, or what cannot be read: pick the part on the page yourself.',
  },
  'hand.start': { id: 'Pilih bagian di halaman', en: 'Pick a part of the page' },
  'hand.again': { id: 'Pilih bagian lain', en: 'Pick another part' },
  'hand.picking': { id: 'Pilih bagiannya di halaman', en: 'Pick the part on the page' },
  'hand.pickingMore': {
    id: 'Klik bagian itu. Dengan papan ketik: F6 sampai ke halaman, lalu Tab, dan Enter untuk mengambil. Panah atas dan bawah: lebih luas, lebih sempit. Esc membatalkan.',
    en: 'Click the part. By keyboard: F6 until the page has the focus, then Tab, and Enter to take it. Arrow up and down: wider, narrower. Esc cancels.',
  },
  'hand.escape': { id: 'Pemilihan dibatalkan.', en: 'Picking was cancelled.' },
  'hand.page': {
    id: 'Halaman ini terus menyingkirkan lapisan pemilihan. Muat ulang halaman, atau simpan tangkapan layar dengan cara biasa.',
    en: 'This page keeps removing the picking layer. Reload the page, or keep a screenshot the usual way.',
  },
  'hand.noPermission': {
    id: 'Peramban belum mengizinkan Netra di tab ini. Klik ikon Netra di bilah alat pada tab ini, lalu coba lagi.',
    en: 'The browser has not let Netra into this tab. Click the Netra icon in the toolbar on this tab, then try again.',
  },
  'hand.form': { id: 'Apa yang Anda nyatakan', en: 'What you state' },
  'hand.formMore': {
    id: 'Netra hanya mengusulkan dari tautan yang ada. Yang dicatat adalah pernyataan Anda, dengan tanda “ditandai manual”.',
    en: 'Netra only proposes from links it finds. What is recorded is your statement, marked “by hand”.',
  },
  'hand.who': { id: 'Siapa, menurut daftar ASN', en: 'Who, by the civil-servant list' },
  'hand.forWhom': { id: 'Menyangkut akun kampanye', en: 'About which campaign account' },
  'hand.search': { id: 'Cari nama atau akun', en: 'Search a name or account' },
  'hand.searchAccount': {
    id: 'Ketik atau tempel akunnya secara lengkap: @nama, nomor, atau alamat profil',
    en: 'Type or paste the whole account: @name, number, or address of the profile',
  },
  'hand.searchNone': {
    id: 'Akun ini tidak ada di daftar ASN. Akun di luar daftar tidak dapat ditandai.',
    en: 'This account is not on the civil-servant list. Accounts off the list cannot be marked.',
  },
  'hand.searchNoneCampaign': { id: 'Tidak ada di daftar kampanye.', en: 'Not on the campaign list.' },
  'hand.inItem': { id: 'tautan di bagian ini', en: 'link in this part' },
  'hand.near': { id: 'tautan di dekatnya: pastikan', en: 'link nearby: make sure' },
  'hand.others': {
    id: '{n} akun lain di bagian ini tidak ada di daftar mana pun dan tidak dicatat.',
    en: '{n} other {n|account here is|accounts here are} on neither list and {n|is|are} not recorded.',
  },
  'hand.act': { id: 'Perbuatan', en: 'Act' },
  'hand.actChoose': { id: 'Pilih perbuatan…', en: 'Choose the act…' },
  'hand.actGuess': { id: '(usulan)', en: '(proposed)' },
  'hand.reactionNone': { id: 'tidak terlihat', en: 'not shown' },
  'hand.item': { id: 'Alamat komentar atau unggahannya (boleh kosong)', en: 'Address of the comment or post (may be empty)' },
  'hand.target': { id: 'Alamat kiriman yang ditanggapi (boleh kosong)', en: 'Address of the post acted upon (may be empty)' },
  'hand.words': { id: 'Kata-kata akun itu (boleh kosong)', en: 'The account’s own words (may be empty)' },
  'hand.takeWords': { id: 'Ambil dari bagian yang dipilih', en: 'Take from the picked part' },
  'hand.time': { id: 'Waktu menurut situs (boleh kosong)', en: 'Time as the site states it (may be empty)' },
  'hand.seen': { id: 'Yang terlihat, misalnya foto bersama calon', en: 'What is to be seen, e.g. a photograph with a candidate' },
  'hand.badUrl': { id: 'Alamat harus dimulai dengan https:// atau http://.', en: 'An address has to begin with https:// or http://.' },
  'hand.missing': {
    id: 'Pilih dulu orang, perbuatan, dan akun kampanyenya.',
    en: 'First choose the person, the act and the campaign account.',
  },
  'hand.keep': { id: 'Simpan bukti, ditandai manual', en: 'Keep evidence, marked by hand' },
  'hand.findings': { id: 'Ditandai di halaman ini', en: 'Marked on this page' },
} as const satisfies Record<string, Said>;
