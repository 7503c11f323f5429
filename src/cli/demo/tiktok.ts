// TikTok: a campaign video with comments, a follower list, reposts on a profile and a video of one's own. Likes are shown to nobody.
import { type DemoSite, demoPage, json, toHtml } from './site.ts';

interface Person {
  readonly id: string;
  readonly handle: string;
  readonly name: string;
}
interface Video {
  readonly id: string;
  readonly by: Person;
  readonly words: string;
  readonly at: string;
}
interface Comment {
  readonly id: string;
  readonly by: Person;
  readonly text: string;
  readonly at: string;
  readonly shown: string;
  readonly answers?: readonly Comment[];
}

const PASLON: Person = { id: '7000000000000009001', handle: 'paslon.contoh01', name: 'Contoh Pasangan 01' };
const SARI: Person = { id: '7000000000000001003', handle: 'sari.contoh', name: 'Sari Contohdewi' };
const LINA: Person = { id: '7000000000000001008', handle: 'lina.contoh', name: 'Lina Contohasih' };
/** Another person with the same name as one on the registry. */
const NAMESAKE: Person = { id: '7000000000000005551', handle: 'saricontohdewi.kue', name: 'Sari Contohdewi' };
const WARGA: Person = { id: '7000000000000005552', handle: 'wati.warga', name: 'Wati Warga' };
const DAPUR: Person = { id: '7000000000000005553', handle: 'dapur.contoh', name: 'Dapur Contoh' };
const FOLLOWERS: readonly Person[] = [WARGA, SARI, NAMESAKE, LINA];

const video: Video = {
  id: '7570000000000000001',
  by: PASLON,
  words: 'Mari bergerak bersama untuk Sukamaju! #SukamajuBaru',
  at: '2026-11-20T02:15:00.000Z',
};
const recipe: Video = { id: '7570000000000000002', by: DAPUR, words: 'Soto ayam lima belas menit', at: '2026-11-18T02:15:00.000Z' };
const own: Video = {
  id: '7570000000000000003',
  by: LINA,
  words: 'Ikut senam pagi bersama relawan #SukamajuBaru',
  at: '2026-11-20T23:10:00.000Z',
};
const comments: readonly Comment[] = [
  { id: '7570000000000000101', by: SARI, text: 'Mantap Pak, lanjutkan!', at: '2026-11-20T02:21:00.000Z', shown: '3 jam yang lalu' },
  {
    id: '7570000000000000102',
    by: WARGA,
    text: 'Jalan desa kami kapan diperbaiki?',
    at: '2026-11-20T02:34:00.000Z',
    shown: '3 jam yang lalu',
    answers: [
      {
        id: '7570000000000000112',
        by: LINA,
        text: 'Sabar Bu, pilih nomor satu dulu',
        at: '2026-11-20T02:50:00.000Z',
        shown: '2 jam yang lalu',
      },
    ],
  },
  {
    id: '7570000000000000103',
    by: NAMESAKE,
    text: 'Pesanan kue untuk acara sudah siap ya',
    at: '2026-11-20T03:05:00.000Z',
    shown: '2 jam yang lalu',
  },
];

