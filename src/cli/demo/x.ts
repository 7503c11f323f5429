// X: a campaign post with replies, the list of who reposted it, and a profile that reposts, quotes and posts.
import { type DemoSite, demoPage, json, toHtml } from './site.ts';

interface Person {
  readonly id: string;
  readonly handle: string;
  readonly name: string;
}
interface Tweet {
  readonly id: string;
  readonly by: Person;
  readonly text: string;
  readonly at: string;
  readonly shown: string;
  readonly replyTo?: Tweet;
  readonly quotes?: Tweet;
}

const PASLON: Person = { id: '1700000000000000901', handle: 'PaslonContoh01', name: 'Contoh Pasangan 01' };
const BUDI: Person = { id: '1700000000000000101', handle: 'budi_contoh', name: 'Budi Contohno' };
const AGUS: Person = { id: '1700000000000000104', handle: 'agus_contoh', name: 'Agus Contohwan' };
const JOKO: Person = { id: '1700000000000000106', handle: 'joko_contoh', name: 'Joko Contohmulyo' };
/** Another person with the same name as one on the registry. */
const NAMESAKE: Person = { id: '1700000000000000555', handle: 'budi_contoh_bakso', name: 'Budi Contohno' };
const WARGA: Person = { id: '1700000000000000556', handle: 'warga_contoh', name: 'Wati Warga' };

const post: Tweet = {
  id: '1960000000000000001',
  by: PASLON,
  text: 'Mari bergerak bersama untuk Sukamaju! #SukamajuBaru',
  at: '2026-11-20T02:15:00.000Z',
  shown: '9.15 · 20 Nov 2026',
};
const replies: readonly Tweet[] = [
  { id: '1960000000000000101', by: BUDI, text: 'Siap menangkan nomor satu!', at: '2026-11-20T02:20:00.000Z', shown: '2j', replyTo: post },
  {
    id: '1960000000000000102',
    by: WARGA,
    text: 'Kapan jalan desa kami diperbaiki?',
    at: '2026-11-20T02:31:00.000Z',
    shown: '2j',
    replyTo: post,
  },
  {
    id: '1960000000000000103',
    by: NAMESAKE,
    text: 'Bakso gratis untuk semua pendukung, mampir ya',
    at: '2026-11-20T02:40:00.000Z',
    shown: '1j',
    replyTo: post,
  },
  { id: '1960000000000000104', by: AGUS, text: 'Lanjutkan, Pak.', at: '2026-11-20T02:52:00.000Z', shown: '1j', replyTo: post },
];
const quote: Tweet = {
  id: '1960000000000000201',
  by: JOKO,
  text: 'Programnya bagus, layak didukung.',
  at: '2026-11-20T04:00:00.000Z',
  shown: '45m',
  quotes: post,
};
const own: Tweet = {
  id: '1960000000000000202',
  by: JOKO,
  text: 'Hadir di lapangan sore ini #SukamajuBaru',
  at: '2026-11-20T05:00:00.000Z',
  shown: '10m',
};
const holiday: Tweet = {
  id: '1960000000000000203',
  by: JOKO,
  text: 'Selamat hari Minggu, semua.',
  at: '2026-11-19T05:00:00.000Z',
  shown: '1h',
};

