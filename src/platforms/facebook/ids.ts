// Facebook's packed ids: base64 of `feedback:POST`, `feedback:POST_COMMENT`, `comment:POST_COMMENT`, `S:_IAUTHOR:…:POST`.

/** What a packed id holds. */
export interface Packed {
  readonly postId: string;
  readonly commentId: string | null;
}

const PACKED = /^(?:feedback|comment):(\d+|pfbid\w+)(?:_(\d+))?$/;
const PACKED_STORY = /^S:_I\d+:(?:[A-Z]+:)?(\d+)(?::\d+)*$/;

/** Unpacks a feedback, comment or story id; null for anything else. */
export function unpackId(raw: string | null): Packed | null {
  if (raw === null || raw === '') return null;
  const plain = raw.includes(':') ? raw : fromBase64(raw);
  if (plain === null) return null;
  const match = PACKED.exec(plain);
  if (match?.[1] !== undefined) return { postId: match[1], commentId: match[2] ?? null };
  const story = PACKED_STORY.exec(plain);
  return story?.[1] === undefined ? null : { postId: story[1], commentId: null };
}

function fromBase64(raw: string): string | null {
  if (!/^[\w+/-]+={0,2}$/.test(raw) || raw.length < 8) return null;
  try {
    return atob(raw.replace(/-/g, '+').replace(/_/g, '/'));
  } catch {
    return null;
  }
}

/** Permanent number of a post or its changing `pfbid…` form. */
export function isPostId(text: string | undefined | null): text is string {
  return typeof text === 'string' && /^(?:\d+|pfbid\w{4,})$/.test(text);
}

/** The permanent number first, since `pfbid…` forms change; without doubles and gaps. */
export function toIds(...found: (string | null | undefined)[]): { id: string | null; otherIds: string[] } {
  const ids = [...new Set(found.filter((one): one is string => typeof one === 'string' && one !== ''))];
  const id = ids.find((one) => /^\d+$/.test(one)) ?? ids[0] ?? null;
  return { id, otherIds: ids.filter((one) => one !== id).slice(0, 8) };
}
