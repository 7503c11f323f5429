// What a site's demonstration brings: pages in the site's own structure, with invented people, at the site's own addresses.
import type { Grade } from '../../model/match.ts';
import type { Action, Reaction } from '../../model/sighting.ts';
import type { SiteAnswer } from '../chromium.ts';

/** An act that Netra has to find at a stop. `who` is the actor's display name as the page shows it. */
export interface ExpectedFinding {
  readonly who: string;
  readonly action: Action;
  readonly reaction?: Reaction;
  readonly grade: Grade;
}

export interface DemoStop {
  readonly url: string;
  /** What a person sees there, in Indonesian, for the table. */
  readonly shows: string;
  /** Selector of what the monitor clicks after having looked through the page, such as the count that opens a list. */
  readonly opens?: string;
  /** Exactly these findings, no more and no fewer. */
  readonly finds: readonly ExpectedFinding[];
  /** Items that cannot be read, at least. */
  readonly unreadable?: number;
  /** Ids or handles of namesakes on the page, who must not be flagged. */
  readonly namesakes?: readonly string[];
}

export interface DemoSite {
  readonly platform: string;
  readonly stops: readonly DemoStop[];
  /** Answers a request to this site; null if it is another site's or there is no such page. */
  answer(url: URL, request: { method: string; body: string | null }): SiteAnswer | null;
}

export const toHtml = (text: string) =>
  text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign);

/** A whole page that says plainly that it is a demonstration. `load`: script that asks as the site's own would. */
export function demoPage(options: { title: string; lang: string; style: string; body: string; head?: string; load?: string }): SiteAnswer {
  return {
    contentType: 'text/html; charset=utf-8',
    body: `<!doctype html>
<html lang="${options.lang}"><head><meta charset="utf-8"><title>${toHtml(options.title)}</title><style>
  * { box-sizing: border-box } body { margin: 0; font: 15px/1.4 "Liberation Sans", Arial, sans-serif; color: #14171a; background: #f3f5f7 }
  a { color: inherit; text-decoration: none } .peragaan { background: #fff4cf; border-bottom: 1px solid #d9b84a; padding: 6px 16px; font-size: 13px; text-align: center }
  ${options.style}</style>${options.head ?? ''}</head><body>
<div class="peragaan">Halaman peragaan Netra: orang, akun dan kata-kata di sini rekaan.</div>
${options.body}
${options.load === undefined ? '' : `<script>${options.load}</script>`}</body></html>`,
  };
}

export const json = (value: unknown): SiteAnswer => ({ contentType: 'application/json; charset=utf-8', body: JSON.stringify(value) });
