// Reading other people's JSON without rounding their ids.

/** A number of 16 or more digits where a value may stand: possibly above 2^53. */
const LONG_NUMBER = /(?:^|[:,[\s])-?[1-9]\d{15,}/;

/**
 * Parses JSON; whole numbers of 16 or more digits become strings, since a JavaScript number would round them.
 * @throws SyntaxError on anything that is not JSON.
 */
export function parseJson(text: string): unknown {
  return JSON.parse(LONG_NUMBER.test(text) ? quoteLongNumbers(text) : text);
}

function quoteLongNumbers(text: string): string {
  // Strings first, so that digits inside them are passed over whole.
  return text.replace(/"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*/g, (token) =>
    token.charCodeAt(0) !== 34 && /^-?[1-9]\d{15,}$/.test(token) ? `"${token}"` : token,
  );
}

/**
 * Parses an answer that may hold several JSON documents, one a line, behind an optional `for (;;);` guard.
 * `broken` counts the lines that could not be parsed: a payload cut in half is told, not dropped.
 */
export function parseJsonDocuments(text: string): { documents: unknown[]; broken: number } {
  const body = text.replace(/^\s*for\s*\(;;\);?/, '');
  try {
    return { documents: [parseJson(body)], broken: 0 };
  } catch {
    // Several documents, or a broken one: line by line.
  }
  const documents: unknown[] = [];
  let broken = 0;
  for (const line of body.split('\n')) {
    if (line.trim() === '') continue;
    try {
      documents.push(parseJson(line.replace(/^\s*for\s*\(;;\);?/, '')));
    } catch {
      broken++;
    }
  }
  return { documents, broken };
}

/** A plain object, or null: never an array, never null itself. */
export function toObject(value: unknown): Record<string, unknown> | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : null;
}

/** Walks own keys (or array indexes) down from `value`; undefined where the path ends early. */
export function at(value: unknown, ...path: (string | number)[]): unknown {
  let here: unknown = value;
  for (const key of path) {
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, key)) return undefined;
    here = (here as Record<string | number, unknown>)[key];
  }
  return here;
}

/** An id or other short text as a string: non-empty strings and safe whole numbers; null for everything else. */
export function toText(value: unknown): string | null {
  if (typeof value === 'string') return value === '' ? null : value;
  return typeof value === 'number' && Number.isSafeInteger(value) ? String(value) : null;
}
