// Threads: a campaign post with replies, its list of activity, a profile that posts and quotes, and a profile's reposts.
import { answer, askQuery, embedded, type Person, queryIn, showInstead } from './meta.ts';
import { type DemoSite, demoPage } from './site.ts';
import {
  activityDialog,
  column,
  pagelets,
  passedOnBy,
  pressable,
  profileHead,
  profilePosts,
  STYLE,
  seeActivity,
  seeMore,
} from './threads-page.ts';
import { likersAnswer, ORIGIN, type Post, pageData, postPath, profileData, type Repost } from './threads-wire.ts';

const PASLON: Person = { id: '60000009001', handle: 'contoh.untuk.sukamaju', name: 'Contoh Pasangan 01' };
const RINA: Person = { id: '60000001001', handle: 'rina.contoh', name: 'Rina Contohwati' };
const JOKO: Person = { id: '60000001006', handle: 'joko.contoh', name: 'Joko Contohmulyo' };
/** On the registry by the account's name only. */
const AGUS: Person = { id: '60000001004', handle: 'agus.contohwan', name: 'Agus Contohwan' };
const WARGA: Person = { id: '60000005101', handle: 'wati.warga', name: 'Wati Warga' };
const KABAR: Person = { id: '60000005103', handle: 'kabar.contoh', name: 'Kabar Contoh' };
/** Another person with the name of one on the registry. */
const OTHER_JOKO: Person = { id: '60000005551', handle: 'joko.contohmulyo.kopi', name: 'Joko Contohmulyo' };

const post: Post = {
  id: '3770000000000000601',
  by: PASLON,
  text: 'Mari bergerak bersama untuk Sukamaju! #SukamajuBaru',
  at: '2026-11-20T02:15:00.000Z',
  shown: '2 h',
  replies: 4,
};
const older: Post = {
  id: '3770000000000000602',
  by: PASLON,
  text: 'Terima kasih atas sambutan warga Contoh Indah kemarin.',
  at: '2026-11-18T03:00:00.000Z',
  shown: '4 h',
};
const oldest: Post = {
  id: '3770000000000000604',
  by: PASLON,
  text: 'Doa bersama untuk Sukamaju malam ini.',
  at: '2026-11-16T12:00:00.000Z',
  shown: '6 h',
};
const news: Post = {
  id: '3770000000000000603',
  by: KABAR,
  text: 'Jembatan Contoh Jaya dibuka kembali pekan ini.',
  at: '2026-11-17T03:00:00.000Z',
  shown: '5 h',
};
const reply = (n: number, by: Person, text: string, time: string, answers: Post = post): Post => ({
  id: `377000000000000070${n}`,
  by,
  text,
  at: `2026-11-20T${time}:00.000Z`,
  shown: '2 h',
  answers,
});
const question: Post = { ...reply(2, WARGA, 'Kapan jalan desa kami diperbaiki?', '02:31'), replies: 1 };
const firstReplies: readonly (readonly Post[])[] = [
  [reply(1, RINA, 'Siap menangkan nomor satu!', '02:20')],
  [question, reply(3, JOKO, 'Sabar Bu, nanti kalau sudah terpilih.', '02:40', question)],
  [reply(4, OTHER_JOKO, 'Kopi gratis untuk sepuluh orang pertama di kedai kami.', '02:52')],
];
/** Come only when asked for. */
const laterReplies: readonly (readonly Post[])[] = [[reply(5, AGUS, 'Lanjutkan, Pak.', '03:10')]];

const timeline: readonly Post[] = [
  {
    id: '3770000000000000801',
    by: JOKO,
    text: 'Hadir di lapangan sore ini #SukamajuBaru',
    at: '2026-11-22T08:20:00.000Z',
    shown: '40 m',
  },
  {
    id: '3770000000000000802',
    by: JOKO,
    text: 'Programnya bagus, layak didukung.',
    at: '2026-11-21T06:00:00.000Z',
    shown: '1 h',
    quotes: post,
  },
  { id: '3770000000000000803', by: JOKO, text: 'Selamat hari Minggu, semua.', at: '2026-11-15T05:00:00.000Z', shown: '1 mg' },
];
const reposts: readonly Repost[] = [
  { id: '3770000000000000901', by: RINA, at: '2026-11-22T06:00:00.000Z', of: post },
  { id: '3770000000000000902', by: RINA, at: '2026-11-19T06:00:00.000Z', of: news },
];
const likers: readonly Person[] = [WARGA, JOKO, OTHER_JOKO, AGUS, KABAR];

const page = (title: string, body: string, rest: { blocks?: string; load?: string } = {}) =>
  demoPage({
    title: `${title} • Threads`,
    lang: 'id',
    style: STYLE,
    body: `<div id="mount_0_0">${body}</div>${rest.blocks ?? ''}`,
    ...(rest.load === undefined ? {} : { load: rest.load }),
  });
const onClick = (selector: string, script: string) =>
  `document.querySelector(${JSON.stringify(selector)}).addEventListener('click', () => ${script});`;
const postBlock = (data: object) => embedded('adp_BarcelonaPostPageDirectQueryRelayPreloader_contoh', data);

