// Facebook: a campaign post opened over the feed, who reacted to it, a profile that passes it on, and a list of followers.
import { article, bar, followers, postDialog, profileHead, reactionDialog, STYLE } from './facebook-page.ts';
import {
  ask,
  type Comment,
  commentsAnswer,
  embedded,
  feedbackId,
  ORIGIN,
  type Person,
  type Post,
  packed,
  type Reactor,
  reactionsAnswer,
  story,
  timelineAnswer,
} from './facebook-wire.ts';
import { type DemoSite, demoPage } from './site.ts';

const PASLON: Person = { id: '100000000009001', handle: 'contoh.untuk.sukamaju', name: 'Contoh untuk Sukamaju' };
const RINA: Person = { id: '100000000001001', handle: 'rina.contoh', name: 'Rina Contohwati' };
const BUDI: Person = { id: '100000000001002', handle: null, name: 'Budi Contohno' };
const SARI: Person = { id: '100000000001003', handle: 'sari.contohdewi', name: 'Sari Contohdewi' };
/** On the registry by the name in addresses only. */
const AGUS: Person = { id: '100000000001004', handle: 'agus.contohwan', name: 'Agus Contohwan' };
const WARGA: Person = { id: '100000000005101', handle: 'wati.warga.contoh', name: 'Wati Warga' };
const TOKO: Person = { id: '100000000005102', handle: 'toko.contoh.jaya', name: 'Toko Contoh Jaya' };
const HASAN: Person = { id: '100000000005103', handle: null, name: 'Hasan Contohudin' };
/** Other people with the names of some on the registry. */
const OTHER_RINA: Person = { id: '100000000005551', handle: null, name: 'Rina Contohwati' };
const OTHER_BUDI: Person = { id: '100000000005552', handle: 'budi.contohno.mebel', name: 'Budi Contohno' };

const seconds = (iso: string) => Date.parse(iso) / 1000;
const pfbid = (letter: string) => `pfbid02Contoh${letter.repeat(50)}l`;

const post: Post = {
  id: '122100000000000001',
  pfbid: pfbid('A'),
  by: PASLON,
  text: 'Mari bergerak bersama untuk Sukamaju! #SukamajuBaru',
  at: seconds('2026-11-20T02:15:00Z'),
  shown: '2 hari',
};
const older: Post = {
  id: '122100000000000002',
  pfbid: pfbid('B'),
  by: PASLON,
  text: 'Terima kasih atas sambutan warga Contoh Indah kemarin.',
  at: seconds('2026-11-18T03:00:00Z'),
  shown: '4 hari',
};
const forSale: Post = {
  id: '122100000000000003',
  pfbid: pfbid('C'),
  by: TOKO,
  text: 'Beras lima kilo, antar sampai rumah.',
  at: seconds('2026-11-21T01:00:00Z'),
  shown: '1 hari',
};
/** Stands under the post in the feed behind the dialog: on rice, not on a campaign. */
const onRice: Comment = {
  id: '122100000000000301',
  by: RINA,
  text: 'Pesan dua, ya.',
  at: seconds('2026-11-21T01:20:00Z'),
  shown: '1 hari',
};

const question: Comment = {
  id: '122100000000000102',
  by: WARGA,
  text: 'Kapan jalan desa kami diperbaiki?',
  at: seconds('2026-11-20T02:31:00Z'),
  shown: '2 hari',
};
const comments: readonly Comment[] = [
  { id: '122100000000000101', by: RINA, text: 'Siap menangkan nomor satu!', at: seconds('2026-11-20T02:20:00Z'), shown: '2 hari' },
  question,
  {
    id: '122100000000000103',
    by: SARI,
    text: 'Sabar, Bu, nanti kalau sudah terpilih.',
    at: seconds('2026-11-20T02:40:00Z'),
    shown: '1 hari',
    answers: question,
  },
  { id: '122100000000000104', by: OTHER_RINA, text: 'Salam dari rantau.', at: seconds('2026-11-20T02:52:00Z'), shown: '1 hari' },
  { id: '122100000000000105', by: null, text: 'Hadir.', at: seconds('2026-11-20T03:05:00Z'), shown: '1 hari' },
  { id: '122100000000000106', by: AGUS, text: 'Lanjutkan, Pak.', at: seconds('2026-11-20T03:10:00Z'), shown: '1 hari' },
];
const TOTAL_COMMENTS = 47;