// ---- pages
const words = (text: string) =>
  toHtml(text).replace(/#(\w+)/g, '<a data-e2e="search-common-link" href="/tag/$1"><p class="TUXText sebaris">#$1</p></a>');
const caption = (one: Video) => `<div data-e2e="video-desc" class="kata">${words(one.words)}</div>`;
const viewer = '<a data-e2e="nav-profile" href="/@pemantau.contoh" hidden>Profil</a>';
function player(one: Video, likes: number): string {
  return `<article id="one-column-item-0" data-scroll-index="0" data-e2e="recommend-list-item-container" class="video"><section id="media-card-0" data-e2e="feed-video"><div id="xgwrapper-0-${one.id}" class="xgplayer-container layar"><video></video></div><div class="pembuat"><a href="/@${one.by.handle}"><p class="TUXText">${one.by.handle}</p></a></div>${caption(one)}</section><section class="tombol"><a data-e2e="video-author-avatar" class="foto" href="/@${one.by.handle}"></a><button aria-pressed="false">♡ <strong data-e2e="like-count">${likes}</strong></button><button>💬 <strong data-e2e="comment-count">${comments.length + 2}</strong></button></section></article><article data-e2e="recommend-list-item-container" hidden></article>`;
}
/** A comment's own row. `linked` false: a structure that no reader knows, in which the name leads nowhere. */
function row(one: Comment, level: 1 | 2, linked = true): string {
  const link = (inside: string, look = '') =>
    linked ? `<a class="link-a11y-focus${look}" href="/@${one.by.handle}">${inside}</a>` : inside;
  return `<div class="css-1p28ksf--DivCommentItemWrapper baris"><div class="css-156qo7f--DivAvatarWrapper">${link('<span data-e2e="" class="foto"></span>')}</div><div class="css-sqc7ja--DivCommentContentWrapper"><div class="css-1b9wvs0--DivCommentHeaderWrapper"><div data-e2e="comment-username-${level}" class="css-g7mb5x--DivUsernameContentWrapper nama"><div>${link(`<p class="TUXText">${toHtml(one.by.name)}</p>`)}</div></div></div><span data-e2e="comment-level-${level}"><span class="TUXText">${words(one.text)}</span></span><div class="css-5cq3bv--DivCommentSubContentSplitWrapper bawah"><div><span class="TUXText">${one.shown}</span><span role="button" data-e2e="comment-reply-${level}" tabindex="0">Balas</span></div><div aria-pressed="false" role="button">♡ <span>4</span></div></div></div></div>`;
}
const thread = (one: Comment) =>
  `<div class="css-zjz0t7--DivCommentObjectWrapper">${row(one, 1)}${(one.answers ?? []).map((answer) => `<div class="css-4nxgjw--DivReplyContainer balasan">${row(answer, 2)}</div>`).join('')}</div>`;
const moved: Comment = {
  id: '7570000000000000104',
  by: { id: '1', handle: 'akun.pindah', name: 'Akun Pindah' },
  text: 'Susunan baris ini sudah berubah',
  at: '2026-11-20T03:20:00.000Z',
  shown: '1 jam yang lalu',
};
const watch = (one: Video, likes: number, list: string, total: number) =>
  `${viewer}<main id="main-content-video_detail" class="nonton"><div id="column-list-container">${player(one, likes)}</div><div class="css-1vvop36--DivCommentMain komentar"><span>${total} komentar</span><div class="css-10o05hi--DivCommentListContainer">${list}</div></div></main>`;
const profile = (who: Person, followers: number, rest: string) =>
  `${viewer}<main class="profil"><header><span class="foto besar"></span><div><h1 data-e2e="user-title">${who.handle}</h1><h2 data-e2e="user-subtitle">${toHtml(who.name)}</h2><p><strong>${followers}</strong> Pengikut</p></div></header>${rest}</main>`;
const repostTile = (one: Video) =>
  `<div data-e2e="user-repost-item"><div><a href="https://www.tiktok.com/@${one.by.handle}/video/${one.id}"><span class="layar kecil">▷ ${toHtml(one.words)}</span></a></div></div>`;
const follower = (who: Person) =>
  `<li><a href="/@${who.handle}"><span class="foto"></span></a><a href="/@${who.handle}"><p class="TUXText">${toHtml(who.name)}</p></a><small>${who.handle}</small><button>Ikuti</button></li>`;

const STYLE = `main { width: min(1000px, 96vw); margin: 16px auto; background: #fff; border-radius: 12px; min-height: 100vh } p, h1, h2 { margin: 0 } .sebaris { display: inline; color: #1a5fb4 }
  .nonton { display: grid; grid-template-columns: 46% 54% } .video { position: sticky; top: 16px; display: grid; grid-template-columns: 1fr 64px; gap: 8px; padding: 16px } .layar { display: flex; align-items: flex-end; height: 430px; border-radius: 12px; background: linear-gradient(160deg, #274060, #0d1321) } .layar video { display: none }
  .pembuat { font-weight: 700; padding-top: 8px } .tombol { display: flex; flex-direction: column; gap: 14px; justify-content: flex-end; align-items: center } button { border: 0; border-radius: 8px; background: #eef0f2; font: inherit; padding: 6px 10px } .tombol button { padding: 8px 4px; width: 60px; font-size: 13px }
  .komentar { padding: 16px; border-left: 1px solid #e4e6e9 } .baris { display: flex; gap: 10px; padding: 12px 0 } .baris > div:last-child { flex: 1 } .balasan { padding-left: 48px } .nama { font-size: 13px; color: #5c6269; font-weight: 700 } .bawah { display: flex; justify-content: space-between; font-size: 13px; color: #5c6269; padding-top: 2px } .bawah span { margin-right: 14px }
  .foto { display: block; width: 36px; height: 36px; border-radius: 50%; background: #c4ccd4 } .besar { width: 96px; height: 96px } .profil { padding: 24px } .profil header { display: flex; gap: 20px; align-items: center; padding-bottom: 16px } h2 { font-size: 16px; font-weight: 400 } [role=tablist] { display: flex; gap: 28px; border-bottom: 1px solid #e4e6e9; padding-bottom: 8px; margin-bottom: 16px; color: #5c6269 } [aria-selected=true] { font-weight: 700; color: #14171a }
  .petak:not([hidden]) { display: flex; gap: 12px } .petak > div { width: 200px } .kecil { height: 270px; color: #fff; padding: 10px; font-size: 13px } ul { list-style: none; margin: 12px 0 0; padding: 0 } li { display: flex; gap: 10px; align-items: center; height: 76px; border-bottom: 1px solid #eef0f2 } li button { margin: auto 0 6px auto } [role=dialog] { border: 1px solid #d4d8dc; border-radius: 12px; padding: 20px; max-width: 520px; box-shadow: 0 4px 20px rgb(0 0 0 / .12) } small { color: #5c6269 }`;

// ---- what the site's own script asks, and the answers
const seconds = (iso: string) => Date.parse(iso) / 1000;
const secUid = (who: Person) => `MS4wLjABAAAA${who.handle}`;
const item = (one: Video) => ({
  id: one.id,
  desc: one.words,
  createTime: seconds(one.at),
  author: { id: one.by.id, uniqueId: one.by.handle, nickname: one.by.name, secUid: secUid(one.by) },
  textExtra: [...one.words.matchAll(/#(\w+)/g)].map((tag) => ({
    start: tag.index,
    end: tag.index + tag[0].length,
    hashtagName: tag[1],
    type: 1,
  })),
  digged: false,
  stats: { diggCount: 1204 },
});
const answered = (one: Comment, parent: Comment | null) => ({
  cid: one.id,
  text: one.text,
  aweme_id: video.id,
  create_time: seconds(one.at),
  digg_count: 4,
  user: { uid: one.by.id, unique_id: one.by.handle, nickname: one.by.name, sec_uid: secUid(one.by) },
  reply_id: parent?.id ?? '0',
  reply_to_reply_id: '0',
  user_digged: 0,
  is_author_digged: false,
  text_extra: [],
  reply_comment: null,
  reply_comment_total: one.answers?.length ?? 0,
});
const list = (some: readonly Comment[], parent: Comment | null) =>
  json({
    comments: some.map((one) => answered(one, parent)),
    total: some.reduce((sum, one) => sum + 1 + (one.answers?.length ?? 0), 0),
    has_more: 0,
    cursor: some.length,
    status_code: 0,
  });
