// The small parts of which ringkasan.html is made.
import { Html, html } from './markup.ts';
import { SUMMARY_STYLE } from './summary-style.ts';
import * as words from './words.ts';

const POLICY = "default-src 'none'; img-src 'self' data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** A whole page without a script, for the screen and for A4. */
export function toDocument(title: string, body: Html): string {
  const page = html`<!doctype html>
<html lang="id">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${new Html(POLICY)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${new Html(SUMMARY_STYLE)}</style>
</head>
<body>
${body}
</body>
</html>
`;
  return page.text;
}

/** Longest text that is printed whole; the record keeps all of it. */
const LONGEST = 6000;

/** One row of a table of facts; null where there is nothing to say. */
export function row(label: string, value: Html | string | null): Html | null {
  return value === null || value === '' ? null : html`<tr><th scope="row">${label}</th><td>${value}</td></tr>`;
}

/** A short text from a page or list, kept apart from the direction of the text around it. */
export function shown(text: string | null): Html | null {
  return text === null || text === '' ? null : html`<bdi class="shown" dir="auto">${words.hideNip(cut(text))}</bdi>`;
}

/** An address or id, letter by letter as recorded. */
export function exact(text: string | null): Html | null {
  return text === null || text === '' ? null : html`<bdi class="shown" dir="ltr">${cut(text)}</bdi>`;
}

/** Somebody's own words, line by line. */
export function said(text: string): Html {
  return html`<div class="said" dir="auto"><bdi dir="auto">${words.hideNip(cut(text))}</bdi></div>`;
}

function cut(text: string): string {
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST)} … [dipotong; teks lengkap ada dalam catatan]`;
}
