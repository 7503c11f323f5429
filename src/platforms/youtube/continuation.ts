// What a continuation token says: which video or community post a list belongs to. Tokens are base64 of protobuf.

interface Field {
  readonly number: number;
  readonly bytes: Uint8Array;
}

const COMMUNITY_ID = /^Ugk[\w-]{12,}$/;
/** Field of a browse token that holds the page's name and its own, again encoded, parameters. */
const BROWSE_FIELD = 80226972;

/** The video or community post a token names, or null. */
export function postOfToken(token: unknown): string | null {
  const fields = typeof token === 'string' ? fieldsOf(toBytes(token)) : [];
  const browse = fields.find((field) => field.number === BROWSE_FIELD);
  if (browse !== undefined) {
    const inner = fieldsOf(browse.bytes).find((field) => field.number === 3);
    const found = inner === undefined ? [] : communityIds(fieldsOf(toBytes(toText(inner.bytes))), 0);
    return found.length > 0 && found.every((id) => id === found[0]) ? (found[0] ?? null) : null;
  }
  // Lists below a video: field 2, in it field 2. Seen so in every recorded token of 2026-01.
  const context = fields.find((field) => field.number === 2);
  const video = context === undefined ? undefined : fieldsOf(context.bytes).find((field) => field.number === 2);
  const id = video === undefined ? '' : toText(video.bytes);
  return /^[\w-]{11}$/.test(id) ? id : null;
}

function communityIds(fields: readonly Field[], depth: number): string[] {
  return fields.flatMap((field) => {
    const text = toText(field.bytes);
    if (COMMUNITY_ID.test(text)) return [text];
    return depth < 4 ? communityIds(fieldsOf(field.bytes), depth + 1) : [];
  });
}

function toBytes(token: string): Uint8Array {
  try {
    const plain = decodeURIComponent(token).replace(/-/g, '+').replace(/_/g, '/').replace(/=+$/, '');
    const chars = atob(plain);
    const bytes = new Uint8Array(chars.length);
    for (let i = 0; i < chars.length; i++) bytes[i] = chars.charCodeAt(i);
    return bytes;
  } catch {
    return new Uint8Array();
  }
}

const decoder = new TextDecoder();
const toText = (bytes: Uint8Array): string => decoder.decode(bytes);

/** The length-delimited fields of one message; [] where the bytes are not a message. */
function fieldsOf(bytes: Uint8Array): Field[] {
  const fields: Field[] = [];
  let here = 0;
  const number = (): number => {
    let value = 0;
    for (let shift = 1; here < bytes.length; shift *= 128) {
      const byte = bytes[here++] ?? 0;
      value += (byte & 127) * shift;
      if (byte < 128) return value;
    }
    return Number.NaN;
  };
  while (here < bytes.length) {
    const key = number();
    const wire = key % 8;
    if (wire === 0) number();
    else if (wire === 1) here += 8;
    else if (wire === 5) here += 4;
    else if (wire === 2) {
      const length = number();
      if (!(here + length <= bytes.length)) return [];
      fields.push({ number: Math.floor(key / 8), bytes: bytes.subarray(here, here + length) });
      here += length;
    } else return [];
  }
  return here === bytes.length ? fields : [];
}
