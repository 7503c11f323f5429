// Instagram: a campaign post with comments and replies, who liked it, a profile's reposts, a post of one's own, and followers.
import { bar, peopleDialog, postMain, profileMain, replyTemplate, STYLE } from './instagram-page.ts';
import {
  type Comment,
  commentsData,
  followersAnswer,
  likersAnswer,
  ORIGIN,
  type Post,
  postData,
  postPath,
  profileData,
  repliesAnswer,
  repostsAnswer,
} from './instagram-wire.ts';
import { askQuery, codeOf, embedded, type Person, queryIn, showInstead } from './meta.ts';
import { type DemoSite, demoPage } from './site.ts';

const PASLON: Person = { id: '50000009001', handle: 'contoh.untuk.sukamaju', name: 'Contoh Pasangan 01' };
const RINA: Person = { id: '50000001001', handle: 'rina.contoh', name: 'Rina Contohwati' };
const DEWI: Person = { id: '50000001005', handle: 'dewi.contoh', name: 'Dewi Contohsari' };
/** On the registry by the account's name only. */
const SARI: Person = { id: '50000001003', handle: 'sari.contohdewi', name: 'Sari Contohdewi' };
const WARGA: Person = { id: '50000005101', handle: 'wati.warga', name: 'Wati Warga' };
const HASAN: Person = { id: '50000005102', handle: 'hasan_contohudin', name: 'Hasan Contohudin' };
const WISATA: Person = { id: '50000005103', handle: 'wisata.contoh', name: 'Wisata Contoh' };
/** Other people with the names of some on the registry. */
const OTHER_RINA: Person = { id: '50000005551', handle: 'rina.contohwati.kue', name: 'Rina Contohwati' };
const OTHER_DEWI: Person = { id: '50000005552', handle: 'dewi_contohsari', name: 'Dewi Contohsari' };

const post: Post = {
  id: '3770000000000000101',
  by: PASLON,
  text: 'Mari bergerak bersama untuk Sukamaju! #SukamajuBaru',
  at: '2026-11-20T02:15:00.000Z',
  shown: '2 h',
  likes: 12845,
};
const own: Post = {
  id: '3770000000000000208',
  by: RINA,
  text: 'Hadir di lapangan sore ini bersama keluarga #SukamajuBaru',
  at: '2026-11-20T09:20:00.000Z',
  shown: '2 h',
  likes: 41,
};
const lake: Post = {
  id: '3770000000000000303',
  by: WISATA,
  text: 'Danau Contoh pagi hari.',
  at: '2026-11-18T01:00:00.000Z',
  shown: '4 h',
  likes: 310,
};
const question: Comment = {
  id: '18000000000000102',
  by: WARGA,
  text: 'Kapan jalan desa kami diperbaiki?',
  at: '2026-11-20T02:31:00.000Z',
  shown: '2 h',
};
const comments: readonly Comment[] = [
  { id: '18000000000000101', by: RINA, text: 'Siap menangkan nomor satu!', at: '2026-11-20T02:20:00.000Z', shown: '2 h' },
  question,
  {
    id: '18000000000000103',
    by: DEWI,
    text: '@wati.warga sabar Bu, nanti kalau sudah terpilih.',
    at: '2026-11-20T02:40:00.000Z',
    shown: '2 h',
    answers: question,
  },
  { id: '18000000000000104', by: OTHER_RINA, text: 'Terima pesanan kue untuk syukuran.', at: '2026-11-20T02:52:00.000Z', shown: '2 h' },
  { id: '18000000000000105', by: HASAN, text: 'Hadir.', at: '2026-11-20T03:05:00.000Z', shown: '2 h', nameless: true },
  { id: '18000000000000106', by: SARI, text: 'Lanjutkan, Pak.', at: '2026-11-20T03:10:00.000Z', shown: '2 h' },
];
const likers: readonly Person[] = [WARGA, DEWI, OTHER_DEWI, SARI, HASAN, WISATA];
const followers: readonly Person[] = [HASAN, RINA, OTHER_DEWI, WARGA, WISATA];

const LIKERS = `/p/${codeOf(post)}/liked_by/`;
const LIKERS_API = `/api/v1/media/${post.id}/likers/`;
const FOLLOWERS_API = `/api/v1/friendships/${PASLON.id}/followers/`;

const page = (title: string, main: string, rest: { blocks?: readonly string[]; load?: string; over?: string } = {}) =>
  demoPage({
    title: `${title} • Instagram`,
    lang: 'id',
    style: rest.over === undefined ? STYLE : `${STYLE} html { overflow: hidden }`,
    body: `${bar}<div id="mount_0_0"><div><section>${main}</section></div></div>${rest.over ?? ''}${(rest.blocks ?? []).join('')}`,
    ...(rest.load === undefined ? {} : { load: rest.load }),
  });