const reactors: readonly Reactor[] = [
  { by: WARGA, reaction: 'Super' },
  { by: BUDI, reaction: 'Suka' },
  { by: OTHER_BUDI, reaction: 'Suka' },
  { by: SARI, reaction: 'Marah' },
  { by: HASAN, reaction: 'Suka' },
];
const TOTAL_REACTIONS = 128;

const own = (n: number, letter: string, shown: string, at: string, rest: Pick<Post, 'text' | 'passesOn'>): Post => ({
  id: `12210000000000020${n}`,
  pfbid: pfbid(letter),
  by: SARI,
  at: seconds(at),
  shown,
  ...rest,
});
const timeline: readonly Post[] = [
  own(1, 'D', '40 menit', '2026-11-22T08:20:00Z', { text: 'Hadir di lapangan sore ini #SukamajuBaru' }),
  own(2, 'E', '3 jam', '2026-11-22T06:00:00Z', { text: 'Programnya bagus, layak didukung.', passesOn: older }),
  own(3, 'F', '1 hari', '2026-11-21T05:00:00Z', { text: null, passesOn: post }),
  own(4, 'G', '2 hari', '2026-11-20T05:00:00Z', { text: 'Selamat hari Minggu, semua.' }),
];

const page = (title: string, body: string, rest: { head?: string; load?: string; over?: string } = {}) =>
  demoPage({
    title: `${title} | Facebook`,
    lang: 'id',
    style: rest.over === undefined ? STYLE : `${STYLE} html { overflow: hidden }`,
    body: bar + body + (rest.over ?? ''),
    ...(rest.head === undefined ? {} : { head: rest.head }),
    ...(rest.load === undefined ? {} : { load: rest.load }),
  });

const postPage = () =>
  page(
    'Contoh untuk Sukamaju',
    `<div role="main"><div role="feed">${article(forSale, { reactions: 9, comments: 1, shown: [onRice] })}${article(older, { reactions: 64, comments: 12 }, 2)}</div></div>`,
    {
      over: postDialog(
        'Kiriman Contoh untuk Sukamaju',
        article(post, { reactions: TOTAL_REACTIONS, comments: TOTAL_COMMENTS, order: 'Paling relevan', shown: comments }),
      ),
      head: embedded('adp_CometSinglePostDialogContentQueryRelayPreloader_contoh', { node: story(post) }),
      load: ask('CommentListComponentsRootQuery', { id: feedbackId(post), commentsIntentToken: ORDER, scale: 1 }),
    },
  );
const ORDER = 'RANKED_FILTERED_INTENT_V1';

/** The count of reactions opens the list, as on the site: first it asks, then it shows. */
const openReactions = `document.querySelector('[role=toolbar] [role=button]').addEventListener('click', () => ${ask(
  'CometUFIReactionsDialogQuery',
  { count: 10, feedbackTargetID: feedbackId(post), reactionID: null, scale: 1 },
  `document.body.append(document.getElementById('tanggapan').content.cloneNode(true)); document.documentElement.style.overflow = 'hidden';`,
)});`;

const campaignPage = () =>
  page(
    PASLON.name,
    `${profileHead(PASLON, 'Halaman · Politisi')}<div role="main">${article(post, { reactions: TOTAL_REACTIONS, comments: TOTAL_COMMENTS })}${article(older, { reactions: 64, comments: 12 }, 2)}</div>
    <template id="tanggapan">${reactionDialog(reactors, TOTAL_REACTIONS)}</template>`,
    {
      load: `${ask('ProfileCometTimelineFeedRefetchQuery', { id: PASLON.id, count: 3 })}
  ${openReactions}`,
    },
  );

