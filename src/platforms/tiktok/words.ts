// Words and the accounts they link to.
import { hrefOf } from '../../lib/dom.ts';
import type { Account } from '../../model/account.ts';
import { parseProfile } from './urls.ts';

/** Text as typed: TikTok sets each tag in a paragraph of its own within one line, so block elements break nothing. */
export function lineOf(element: Element): string | null {
  const parts: string[] = [];
  const collect = (node: Node) => {
    for (const child of node.childNodes) {
      if (child.nodeType === 3) parts.push(child.nodeValue ?? '');
      else if (child.nodeType === 1) {
        const tag = (child as Element).tagName.toUpperCase();
        if (tag === 'BR') parts.push('\n');
        else if (tag === 'IMG') parts.push((child as Element).getAttribute('alt') ?? '');
        else if (tag !== 'SCRIPT' && tag !== 'STYLE') collect(child);
      }
    }
  };
  collect(element);
  const text = parts.join('').trim();
  return text === '' ? null : text;
}

/** A profile link's account with the name it shows. */
export function linkedAccount(link: Element | null, base: URL): Account | null {
  const account = link === null ? null : parseProfile(hrefOf(link, base));
  return account === null || link === null ? null : { ...account, name: lineOf(link) };
}

/** Accounts that words link to, each once. */
export function tagsIn(words: Element | null, base: URL): Account[] {
  const found = [...(words?.querySelectorAll('a[href]') ?? [])]
    .map((link) => linkedAccount(link, base))
    .filter((account) => account !== null);
  return found.filter(
    (account, index) => found.findIndex((other) => other.handle?.toLowerCase() === account.handle?.toLowerCase()) === index,
  );
}
