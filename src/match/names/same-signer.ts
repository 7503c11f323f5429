// Whether two names that were typed in at this computer may be one person's: then they do not count as two.
import { type NamePart, parseName } from './parse-name.ts';
import { isSameSound } from './spelling.ts';

/** Strict on purpose: "Rina", "Rina K." and "Dr. Rina Kartika" count as one, and so do names without letters. */
export function isSameSigner(one: string, other: string): boolean {
  const [a, b] = [parseName(one).parts, parseName(other).parts];
  const [fewer, more] = a.length <= b.length ? [a, b] : [b, a];
  const left = [...more];
  return fewer.every((part) => {
    const at = left.findIndex((candidate) => isAlike(part, candidate));
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  });
}

function isAlike(one: NamePart, other: NamePart): boolean {
  return one.isInitial || other.isInitial ? one.plain[0] === other.plain[0] : isSameSound(one.plain, other.plain);
}