const linked = (text: string) => toHtml(text).replace(/#(\w+)/g, '<a dir="ltr" href="/hashtag/$1?src=hashtag_click" role="link">#$1</a>');
const avatar = (who: Person) =>
  `<div data-testid="Tweet-User-Avatar"><div data-testid="UserAvatar-Container-${who.handle}"><a class="foto" href="/${who.handle}" role="link" tabindex="-1"><img alt="" src="data:,"></a></div></div>`;
const nameLine = (tweet: Tweet, withTime: boolean) =>
  `<div class="nama" data-testid="User-Name"><div><a href="/${tweet.by.handle}" role="link"><div dir="ltr"><span><span><b>${toHtml(tweet.by.name)}</b></span></span></div></a></div><div><a href="/${tweet.by.handle}" role="link" tabindex="-1"><div dir="ltr"><span>@${tweet.by.handle}</span></div></a>${
    withTime
      ? `<div dir="ltr"><span>·</span></div><div><a href="/${tweet.by.handle}/status/${tweet.id}" dir="ltr" role="link"><time datetime="${tweet.at}">${tweet.shown}</time></a></div>`
      : ''
  }</div></div>`;
const buttons = `<div role="group" class="tombol"><button aria-label="4 Balasan. Balas" data-testid="reply" type="button">Balas</button><button aria-label="1 posting ulang. Posting ulang" data-testid="retweet" type="button">Posting ulang</button><button aria-label="12 Suka. Suka" data-testid="like" type="button">Suka</button></div>`;
const quoted = (tweet: Tweet) =>
  `<div role="link" tabindex="0" class="kutipan"><div><div data-testid="Tweet-User-Avatar"><div data-testid="UserAvatar-Container-${tweet.by.handle}"></div></div><div data-testid="User-Name"><div><div dir="ltr"><span>${toHtml(tweet.by.name)}</span></div></div><div><div dir="ltr"><span>@${tweet.by.handle}</span></div><div dir="ltr"><span>·</span></div><div><div dir="ltr"><time datetime="${tweet.at}">${tweet.shown}</time></div></div></div></div></div><div dir="auto" lang="in" data-testid="tweetText"><span>${toHtml(tweet.text)}</span></div></div>`;

function article(tweet: Tweet, look: { focal?: boolean; context?: string } = {}): string {
  const time =
    look.focal === true
      ? `<div class="waktu"><a href="/${tweet.by.handle}/status/${tweet.id}" dir="ltr" role="link"><time datetime="${tweet.at}">${tweet.shown}</time></a></div>`
      : '';
  return `<div data-testid="cellInnerDiv"><div><div><article role="article" tabindex="${look.focal === true ? -1 : 0}" data-testid="tweet"><div><div><div>${look.context ?? '<div><div></div></div>'}</div><div class="isi"><div>${avatar(tweet.by)}<div></div></div><div>${nameLine(tweet, look.focal !== true)}<div dir="auto" lang="in" class="kata" data-testid="tweetText"><span>${linked(tweet.text)}</span></div>${tweet.quotes === undefined ? '' : quoted(tweet.quotes)}${time}${buttons}</div></div></div></div></article></div></div></div>`;
}
/** A post in a structure that no reader knows: the site has moved its author line. */
const moved = `<div data-testid="cellInnerDiv"><div><div><article role="article" tabindex="0" data-testid="tweet"><div class="isi"><div><span>Akun Pindah</span> <a href="/akun_pindah/status/1960000000000000105"><time datetime="2026-11-20T03:00:00.000Z">1j</time></a><div dir="auto" lang="in" class="kata" data-testid="tweetText"><span>Susunan kiriman ini sudah berubah.</span></div></div></div></article></div></div></div>`;
const repostContext = `<div class="konteks"><svg viewBox="0 0 24 24" width="16" height="16" aria-hidden="true"><g><path d="M4.75 3.79l4.603 4.3-1.706 1.82L6 8.38v7.37c0 .97.784 1.75 1.75 1.75H13V20H7.75c-2.347 0-4.25-1.9-4.25-4.25V8.38L1.853 9.91.147 8.09l4.603-4.3z"></path></g></svg><a href="/${JOKO.handle}" dir="ltr" role="link"><span data-testid="socialContext"><span>${JOKO.name} memposting ulang</span></span></a></div>`;
const userCell = (who: Person) =>
  `<div data-testid="cellInnerDiv"><div><div><button class="orang" role="button" data-testid="UserCell"><div data-testid="UserAvatar-Container-${who.handle}"><a class="foto" href="/${who.handle}" role="link" tabindex="-1"><img alt="" src="data:,"></a></div><div><a href="/${who.handle}" role="link"><div dir="ltr"><span><b>${toHtml(who.name)}</b></span></div></a><a href="/${who.handle}" role="link" tabindex="-1"><div dir="ltr"><span>@${who.handle}</span></div></a></div></button></div></div></div>`;

const STYLE = `main { width: 600px; margin: 0 auto; background: #fff; border: 1px solid #e1e8ed; min-height: 100vh } h1 { font-size: 18px; padding: 10px 16px; margin: 0; border-bottom: 1px solid #e1e8ed }
  article, .orang { display: block; width: 100%; text-align: left; font: inherit; background: none; border: 0; border-bottom: 1px solid #e1e8ed; padding: 12px 16px } .isi, .orang { display: flex; gap: 12px } .isi > div:last-child { flex: 1 }
  .foto { display: block; width: 40px; height: 40px; border-radius: 50%; background: #b9c9d4 } .foto img { display: none } .nama, .nama > div { display: flex; gap: 6px; flex-wrap: wrap; color: #57656f } .nama b { color: #14171a }
  .kata { margin: 4px 0 8px; font-size: 16px } .kata a { color: #1b6f9c } .tombol { display: flex; gap: 40px } .tombol button { border: 0; background: none; color: #57656f; font-size: 13px; padding: 4px 0 } .kutipan { border: 1px solid #cfd9de; border-radius: 12px; padding: 8px 12px; margin-bottom: 8px } .konteks { display: flex; gap: 6px; color: #57656f; font-size: 13px; padding-left: 30px } [role=tablist] { display: flex; gap: 30px; padding: 0 16px }`;
/** Rows are placed as the site places them: each by its own offset. */
const placed = (rows: readonly string[], height: number) =>
  `<div style="position: relative; height: ${rows.length * height}px">${rows
    .map((row, i) =>
      row.replace(
        'data-testid="cellInnerDiv"',
        `data-testid="cellInnerDiv" style="transform: translateY(${i * height}px); position: absolute; width: 100%;"`,
      ),
    )
    .join('')}</div>`;
const frame = (title: string, above: string, cells: string) =>
  `<main role="main"><div data-testid="primaryColumn"><h1>${toHtml(title)}</h1>${above}<section role="region"><h1 dir="auto" hidden>${toHtml(title)}</h1><div aria-label="${toHtml(title)}"><div>${cells}</div></div></section></div></main>`;
const viewer = `<header role="banner" hidden><a href="/pemantau_contoh" role="link" data-testid="AppTabBar_Profile_Link"></a></header>`;

// ---- what the site's own script asks, and the answers
const user = (who: Person) => ({ __typename: 'User', rest_id: who.id, core: { screen_name: who.handle, name: who.name } });
const dated = (iso: string) => new Date(iso).toUTCString().replace(/^(\w+), (\d+) (\w+) (\d+) ([\d:]+) GMT$/, '$1 $3 $2 $5 +0000 $4');
function result(tweet: Tweet): object {
  return {
    __typename: 'Tweet',
    rest_id: tweet.id,
    core: { user_results: { result: user(tweet.by) } },
    ...(tweet.quotes === undefined ? {} : { quoted_status_result: { result: result(tweet.quotes) } }),
    legacy: {
      id_str: tweet.id,
      user_id_str: tweet.by.id,
      created_at: dated(tweet.at),
      full_text: tweet.text,
      conversation_id_str: tweet.replyTo?.id ?? tweet.id,
      ...(tweet.replyTo === undefined
        ? {}
        : {
            in_reply_to_status_id_str: tweet.replyTo.id,
            in_reply_to_user_id_str: tweet.replyTo.by.id,
            in_reply_to_screen_name: tweet.replyTo.by.handle,
          }),
      is_quote_status: tweet.quotes !== undefined,
      ...(tweet.quotes === undefined ? {} : { quoted_status_id_str: tweet.quotes.id }),
      entities: { user_mentions: [], hashtags: [] },
    },
  };
}
const entry = (id: string, itemContent: object) => ({
  entryId: id,
  content: { __typename: 'TimelineTimelineItem', entryType: 'TimelineTimelineItem', itemContent },
});
const tweetEntry = (tweet: Tweet, tweetResult: object = result(tweet)) =>
  entry(`tweet-${tweet.id}`, { __typename: 'TimelineTweet', itemType: 'TimelineTweet', tweet_results: { result: tweetResult } });
const timeline = (entries: object[]) => ({ instructions: [{ type: 'TimelineAddEntries', entries }] });
const repostOf = (who: Person, tweet: Tweet) => ({
  __typename: 'Tweet',
  rest_id: '1960000000000000204',
  core: { user_results: { result: user(who) } },
  legacy: {
    id_str: '1960000000000000204',
    user_id_str: who.id,
    created_at: dated('2026-11-20T05:30:00.000Z'),
    full_text: `RT @${tweet.by.handle}: ${tweet.text}`,
    retweeted_status_result: { result: result(tweet) },
  },
});

const ask = (name: string, variables: object) =>
  `const x = new XMLHttpRequest(); x.open('GET', '/i/api/graphql/peragaan/${name}?variables=' + encodeURIComponent(${JSON.stringify(JSON.stringify(variables))})); x.send();`;

export const x: DemoSite = {
  platform: 'x',
  stops: [
    {
      url: `https://x.com/${PASLON.handle}/status/${post.id}`,
      shows: 'kiriman calon dengan balasan',
      finds: [
        { who: BUDI.name, action: 'reply', grade: 'id' },
        { who: AGUS.name, action: 'reply', grade: 'handle' },
      ],
      unreadable: 1,
      namesakes: [NAMESAKE.handle],
    },
    {
      url: `https://x.com/${PASLON.handle}/status/${post.id}/retweets`,
      shows: 'daftar yang memposting ulang',
      finds: [{ who: JOKO.name, action: 'share', grade: 'id' }],
      namesakes: [NAMESAKE.handle],
    },
    {
      url: `https://x.com/${JOKO.handle}`,
      shows: 'profil: posting ulang, kutipan, kiriman sendiri',
      finds: [
        { who: JOKO.name, action: 'share', grade: 'id' },
        { who: JOKO.name, action: 'quote', grade: 'id' },
        { who: JOKO.name, action: 'post', grade: 'id' },
      ],
    },
  ],
  answer(url) {
    if (url.hostname !== 'x.com') return null;
    const query = /^\/i\/api\/graphql\/[^/]+\/(\w+)/.exec(url.pathname)?.[1];
    if (query === 'TweetDetail')
      return json({
        data: { threaded_conversation_with_injections_v2: timeline([tweetEntry(post), ...replies.map((reply) => tweetEntry(reply))]) },
      });
    if (query === 'Retweeters')
      return json({
        data: {
          retweeters_timeline: {
            timeline: timeline(
              [JOKO, NAMESAKE, WARGA].map((who) =>
                entry(`user-${who.id}`, { __typename: 'TimelineUser', itemType: 'TimelineUser', user_results: { result: user(who) } }),
              ),
            ),
          },
        },
      });
    if (query === 'UserTweets')
      return json({
        data: {
          user: {
            result: {
              __typename: 'User',
              timeline: {
                timeline: timeline([tweetEntry(post, repostOf(JOKO, post)), tweetEntry(quote), tweetEntry(own), tweetEntry(holiday)]),
              },
            },
          },
        },
      });
    const page = (title: string, above: string, cells: string, load: string) =>
      demoPage({ title: `${title} / X`, lang: 'id', style: STYLE, body: viewer + frame(title, above, cells), load });
    if (url.pathname === `/${PASLON.handle}/status/${post.id}`)
      // The agreement of page and wire lifts Budi's reply to his account number; Agus is on the list by handle only.
      return page(
        'Postingan',
        '',
        placed([article(post, { focal: true }), ...replies.map((reply) => article(reply)), moved], 150),
        ask('TweetDetail', { focalTweetId: post.id }),
      );
    if (url.pathname === `/${PASLON.handle}/status/${post.id}/retweets`)
      return page(
        'Diposting ulang oleh',
        `<div role="tablist"><div role="presentation"><a href="${url.pathname}" role="tab" aria-selected="true"><span>Diposting ulang</span></a></div></div>`,
        placed([JOKO, NAMESAKE, WARGA].map(userCell), 70),
        ask('Retweeters', { tweetId: post.id, count: 20 }),
      );
    if (url.pathname === `/${JOKO.handle}`)
      return page(
        JOKO.name,
        '',
        placed([article(post, { context: repostContext }), article(quote), article(own), article(holiday)], 230),
        ask('UserTweets', { userId: JOKO.id }),
      );
    return null;
  },
};