const firstScreen = (scope: object) =>
  `<script id="__UNIVERSAL_DATA_FOR_REHYDRATION__" type="application/json">${JSON.stringify({ __DEFAULT_SCOPE__: scope }).replaceAll('<', '\\u003c')}</script>`;
const videoScreen = (one: Video) => firstScreen({ 'webapp.video-detail': { itemInfo: { itemStruct: item(one) }, statusCode: 0 } });
const user = (who: Person) => ({ id: who.id, uniqueId: who.handle, nickname: who.name, secUid: secUid(who) });
const userScreen = (who: Person) =>
  firstScreen({
    'webapp.user-detail': { userInfo: { user: user(who) } },
  });
const ask = (...addresses: readonly string[]) => addresses.map((address) => `fetch(${JSON.stringify(address)});`).join(' ');
/** The tab of reposts asks and shows its tiles once it is clicked. */
const openTab = (address: string) =>
  `const tabs = [...document.querySelectorAll('[role=tab]')]; tabs[1].onclick = () => { ${ask(address)} tabs.forEach((tab, i) => tab.setAttribute('aria-selected', String(i === 1))); document.querySelector('.petak').hidden = false; document.querySelector('.petak').previousElementSibling.remove(); };`;
const addressOf = (one: Video) => `/@${one.by.handle}/video/${one.id}`;

