// Finding known containers in a payload whose depth changes from one release of a site to the next.
import { toObject } from './json.ts';

/** Deeper than any recorded payload (35), shallow enough for the stack. */
const DEEPEST = 80;

/**
 * Calls `visit` for every object below `value`, parents first, with the key it stands under (an array's items stand under
 * the array's key). Where `visit` gives true the object is done with, and nothing inside it is visited.
 */
export function walkObjects(value: unknown, visit: (found: Record<string, unknown>, key: string) => boolean, key = '', depth = 0): void {
  if (depth > DEEPEST) return;
  if (Array.isArray(value)) {
    for (const item of value) if (typeof item === 'object' && item !== null) walkObjects(item, visit, key, depth + 1);
    return;
  }
  const found = toObject(value);
  if (found === null || visit(found, key)) return;
  // Parsed JSON has nothing to inherit; a list of entries for every object took longer than all the rest.
  for (const name in found) {
    const part = found[name];
    if (typeof part === 'object' && part !== null) walkObjects(part, visit, name, depth + 1);
  }
}

/**
 * A document that brings a part of an answer later (`{path: ['a', 'edges', 3], data}`), put back where it belongs, so that
 * its part stands under the same keys as in a whole answer. Any other document is given back as it is.
 */
export function placeStreamed(document: unknown): unknown {
  const late = toObject(document);
  const path = late?.['path'];
  if (late === null || !Array.isArray(path) || path.length === 0 || !('data' in late)) return document;
  return path.reduceRight<unknown>((inner, step) => (typeof step === 'string' ? { [step]: inner } : [inner]), late['data']);
}
