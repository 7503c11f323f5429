// What Instagram's and Threads' pages have in common: people with pictures, and a script that asks by form.
import { toShortcode } from '../../lib/shortcode.ts';
import type { SiteAnswer } from '../chromium.ts';
import { json, toHtml } from './site.ts';

export { embedded } from './facebook-wire.ts';

export interface Person {
  readonly id: string;
  readonly handle: string;
  readonly name: string;
}

export type Json = Record<string, unknown>;

export const seconds = (iso: string) => Date.parse(iso) / 1000;

/** The short code that both sites put into addresses: the id, written differently. */
export function codeOf(post: { readonly id: string }): string {
  return toShortcode(post.id) ?? post.id;
}

/** The words with hashtags and mentions linked; `tagUrl` and `profileUrl` give a link's address. */
export function linked(text: string, tagUrl: (tag: string) => string, profileUrl: (handle: string) => string): string {
  return toHtml(text)
    .replace(/#(\w+)/g, (_, tag: string) => `<a href="${toHtml(tagUrl(tag))}" role="link" tabindex="0">#${tag}</a>`)
    .replace(
      /(^|\s)@([\w.]+)/g,
      (_, before: string, handle: string) => `${before}<a href="${profileUrl(handle)}" role="link">@${handle}</a>`,
    );
}

/** A person's picture: a coloured circle with the first letter. */
export function picture(who: Person): string {
  const hue = (Number(who.id.slice(-4)) * 137) % 360;
  return drawing(
    40,
    `<circle cx="20" cy="20" r="20" fill="hsl(${hue} 32% 58%)"/><text x="20" y="27" text-anchor="middle" font-family="sans-serif" font-size="19" fill="#fff">${who.name[0]}</text>`,
  );
}

/** A square drawing as the address of an image. */
export const drawing = (size: number, inside: string) =>
  toHtml(
    `data:image/svg+xml,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}">${inside}</svg>`)}`,
  );

/** Script that asks as the site's own does; `then` runs with the answer in `x`. */
export function askQuery(name: string, variables: object, then = ''): string {
  const form = {
    av: '17841400000000999',
    __a: '1',
    fb_api_caller_class: 'RelayModern',
    fb_api_req_friendly_name: name,
    variables: JSON.stringify(variables),
    server_timestamps: 'true',
    doc_id: '9000000000000002',
  };
  return `{ const x = new XMLHttpRequest(); x.open('POST', '/graphql/query'); x.setRequestHeader('Content-Type', 'application/x-www-form-urlencoded');
  x.setRequestHeader('X-FB-Friendly-Name', ${JSON.stringify(name)}); x.onload = () => { ${then} }; x.send(${JSON.stringify(new URLSearchParams(form).toString())}); }`;
}

/** Puts what lies ready in a template in the place of what was clicked on. */
export const showInstead = (selector: string, template: string) =>
  `const old = document.querySelector(${JSON.stringify(selector)}); old.replaceWith(document.getElementById(${JSON.stringify(template)}).content.cloneNode(true));`;

/** Name and variables of a query that came by form; null for every other request. */
export function queryIn(body: string | null): { name: string; variables: Json } | null {
  const form = new URLSearchParams(body ?? '');
  const name = form.get('fb_api_req_friendly_name');
  return name === null ? null : { name, variables: JSON.parse(form.get('variables') ?? '{}') as Json };
}

export const answer = (data: object): SiteAnswer => json({ data, extensions: { is_final: true } });
