// Days and times of a workbook: numbers that only their cell's format tells from other numbers.

/** What a number's format shows. date: a day, maybe with a time · time: hours, minutes or seconds alone. */
export type Shows = 'number' | 'date' | 'time';
export type DateSystem = 1900 | 1904;

const DAY = 86_400;
/** 31 December 9999. */
const LAST_DAY: Readonly<Record<DateSystem, number>> = { 1900: 2_958_465, 1904: 2_957_003 };
/** Longer ones are written by no program. */
const MAX_CODE = 1000;

/** Formats that a workbook uses by number alone, without writing their code (ECMA-376 part 1, 18.8.30; 27 to 36 and 50 to 58: East Asia). */
export function showsOfBuiltIn(id: number): Shows {
  if ((id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 31) || id === 36 || (id >= 50 && id <= 58)) return 'date';
  // 32 to 35 are times of day in all of the languages that have them.
  return (id >= 18 && id <= 21) || (id >= 32 && id <= 35) || (id >= 45 && id <= 47) ? 'time' : 'number';
}

/** What a format's code shows: `dd/mm/yyyy`, `[$-421]d mmmm yyyy;@`, `[h]:mm:ss`, `"Rp"#,##0`. Files hold the letters of English in every language. */
export function showsOfCode(code: string): Shows {
  if (code.length > MAX_CODE) return 'number';
  const [first = ''] = bare(code).split(';');
  const letters = first.toLowerCase();
  if (/general|e[+-]/.test(letters)) return 'number';
  // Places for digits: a number, but for parts of a second.
  if (/[0#?]/.test(letters.replace(/s[.,]0+/g, 's'))) return 'number';
  const words = letters.replace(/am\/pm|a\/p/g, 'h');
  if (/[yd]|e|b/.test(words)) return 'date';
  if (/[hs]/.test(words)) return 'time';
  return /m/.test(words) ? 'date' : 'number';
}

/** Without what is only written out: quoted text, signs after a backslash, colours, languages and conditions. */
function bare(code: string): string {
  let made = '';
  for (let at = 0; at < code.length; at++) {
    const sign = code.charAt(at);
    if (sign === '"') at = endOf(code, at, '"');
    else if (sign === '[') {
      const end = endOf(code, at, ']');
      const inside = code.slice(at + 1, end);
      // [h], [mm] and [ss] count on beyond a day; every other bracket shows nothing of its own.
      if (/^(?:h+|m+|s+)$/i.test(inside)) made += inside.replace(/m/gi, 's');
      at = end;
    } else if (sign === '\\' || sign === '_' || sign === '*') at += 1;
    else made += sign;
  }
  return made;
}

function endOf(code: string, from: number, sign: string): number {
  const end = code.indexOf(sign, from + 1);
  return end === -1 ? code.length : end;
}

/**
 * A day as "2024-09-25", with the time of day behind it ("2024-09-25 13:30:00") where it is not midnight; a time alone as "13:30:00".
 * null where no such day exists: the number then stands as it is.
 * @param written the cell's number as the file has it
 */
export function toDateText(written: string, shows: 'date' | 'time', system: DateSystem): string | null {
  const number = /^\s*\d+(?:\.\d+)?(?:[eE][+-]?\d{1,2})?\s*$/.test(written) ? Number(written) : Number.NaN;
  if (!Number.isFinite(number) || number > LAST_DAY[system] + 1) return null;
  // Spreadsheets work in parts of a day: 13:30 is kept as 0.5625, and 0.1 s is lost in the rounding.
  const seconds = Math.round(number * DAY);
  const day = Math.floor(seconds / DAY);
  const rest = seconds - day * DAY;
  const two = (part: number) => String(part).padStart(2, '0');
  const time = `${two(Math.floor(rest / 3600))}:${two(Math.floor(rest / 60) % 60)}:${two(rest % 60)}`;
  if (day === 0 && shows === 'time') return time;
  const iso = toDay(day, system);
  return iso === null ? null : rest === 0 ? iso : `${iso} ${time}`;
}

function toDay(day: number, system: DateSystem): string | null {
  if (day > LAST_DAY[system]) return null;
  // The older system counts from 1 January 1900 as day 1, and has a 29 February 1900 (day 60) that never was.
  if (system === 1900 && (day < 1 || day === 60)) return null;
  const start = system === 1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, day < 60 ? 31 : 30);
  return new Date(start + day * DAY * 1000).toISOString().slice(0, 10);
}
