// Pages for marking by hand: news with a photograph, an X whose markup has moved, and a page that resists.
import type { SiteAnswer } from '../../src/cli/chromium.ts';

const PHOTO = `data:image/svg+xml,${encodeURIComponent(
  `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="360"><rect width="640" height="360" fill="#bcd4de"/><circle cx="220" cy="150" r="60" fill="#6b4a36"/><circle cx="420" cy="150" r="60" fill="#7a5540"/><rect x="140" y="215" width="160" height="145" fill="#7a6a2f"/><rect x="340" y="215" width="160" height="145" fill="#8a1c1c"/></svg>`,
)}`;
/** Writes down every pointer, mouse and key event that any listener of the page could see. */
const SPY = `<script>
  window.seen = [];
  for (const type of ['click', 'mousedown', 'mouseup', 'pointerdown', 'pointerup', 'auxclick', 'dblclick', 'contextmenu', 'wheel', 'keydown', 'keyup', 'keypress', 'touchstart', 'submit'])
    window.addEventListener(type, (event) => window.seen.push(type + ' ' + event.target.nodeName), true);
</script>`;
const page = (title: string, body: string, head = ''): SiteAnswer => ({
  contentType: 'text/html; charset=utf-8',
  body: `<!doctype html><html lang="id"><head><meta charset="utf-8"><title>${title}</title><style>body{font:16px/1.5 sans-serif;max-width:760px;margin:24px auto}figure{margin:0}</style>${SPY}${head}</head><body>${body}</body></html>`,
});

export const NEWS = 'https://contoh-berita.example/2026/11/jalan-sehat';
export const NEWS_PAGES: Readonly<Record<string, SiteAnswer>> = {
  'contoh-berita.example/2026/11/jalan-sehat': page(
    'Jalan sehat di Sukamaju',
    `<h1>Jalan sehat di Sukamaju</h1>
     <figure id="foto"><a href="/tersasar"><img src="${PHOTO}" width="640" height="360" alt="Dua orang berdiri berdampingan"></a>
       <figcaption>Pasangan calon bersama warga, <time datetime="2026-11-20T07:30:00+08:00">20 November</time></figcaption></figure>
     <p id="tulisan">Acara itu dihadiri ratusan orang.</p>
     <blockquote id="kutipan"><p>Ayo dukung yang terbaik! #SukamajuBaru</p>— <a href="https://x.com/budi_contoh">Budi</a> kepada
       <a href="https://x.com/PaslonContoh01/status/1990000000000000001">Paslon Contoh 01</a>, disukai <a href="https://x.com/warga_biasa">Warga</a></blockquote>`,
  ),
  'polos.example/': page('Tanpa sandi', `<p id="satu">Paragraf pertama.</p><p id="dua">Budi Contohno hadir di panggung bersama calon.</p>`),
};

export const MOVED_X = 'https://x.com/PaslonContoh01/status/1990000000000000001';
/** No role, no test id, no article: nothing that a reader could hold on to. */
export const MOVED_PAGES: Readonly<Record<string, SiteAnswer>> = {
  'x.com/PaslonContoh01/status/1990000000000000001': page(
    'X',
    `<main><div class="a1"><div><a href="/PaslonContoh01">Paslon</a> <a href="/PaslonContoh01/status/1990000000000000001">1 jam</a></div><div>Pilih nomor satu!</div></div>
     <div class="b7" id="komentar"><div><a href="/budi_contoh">Budi Contohno</a> <a href="/budi_contoh/status/1990000000000000002"><time datetime="2026-11-20T03:00:00.000Z">2 jam</time></a></div>
       <div id="kata">Siap menang bersama!</div></div>
     <div class="b7"><div><a href="/warga_biasa">Warga</a></div><div>Kapan jalannya diperbaiki?</div></div></main>`,
  ),
};

export const HOSTILE = 'https://jahat.example/';
export const HOSTILE_PAGES: Readonly<Record<string, SiteAnswer>> = {
  // Removes whatever is put beside its body, a few times, and then gives up.
  'jahat.example/': page(
    'Menyingkirkan',
    `<p id="isi" style="pointer-events:none">Tulisan yang tidak menerima penunjuk.</p><div id="sarang"></div>`,
    `<style>html > div, [popover] { display: none !important; pointer-events: none !important; opacity: 0 !important }</style><script>
      let left = 8;
      new MutationObserver((all) => { for (const { addedNodes } of all) for (const node of addedNodes) if (node.parentNode === document.documentElement && node.nodeName === 'DIV' && left-- > 0) node.remove(); })
        .observe(document, { childList: true, subtree: true });
      addEventListener('DOMContentLoaded', () => {
        let at = document.getElementById('sarang');
        for (let i = 0; i < 450; i++) { const next = document.createElement('div'); at.append(next); at = next; }
        at.textContent = 'Dasar sarang';
        const wide = document.createElement('div');
        for (let i = 0; i < 15000; i++) wide.append(Object.assign(document.createElement('span'), { textContent: i + ' ' }));
        document.body.append(wide);
      });
    </script>`,
  ),
  // Never gives up.
  'jahat.example/selalu': page(
    'Selalu menyingkirkan',
    '<p id="isi">Tulisan.</p>',
    `<script>new MutationObserver(() => { for (const one of document.documentElement.children) if (one.nodeName === 'DIV') one.remove(); }).observe(document, { childList: true, subtree: true });</script>`,
  ),
  // A modal dialog makes everything beside it inert.
  'jahat.example/dialog': page(
    'Dialog',
    `<dialog id="d"><p id="isi">Tulisan di dalam dialog.</p></dialog><script>document.getElementById('d').showModal()</script>`,
  ),
};
