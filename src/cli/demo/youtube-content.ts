// Who is on YouTube's pages of the demonstration, and what they wrote. All invented.
export interface Person {
  readonly id: string;
  readonly handle: string;
  readonly name: string;
}
export interface Comment {
  readonly id: string;
  readonly by: Person;
  readonly text: string;
  readonly shown: string;
  readonly answers?: readonly Comment[];
}
export interface Post {
  readonly id: string;
  readonly by: Person;
  readonly text: string;
  readonly shown: string;
  readonly passesOn?: Post;
}

export const PASLON: Person = { id: 'UCcontoh000000000000901A', handle: 'PaslonContoh01', name: 'Contoh Pasangan 01' };
export const DEWI: Person = { id: 'UCcontoh000000000000001A', handle: 'dewicontoh', name: 'Dewi Contohsari' };
export const AGUS: Person = { id: 'UCcontoh000000000000004A', handle: 'agus.contohwan', name: 'Agus Contohwan' };
/** Another person with the same name as one on the registry. */
export const NAMESAKE: Person = { id: 'UCcontoh000000000000555A', handle: 'dewicontohsari.butik', name: 'Dewi Contohsari' };
export const WARGA: Person = { id: 'UCcontoh000000000000556A', handle: 'wati.warga', name: 'Wati Warga' };

export const VIDEO = 'Kampanye001';
export const TITLE = 'Kampanye akbar di lapangan Sukamaju';
export const ABOUT = 'Terima kasih sudah hadir. #SukamajuBaru';
export const comments: readonly Comment[] = [
  { id: 'UgxContoh0000000001AaABAg', by: DEWI, text: 'Siap menangkan nomor satu!', shown: '2 jam yang lalu' },
  { id: 'UgxContoh0000000002AaABAg', by: NAMESAKE, text: 'Seragam acaranya bagus, siapa penjahitnya?', shown: '1 jam yang lalu' },
  {
    id: 'UgxContoh0000000003AaABAg',
    by: WARGA,
    text: 'Kapan jalan desa kami diperbaiki?',
    shown: '3 jam yang lalu',
    answers: [{ id: 'UgxContoh0000000003AaABAg.Acontoh00001', by: AGUS, text: 'Tunggu setelah menang, Bu.', shown: '2 jam yang lalu' }],
  },
];
export const post: Post = {
  id: 'UgkxContohKiriman0000000000000000001',
  by: PASLON,
  text: 'Sampai jumpa besok di lapangan! #SukamajuBaru',
  shown: '3 hari yang lalu',
};
export const postComments: readonly Comment[] = [
  { id: 'UgxContoh0000000011AaABAg', by: AGUS, text: 'Hadir, Pak.', shown: '2 hari yang lalu' },
  { id: 'UgxContoh0000000012AaABAg', by: NAMESAKE, text: 'Parkirnya di mana?', shown: '2 hari yang lalu' },
];
export const DAPUR: Person = { id: 'UCcontoh000000000000557A', handle: 'dapur.contoh', name: 'Dapur Contoh' };
export const recipe: Post = {
  id: 'UgkxContohKiriman0000000000000000009',
  by: DAPUR,
  text: 'Resep soto lima belas menit',
  shown: '1 bulan yang lalu',
};
export const own = (by: Person, n: number, text: string, passesOn?: Post): Post => ({
  id: `UgkxContohKiriman000000000000000000${n}`,
  by,
  text,
  shown: `${n} jam yang lalu`,
  ...(passesOn === undefined ? {} : { passesOn }),
});
export const posts = new Map<Person, readonly Post[]>([
  [DEWI, [own(DEWI, 2, 'Hadir sore ini #SukamajuBaru'), own(DEWI, 3, 'Programnya layak didukung.', post), own(DEWI, 4, '', post)]],
  [NAMESAKE, [own(NAMESAKE, 5, 'Koleksi baru sudah datang'), own(NAMESAKE, 6, '', recipe), own(NAMESAKE, 7, 'Lapangan dekat toko', post)]],
]);

export const addressOf = (comment: Comment) =>
  (comments.some((top) => comment.id.startsWith(top.id)) ? `/watch?v=${VIDEO}&lc=` : `/post/${post.id}?lc=`) + comment.id;