const postBlock = (one: Post) => embedded('adp_PolarisPostRootQueryRelayPreloader_contoh', postData(one));
const commentsBlock = embedded('adp_PolarisPostCommentsContainerQueryRelayPreloader_contoh', commentsData(comments));
const askList = (path: string) => `fetch(${JSON.stringify(path)}, { headers: { 'X-IG-App-ID': '936619743392459' } });`;

/** Replies are asked for when their count is clicked on, and shown when they have come. */
const openReplies = `document.querySelector('.lihat').addEventListener('click', () => ${askQuery(
  'PolarisPostChildCommentsQuery',
  { media_id: post.id, parent_comment_id: question.id, is_chronological: null, first: null },
  showInstead('.lihat', 'balasan'),
)});`;

const pages: Readonly<Record<string, () => ReturnType<typeof demoPage>>> = {
  [postPath(post)]: () =>
    page(PASLON.name, postMain(post, comments) + replyTemplate(post, comments), {
      blocks: [postBlock(post), commentsBlock],
      load: openReplies,
    }),
  [LIKERS]: () =>
    page(PASLON.name, postMain(post, comments), {
      blocks: [postBlock(post), commentsBlock],
      over: peopleDialog('Suka', likers),
      load: askList(LIKERS_API),
    }),
  [`/${DEWI.handle}/reposts/`]: () =>
    page(DEWI.name, profileMain(DEWI, 'reposts', [post, lake]), {
      blocks: [embedded('adp_PolarisProfilePageContentQueryRelayPreloader_contoh', profileData(DEWI))],
      load: askQuery('PolarisProfileRepostsTabContentQuery', { id: DEWI.id, max_id: null }),
    }),
  [postPath(own)]: () => page(RINA.name, postMain(own, []), { blocks: [postBlock(own)] }),
  [`/${PASLON.handle}/followers/`]: () =>
    page(PASLON.name, profileMain(PASLON, 'posts', [post]), {
      over: peopleDialog('Pengikut', followers),
      load: askList(`${FOLLOWERS_API}?count=12&search_surface=follow_list_page`),
    }),
};

export const instagram: DemoSite = {
  platform: 'instagram',
  stops: [
    {
      url: `${ORIGIN}${postPath(post)}`,
      shows: 'kiriman calon dengan komentar dan balasan',
      opens: '.lihat',
      finds: [
        { who: RINA.name, action: 'comment', grade: 'id' },
        { who: DEWI.name, action: 'reply', grade: 'id' },
        { who: SARI.name, action: 'comment', grade: 'handle' },
      ],
      unreadable: 1,
      namesakes: [OTHER_RINA.handle],
    },
    {
      url: `${ORIGIN}${LIKERS}`,
      shows: 'daftar penyuka, dipotong oleh situs',
      finds: [
        { who: DEWI.name, action: 'like', grade: 'id' },
        { who: SARI.name, action: 'like', grade: 'handle' },
      ],
      namesakes: [OTHER_DEWI.handle],
    },
    {
      // The list's answer names the profile by number, the page by handle: the profile's own answer ties the two.
      url: `${ORIGIN}/${DEWI.handle}/reposts/`,
      shows: 'profil: tab posting ulang',
      finds: [{ who: DEWI.handle, action: 'share', grade: 'id' }],
    },
    {
      url: `${ORIGIN}${postPath(own)}`,
      shows: 'kiriman sendiri dengan tagar kampanye',
      finds: [{ who: RINA.name, action: 'post', grade: 'id' }],
    },
    {
      // The list's answer names the account that is followed by number only; of the followers it tells both.
      url: `${ORIGIN}/${PASLON.handle}/followers/`,
      shows: 'daftar pengikut akun calon',
      finds: [{ who: RINA.name, action: 'follow', grade: 'id' }],
      namesakes: [OTHER_DEWI.handle],
    },
  ],
  answer(url, { body }) {
    if (url.hostname !== 'www.instagram.com') return null;
    if (url.pathname === LIKERS_API) return likersAnswer(likers, post.likes);
    if (url.pathname === FOLLOWERS_API) return followersAnswer(followers);
    const query = url.pathname === '/graphql/query' ? queryIn(body) : null;
    if (query?.name === 'PolarisPostChildCommentsQuery') return repliesAnswer(comments, query.variables['parent_comment_id']);
    if (query?.name === 'PolarisProfileRepostsTabContentQuery') return repostsAnswer([post, lake]);
    return pages[url.pathname]?.() ?? null;
  },
};
