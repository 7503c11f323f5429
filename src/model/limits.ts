// What such evidence proves and what it cannot: one text, said in every record and every export, on the page that checks and where
// evidence is reviewed. Nothing here may promise more than the rest of the code keeps.

interface Said {
  readonly id: string;
  readonly en: string;
}
/** One statement: what it is about, and the sentence. */
export interface Limit {
  readonly about: Said;
  readonly say: Said;
}

/** What is proven. */
export const PROVES: readonly Said[] = [
  {
    id: 'Isi berkas bukti tidak berubah sejak ditandatangani dengan kunci yang sidik jarinya disebutkan.',
    en: 'The content of the evidence file has not changed since it was signed with the key whose fingerprint is named.',
  },
  {
    id: 'Setiap catatan terikat pada rantai catatan. Catatan yang diubah, dihapus, atau disisipkan sebelum titik tanda tangan akan ketahuan.',
    en: 'Every record is tied to the chain of records. One that was changed, deleted or put in before the signed point is found out.',
  },
  {
    id: 'Gambar layar, sumber halaman, dan data yang terbaca diambil dalam satu tindakan pemantau, dan kecocokannya dituliskan apa adanya.',
    en: 'The picture of the screen, the page’s source and the data that was read were taken in one action of the monitor, and how far they agree is written down as it is.',
  },
];

/** What is not. */
export const CANNOT: readonly Limit[] = [
  {
    about: { id: 'Keaslian halaman', en: 'That the page was genuine' },
    say: {
      id: 'Tanda tangan menjaga keutuhan, bukan asal-usul. Orang di depan komputer menguasai perambannya sendiri: halaman dapat diubah sebelum ditangkap. Bukalah tautan aslinya, mintalah pemantau kedua memeriksanya, atau mintalah data kepada situs.',
      en: 'The signature keeps content whole; it does not say where it came from. Whoever sits at the computer controls its browser: a page can be edited before it is captured. Open the original link, ask a second monitor to look, or ask the site for its data.',
    },
  },
  {
    about: { id: 'Siapa orangnya', en: 'Who the person is' },
    say: {
      id: 'Nama di layar bukan identitas. Akun bukan orang: akun dapat ditiru, diretas, dipakai orang lain, atau berganti nama. Hubungan akun dengan pegawai berasal dari daftar, dengan dasar yang dituliskan.',
      en: 'A name on a screen is no identity, and an account is no person. Accounts are imitated, hijacked, used by others, and renamed. What ties an account to a civil servant comes from a list, on the grounds that are written down.',
    },
  },
  {
    about: { id: 'Waktu', en: 'The time' },
    say: {
      id: 'Jam berasal dari komputer pemantau dan dapat keliru. Urutan catatan lebih kuat daripada jamnya.',
      en: 'The clock is the monitor’s computer’s and may be wrong. The order of the records is stronger than their clock.',
    },
  },
  {
    about: { id: 'Isi gambar', en: 'What the picture says' },
    say: {
      id: 'Netra tidak membaca huruf dalam gambar. Ia mengukur apakah kata-kata dari sumber benar-benar tampak di tempatnya; huruf yang digambar dengan bentuk lain tidak dapat dikenalinya.',
      en: 'Netra does not read the letters in a picture. It measures whether the words of the source were really to be seen where they stand; letters drawn in another shape are beyond it.',
    },
  },
  {
    about: { id: 'Yang tidak ada', en: 'What is not there' },
    say: {
      id: 'Situs tidak menampilkan semuanya. Tidak tercatatnya suatu perbuatan tidak membuktikan bahwa perbuatan itu tidak terjadi.',
      en: 'Sites do not show everything. That an act was not recorded does not prove that it did not happen.',
    },
  },
  {
    about: { id: 'Maksud', en: 'Intent' },
    say: {
      id: 'Suka, komentar, atau bagikan dapat terjadi tanpa sengaja atau berarti penolakan. Penilaiannya ada pada petugas yang berwenang, setelah klarifikasi.',
      en: 'A like, a comment or a share can be an accident or mean disapproval. The judgement is for those entitled to it, after hearing the person.',
    },
  },
];

/** The same in short, sealed with every capture: whoever has one record has this as well. */
export const LIMITS_IN_SHORT =
  'Membuktikan: isi tidak berubah sejak disegel; gambar layar, sumber halaman, dan data terbaca berasal dari satu tindakan. ' +
  'Tidak membuktikan: bahwa halaman itu asli (dapat diubah di peramban oleh orang di depan komputer), siapa orangnya (nama di layar bukan identitas; akun dapat ditiru atau diretas), bahwa jam komputer benar, dan apa maksudnya. Ini dugaan, bukan putusan.';
