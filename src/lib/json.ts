// Reading other people's JSON without rounding their ids.

/** Whole numbers of as many digits may be above 2^53. */
const LONG = 16;
const HALF = LONG / 2;
/** How far back the key before a long number is looked for, characters. */
const REACH = 400;

/**
 * Parses JSON; whole numbers of 16 or more digits become strings, since a JavaScript number would round them.
 * @throws SyntaxError on anything that is not JSON.
 */
export function parseJson(text: string): unknown {
  return JSON.parse(withLongNumbersQuoted(text));
}

/**
 * Looks at every 16th character only: a run of 16 digits cannot lie between two of them. Answers of sites are megabytes, and
 * nearly always without such a number.
 */
function withLongNumbersQuoted(text: string): string {
  const { length } = text;
  let parts = '';
  let done = 0;
  for (let i = LONG - 1; i < length; i += LONG) {
    const code = text.charCodeAt(i);
    if (code > 57 || code < 48) continue;
    // A run of 16 that goes through here goes through one of these as well.
    if (!isDigit(text.charCodeAt(i - HALF)) && !isDigit(text.charCodeAt(i + HALF))) continue;
    let start = i;
    while (start > 0 && isDigit(text.charCodeAt(start - 1))) start--;
    // Most ids stand in quotes.
    if (text.charCodeAt(start - 1) === 34) continue;
    let end = i + 1;
    while (end < length && isDigit(text.charCodeAt(end))) end++;
    i = end - 1;
    if (end - start < LONG || text.charCodeAt(start) === 48) continue;
    if (start > 0 && text.charCodeAt(start - 1) === 45) start--;
    if (!standsAsValue(text, start, end)) continue;
    const place = placeOf(text, start);
    if (place === 'unknown') return quoteLongNumbers(text);
    if (place === 'in a string') continue;
    parts += `${text.slice(done, start)}"${text.slice(start, end)}"`;
    done = end;
  }
  return done === 0 ? text : parts + text.slice(done);
}

const isDigit = (code: number) => code >= 48 && code <= 57;
const isBlank = (code: number) => code === 32 || code === 10 || code === 13 || code === 9;

/** Before it `:`, `,`, `[` or nothing; behind it `,`, `]`, `}` or nothing. */
function standsAsValue(text: string, start: number, end: number): boolean {
  let before = start - 1;
  while (before >= 0 && isBlank(text.charCodeAt(before))) before--;
  let after = end;
  while (after < text.length && isBlank(text.charCodeAt(after))) after++;
  return (before < 0 || ':,['.includes(text.charAt(before))) && (after >= text.length || ',]}'.includes(text.charAt(after)));
}

/**
 * Whether digits stand in a string, told by the nearest quote before them: one behind a backslash is part of a string, and two with
 * nothing but a word between them can only open and close it. Anything else cannot be told from so near.
 */
function placeOf(text: string, digits: number): 'a value' | 'in a string' | 'unknown' {
  const quote = digits < 1 ? -1 : text.lastIndexOf('"', digits - 1);
  if (quote < 1 || digits - quote > REACH) return 'unknown';
  let from = quote;
  while (from > 0 && text.charCodeAt(from - 1) === 92) from--;
  if (from < quote) return (quote - from) % 2 === 1 ? 'in a string' : 'a value';
  let open = quote - 1;
  while (open > 0 && isWordSign(text.charCodeAt(open))) open--;
  const isWord = text.charCodeAt(open) === 34 && (open === 0 || text.charCodeAt(open - 1) !== 92);
  return isWord ? 'a value' : 'unknown';
}

const isWordSign = (code: number) => isDigit(code) || (code >= 65 && code <= 90) || code === 95 || (code >= 97 && code <= 122);

function quoteLongNumbers(text: string): string {
  // Strings first, so that digits inside them are passed over whole.
  return text.replace(/"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*/g, (token) =>
    token.charCodeAt(0) !== 34 && /^-?[1-9]\d{15,}$/.test(token) ? `"${token}"` : token,
  );
}

const GUARD = /^\s*for\s*\(;;\);?/;

/**
 * Parses an answer that may hold several JSON documents, one a line, behind an optional `for (;;);` guard.
 * `broken` counts the lines that could not be parsed: a payload cut in half is told, not dropped.
 */
export function parseJsonDocuments(text: string): { documents: unknown[]; broken: number } {
  const body = text.replace(GUARD, '');
  const first = parseFirstLine(body);
  if (first === undefined)
    try {
      return { documents: [parseJson(body)], broken: 0 };
    } catch {
      // Several documents, or a broken one: line by line.
    }
  const documents: unknown[] = first === undefined ? [] : [first.document];
  let broken = 0;
  for (const line of body.slice(first?.end ?? 0).split('\n')) {
    if (line.trim() === '') continue;
    try {
      documents.push(parseJson(line.replace(GUARD, '')));
    } catch {
      broken++;
    }
  }
  return { documents, broken };
}

/** The first line's document, if more follows: then the whole is none, and is not parsed in vain. Undefined otherwise. */
function parseFirstLine(body: string): { document: unknown; end: number } | undefined {
  const end = body.indexOf('\n');
  if (end < 0 || !/\}\s*$/.test(body.slice(Math.max(0, end - 8), end)) || !/\S/.test(body.slice(end))) return undefined;
  try {
    return { document: parseJson(body.slice(0, end)), end };
  } catch {
    return undefined;
  }
}

/**
 * Does a text begin and end the way JSON does, a guard before it aside? Asked of a text that nothing is wanted of, instead of
 * parsing it: an answer cut in half is still told.
 */
export function looksWhole(text: string): boolean {
  const first = /^\s*(?:for\s*\(;;\);?\s*)?([[{])/.exec(text)?.[1];
  return first !== undefined && text.trimEnd().endsWith(first === '[' ? ']' : '}');
}

/** A plain object, or null: never an array, never null itself. */
export function toObject(value: unknown): Record<string, unknown> | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : null;
}

/** Walks own keys (or array indexes) down from `value`; undefined where the path ends early. */
export function at(value: unknown, ...path: (string | number)[]): unknown {
  let here: unknown = value;
  for (let i = 0; i < path.length; i++) {
    const key = path[i] as string | number;
    if (typeof here !== 'object' || here === null) return undefined;
    const next: unknown = (here as Record<string | number, unknown>)[key];
    // What a parsed object inherits are functions and `__proto__`: only then is it asked whether the key is its own.
    if ((typeof next === 'function' || key === '__proto__') && !Object.hasOwn(here, key)) return undefined;
    here = next;
  }
  return here;
}

/** An id or other short text as a string: non-empty strings and safe whole numbers; null for everything else. */
export function toText(value: unknown): string | null {
  if (typeof value === 'string') return value === '' ? null : value;
  return typeof value === 'number' && Number.isSafeInteger(value) ? String(value) : null;
}
