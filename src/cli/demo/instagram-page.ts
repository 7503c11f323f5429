// Instagram's pages, in the structure of its desktop site, with a plain look of their own.
import { type Comment, type Post, postPath } from './instagram-wire.ts';
import { codeOf, drawing, linked, type Person, picture } from './meta.ts';
import { toHtml } from './site.ts';

const words = (text: string) =>
  linked(
    text,
    (tag) => `/explore/tags/${tag.toLowerCase()}/`,
    (handle) => `/${handle}/`,
  );
const face = (who: Person) =>
  `<div class="muka"><span><div><a href="/${who.handle}/" role="link" tabindex="0"><img alt="Foto profil ${who.handle}" draggable="false" src="${picture(who)}"></a></div></span></div>`;
const handle = (who: Person) =>
  `<span dir="auto"><span><span><div><a href="/${who.handle}/" role="link" tabindex="0"><div><div><span dir="auto">${who.handle}</span></div></div></a></div></span></span></span>`;
const time = (at: string, shown: string) => `<time datetime="${at}" title="${at.slice(0, 10)}">${shown}</time>`;
const heart =
  '<svg aria-label="Suka" role="img" viewBox="0 0 24 24"><title>Suka</title><path d="M12 20 4.500 12.500a4.500 4.500 0 0 1 7.500-5 4.500 4.500 0 0 1 7.500 5z" fill="none" stroke="#262626" stroke-width="1.800"/></svg>';

function row(post: Post, comment: Comment): string {
  const { by, answers } = comment;
  const path = `/p/${codeOf(post)}/c/${answers?.id ?? comment.id}/${answers === undefined ? '' : `r/${comment.id}/`}`;
  const name = comment.nameless ? '<span dir="auto"><span>Pengguna Instagram</span></span>' : handle(by);
  return `<div class="baris">${comment.nameless ? '<div class="muka kosong"></div>' : face(by)}<div class="isi"><div><div><div class="kepala">${name}&nbsp;<span dir="auto" class="waktu"><a href="${path}" role="link" tabindex="0">${time(comment.at, comment.shown)}</a></span></div><div><span dir="auto">${words(comment.text)}</span></div></div></div><div class="bawah"><div role="button" tabindex="0"><span dir="auto"><span>2 suka</span></span></div><div role="button" tabindex="0"><span dir="auto"><span>Balas</span></span></div></div></div><div class="hati"><span><div role="button" tabindex="0"><div><span>${heart}</span></div></div></span></div></div>`;
}

/** A comment whose replies are not opened yet. They lie ready in a template, to be shown once they were asked for. */
function thread(post: Post, top: Comment, comments: readonly Comment[]): string {
  const replies = comments.filter((one) => one.answers === top);
  const more = `<div role="button" tabindex="0" class="lihat"><div><div></div><span dir="auto">Lihat balasan (${replies.length})</span></div></div>`;
  return `<div class="utas">${row(post, top)}${replies.length === 0 ? '' : more}</div>`;
}

export const replyTemplate = (post: Post, comments: readonly Comment[]) =>
  `<template id="balasan"><ul>${comments
    .filter((one) => one.answers !== undefined)
    .map((one) => `<div>${row(post, one)}</div>`)
    .join('')}</ul></template>`;

/** A post on a page of its own: the picture to the left, words and comments to the right. */
export function postMain(post: Post, comments: readonly Comment[]): string {
  const tops = comments.filter((one) => one.answers === undefined).map((one) => thread(post, one, comments));
  return `<main role="main"><div class="kiriman"><div class="gambar" role="button" aria-hidden="true" tabindex="0"><img alt="Foto oleh ${toHtml(post.by.name)}" src="${photo(post)}"></div><div class="samping"><div class="atas"><div class="muka"><div role="button" tabindex="0"><span role="link" tabindex="0"><img alt="Foto profil ${post.by.handle}" src="${picture(post.by)}"></span></div></div><div class="kepala">${handle(post.by)}</div><div role="button" tabindex="0" class="ikuti">Ikuti</div></div><hr><div class="kotak"><div><div class="baris">${face(post.by)}<div class="isi"><span dir="auto"><div><div class="kepala">${handle(post.by)}&nbsp;<span class="waktu">${time(post.at, post.shown)}</span></div><span class="kata">${words(post.text)}</span></div></span></div></div></div><div>${tops.join('')}</div></div><div class="kaki"><section><div><span><div role="button" tabindex="0">${heart}</div></span><span role="button" tabindex="0">${post.likes.toLocaleString('id-ID')} suka</span></div></section><div><div dir="auto" class="waktu"><a href="${postPath(post)}" role="link" tabindex="0"><span dir="auto">${time(post.at, '20 November 2026')}</span></a></div></div></div><div><section><form method="POST"><textarea aria-label="Tambahkan komentar..." placeholder="Tambahkan komentar..."></textarea></form></section></div></div></div></main>`;
}

