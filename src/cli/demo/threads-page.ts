// Threads' pages, in the structure of its desktop site, with a plain look of their own.
import { linked, type Person, picture } from './meta.ts';
import { toHtml } from './site.ts';
import { type Post, postPath } from './threads-wire.ts';

const words = (text: string) =>
  linked(
    text,
    (tag) => `/search?q=${tag.toLowerCase()}&serp_type=tags`,
    (handle) => `/@${handle}`,
  );
const ICONS = {
  Suka: '<path d="M12 20 4.500 12.500a4.500 4.500 0 0 1 7.500-5 4.500 4.500 0 0 1 7.500 5z"/>',
  Komentar: '<path d="M20 12a8 8 0 1 0-3 6.200l3 .8-.9-2.900A8 8 0 0 0 20 12z"/>',
  'Posting ulang': '<path d="M5 10V8a2 2 0 0 1 2-2h10l-3-3m3 3-3 3M19 14v2a2 2 0 0 1-2 2H7l3 3m-3-3 3-3"/>',
  Bagikan: '<path d="M4 5l16 3-9 11-1-8z"/>',
} as const;
const icon = (name: keyof typeof ICONS) =>
  `<svg aria-label="${name}" role="img" viewBox="0 0 24 24"><title>${name}</title><g fill="none" stroke="#666" stroke-width="1.800">${ICONS[name]}</g></svg>`;
const button = (name: keyof typeof ICONS, count: number) =>
  `<div><div role="button" tabindex="0"><div>${icon(name)}<span dir="auto"><div><span>${count === 0 ? '' : count}</span></div></span></div></div></div>`;

/** A post; a quoted one stands inside it. `above`: who passed it on. */
export function pressable(post: Post, above = ''): string {
  const { handle } = post.by;
  const quoted = post.quotes === undefined ? '' : `<div class="kutipan">${pressable(post.quotes)}</div>`;
  return `<div data-pressable-container="true" data-interactive-id="">${above}<div class="kepala"><div class="muka"><a href="/@${handle}" role="link" tabindex="0"><div><img alt="${handle} Foto profil" src="${picture(post.by)}"></div></a></div><div class="nama"><div><span><div><a href="/@${handle}" role="link" tabindex="0"><span dir="auto" translate="no"><span>${handle}</span></span></a></div></span><div class="waktu"><span dir="auto"><a href="${postPath(post)}" role="link" tabindex="0"><time datetime="${post.at}" title="${post.at.slice(0, 10)}"><span><abbr aria-label="${post.shown}"><span aria-hidden="true">${post.shown}</span></abbr></span></time></a></span></div></div><div aria-haspopup="menu" role="button" tabindex="0"><svg aria-label="Lainnya" viewBox="0 0 24 24"><path d="M5 12h.1M12 12h.1M19 12h.1" stroke="#666" stroke-width="3" stroke-linecap="round"/></svg></div></div></div><div class="kata"><div><span dir="auto"><span>${words(post.text)}</span></span></div>${quoted}</div><div class="tombol">${button('Suka', 14)}${button('Komentar', post.replies ?? 0)}${button('Posting ulang', 2)}${button('Bagikan', 1)}</div></div>`;
}

/** Threads of a post page, numbered on from `first`. */
export const pagelets = (threads: readonly (readonly Post[])[], first = 0) =>
  threads
    .map(
      (thread, i) =>
        `<div data-pagelet="threads_post_page_${first + i}"><div data-virtualized="false">${thread.map((post) => `<div><div>${pressable(post)}</div></div>`).join('')}</div></div>`,
    )
    .join('');

/** A column: its title links to what it is about. */
export const column = (title: string, path: string, above: string, inside: string) =>
  `<div id="barcelona-page-layout"><div><div class="judul"><a aria-label="Judul kolom" href="${path}" role="link" tabindex="0"><h1 dir="auto"><span>${toHtml(title)}</span></h1></a><div id="barcelona-header"></div></div><div aria-label="Isi kolom" role="region" tabindex="0">${above}${inside}</div></div></div>`;

/** Above a profile's posts: the name, and tabs of which one is open. */
export function profileHead(who: Person, open: 'threads' | 'reposts'): string {
  const tab = (path: string, label: string, isOpen: boolean) =>
    `<div><a ${isOpen ? 'aria-current="page" ' : ''}aria-label="${path}" href="/@${who.handle}${path}" role="link"><div><span dir="auto"><span>${label}</span></span></div></a></div>`;
  return `<div class="profil"><div><h2><span dir="auto">${toHtml(who.name)}</span></h2><span dir="auto">${who.handle}</span></div><img alt="" src="${picture(who)}"></div><div class="tab">${tab('', 'Utas', open === 'threads')}${tab('/replies', 'Balasan', false)}${tab('/media', 'Media', false)}${tab('/reposts', 'Posting ulang', open === 'reposts')}</div>`;
}

