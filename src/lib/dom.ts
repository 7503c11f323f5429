// Text and links of elements without layout, so that a DOM library and a browser agree.

const BLOCKS = new Set([
  'ADDRESS',
  'ARTICLE',
  'BLOCKQUOTE',
  'DIV',
  'DL',
  'FIGURE',
  'H1',
  'H2',
  'H3',
  'H4',
  'H5',
  'H6',
  'LI',
  'OL',
  'P',
  'PRE',
  'SECTION',
  'TABLE',
  'TR',
  'UL',
]);
const SILENT = new Set(['SCRIPT', 'STYLE', 'NOSCRIPT', 'TEMPLATE']);

/** The text a reader sees: <br> and block ends become one newline, an emoji image its alt text. Trimmed. */
export function textOf(element: Element): string {
  const parts: string[] = [];
  collect(element, parts);
  return parts
    .join('')
    .replace(/\n{2,}/g, '\n')
    .replace(/^[\s]+|[\s]+$/g, '');
}

function collect(node: Node, parts: string[]): void {
  for (const child of node.childNodes) {
    if (child.nodeType === 3) {
      parts.push(child.nodeValue ?? '');
    } else if (child.nodeType === 1) {
      const element = child as Element;
      const tag = element.tagName.toUpperCase();
      if (SILENT.has(tag)) continue;
      if (tag === 'BR') parts.push('\n');
      else if (tag === 'IMG') parts.push(element.getAttribute('alt') ?? '');
      else if (BLOCKS.has(tag)) {
        if (parts.length > 0 && parts.at(-1) !== '\n') parts.push('\n');
        collect(element, parts);
        parts.push('\n');
      } else collect(element, parts);
    }
  }
}

/** The absolute address of a link, from its attribute and not from layout; null if it has none or is not http(s). */
export function hrefOf(element: Element, base: URL): URL | null {
  const href = element.getAttribute('href');
  if (href === null || href.trim() === '') return null;
  const url = URL.canParse(href, base) ? new URL(href, base) : null;
  return url !== null && (url.protocol === 'https:' || url.protocol === 'http:') ? url : null;
}

/** All matches within root, root itself included when it is an element that matches. */
export function findAll(root: ParentNode, selector: string): Element[] {
  const found = Array.from(root.querySelectorAll(selector));
  const self = root as Partial<Element>;
  if (typeof self.matches === 'function' && (root as Element).matches(selector)) found.unshift(root as Element);
  return found;
}