const withActivity = (one: Post, asked: object) =>
  page(
    PASLON.name,
    `${column('Utas', postPath(one), '', pagelets([[one]]) + seeActivity)}<template id="aktivitas">${activityDialog(likers)}</template>`,
    {
      blocks: postBlock(pageData([[one]], false)),
      load: onClick(
        '.aktivitas',
        askQuery(
          'BarcelonaFeedbackHubTabQuery',
          { ...asked, tab_type: 'like', sort_type: 'top', first: 100 },
          `document.body.append(document.getElementById('aktivitas').content.cloneNode(true));`,
        ),
      ),
    },
  );

/** More replies and the list of activity are asked for by a click, and shown when they have come. */
const pages: Readonly<Record<string, () => ReturnType<typeof demoPage>>> = {
  [postPath(post)]: () =>
    page(
      PASLON.name,
      `${column('Utas', postPath(post), '', pagelets([[post], ...firstReplies]) + seeMore)}<template id="balasan">${pagelets(laterReplies, firstReplies.length + 1)}</template>`,
      {
        blocks: postBlock(pageData([[post], ...firstReplies], true)),
        load: onClick(
          '.lainnya [role=button]',
          askQuery(
            'BarcelonaPostPageRefetchableDirectQuery',
            { postID: post.id, after: 'x', first: 10, sort_order: 'TOP' },
            showInstead('.lainnya', 'balasan'),
          ),
        ),
      },
    ),
  [postPath(older)]: () => withActivity(older, { post_id: older.id }),
  // A request as it may look after a change of the site: nothing in it says which post the list is of.
  [postPath(oldest)]: () => withActivity(oldest, {}),
  [`/@${JOKO.handle}`]: () =>
    page(
      JOKO.name,
      column(JOKO.handle, `/@${JOKO.handle}`, profileHead(JOKO, 'threads'), profilePosts(timeline.map((one) => pressable(one)))),
      { load: askQuery('BarcelonaProfileThreadsTabRefetchableDirectQuery', { userID: JOKO.id, first: 10 }) },
    ),
  [`/@${RINA.handle}/reposts`]: () =>
    page(
      RINA.name,
      column(
        RINA.handle,
        `/@${RINA.handle}`,
        profileHead(RINA, 'reposts'),
        profilePosts(reposts.map((one, i) => pressable(one.of, passedOnBy(RINA, i === 0 ? '3 j' : '3 h')))),
      ),
      { load: askQuery('BarcelonaProfileRepostsTabDirectQuery', { userID: RINA.id }) },
    ),
};

export const threads: DemoSite = {
  platform: 'threads',
  stops: [
    {
      url: `${ORIGIN}${postPath(post)}`,
      shows: 'kiriman calon dengan balasan',
      opens: '.lainnya [role=button]',
      finds: [
        { who: RINA.name, action: 'reply', grade: 'id' },
        { who: JOKO.name, action: 'reply', grade: 'id' },
        { who: AGUS.name, action: 'reply', grade: 'handle' },
      ],
      namesakes: [OTHER_JOKO.handle],
    },
    {
      // On the page only words say what these accounts did; the same people stand in the answer, in the same order.
      url: `${ORIGIN}${postPath(older)}`,
      shows: 'daftar aktivitas: penyuka',
      opens: '.aktivitas',
      finds: [
        { who: JOKO.name, action: 'like', grade: 'id' },
        { who: AGUS.name, action: 'like', grade: 'handle' },
      ],
      namesakes: [OTHER_JOKO.handle],
    },
    {
      // The same where the request names no post: nobody is flagged, whatever the answer named.
      url: `${ORIGIN}${postPath(oldest)}`,
      shows: 'daftar aktivitas tanpa keterangan',
      opens: '.aktivitas',
      finds: [],
      unreadable: 1,
      namesakes: [OTHER_JOKO.handle],
    },
    {
      url: `${ORIGIN}/@${JOKO.handle}`,
      shows: 'profil: kiriman sendiri, kutipan',
      finds: [
        { who: JOKO.name, action: 'post', grade: 'id' },
        { who: JOKO.name, action: 'quote', grade: 'id' },
      ],
    },
    {
      url: `${ORIGIN}/@${RINA.handle}/reposts`,
      shows: 'profil: tab posting ulang',
      finds: [{ who: RINA.name, action: 'share', grade: 'id' }],
    },
  ],
  answer(url, { body }) {
    if (url.hostname !== 'www.threads.com') return null;
    const query = url.pathname === '/graphql/query' ? queryIn(body) : null;
    switch (query?.name) {
      case 'BarcelonaPostPageRefetchableDirectQuery':
        return answer(pageData(laterReplies, false));
      case 'BarcelonaFeedbackHubTabQuery':
        return likersAnswer(likers);
      case 'BarcelonaProfileThreadsTabRefetchableDirectQuery':
        return answer(profileData(timeline));
      case 'BarcelonaProfileRepostsTabDirectQuery':
        return answer(profileData(reposts));
    }
    return pages[url.pathname]?.() ?? null;
  },
};
