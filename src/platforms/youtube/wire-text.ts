// Texts and accounts as YouTube's payloads write them.
import { at, toObject, toText } from '../../lib/json.ts';
import type { Account } from '../../model/account.ts';
import { parseProfile, toAccount } from './urls.ts';

/** A text: `runs`, `simpleText` or `content`. Null where there is none; emoji runs give their own text. */
export function textFrom(value: unknown): string | null {
  const simple = at(value, 'simpleText') ?? at(value, 'content');
  if (typeof simple === 'string') return simple;
  const runs = at(value, 'runs');
  return Array.isArray(runs)
    ? runs
        .map((run) => at(run, 'text'))
        .filter((part) => typeof part === 'string')
        .join('')
    : null;
}

/** The account an endpoint leads to, or null. Its channel id and its address must not name two accounts. */
export function accountFrom(endpoint: unknown, name: string | null): Account | null {
  const browse = at(endpoint, 'browseEndpoint');
  const stated = toText(at(browse, 'browseId'));
  const id = stated !== null && /^UC[\w-]{10,}$/.test(stated) ? stated : null;
  const address = toText(at(browse, 'canonicalBaseUrl')) ?? toText(at(endpoint, 'commandMetadata', 'webCommandMetadata', 'url'));
  const linked = parseProfile(address ?? toText(at(endpoint, 'urlEndpoint', 'url')));
  if (id !== null && linked !== null && linked.id !== null && linked.id !== id) return null;
  const handle = linked?.handle ?? null;
  if (id === null && handle === null && linked?.id == null) return null;
  // A /user/ name is not a handle: its address has to stay as it was.
  const account = toAccount(id ?? linked?.id ?? null, handle, name);
  return linked?.url?.includes('/user/') ? { ...account, url: linked.url } : account;
}

/** Accounts that a text links to, in order, each once. */
export function tagsFrom(value: unknown): Account[] {
  const text = textFrom(value) ?? '';
  const commands = at(value, 'commandRuns');
  const runs = at(value, 'runs');
  const linked = [
    ...(Array.isArray(commands) ? commands : []).map((run) => {
      const start = Number(at(run, 'startIndex') ?? 0);
      return accountFrom(at(run, 'onTap', 'innertubeCommand'), toName(text.slice(start, start + Number(at(run, 'length') ?? 0))));
    }),
    ...(Array.isArray(runs) ? runs : [])
      .filter((run) => toObject(at(run, 'navigationEndpoint')) !== null)
      .map((run) => accountFrom(at(run, 'navigationEndpoint'), toName(toText(at(run, 'text')) ?? ''))),
  ];
  const found = linked.filter((account) => account !== null);
  return found.filter((account, index) => found.findIndex((other) => other.id === account.id && other.handle === account.handle) === index);
}

function toName(text: string): string | null {
  const name = text.trim();
  return name === '' ? null : name;
}
