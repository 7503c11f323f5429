// Times that a site states exactly, as ISO 8601 UTC.

/** ISO 8601 UTC of a Unix time in seconds (number or digits); null for anything that is no such time after 2001. */
export function isoOfSeconds(value: unknown): string | null {
  const seconds = typeof value === 'string' && /^\d{9,11}$/.test(value) ? Number(value) : value;
  if (typeof seconds !== 'number' || !Number.isFinite(seconds) || seconds < 1e9 || seconds > 1e11) return null;
  return new Date(Math.floor(seconds) * 1000).toISOString();
}

/** ISO 8601 UTC of an exact time as written in a page (`datetime` attribute); null where it is not exact. */
export function isoOfWritten(value: string | null): string | null {
  if (value === null || !/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)$/.test(value)) return null;
  const time = new Date(value);
  return Number.isNaN(time.getTime()) ? null : time.toISOString();
}