/** A pop-up that holds nothing but accounts; the page stays behind it. */
export function peopleDialog(title: string, people: readonly Person[]): string {
  const rows = people.map(
    (who) =>
      `<div><div><div class="orang">${face(who)}<div class="siapa"><div><div><span><div><a href="/${who.handle}/" role="link" tabindex="0"><div><div><span dir="auto">${who.handle}</span></div></div></a></div></span></div><span dir="auto"><span>${toHtml(who.name)}</span></span></div></div><div><button type="button"><div><div>Ikuti</div></div></button></div></div></div></div>`,
  );
  return `<div class="tirai"><div role="dialog" aria-modal="true"><div><div class="judul"><h1><div>${title}</div></h1><div role="button" tabindex="0"><svg aria-label="Tutup" viewBox="0 0 24 24"><path d="M5 5l14 14M19 5 5 19" stroke="#262626" stroke-width="2"/></svg></div></div><div><div>${rows.join('')}</div></div></div></div></div>`;
}

/** A profile: name, counts, tabs of which one is open, and a grid of pictures. */
export function profileMain(who: Person, open: 'posts' | 'reposts', tiles: readonly Post[]): string {
  const tab = (path: string, label: string, isOpen: boolean) =>
    `<a href="/${who.handle}/${path}" role="tab" aria-selected="${isOpen}" tabindex="0"><svg aria-label="${label}" viewBox="0 0 24 24"></svg><span aria-hidden="true">${label}</span></a>`;
  return `<main role="main"><header class="profil"><img alt="" src="${picture(who)}"><section><h2 dir="auto"><span dir="auto">${who.handle}</span></h2><ul><li><span>120</span> kiriman</li><li><a href="/${who.handle}/followers/" role="link"><span title="1.204">1.204</span> pengikut</a></li><li><a href="/${who.handle}/following/" role="link"><span>310</span> diikuti</a></li></ul><div><span dir="auto">${toHtml(who.name)}</span></div></section></header><div role="tablist">${tab('', 'Kiriman', open === 'posts')}${tab('reels/', 'Reels', false)}${tab('reposts/', 'Posting ulang', open === 'reposts')}${tab('tagged/', 'Ditandai', false)}</div><div class="kisi">${tiles
    .map(
      (post) =>
        `<div><a href="${postPath(post)}" role="link" tabindex="0"><div><div><img alt="Foto oleh ${toHtml(post.by.name)}" src="${photo(post)}"></div></div></a></div>`,
    )
    .join('')}</div></main>`;
}

/** Hills under a sky: every post has its own colours. */
function photo(post: Post): string {
  const hue = (Number(post.id.slice(-3)) * 67 + 190) % 360;
  return drawing(
    100,
    `<rect width="100" height="100" fill="hsl(${hue} 42% 80%)"/><circle cx="70" cy="28" r="11" fill="hsl(${(hue + 40) % 360} 75% 88%)"/><path d="M0 72 26 44l22 24 18-18 34 34v16H0z" fill="hsl(${hue} 30% 52%)"/><path d="M0 86q26-20 52-8t48-6v28H0z" fill="hsl(${hue} 34% 38%)"/>`,
  );
}

export const bar = '<div class="bilah"><b>Instagram</b><span>Cari</span></div>';

