// What a page's own request asked for: its query's name and variables, wherever the site puts them.
import { parseJson, toObject } from './json.ts';

/**
 * Reads name and variables from a request's address and body (form, JSON, or query string).
 * Unreadable parts are left out: the answer's shape decides, the request only adds what the answer lacks.
 */
export function readRequest(url: URL, body: string | null): { name: string | null; variables: Record<string, unknown> } {
  const variables: Record<string, unknown> = {};
  let name: string | null = null;
  const take = (params: URLSearchParams) => {
    name = params.get('fb_api_req_friendly_name') ?? name;
    for (const [key, value] of params) {
      if (key === 'variables') Object.assign(variables, toOwn(value));
    }
  };
  for (const [key, value] of url.searchParams)
    if (key !== 'variables' && key !== 'features' && key !== 'fieldToggles') variables[key] = value;
  take(url.searchParams);
  const text = body?.trim() ?? '';
  if (text.startsWith('{')) {
    const sent = toOwn(text);
    Object.assign(variables, sent, ownOf(sent['variables']));
    delete variables['variables'];
  } else if (text.includes('=')) take(new URLSearchParams(text));
  name ??= /\/graphql\/[^/]+\/([A-Za-z][\w-]*)/.exec(url.pathname)?.[1] ?? null;
  return { name, variables };
}

/** The keys of an object in JSON; {} for anything else. */
function toOwn(text: string): Record<string, unknown> {
  try {
    return ownOf(parseJson(text));
  } catch {
    return {};
  }
}

/** An object's own keys without the ones that could reach a prototype; {} for anything else. */
function ownOf(value: unknown): Record<string, unknown> {
  const entries = Object.entries(toObject(value) ?? {});
  return Object.fromEntries(entries.filter(([key]) => key !== '__proto__' && key !== 'constructor' && key !== 'prototype'));
}
