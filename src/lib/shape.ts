// Small checks of foreign objects where zod would be too much: it starts with every page, and a page must not feel that.

export type Check = (value: unknown) => boolean;
/** A check for every field of `T`; a field that is missing is checked as undefined. */
export type Shape<T> = { readonly [Field in keyof T]: Check };

export const isFlag: Check = (value) => typeof value === 'boolean';

/** Text of at most so many UTF-16 units. */
export const isText =
  (longest = Number.POSITIVE_INFINITY): Check =>
  (value) =>
    typeof value === 'string' && value.length <= longest;

export const isOneOf =
  (...allowed: readonly unknown[]): Check =>
  (value) =>
    allowed.includes(value);

/** Text that a pattern matches. The pattern says where it begins and ends. */
export const isLike =
  (pattern: RegExp): Check =>
  (value) =>
    typeof value === 'string' && pattern.test(value);

export const isNullOr =
  (check: Check): Check =>
  (value) =>
    value === null || check(value);

/** A list of at most so many, all of which pass. */
export const isListOf =
  (check: Check, most: number): Check =>
  (value) =>
    Array.isArray(value) && value.length <= most && value.every(check);

/** A plain object whose own fields all pass. `exact`: and that has no other field. */
export function hasShape<T extends object>(value: unknown, shape: Shape<T>, exact: boolean): value is T {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const given = value as Record<string, unknown>;
  for (const field in shape) if (!shape[field](Object.hasOwn(given, field) ? given[field] : undefined)) return false;
  return !exact || Object.keys(given).every((field) => Object.hasOwn(shape, field));
}
