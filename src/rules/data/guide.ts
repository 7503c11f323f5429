// What the guide says beyond the rows: what is not barred as far as is known, and what is uncertain.
import type { Remark } from '../../model/rules.ts';
import * as from from './sources.ts';

const remark = (id: string, en: string, certainty: Remark['certainty'], sources: Remark['sources']): Remark => ({
  say: { id, en },
  certainty,
  confirmed: false,
  sources,
});

/** Not named by any row that was seen. */
export const ALLOWED: readonly Remark[] = [
  remark(
    'Memilih pada hari pemungutan suara: ASN tetap mempunyai hak pilih.',
    'Voting on election day: civil servants keep their right to vote.',
    'general',
    [from.GENERAL],
  ),
  remark(
    'Membaca dan melihat berita atau unggahan kampanye tanpa menyukai, mengomentari, membagikan, atau mengikuti: tidak disebut dalam baris yang ditemukan.',
    'Reading or looking at campaign news and posts without liking, commenting, sharing or following: not named in the rows that were found.',
    'unclear',
    [from.SKB_SEMARANG, from.SKB_KOMPAS, from.SKB_TRIBUN, from.SKB_TECHNOZ],
  ),
  remark(
    'Menyebarkan keterangan resmi penyelenggara tentang cara dan waktu memilih, tanpa memihak.',
    'Passing on the election offices’ own information on how and when to vote, without taking sides.',
    'general',
    [from.GENERAL],
  ),
  remark(
    'Foto seseorang dipasang pihak lain pada bingkai kampanye tanpa keikutsertaannya: dalam satu kasus 2024 dinyatakan bukan kesalahan orang itu.',
    'Somebody’s photo put into a campaign frame by others, without their part in it: in one case of 2024 this was found to be no fault of theirs.',
    'reported',
    [from.TWIBBON],
  ),
];

/** No source settles it. */
export const UNCERTAIN: readonly Remark[] = [
  remark(
    'Reaksi marah, sedih, atau tertawa, dan komentar yang mengkritik: bukan dukungan dengan sendirinya. Baris aturan tidak membedakannya.',
    'Angry, sad or laughing reactions and critical comments: not support in themselves. The rows do not tell them apart.',
    'unclear',
    [from.SKB_KOMPAS],
  ),
  remark(
    'Kode etik atau disiplin: tindakan yang sama ada pada kedua daftar. Biasanya sebelum penetapan calon dibaca sebagai kode etik, sesudahnya sebagai disiplin.',
    'Code of ethics or discipline: the same acts stand in both lists. Usually, before candidates are set it is read as ethics, afterwards as discipline.',
    'unclear',
    [from.BEFORE_FIXING, from.SKB_INNALAR, from.SKB_KOMPAS],
  ),
  remark(
    'Pose jari: daftar pose berasal dari bahan sosialisasi. Satu pose hanya berarti nomor calon menurut keadaannya.',
    'Hand signs: the lists of poses come from information material. A pose means a candidate’s number only by its context.',
    'unclear',
    [from.HAND_SIGNS],
  ),
  remark(
    'Suka yang tidak disengaja, dan akun yang dipakai orang lain: pernah terjadi. Akun bukan orang; pemiliknya dipastikan lewat klarifikasi.',
    'Likes by accident, and accounts used by somebody else: both have happened. An account is no person; who owns it is settled by hearing them.',
    'reported',
    [from.NEVER_LIKED, from.SPOKEN_UNDER_OATH],
  ),
  remark(
    'Mengikuti akun resmi pemerintah yang pejabatnya menjadi calon: tidak disebut dalam baris yang ditemukan.',
    'Following an official government account whose office-holder is a candidate: not named in the rows that were found.',
    'unclear',
    [from.SKB_KOMPAS],
  ),
  remark(
    'Aturan daerah dapat lebih ketat, misalnya surat edaran yang juga melarang mengunggah gambar calon di luar masa kampanye.',
    'Local rules may be stricter, such as circulars that bar posting a candidate’s image outside the campaign as well.',
    'reported',
    [from.PURBALINGGA],
  ),
  remark(
    'SKB 2022 masih menunjuk UU 5/2014 yang sudah diganti UU 20/2023. Apakah SKB itu sudah diganti, belum dipastikan.',
    'The decree of 2022 still cites a law that UU 20/2023 has replaced. Whether the decree itself was replaced is not settled.',
    'unclear',
    [from.SKB_FIRST_PAGES, from.UU20],
  ),
];

/** Said beside acts that can mean disapproval or just talk. */
export const POLARITY: Remark = remark(
  'Bukan dukungan dengan sendirinya: reaksi dan kata-kata dapat berarti penolakan, candaan, atau pertanyaan. Baca isinya dulu; kemungkinan aturannya tidak berubah karena itu.',
  'Not support in itself: reactions and words can mean disapproval, a joke or a question. Read them first; which rules may apply does not change by it.',
  'unclear',
  [from.SKB_KOMPAS],
);
