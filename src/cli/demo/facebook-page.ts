// Facebook's pages, in the structure of its desktop site, with a plain look of their own.
import { type Comment, commentUrl, type Person, type Post, packed, postUrl, profileUrl, type Reactor } from './facebook-wire.ts';
import { toHtml } from './site.ts';

const TAIL = '__cft__[0]=AZXcontoh';
const withTail = (url: string) => toHtml(`${url}${url.includes('?') ? '&' : '?'}${TAIL}`);
const linked = (text: string) =>
  toHtml(text).replace(
    /#(\w+)/g,
    (_, tag: string) => `<a href="/hashtag/${tag.toLowerCase()}?${TAIL}" role="link" tabindex="0">#${tag}</a>`,
  );

/** A person's picture: a coloured circle with the first letter. */
function picture(who: Person): string {
  const hue = (Number(who.id.slice(-4)) * 47) % 360;
  return `<svg class="foto" aria-hidden="true" viewBox="0 0 40 40"><circle cx="20" cy="20" r="20" fill="hsl(${hue} 32% 58%)"></circle><text x="20" y="26" text-anchor="middle" font-size="18" fill="#fff">${who.name[0]}</text></svg>`;
}

function header(post: Post): string {
  const url = toHtml(profileUrl(post.by));
  const name = toHtml(post.by.name);
  return `<div class="kepala"><a aria-label="${name}" href="${url}" role="link" tabindex="0"><div role="none" data-visualcompletion="ignore">${picture(post.by)}</div></a><div><span dir="ltr"><div data-ad-rendering-role="profile_name"><h3><a href="${url}" role="link" tabindex="0"><strong><span>${name}</span></strong></a></h3></div></span><span dir="ltr" class="waktu"><a aria-label="${post.shown}" href="${withTail(postUrl(post))}" role="link" tabindex="0"><span>${post.shown}</span></a><span aria-hidden="true"> · publik</span></span></div></div>`;
}

const message = (text: string) =>
  `<div dir="auto" class="kata"><div data-ad-rendering-role="story_message"><div data-ad-comet-preview="message" data-ad-preview="message"><span dir="auto"><div dir="auto">${linked(text)}</div></span></div></div></div>`;

const toolbar = (reactions: number, comments: number) =>
  `<div class="alat"><div class="hitungan"><span aria-label="Lihat siapa yang menanggapi ini" role="toolbar"><div aria-label="Suka: ${reactions} orang" role="button" tabindex="0"><img role="presentation" src="${icon('Suka')}"> ${reactions}</div></span><div role="button" tabindex="0"><span dir="auto">${comments} komentar</span></div></div><div class="tombol"><div aria-label="Suka" role="button" tabindex="0"><span dir="auto">Suka</span></div><div aria-label="Beri komentar" role="button" tabindex="0"><span dir="auto">Komentari</span></div><div aria-label="Kirim ini ke teman" role="button" tabindex="0"><span dir="auto">Bagikan</span></div></div></div>`;

export interface PostLook {
  readonly reactions: number;
  readonly comments: number;
  /** The order of the comments, in the site's words. */
  readonly order?: string;
  readonly shown?: readonly Comment[];
}

/** A post, with what it passes on and the comments on show. `place`: which one of the list it is. */
export function article(post: Post, look: PostLook, place = 1): string {
  const original = post.passesOn;
  const order =
    look.order === undefined
      ? ''
      : `<div class="urutan" aria-expanded="false" aria-haspopup="menu" role="button" tabindex="0"><span dir="auto">${look.order}</span></div>`;
  return `<div class="kartu" aria-posinset="${place}" aria-describedby="_r_${place}a" aria-labelledby="_r_${place}b" role="article">${header(post)}${post.text === null ? '' : message(post.text)}${
    original === undefined ? '' : `<div class="asal">${header(original)}${original.text === null ? '' : message(original.text)}</div>`
  }${toolbar(look.reactions, look.comments)}${order}${look.shown === undefined ? '' : thread(post, look.shown)}</div>`;
}

function thread(post: Post, comments: readonly Comment[]): string {
  const tops = comments.filter((one) => one.answers === undefined);
  const replies = (top: Comment) => comments.filter((one) => one.answers === top).map((one) => `<div>${commentHtml(post, one)}</div>`);
  return `<div class="komentar">${tops
    .map(
      (top) =>
        `<div><div>${commentHtml(post, top)}</div>${replies(top).length === 0 ? '' : `<div class="balasan">${replies(top).join('')}</div>`}</div>`,
    )
    .join('')}</div>`;
}

