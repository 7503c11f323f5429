// A post's own words, as its author wrote them.

/**
 * The text of a post or a name: emoji images by their alt, <br> as a newline, everything else run together.
 * Not `textOf`: X wraps each mention in a block element that its style sheet puts back into the line,
 * and keeps line breaks as characters of the text itself.
 */
export function wordsOf(element: Element): string {
  const parts: string[] = [];
  collect(element, parts);
  return parts.join('').trim();
}

function collect(node: Node, parts: string[]): void {
  for (const child of node.childNodes) {
    if (child.nodeType === 3) parts.push(child.nodeValue ?? '');
    if (child.nodeType !== 1) continue;
    const element = child as Element;
    const tag = element.tagName.toUpperCase();
    if (tag === 'IMG') parts.push(element.getAttribute('alt') ?? '');
    else if (tag === 'BR') parts.push('\n');
    else if (tag !== 'SCRIPT' && tag !== 'STYLE' && tag !== 'TEMPLATE' && tag !== 'SVG') collect(element, parts);
  }
}
