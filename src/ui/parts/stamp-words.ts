// Words on trusted time: settings, dashboard, and one finding's capture.
import type { Said } from '../said.ts';

export const STAMP_WORDS = {
  'stamp.title': { id: 'Waktu tepercaya', en: 'Trusted time' },
  'stamp.lead': {
    id: 'Jam komputer dapat keliru atau diubah. Otoritas cap waktu dapat menyatakan bahwa catatan Anda sudah ada paling lambat pada suatu saat. Ini boleh dipakai, boleh tidak: mati sampai Anda menyalakannya.',
    en: 'A computer’s clock can be wrong or changed. A time-stamping authority can state that your records existed by a certain moment. This is optional: it is off until you switch it on.',
  },
  'stamp.leaves': {
    id: 'Yang keluar dari komputer ini: satu sidik SHA-256 dari catatan Anda dan satu nomor acak, seluruhnya 69 byte. Tidak ada nama, gambar, alamat halaman, atau isi catatan. Seperti pada setiap sambungan, otoritas itu juga melihat alamat internet Anda, kapan Anda meminta, jenis dan bahasa peramban Anda, dan bahwa yang meminta adalah Netra.',
    en: 'What leaves this computer: one SHA-256 fingerprint of your records and a random number, 69 bytes in all. No name, picture, page address or content. As with any connection, the authority also sees your internet address, when you ask, your browser’s kind and language, and that it is Netra that asks.',
  },
  'stamp.when': {
    id: 'Dikirim hanya atas perintah Anda di halaman Temuan & ekspor, hanya kepada otoritas yang menyala, satu demi satu sampai ada yang menjawab benar.',
    en: 'Sent only on your command on the page Findings & export, only to authorities that are on, one after another until one answers rightly.',
  },
  'stamp.sentTo': { id: 'Dikirim ke', en: 'Sent to' },
  'stamp.source': { id: 'Sumber alamat', en: 'Source of the address' },
  'stamp.unconfirmed': { id: 'Belum pernah kami coba sendiri.', en: 'Not tried by ourselves yet.' },
  'stamp.on': {
    id: 'Menyala. Peramban mengizinkan Netra menghubungi alamat itu saja.',
    en: 'On. The browser lets Netra contact that address only.',
  },
  'stamp.off': { id: 'Mati. Izinnya dicabut.', en: 'Off. The permission was taken back.' },
  'stamp.notAllowed': { id: 'Izin tidak diberikan: tetap mati.', en: 'Permission was not given: it stays off.' },
  'stamp.auto': {
    id: 'Minta sendiri sesudah ada bukti baru, paling sering sekali sejam',
    en: 'Ask by itself after new evidence, once an hour at most',
  },
  'stamp.autoOff': { id: 'Nyalakan dahulu satu otoritas.', en: 'Switch on an authority first.' },
  'stamp.withoutNetwork': {
    id: 'Tanpa izin apa pun: di halaman Temuan & ekspor simpan permintaan sebagai berkas .tsq, mintakan cap dengan cara Anda sendiri, lalu masukkan jawabannya (.tsr).',
    en: 'Without any permission: on the page Findings & export save the request as a .tsq file, have it stamped in your own way, then bring in the answer (.tsr).',
  },
  'stamp.none': {
    id: 'Tanpa waktu tepercaya: semua waktu hanya menurut jam komputer ini.',
    en: 'No trusted time: all times are by this computer’s clock only.',
  },
  'stamp.last': {
    id: 'Cap terakhir: catatan sampai nomor {n} sudah ada paling lambat {when} menurut',
    en: 'Last stamp: records up to number {n} existed by {when} according to',
  },
  'stamp.unstamped': { id: '{n} bukti belum dicap.', en: '{n} {n|piece of evidence|pieces of evidence} not stamped yet.' },
  'stamp.allStamped': { id: 'Semua bukti sudah dicap.', en: 'All evidence is stamped.' },
  'stamp.notVerified': {
    id: 'Netra memeriksa sidik dan nomor permintaan dalam jawaban. Tanda tangan otoritasnya tidak diperiksa di sini: penerima memeriksanya dengan openssl (lihat BACA-SAYA.txt dalam berkas ekspor).',
    en: 'Netra checks the fingerprint and the request number in the answer. The authority’s signature is not checked here: the receiver checks it with openssl (see BACA-SAYA.txt in the exported file).',
  },
  'stamp.now': { id: 'Minta cap waktu sekarang', en: 'Ask for a time stamp now' },
  'stamp.asking': { id: 'Meminta cap waktu…', en: 'Asking for a time stamp…' },
  'stamp.noneOn': {
    id: 'Belum ada otoritas yang menyala: tidak ada yang dapat dikirim. Nyalakan di Pengaturan, atau pakai cara berkas.',
    en: 'No authority is on: nothing can be sent. Switch one on in the settings, or use files.',
  },
  'stamp.byFile': { id: 'Cara berkas, tanpa jaringan', en: 'By files, without network' },
  'stamp.save': { id: 'Simpan permintaan (.tsq)', en: 'Save the request (.tsq)' },
  'stamp.saved': {
    id: 'Permintaan disimpan. Netra menunggu jawabannya (.tsr); catatan boleh bertambah sementara itu.',
    en: 'The request is saved. Netra waits for its answer (.tsr); records may be added meanwhile.',
  },
  'stamp.whose': { id: 'Siapa yang memberi cap (kata Anda, ikut dicatat)', en: 'Who stamped it (your word, recorded)' },
  'stamp.take': { id: 'Masukkan jawaban (.tsr)', en: 'Bring in the answer (.tsr)' },
  'stamp.drop': { id: 'Boleh juga diseret ke kotak ini.', en: 'It may also be dragged onto this box.' },
  'stamp.needName': {
    id: 'Tulis dahulu siapa yang memberi cap, lalu pilih berkasnya lagi.',
    en: 'First write who stamped it, then choose the file again.',
  },
  'stamp.kept': {
    id: 'Cap waktu dicatat (nomor {seq}): catatan Anda sudah ada paling lambat {when}.',
    en: 'The time stamp is recorded (number {seq}): your records existed by {when}.',
  },
  'stamp.nobody': {
    id: 'Belum ada cap: tidak satu pun otoritas menjawab dengan benar. Permintaannya menunggu dan dapat diulang.',
    en: 'No stamp yet: no authority answered rightly. The request waits and can be repeated.',
  },
  'stamp.fileRefused': { id: 'Berkas itu tidak dipakai: {why}.', en: 'That file was not used: {why}.' },
  'stamp.waiting': { id: 'Menunggu: belum ada jawaban', en: 'Waiting: no answer yet' },
  'stamp.waitingFor': { id: 'catatan sampai nomor {n}, diminta {when}', en: 'records up to number {n}, requested {when}' },
  'stamp.waitingSaved': { id: 'disimpan sebagai berkas {when}', en: 'saved as a file {when}' },
  'stamp.forget': { id: 'Lupakan permintaan ini', en: 'Forget this request' },
  'stamp.all': { id: 'Semua cap ({n})', en: 'All stamps ({n})' },
  'stamp.byMonitor': { id: '(nama dari pemantau)', en: '(name given by the monitor)' },
  'stamp.upTo': { id: 'catatan sampai nomor {n}', en: 'records up to number {n}' },
  'stamp.atLatest': { id: 'Sudah ada paling lambat {when} menurut', en: 'Existed by {when} according to' },
  'stamp.after': {
    id: 'Dicap {gap} sesudah diambil menurut jam komputer: membuktikan bahwa bukti sudah ada paling lambat saat itu, bukan kapan diambil.',
    en: 'Stamped {gap} after it was taken by the computer’s clock: proves that the evidence existed by then, not when it was taken.',
  },
  'stamp.before': {
    id: 'Waktu otoritas {gap} lebih awal daripada jam komputer saat mengambil: salah satu jam keliru.',
    en: 'The authority’s time is {gap} before the computer’s clock at the taking: one of the clocks is wrong.',
  },
  'stamp.gap.now': { id: 'kurang dari 1 menit', en: 'less than 1 minute' },
  'stamp.gap.minute': { id: '{n} menit', en: '{n} {n|minute|minutes}' },
  'stamp.gap.hour': { id: '{n} jam', en: '{n} {n|hour|hours}' },
  'stamp.gap.day': { id: '{n} hari', en: '{n} {n|day|days}' },
  'stamp.captureNone': {
    id: 'Belum dicap: waktunya hanya menurut jam komputer ini.',
    en: 'Not stamped: its time is by this computer’s clock only.',
  },
  'stamp.captureWaiting': {
    id: 'Cap waktu menunggu: belum ada jawaban. Waktunya hanya menurut jam komputer ini.',
    en: 'The time stamp is waiting: no answer yet. Its time is by this computer’s clock only.',
  },
  'stamp.why.unreachable': {
    id: 'tidak tersambung (komputer luring, alamat tidak ada, atau sertifikatnya tidak sah)',
    en: 'not reached (computer offline, no such address, or no valid certificate)',
  },
  'stamp.why.timeout': { id: 'tidak menjawab dalam 12 detik', en: 'no answer within 12 seconds' },
  'stamp.why.http': { id: 'menjawab dengan galat HTTP {status}', en: 'answered with HTTP error {status}' },
  'stamp.why.too-big': { id: 'jawabannya terlalu besar, jadi tidak dibaca', en: 'its answer is too big and was not read' },
  'stamp.why.not-an-answer': { id: 'jawabannya bukan cap waktu', en: 'its answer is no time stamp' },
  'stamp.why.not-granted': { id: 'menolak memberi cap', en: 'refused to stamp' },
  'stamp.why.other-hash': { id: 'capnya untuk sidik lain', en: 'its stamp is for another fingerprint' },
  'stamp.why.other-request': {
    id: 'capnya bukan untuk permintaan yang menunggu di sini',
    en: 'its stamp is not for a request that waits here',
  },
  'stamp.why.nothing-new': {
    id: 'tidak ada catatan baru sejak cap terakhir, jadi tidak ada yang dikirim',
    en: 'nothing was recorded since the last stamp, so nothing was sent',
  },
  'stamp.why.no-authority': {
    id: 'belum ada otoritas yang menyala, jadi tidak ada yang dikirim',
    en: 'no authority is on, so nothing was sent',
  },
  'stamp.why.other-log': {
    id: 'catatan di komputer ini bukan lagi yang dimintakan cap',
    en: 'the records on this computer are no longer those that were to be stamped',
  },
  'stamp.why.storage': {
    id: 'penyimpanan menolak; periksa ruang di komputer, lalu coba lagi',
    en: 'the storage refused; check the room on this computer and try again',
  },
  'stamp.notDone': { id: 'Tidak ada cap: {why}.', en: 'No stamp: {why}.' },
} as const satisfies Record<string, Said>;