function commentHtml(post: Post, comment: Comment): string {
  const { by, answers } = comment;
  const own =
    by === null
      ? ''
      : `${profileUrl(by)}${profileUrl(by).includes('?') ? '&' : '?'}comment_id=${encodeURIComponent(packed(`comment:${post.id}_${comment.id}`))}`;
  const label =
    by === null
      ? 'Komentar'
      : answers === undefined
        ? `Komentar oleh ${by.name} ${comment.shown} lalu`
        : `Balasan dari ${by.name} untuk komentar ${answers.by?.name ?? ''} ${comment.shown} lalu`;
  const face =
    by === null ? '' : `<a aria-hidden="true" href="${withTail(own)}" role="link" tabindex="-1"><div role="none">${picture(by)}</div></a>`;
  const name =
    by === null
      ? '<span class="hilang">Pengguna Facebook</span>'
      : `<span><a aria-hidden="false" href="${withTail(own)}" role="link" tabindex="0"><span><span dir="auto">${toHtml(by.name)}</span></span></a></span>`;
  return `<div aria-label="${toHtml(label)}" role="article" tabindex="-1" class="satu"><div class="muka">${face}</div><div><div class="gelembung">${name}<div><span dir="auto" lang="id-ID"><div><div dir="auto">${linked(comment.text)}</div></div></span></div></div><ul aria-hidden="false"><li><a href="${withTail(commentUrl(post, comment))}" role="link" tabindex="0">${comment.shown}</a></li><li><div aria-label="Suka" role="button" tabindex="0">Suka</div></li><li><div role="button" tabindex="0">Balas</div></li></ul></div></div>`;
}

/** A post opened over the feed. */
export const postDialog = (title: string, inside: string) =>
  `<div class="tirai"><div role="dialog" aria-modal="true"><div class="judul" dir="auto"><span dir="auto">${toHtml(title)}</span>${close}</div><div class="gulir">${inside}</div><div class="tulis"><div role="textbox" contenteditable="true" aria-label="Tulis komentar" tabindex="0">Tulis komentar…</div></div></div></div>`;
const close = '<div class="tutup" aria-label="Tutup" role="button" tabindex="0">×</div>';

/** Who reacted: a dialog that does not say to what. */
export function reactionDialog(reactors: readonly Reactor[], total: number): string {
  const rows = reactors.map(({ by, reaction }) => {
    const url = withTail(profileUrl(by));
    const name = toHtml(by.name);
    return `<div class="orang"><div class="wajah"><a aria-label="${name}" href="${url}" role="link" tabindex="0">${picture(by)}</a><img alt="${reaction}" height="16" width="16" src="${icon(reaction)}"></div><div class="siapa"><a href="${url}" role="link" tabindex="0"><span dir="auto"><span>${name}</span></span></a></div><div><div aria-label="Tambah ${name} sebagai teman" role="button" tabindex="0"><span dir="auto">Tambah Teman</span></div></div></div>`;
  });
  return `<div class="tirai"><div role="dialog" aria-modal="true" aria-label="Tanggapan"><div class="judul"><h2><span dir="auto">Tanggapan</span></h2>${close}</div><div role="tablist"><div role="tab" aria-selected="true" tabindex="0">Semua ${total}</div><div role="tab" aria-selected="false" tabindex="-1"><img alt="Suka" width="16" height="16" src="${icon('Suka')}"></div><div role="tab" aria-selected="false" tabindex="-1"><img alt="Marah" width="16" height="16" src="${icon('Marah')}"></div></div><div class="gulir">${rows.join('')}</div></div></div>`;
}

/** A page's followers; whose they are stands in the open tab. */
export const followers = (owner: Person, people: readonly Person[]) =>
  `<div class="kartu"><div role="tablist"><a role="tab" aria-selected="false" href="/${owner.handle}/friends" tabindex="-1">Teman</a><a role="tab" aria-selected="true" href="/${owner.handle}/followers" tabindex="0">Pengikut</a></div><div class="kisi">${people
    .map((who) => {
      const url = toHtml(profileUrl(who));
      return `<div class="orang"><a href="${url}" role="link">${picture(who)}</a><div><a href="${url}" role="link"><span dir="auto">${toHtml(who.name)}</span></a></div></div>`;
    })
    .join('')}</div></div>`;

/** Name and tabs above a profile. */
export const profileHead = (who: Person, about: string) =>
  `<div class="profil"><div class="sampul"></div><div class="nama">${picture(who)}<div><h1 dir="auto">${toHtml(who.name)}</h1><span>${about}</span></div></div></div>`;

export const bar =
  '<div role="banner"><a aria-label="Facebook" href="/" role="link"><b>facebook</b></a><span class="cari">Cari di Facebook</span></div>';

