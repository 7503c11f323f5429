// A readable copy of an element that can do nothing: no script, no address, no form, no style of the page.

const KEPT = new Set([
  'A',
  'ARTICLE',
  'B',
  'BLOCKQUOTE',
  'BR',
  'DIV',
  'EM',
  'H1',
  'H2',
  'H3',
  'H4',
  'I',
  'LI',
  'OL',
  'P',
  'SECTION',
  'SPAN',
  'STRONG',
  'TIME',
  'UL',
]);
const DROPPED = new Set([
  'SCRIPT',
  'STYLE',
  'NOSCRIPT',
  'TEMPLATE',
  'IFRAME',
  'OBJECT',
  'EMBED',
  'FORM',
  'INPUT',
  'TEXTAREA',
  'SELECT',
  'LINK',
  'META',
  'SVG',
  'VIDEO',
  'AUDIO',
  'CANVAS',
]);

/** A whole HTML document, as text, that shows the element's words, its links as plain text and its images' descriptions. */
export function toInertCopy(element: Element, title: string): string {
  const document = element.ownerDocument.implementation.createHTMLDocument(title);
  const policy = document.createElement('meta');
  policy.setAttribute('http-equiv', 'Content-Security-Policy');
  policy.setAttribute('content', "default-src 'none'");
  const charset = document.createElement('meta');
  charset.setAttribute('charset', 'utf-8');
  document.head.prepend(charset, policy);
  copy(element, document.body);
  return `<!doctype html>\n${document.documentElement.outerHTML}`;
}

function copy(from: Node, into: Element): void {
  const document = into.ownerDocument;
  for (const child of from.childNodes) {
    if (child.nodeType === 3) into.append(document.createTextNode(child.nodeValue ?? ''));
    if (child.nodeType !== 1) continue;
    const element = child as Element;
    const tag = element.tagName.toUpperCase();
    if (DROPPED.has(tag)) continue;
    if (tag === 'IMG') {
      const words = element.getAttribute('alt');
      if (words !== null && words !== '') into.append(document.createTextNode(`[${words}]`));
      continue;
    }
    const made = document.createElement(KEPT.has(tag) ? tag.toLowerCase() : 'span');
    const dir = element.getAttribute('dir');
    if (dir === 'auto' || dir === 'rtl' || dir === 'ltr') made.setAttribute('dir', dir);
    const when = tag === 'TIME' ? element.getAttribute('datetime') : null;
    if (when !== null) made.setAttribute('datetime', when);
    copy(element, made);
    into.append(made);
    const href = tag === 'A' ? element.getAttribute('href') : null;
    if (href !== null && href !== '') into.append(document.createTextNode(` <${href}> `));
  }
}