export const tiktok: DemoSite = {
  platform: 'tiktok',
  stops: [
    {
      url: `https://www.tiktok.com${addressOf(video)}`,
      shows: 'video calon dengan komentar',
      // The page gives comments no number, so nothing ties them to the wire's account number.
      finds: [
        { who: SARI.name, action: 'comment', grade: 'handle' },
        { who: LINA.name, action: 'reply', grade: 'id' },
      ],
      unreadable: 1,
      namesakes: [NAMESAKE.handle],
    },
    {
      url: `https://www.tiktok.com/@${SARI.handle}`,
      shows: 'profil: tab posting ulang',
      opens: '#posting-ulang',
      finds: [{ who: SARI.name, action: 'share', grade: 'handle' }],
    },
    {
      url: `https://www.tiktok.com${addressOf(own)}`,
      shows: 'video sendiri dengan kata kampanye',
      finds: [{ who: LINA.name, action: 'post', grade: 'id' }],
    },
    {
      url: `https://www.tiktok.com/@${PASLON.handle}/followers`,
      shows: 'daftar pengikut calon',
      finds: [
        { who: SARI.name, action: 'follow', grade: 'handle' },
        // The page shows her handle, and the list's answer the number that belongs to it.
        { who: LINA.name, action: 'follow', grade: 'id' },
      ],
      namesakes: [NAMESAKE.handle],
    },
  ],
  answer(url) {
    if (url.hostname !== 'www.tiktok.com') return null;
    const path = url.pathname;
    if (path === '/api/comment/list/') return list(url.searchParams.get('aweme_id') === video.id ? [...comments, moved] : [], null);
    if (path === '/api/comment/list/reply/') {
      const parent = comments.find((one) => one.id === url.searchParams.get('comment_id'));
      return list(parent?.answers ?? [], parent ?? null);
    }
    if (path === '/api/user/list/') return json({ userList: FOLLOWERS.map((who) => ({ user: user(who) })), hasMore: false, statusCode: 0 });
    if (path === '/api/repost/item_list/')
      return json({ itemList: [item(video), item(recipe)], hasMore: false, cursor: '30', statusCode: 0 });
    const page = (title: string, body: string, head: string, load: string) =>
      demoPage({ title: `${title} | TikTok`, lang: 'id-ID', style: STYLE, body: `<div id="app">${body}</div>`, head, load });
    if (path === addressOf(video))
      return page(
        video.words,
        watch(
          video,
          1204,
          `${comments.map(thread).join('')}<div class="css-zjz0t7--DivCommentObjectWrapper">${row(moved, 1, false)}</div>`,
          5,
        ),
        videoScreen(video),
        ask(
          `/api/comment/list/?aid=1988&aweme_id=${video.id}&count=20&cursor=0`,
          `/api/comment/list/reply/?aid=1988&comment_id=${comments[1]?.id}&item_id=${video.id}&count=3&cursor=0`,
        ),
      );
    if (path === addressOf(own))
      return page(
        own.words,
        watch(own, 12, '', 0),
        videoScreen(own),
        ask(`/api/comment/list/?aid=1988&aweme_id=${own.id}&count=20&cursor=0`),
      );
    if (path === `/@${SARI.handle}`)
      return page(
        SARI.name,
        profile(
          SARI,
          112,
          `<div role="tablist"><span role="tab" aria-selected="true">Video</span><span role="tab" id="posting-ulang">Posting ulang</span><span role="tab">Disukai 🔒</span></div><p>Belum ada video.</p><div data-e2e="user-repost-item-list" class="petak" hidden>${[video, recipe].map(repostTile).join('')}</div>`,
        ),
        userScreen(SARI),
        openTab(`/api/repost/item_list/?aid=1988&secUid=${secUid(SARI)}&count=30&cursor=0`),
      );
    if (path === `/@${PASLON.handle}/followers`)
      return page(
        PASLON.name,
        profile(
          PASLON,
          4,
          `<div role="dialog" data-e2e="follow-info-popup"><strong>Pengikut ${toHtml(PASLON.name)}</strong><ul>${FOLLOWERS.map(follower).join('')}</ul></div>`,
        ),
        userScreen(PASLON),
        ask(`/api/user/list/?aid=1988&secUid=${secUid(PASLON)}&scene=67&count=30&minCursor=0`),
      );
    return null;
  },
};
