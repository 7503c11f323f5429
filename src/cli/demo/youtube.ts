// YouTube: a campaign video and a campaign post with comments, and channels whose posts pass others on. Likes are shown to nobody.
import { type DemoSite, demoPage, json, toHtml } from './site.ts';
import {
  ABOUT,
  AGUS,
  addressOf,
  type Comment,
  comments,
  DEWI,
  NAMESAKE,
  PASLON,
  type Person,
  type Post,
  post,
  postComments,
  posts,
  TITLE,
  VIDEO,
} from './youtube-content.ts';
import { ask, listOf, model, postsScreen, threadOf, watchScreen } from './youtube-wire.ts';

const words = (text: string) => toHtml(text).replace(/#(\w+)/g, '<a href="/hashtag/$1">#$1</a>');
/** `linked` false: a structure that no reader knows, in which the name leads nowhere. */
function row(one: Comment, linked = true): string {
  const name = linked
    ? `<a id="author-text" class="yt-simple-endpoint" href="/@${one.by.handle}"><span> @${one.by.handle} </span></a>`
    : `<span> @${one.by.handle} </span>`;
  return `<ytd-comment-view-model id="comment"><div id="body"><div id="author-thumbnail"><button id="author-thumbnail-button" class="foto"></button></div><div id="main"><div id="header"><div id="pinned-comment-badge"></div><div id="header-author"><h3>${name}</h3><span id="author-comment-badge"></span><span dir="auto" id="published-time-text"><a class="yt-simple-endpoint" href="${toHtml(addressOf(one))}">${one.shown}</a></span></div></div><ytd-expander id="expander" collapsed=""><div id="content"><yt-attributed-string id="content-text" slot="content" user-input=""><span dir="auto" role="text">${words(one.text)}</span></yt-attributed-string></div></ytd-expander><ytd-comment-engagement-bar id="action-buttons"><div id="toolbar"><button aria-pressed="false">👍</button> <span id="vote-count-middle">12</span> <button>Balas</button></div></ytd-comment-engagement-bar></div></div></ytd-comment-view-model>`;
}
const thread = (one: Comment, linked = true) =>
  `<ytd-comment-thread-renderer><div id="comment-container">${row(one, linked)}</div><div id="replies">${
    one.answers === undefined
      ? ''
      : `<ytd-comment-replies-renderer><div id="expander"><div id="expander-contents"><div id="contents">${one.answers.map((answer) => row(answer)).join('')}</div></div></div></ytd-comment-replies-renderer>`
  }</div></ytd-comment-thread-renderer>`;
const moved: Comment = {
  id: 'UgxContoh0000000004AaABAg',
  by: { id: 'UCx', handle: 'akun.pindah', name: 'Akun Pindah' },
  text: 'Susunan baris ini sudah berubah',
  shown: '4 jam yang lalu',
};
const viewer = '<div class="atas">▶ <b>YouTube</b></div>';
const order = (name: string, id: string, selected: boolean) =>
  `<a class="yt-simple-endpoint" id="${id}" tabindex="-1" aria-selected="${selected}"><tp-yt-paper-item><div class="item">${name}</div></tp-yt-paper-item></a>`;
const ownerLine = `<div id="owner"><ytd-video-owner-renderer><a class="yt-simple-endpoint foto" href="/@${PASLON.handle}"></a><div id="upload-info"><ytd-channel-name id="channel-name"><yt-formatted-string id="text"><a class="yt-simple-endpoint" href="/@${PASLON.handle}"><b>${PASLON.name}</b></a></yt-formatted-string></ytd-channel-name></div></ytd-video-owner-renderer><div class="tombol"><button aria-pressed="false">👍 1,2 rb</button> <button>Bagikan</button></div></div>`;
const watch = `<ytd-watch-flexy role="main" video-id="${VIDEO}"><div id="primary"><div class="layar"></div><ytd-watch-metadata><div id="title"><h1><yt-formatted-string>${TITLE}</yt-formatted-string></h1></div>${ownerLine}<div id="description"><ytd-text-inline-expander><yt-attributed-string>${words(ABOUT)}</yt-attributed-string></ytd-text-inline-expander></div></ytd-watch-metadata><ytd-comments id="comments"><ytd-item-section-renderer><ytd-comments-header-renderer><div id="title"><h2 id="count"><yt-formatted-string class="count-text"><span dir="auto">5</span><span dir="auto"> Komentar</span></yt-formatted-string></h2><span id="sort-menu"><yt-sort-filter-sub-menu-renderer><tp-yt-paper-listbox role="listbox">${order('Teratas', 'teratas', true)}${order('Terbaru', 'terbaru', false)}</tp-yt-paper-listbox></yt-sort-filter-sub-menu-renderer></span></div></ytd-comments-header-renderer>${comments.map((one) => thread(one)).join('')}${thread(moved, false)}</ytd-item-section-renderer></ytd-comments></div></ytd-watch-flexy>`;
const head = (one: Post) =>
  `<a id="author-text" class="yt-simple-endpoint" href="/@${one.by.handle}"><b>${one.by.name}</b></a> <yt-formatted-string id="published-time-text"><a class="yt-simple-endpoint" href="/post/${one.id}">${one.shown}</a></yt-formatted-string>`;
const postItem = (one: Post, tag = 'ytd-backstage-post-renderer') =>
  `<${tag}><div id="main"><div id="header"><div id="author">${head(one)}</div></div><div id="post-text"><yt-formatted-string id="content-text" slot="content">${words(one.text)}</yt-formatted-string></div></div><ytd-comment-action-buttons-renderer id="action-buttons"><button aria-pressed="false">👍 214</button></ytd-comment-action-buttons-renderer></${tag}>`;
const sharedItem = (one: Post, original: Post) =>
  `<ytd-shared-post-renderer><div id="header">${head(one)}</div><div id="content"><yt-formatted-string>${words(one.text)}</yt-formatted-string></div><div id="repost-context">${postItem(original, 'ytd-post-renderer')}</div></ytd-shared-post-renderer>`;
const channel = (who: Person) =>
  `<ytd-browse page-subtype="channels"><yt-page-header-renderer><span class="foto besar"></span><div><h1>${who.name}</h1><span>@${who.handle}</span></div></yt-page-header-renderer>${(
    posts.get(who) ?? []
  )
    .map(
      (one) =>
        `<ytd-backstage-post-thread-renderer>${one.passesOn === undefined ? postItem(one) : sharedItem(one, one.passesOn)}</ytd-backstage-post-thread-renderer>`,
    )
    .join('')}</ytd-browse>`;

const STYLE = `ytd-app, ytd-watch-flexy, ytd-browse, ytd-watch-metadata, ytd-comments, ytd-item-section-renderer, ytd-comments-header-renderer, ytd-comment-thread-renderer, ytd-comment-view-model, ytd-comment-replies-renderer, ytd-expander, ytd-comment-engagement-bar, ytd-text-inline-expander, ytd-backstage-post-thread-renderer, ytd-backstage-post-renderer, ytd-post-renderer, ytd-shared-post-renderer, ytd-comment-action-buttons-renderer { display: block }
  ytd-app { width: min(860px, 94vw); margin: 0 auto 40px } .atas { padding: 12px 0; font-size: 18px; color: #c00 } .layar { height: 300px; border-radius: 12px; background: linear-gradient(150deg, #37474f, #101418) } h1 { font-size: 20px; margin: 12px 0 6px } h2, h3 { margin: 0; font-size: 16px } .foto { display: block; flex: none; width: 40px; height: 40px; border: 0; border-radius: 50%; background: #b7c2cb } .besar { width: 88px; height: 88px }
  #owner, ytd-video-owner-renderer { display: flex; gap: 12px; align-items: center } .tombol { margin-left: auto } button:not(.foto) { border: 0; border-radius: 16px; background: #e9ecee; padding: 5px 12px; font: inherit; font-size: 13px } #description { background: #e9ecee; border-radius: 12px; padding: 10px 14px; margin: 12px 0 20px } ytd-comments-header-renderer #title { display: flex; gap: 24px; align-items: center; margin-bottom: 8px } #sort-menu a { display: inline-block; padding: 4px 12px; border-radius: 14px; cursor: pointer; color: #57616a } #sort-menu [aria-selected=true] { background: #14171a; color: #fff }
  #body { display: flex; gap: 14px; padding: 12px 0 } #main { flex: 1 } #header-author { display: flex; gap: 8px; align-items: baseline; font-size: 13px } #header-author h3 { font-size: 13px } #published-time-text { color: #57616a; font-size: 13px } #replies { padding-left: 54px } #toolbar { padding-top: 4px; font-size: 13px } yt-page-header-renderer { display: flex; gap: 20px; align-items: center; padding: 10px 0 20px }
  ytd-backstage-post-renderer, ytd-shared-post-renderer { background: #fff; border: 1px solid #dde2e6; border-radius: 12px; padding: 16px 18px; margin-bottom: 14px } ytd-post-renderer { border: 1px solid #dde2e6; border-radius: 10px; padding: 10px 14px; margin-top: 8px } #post-text, ytd-shared-post-renderer > #content { padding: 8px 0 }`;

/**
 * The other order: the site keeps its first two elements and writes each other's comment into them, as it does with every list. The
 * person who had been in the first stands in the second then.
 */
const reorder = `const parts = ['#author-text', '#published-time-text a', '#content-text span'];
  document.querySelector('#terbaru').onclick = () => { const [a, b] = document.querySelectorAll('ytd-comment-view-model');
    for (const part of parts) { const [x, y] = [a.querySelector(part), b.querySelector(part)]; [x.textContent, y.textContent] = [y.textContent, x.textContent];
      if (x.href) { const kept = x.getAttribute('href'); x.setAttribute('href', y.getAttribute('href')); y.setAttribute('href', kept); } }
    document.querySelector('#teratas').setAttribute('aria-selected', 'false'); document.querySelector('#terbaru').setAttribute('aria-selected', 'true'); };`;

export const youtube: DemoSite = {
  platform: 'youtube',
  stops: [
    {
      url: `https://www.youtube.com/watch?v=${VIDEO}`,
      shows: 'video calon: komentar, lalu urutan lain',
      opens: '#terbaru',
      finds: [
        { who: `@${DEWI.handle}`, action: 'comment', grade: 'id' },
        { who: `@${AGUS.handle}`, action: 'reply', grade: 'handle' },
      ],
      unreadable: 1,
      namesakes: [NAMESAKE.handle],
    },
    {
      url: `https://www.youtube.com/post/${post.id}`,
      shows: 'pos calon dengan komentar',
      finds: [{ who: `@${AGUS.handle}`, action: 'comment', grade: 'handle' }],
      namesakes: [NAMESAKE.handle],
    },
    {
      url: `https://www.youtube.com/@${DEWI.handle}/posts`,
      shows: 'kanal: pos sendiri dan meneruskan pos calon',
      finds: [
        { who: DEWI.name, action: 'post', grade: 'id' },
        { who: DEWI.name, action: 'quote', grade: 'id' },
        { who: DEWI.name, action: 'share', grade: 'id' },
      ],
    },
    {
      url: `https://www.youtube.com/@${NAMESAKE.handle}/posts`,
      shows: 'kanal orang lain yang senama',
      finds: [],
      namesakes: [NAMESAKE.name],
    },
  ],
  answer(url, { body }) {
    if (url.hostname !== 'www.youtube.com') return null;
    const answers = comments.flatMap((one) => one.answers ?? []);
    if (url.pathname === '/youtubei/v1/next')
      return json(
        body?.includes('balasan')
          ? listOf(`comment-replies-item-${comments[2]?.id}`, answers, answers.map(model))
          : listOf('comments-section', comments, comments.map(threadOf)),
      );
    if (url.pathname === '/youtubei/v1/browse') return json(listOf('comments-section', postComments, postComments.map(threadOf)));
    const page = (title: string, main: string, load: string, head = '') =>
      demoPage({ title: `${title} - YouTube`, lang: 'id-ID', style: STYLE, body: `<ytd-app>${viewer}${main}</ytd-app>`, head, load });
    if (url.pathname === '/watch') return page(TITLE, watch, ask('next', 'komentar') + ask('next', 'balasan') + reorder, watchScreen);
    if (url.pathname === `/post/${post.id}`)
      return page(
        'Pos',
        `<ytd-browse>${postItem(post)}<ytd-comments id="comments">${postComments.map((one) => thread(one)).join('')}</ytd-comments></ytd-browse>`,
        ask('browse', 'komentar'),
        postsScreen([post]),
      );
    for (const [who, some] of posts)
      if (url.pathname === `/@${who.handle}/posts`) return page(who.name, channel(who), '', postsScreen(some));
    return null;
  },
};