export const profilePosts = (posts: readonly string[]) =>
  posts.map((post) => `<div><div><div><div>${post}</div></div></div></div>`).join('');

export const passedOnBy = (who: Person, ago: string) =>
  `<div class="konteks"><div>${icon('Posting ulang')}</div><div><span dir="auto"><a href="/@${who.handle}" role="link"><span>${who.handle}</span></a> memposting ulang ${ago}</span></div></div>`;

/** Who liked, in a pop-up that says so in words only. */
export const activityDialog = (people: readonly Person[]) =>
  `<div class="tirai"><div role="dialog"><div><h1>Suka</h1><div>${people
    .map(
      (who) =>
        `<div><div class="orang"><div class="muka"><a href="/@${who.handle}" role="link"><img alt="" src="${picture(who)}"></a></div><div class="siapa"><a href="/@${who.handle}" role="link"><span dir="auto" translate="no"><span>${who.handle}</span></span></a><span dir="auto">${toHtml(who.name)}</span></div><div role="button" class="ikuti">Ikuti</div></div></div>`,
    )
    .join('')}</div></div></div></div>`;

export const seeActivity = '<div class="aktivitas" role="button" tabindex="0"><span>Lihat aktivitas ›</span></div>';
export const seeMore = '<div class="lainnya"><div role="button">Lihat balasan lain</div></div>';

export const STYLE = `body { background: #fafafa; color: #111 } #barcelona-page-layout { width: 640px; margin: 0 auto 60px } .judul { text-align: center; padding: 12px 0 } .judul h1 { font-size: 15px; margin: 0 } [role=region] { background: #fff; border: 1px solid #dcdcdc; border-radius: 22px; overflow: hidden } [role=button] { cursor: pointer } svg { width: 18px; height: 18px; display: block } img { display: block }
  [data-pagelet], .utas, [role=region] > div > div > div { border-bottom: 1px solid #ececec } [data-pressable-container] { padding: 12px 22px 10px } .kepala { display: flex; gap: 12px } .muka img { width: 36px; height: 36px; border-radius: 50% } .nama { flex: 1; display: flex; justify-content: space-between } .nama > div:first-child { display: flex; gap: 8px } .nama a { font-weight: 600 } .waktu a { font-weight: 400; color: #8a8a8a } abbr { text-decoration: none }
  .kata { padding-left: 48px; margin-top: -14px } .kata a { color: #27639c } .kutipan { border: 1px solid #dcdcdc; border-radius: 14px; margin-top: 10px } .kutipan a { color: inherit } .kutipan [data-pressable-container] { padding: 12px 16px } .kutipan .tombol { display: none } .tombol { display: flex; gap: 26px; padding: 8px 0 0 48px; color: #666; font-size: 13px } .tombol [role=button] > div { display: flex; gap: 6px; align-items: center }
  .konteks { display: flex; gap: 8px; align-items: center; color: #777; font-size: 13px; padding: 0 0 8px 18px } .konteks svg { width: 14px; height: 14px } .aktivitas, .lainnya { padding: 12px 22px; color: #777 } .aktivitas { border-bottom: 1px solid #ececec; text-align: right } .lainnya { text-align: center; font-weight: 600 }
  .tirai { position: fixed; inset: 33px 0 0; background: #0009; display: grid; place-items: center; z-index: 5 } [role=dialog] { width: 480px; background: #fff; border-radius: 18px; padding-bottom: 8px } [role=dialog] h1 { font-size: 16px; text-align: center; padding: 14px; margin: 0; border-bottom: 1px solid #dcdcdc } .orang { display: flex; gap: 12px; align-items: center; padding: 10px 22px } .siapa { flex: 1; display: grid } .siapa a { font-weight: 600 } .siapa > span { color: #777 } .ikuti { border: 1px solid #cfcfcf; border-radius: 10px; padding: 5px 18px; font-weight: 600 }
  .profil { display: flex; justify-content: space-between; align-items: center; padding: 20px 24px } .profil h2 { font-size: 22px; margin: 0 } .profil img { width: 76px; height: 76px } .tab { display: flex; border-bottom: 1px solid #dcdcdc } .tab > div { flex: 1; text-align: center; border: 0 !important } .tab a { display: block; padding: 12px; color: #8a8a8a; font-weight: 600 } .tab a[aria-current] { color: #111; border-bottom: 1.500px solid #111 }`;
