// A page in X's markup that grows in bursts: 10 elements an item, in normal flow, so that most items are off the screen.
import type { Site } from '../../../src/cli/chromium.ts';

export const FIRST = 2000;
export const BURST = 20;

/** Every 50th item is by an account of the sample registry and bears a word of the sample campaign list. */
const SCRIPT = `
const item = (i) => {
  const who = i % 50 === 7 ? 'joko_contoh' : 'warga_' + (i % 700);
  const words = i % 50 === 7 ? 'Hadir di lapangan #SukamajuBaru' : 'Kiriman nomor ' + i + ' tentang cuaca, pasar pagi dan jalan yang diperbaiki minggu ini.';
  return '<div data-testid="cellInnerDiv"><article role="article" tabindex="0" data-testid="tweet"><div data-testid="User-Name"><a href="/' + who + '" role="link"><span>Warga ' + i + '</span></a><a href="/' + who + '" tabindex="-1">@' + who + '</a><a href="/' + who + '/status/' + (1960000000000000000n + BigInt(i)) + '"><time datetime="2026-11-20T03:00:00.000Z">1j</time></a></div><div data-testid="tweetText" lang="in"><span>' + words + '</span></div></article></div>';
};
let next = 0;
const items = (n) => Array.from({ length: n }, () => item(next++)).join('');
function grow(n, keep) {
  const box = document.createElement('template');
  box.innerHTML = items(n);
  const feed = document.querySelector('#feed');
  feed.append(box.content);
  for (let over = keep === undefined ? 0 : feed.children.length - keep; over > 0; over--) feed.firstElementChild.remove();
}
async function run(bursts, every, keep, ask) {
  for (let i = 0; i < bursts; i++) {
    grow(${BURST}, keep);
    if (ask) fetch('/i/api/graphql/bench/HomeTimeline?from=' + (next - ${BURST})).then((answer) => answer.text());
    await new Promise((done) => setTimeout(done, every));
  }
}
`;

/** The page; its script gives `run(bursts, ms between them, items kept, whether each burst also asks the site)`. */
export const feedPage = `<!doctype html><html lang="id"><head><meta charset="utf-8"><title>Beranda / X</title>
<style>body { margin: 0; font: 15px sans-serif } main { width: 600px; margin: 0 auto } article { display: block; padding: 12px 16px; border-bottom: 1px solid #ddd } a { margin-right: 6px }</style></head>
<body><main role="main"><div id="feed"></div></main><script>${SCRIPT} grow(${FIRST});</script></body></html>`;

/** The answer to a burst's request: as many posts as came with it, each with what X sends of a post (about 4 kB). */
export function feedAnswer(from: number): string {
  const entries = Array.from({ length: BURST }, (_, i) => {
    const id = String(1960000000000000000n + BigInt(from + i));
    const handle = `warga_${(from + i) % 700}`;
    return {
      entryId: `tweet-${id}`,
      content: {
        itemContent: {
          itemType: 'TimelineTweet',
          tweet_results: {
            result: {
              rest_id: id,
              core: {
                user_results: {
                  result: { rest_id: String(900000 + (from + i)), core: { screen_name: handle, name: `Warga ${from + i}` } },
                },
              },
              views: Object.fromEntries(
                Array.from({ length: 60 }, (__, n) => [`feature_${n}`, { enabled: n % 2 === 0, value: `nilai ${n}`, list: [n] }]),
              ),
              legacy: {
                id_str: id,
                user_id_str: String(900000 + (from + i)),
                created_at: 'Fri Nov 20 03:00:00 +0000 2026',
                full_text: `Kiriman nomor ${from + i} tentang cuaca, pasar pagi dan jalan yang diperbaiki minggu ini.`,
                conversation_id_str: id,
                entities: { user_mentions: [], hashtags: [] },
              },
            },
          },
        },
      },
    };
  });
  return JSON.stringify({ data: { home: { home_timeline_urt: { instructions: [{ type: 'TimelineAddEntries', entries }] } } } });
}

/** The page and its answers, as a site of the measured browser. */
export const feedSite: Site = (url) =>
  url.pathname === '/home'
    ? { contentType: 'text/html', body: feedPage }
    : url.pathname.includes('/graphql/')
      ? { contentType: 'application/json', body: feedAnswer(Number(url.searchParams.get('from'))) }
      : { contentType: 'text/plain', body: '' };
