// Clock times as text.

const ZONES: Readonly<Record<string, string>> = {
  'Asia/Jakarta': 'WIB',
  'Asia/Pontianak': 'WIB',
  'Asia/Makassar': 'WITA',
  'Asia/Jayapura': 'WIT',
};

/** "WIB", "WITA", "WIT"; null for a zone that has no name of its own here. */
export function zoneName(zone: string): string | null {
  return Object.hasOwn(ZONES, zone) ? (ZONES[zone] ?? null) : null;
}

/** "WIB", or "UTC+02:00" where the zone has no name of its own. @param date at whose moment the offset is taken */
export function zoneWords(zone: string, date: Date): string {
  return zoneName(zone) ?? `UTC${toLocalIso(date).slice(-6)}`;
}

/** Local wall clock with its offset, e.g. "2026-11-22T20:15:00+08:00". */
export function toLocalIso(date: Date): string {
  const offset = -date.getTimezoneOffset();
  const local = new Date(date.getTime() + offset * 60_000).toISOString().slice(0, 19);
  const hours = String(Math.floor(Math.abs(offset) / 60)).padStart(2, '0');
  const minutes = String(Math.abs(offset) % 60).padStart(2, '0');
  return `${local}${offset < 0 ? '-' : '+'}${hours}:${minutes}`;
}