const profilePage = () =>
  page(
    SARI.name,
    `${profileHead(SARI, '312 teman')}<div role="main">${timeline.map((one, i) => article(one, { reactions: 14 + i, comments: i }, i + 1)).join('')}</div>`,
    { load: ask('ProfileCometTimelineFeedRefetchQuery', { id: SARI.id, count: 4 }) },
  );

const followersPage = () =>
  page(
    PASLON.name,
    `${profileHead(PASLON, 'Halaman · Politisi')}<div role="main">${followers(PASLON, [WARGA, BUDI, HASAN, OTHER_RINA, AGUS, TOKO])}</div>`,
  );

/** The answer to a request of the page's own script, told by its query and variables. */
function answerQuery(form: URLSearchParams) {
  const variables = JSON.parse(form.get('variables') ?? '{}') as Record<string, unknown>;
  switch (form.get('fb_api_req_friendly_name')) {
    case 'CommentListComponentsRootQuery':
      return variables['id'] === feedbackId(post) ? commentsAnswer(post, comments, ORDER, TOTAL_COMMENTS) : null;
    case 'CometUFIReactionsDialogQuery':
      return variables['feedbackTargetID'] === packed(`feedback:${post.id}`) ? reactionsAnswer(reactors, TOTAL_REACTIONS) : null;
    case 'ProfileCometTimelineFeedRefetchQuery':
      return variables['id'] === SARI.id ? timelineAnswer(SARI, timeline) : timelineAnswer(PASLON, [post, older]);
  }
  return null;
}

export const facebook: DemoSite = {
  platform: 'facebook',
  stops: [
    {
      url: `${ORIGIN}/${PASLON.handle}/posts/${post.pfbid}`,
      shows: 'kiriman calon di atas beranda, dengan komentar',
      finds: [
        { who: RINA.name, action: 'comment', grade: 'id' },
        { who: SARI.name, action: 'reply', grade: 'id' },
        { who: AGUS.name, action: 'comment', grade: 'handle' },
      ],
      unreadable: 1,
      namesakes: [OTHER_RINA.id],
    },
    {
      url: `${ORIGIN}/${PASLON.handle}`,
      shows: 'daftar tanggapan atas kiriman itu',
      opens: '[role=toolbar] [role=button]',
      finds: [
        { who: BUDI.name, action: 'like', grade: 'id' },
        { who: SARI.name, action: 'like', reaction: 'angry', grade: 'id' },
      ],
      namesakes: [OTHER_BUDI.id],
    },
    {
      url: `${ORIGIN}/${SARI.handle}`,
      shows: 'profil: kiriman sendiri, membagikan',
      finds: [
        { who: SARI.name, action: 'post', grade: 'id' },
        { who: SARI.name, action: 'quote', grade: 'id' },
        { who: SARI.name, action: 'share', grade: 'id' },
      ],
    },
    {
      url: `${ORIGIN}/${PASLON.handle}/followers`,
      shows: 'daftar pengikut halaman calon',
      finds: [
        { who: BUDI.name, action: 'follow', grade: 'id' },
        { who: AGUS.name, action: 'follow', grade: 'handle' },
      ],
      namesakes: [OTHER_RINA.id],
    },
  ],
  answer(url, { body }) {
    if (url.hostname !== 'www.facebook.com') return null;
    switch (url.pathname.replace(/\/$/, '')) {
      case '/api/graphql':
        return answerQuery(new URLSearchParams(body ?? ''));
      case `/${PASLON.handle}/posts/${post.pfbid}`:
        return postPage();
      case `/${PASLON.handle}`:
        return campaignPage();
      case `/${PASLON.handle}/followers`:
        return followersPage();
      case `/${SARI.handle}`:
        return profilePage();
    }
    return null;
  },
};