function icon(reaction: Reactor['reaction']): string {
  const faces = {
    Suka: '<circle cx="8" cy="8" r="8" fill="#2d76d8"/><path d="M4 8h2v4H4zM7 8l2-4c1 0 1 1 1 3h2c1 0 1 5-1 5H7z" fill="#fff"/>',
    Super: '<circle cx="8" cy="8" r="8" fill="#e2455f"/><path d="M8 12 4 8a2 2 0 0 1 4-2 2 2 0 0 1 4 2z" fill="#fff"/>',
    Marah:
      '<circle cx="8" cy="8" r="8" fill="#e07a2f"/><path d="M4 6l3 1.5M12 6 9 7.500M5.500 12c1-2 4-2 5 0" stroke="#5a2300" stroke-width="1.400" fill="none"/>',
  };
  return `data:image/svg+xml,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16">${faces[reaction]}</svg>`)}`;
}

export const STYLE = `body { background: #f0f2f5 } .peragaan { position: relative; z-index: 9 } [role=banner] { display: flex; gap: 12px; align-items: center; background: #fff; padding: 8px 16px; box-shadow: 0 1px 2px #0002 } [role=banner] b { color: #2d5fb8; font-size: 22px } .cari { background: #f0f2f5; border-radius: 18px; padding: 7px 14px; color: #65676b }
  [role=main] { width: 680px; margin: 14px auto 60px } .kartu { background: #fff; border-radius: 8px; box-shadow: 0 1px 2px #0003; padding: 12px 0 8px; margin-bottom: 14px } .kepala { display: flex; gap: 10px; padding: 0 16px } .foto { width: 40px; height: 40px; display: block; flex: none } h3 { margin: 0; font-size: 15px } .waktu { color: #65676b; font-size: 13px }
  .kata { padding: 6px 16px 10px } .kata a { color: #1d5fbf } .asal { border: 1px solid #d5d8dd; border-radius: 8px; margin: 8px 16px 10px; padding: 10px 0 0 } .alat { padding: 0 16px; color: #65676b } .hitungan { display: flex; justify-content: space-between; padding: 4px 0 8px } .hitungan img { width: 16px; height: 16px; vertical-align: -3px } .tombol { display: flex; border: solid #e4e6ea; border-width: 1px 0; font-weight: 600 } .tombol > div { flex: 1; text-align: center; padding: 7px } [role=button] { cursor: pointer }
  .urutan { display: inline-block; margin: 10px 16px 2px; font-weight: 600; color: #65676b } .urutan::after { content: " ▾" } .komentar { padding: 4px 16px } .satu { display: flex; gap: 8px; padding: 4px 0 } .muka { width: 32px } .muka .foto { width: 32px; height: 32px } .gelembung { background: #f0f2f5; border-radius: 16px; padding: 7px 12px } .gelembung > span { font-weight: 600; font-size: 13px } .hilang { color: #65676b } .balasan { padding-left: 42px } ul { display: flex; gap: 14px; list-style: none; margin: 2px 12px; padding: 0; color: #65676b; font-size: 12px; font-weight: 600 }
  .tirai { position: fixed; inset: 33px 0 0; background: #f4f4f4c4; display: grid; place-items: center; z-index: 5 } [role=dialog] { width: 580px; max-height: calc(100vh - 70px); display: flex; flex-direction: column; background: #fff; border-radius: 10px; box-shadow: 0 10px 34px #0004 } .judul { position: relative; text-align: center; font-weight: 700; font-size: 18px; padding: 14px; border-bottom: 1px solid #dcdfe4 } .judul h2 { font-size: 18px; margin: 0 } .tutup { position: absolute; right: 14px; top: 11px; width: 30px; height: 30px; line-height: 28px; border-radius: 50%; background: #e4e6ea } .gulir { overflow: auto; padding-bottom: 8px; overscroll-behavior: contain } .gulir .kartu { box-shadow: none; margin: 0 } .tulis { border-top: 1px solid #dcdfe4; padding: 10px 16px; color: #65676b } .tulis div { background: #f0f2f5; border-radius: 18px; padding: 8px 14px }
  [role=tablist] { display: flex; gap: 22px; padding: 10px 18px; font-weight: 600; color: #65676b } [aria-selected=true] { color: #2d5fb8 } .orang { display: flex; gap: 12px; align-items: center; padding: 9px 18px } .wajah { position: relative } .wajah img { position: absolute; right: -3px; bottom: -2px } .siapa { flex: 1; font-weight: 600 } .orang [role=button] { background: #e4e6ea; border-radius: 6px; padding: 6px 12px; font-weight: 600; font-size: 14px } .kisi { display: grid; grid-template-columns: 1fr 1fr; padding: 0 6px } .kisi .foto { width: 56px; height: 56px } .kisi .orang { font-weight: 600; padding: 20px 18px }
  .profil { background: #fff; box-shadow: 0 1px 2px #0002 } .sampul { height: 110px; background: linear-gradient(120deg, #8fb0c9, #d8c9a3) } .nama { display: flex; gap: 16px; width: 680px; margin: 0 auto; padding: 12px 0 } .nama .foto { width: 76px; height: 76px; margin-top: -34px; border: 4px solid #fff; border-radius: 50% } .nama h1 { font-size: 24px; margin: 0 } .nama span { color: #65676b }`;
