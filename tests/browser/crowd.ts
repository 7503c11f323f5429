// Everything by which other people show in real feeds, put into one item of a page.

/** Colours that stand for other people; none of them may be left in a covered picture. */
export const BYSTANDERS = [
  [255, 0, 255],
  [0, 220, 0],
  [230, 0, 0],
  [0, 0, 240],
] as const;

/** What the page says of them. */
export const BYSTANDERS_WORDS = /Wati|warga_contoh|sebagai pemantau/i;

/** Runs in the page, so it uses nothing of this file. */
export function addCrowd(selector: string): void {
  const article = document.querySelector(selector) as HTMLElement;
  const words = article.querySelector('[data-testid="tweetText"]') as HTMLElement;
  const extra = document.createElement('div');
  const add = (into: Element, tag: string, css: string, text = '', more: Record<string, string> = {}) => {
    const made = document.createElement(tag);
    made.style.cssText = css;
    made.textContent = text;
    for (const [name, value] of Object.entries(more)) made.setAttribute(name, value);
    into.append(made, ' ');
    return made;
  };
  const line = add(extra, 'div', 'display: flex; gap: 8px; align-items: center');
  const portrait = add(line, 'a', '', '', { href: '/warga_contoh', 'aria-label': 'Profil Wati Warga' });
  add(portrait, 'span', 'display: block; width: 24px; height: 24px; border-radius: 12px; background: rgb(255, 0, 255)');
  add(line, 'a', '', 'Wati Warga', { href: '/warga_contoh' });
  add(line, 'span', '', 'membalas Wati Warga dan @warga_contoh');
  const pixel = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';
  add(line, 'img', 'width: 26px; height: 26px; border-radius: 50%; background: rgb(0, 220, 0)', '', { alt: '', src: pixel });
  const writing = { contenteditable: 'true', 'data-nama': 'warga_contoh' };
  add(extra, 'div', 'background: rgb(230, 0, 0); color: #fff; height: 18px', 'Balas sebagai pemantau', writing);
  words.after(extra);
  const bar = document.createElement('div');
  bar.id = 'bilah';
  const rect = article.getBoundingClientRect();
  bar.style.cssText = `position:fixed;z-index:9;left:${rect.right - 90}px;top:${rect.top - 20}px;width:300px;height:44px;background:rgb(0,0,240);color:#fff`;
  bar.textContent = 'Pemantau Contoh';
  document.body.append(bar);
}
