// From the text of an answer to whole documents: several a text, parts that arrive later, first-screen blocks.
import { at, parseJsonDocuments, toObject } from '../../lib/json.ts';

type Json = Record<string, unknown>;

const STREAM = 'RelayPrefetchedStreamCache';

/** Whole answers within a text. `broken` counts what could not be parsed. */
export function readDocuments(text: string, embedded: boolean): { documents: Json[]; broken: number } {
  // Most blocks of a page hold settings; without this name nothing in them is looked at.
  if (embedded && !text.includes(STREAM)) return { documents: [], broken: 0 };
  const { documents, broken } = parseJsonDocuments(text);
  const answers = embedded ? documents.flatMap(findStreamed) : [documents];
  return { documents: answers.flatMap(join), broken };
}

/** First-screen JSON schedules calls of the stream's cache; answers of one preloader belong together. */
function findStreamed(block: unknown): unknown[][] {
  const groups = new Map<string, unknown[]>();
  const visit = (value: unknown, depth: number): void => {
    if (depth > 60 || typeof value !== 'object' || value === null) return;
    if (Array.isArray(value)) {
      if (value[0] === STREAM) {
        const result = at(value, 3, 1, '__bbox', 'result');
        const key = String(at(value, 3, 0));
        if (result !== undefined) groups.set(key, [...(groups.get(key) ?? []), result]);
        return;
      }
      for (const one of value) visit(one, depth + 1);
    } else for (const key in value) visit((value as Json)[key], depth + 1);
  };
  visit(block, 0);
  return [...groups.values()];
}

/** Puts parts that arrived later (`path`, `data`) into the answer that they belong to. */
function join(documents: readonly unknown[]): Json[] {
  const whole: Json[] = [];
  const place = (part: Json) => {
    const base = whole.at(-1);
    const path = part['path'];
    const isPath = Array.isArray(path) && path.every((step) => typeof step === 'string' || typeof step === 'number');
    if (!isPath) whole.push(part);
    // A part whose place is not there is read for what it says itself.
    else if (base === undefined || !graft(base, ['data', ...(path as (string | number)[])], part['data']))
      whole.push({ data: part['data'] });
  };
  for (const document of documents) {
    for (const one of Array.isArray(document) ? document : [document]) {
      const answer = toObject(one);
      if (answer === null) continue;
      const { incremental, ...rest } = answer;
      place(rest);
      if (Array.isArray(incremental)) for (const part of incremental) if (toObject(part) !== null) place(part as Json);
    }
  }
  return whole;
}

function graft(base: Json, path: readonly (string | number)[], data: unknown): boolean {
  const last = path.at(-1);
  const parent = at(base, ...path.slice(0, -1));
  if (last === undefined || last === '__proto__' || typeof parent !== 'object' || parent === null) return false;
  if (Array.isArray(parent) !== (typeof last === 'number')) return false;
  const box = parent as Record<string | number, unknown>;
  box[last] = merge(Object.hasOwn(box, last) ? box[last] : undefined, data);
  return true;
}

function merge(old: unknown, added: unknown): unknown {
  const [one, other] = [toObject(old), toObject(added)];
  if (one === null || other === null) return added ?? old;
  const merged: Json = { ...one };
  for (const [key, value] of Object.entries(other))
    if (key !== '__proto__') merged[key] = Object.hasOwn(one, key) ? merge(one[key], value) : value;
  return merged;
}