export const STYLE = `body { background: #fafafa; color: #262626; font-size: 14px } .bilah { display: flex; justify-content: space-between; background: #fff; border-bottom: 1px solid #dbdbdb; padding: 10px 40px } .bilah b { font-size: 20px; font-style: italic } .bilah span { background: #efefef; border-radius: 8px; padding: 5px 60px 5px 14px; color: #737373 }
  [role=main] { max-width: 940px; margin: 18px auto 40px } svg { width: 16px; height: 16px; display: block } [role=button] { cursor: pointer } img { display: block }
  .kiriman { display: grid; grid-template-columns: 46% 1fr; background: #fff; border: 1px solid #dbdbdb; border-radius: 4px } .gambar { position: relative; min-height: 430px } .gambar img { position: absolute; width: 100%; height: 100%; object-fit: cover } .samping { border-left: 1px solid #efefef; min-width: 0 } .atas, .baris, .orang { display: flex; gap: 12px; padding: 10px 16px; align-items: flex-start } .atas { align-items: center } hr { border: 0; border-top: 1px solid #efefef; margin: 0 }
  .muka img { width: 32px; height: 32px; border-radius: 50% } .kosong { width: 32px; height: 32px; border-radius: 50% } .muka.kosong { background: #e4e4e4 } .isi { flex: 1; min-width: 0 } .kepala, .kepala div, .kepala span { display: inline } .kepala a { font-weight: 600 } .kata { display: block } .waktu, .waktu a { color: #737373; font-weight: 400 !important } .ikuti { color: #2a6fc9; font-weight: 600 } .isi a { color: #1d4f8c } .isi .kepala a { color: inherit }
  .bawah { display: flex; gap: 14px; color: #737373; font-size: 12px; font-weight: 600; padding-top: 4px } .hati svg { width: 12px; height: 12px; margin-top: 8px } .lihat { color: #737373; font-size: 12px; font-weight: 600; padding: 2px 0 8px 62px } .lihat > div > div { display: inline-block; width: 24px; border-bottom: 1px solid #a0a0a0; margin-right: 12px; vertical-align: 4px } .utas > ul { list-style: none; margin: 0; padding: 0 0 0 44px } .utas > ul .baris { width: auto }
  .kaki { border-top: 1px solid #efefef; padding: 12px 16px; display: grid; gap: 4px } .kaki section > div { display: flex; gap: 10px; align-items: center; font-weight: 600 } .kaki svg { width: 24px; height: 24px } textarea { width: 100%; height: 44px; border: 0; border-top: 1px solid #efefef; padding: 12px 16px; font: inherit; resize: none; display: block }
  .tirai { position: fixed; inset: 33px 0 0; background: #000a; display: grid; place-items: center; z-index: 5 } [role=dialog] { width: 420px; background: #fff; border-radius: 12px; padding-bottom: 8px } .judul { position: relative; text-align: center; border-bottom: 1px solid #dbdbdb; padding: 10px } .judul h1 { font-size: 16px; margin: 0 } .judul [role=button] { position: absolute; right: 14px; top: 13px } .orang { align-items: center } .orang .muka img { width: 44px; height: 44px } .siapa { flex: 1 } .siapa a { font-weight: 600 } .siapa > div > span { color: #737373 } button { background: #2a6fc9; color: #fff; border: 0; border-radius: 8px; font: inherit; font-weight: 600; padding: 6px 16px }
  .profil { display: flex; gap: 60px; padding: 20px 60px } .profil > img { width: 120px; height: 120px } .profil h2 { font-size: 20px; margin: 0 0 12px; font-weight: 400 } .profil ul { display: flex; gap: 34px; list-style: none; padding: 0; margin: 0 0 12px } .profil li > span, .profil li > a > span { font-weight: 600 } .profil section > div { font-weight: 600 } [role=tablist] { display: flex; justify-content: center; gap: 46px; border-top: 1px solid #dbdbdb } [role=tab] { padding: 14px 0; color: #737373; font-size: 12px; letter-spacing: .06em; text-transform: uppercase } [role=tab] svg { display: none } [aria-selected=true] { color: #262626; border-top: 1px solid #262626; margin-top: -1px } .kisi { display: grid; grid-template-columns: repeat(3, 1fr); gap: 4px } .kisi img { width: 100% }`;
