// A calendar as a file, so that one person of a team types it and the others take it in.
import { type Calendar, calendarFileSchema, calendarHeadSchema } from '../model/rules.ts';

const MAX_LENGTH = 500_000;

/** Why a file was not taken in: a key for the interface's words, and what or where. */
export interface CalendarRefusal {
  readonly why: 'too-long' | 'no-json' | 'other-file' | 'newer' | 'stage' | 'field';
  /** Number of the stage, from 1; null where it is not about one. */
  readonly stage: number | null;
  /** Name of the field as the file writes it; null where it is not about one. */
  readonly field: string | null;
}

export function toCalendarFile(calendar: Calendar): string {
  return `${JSON.stringify({ jenis: 'netra-kalender', versi: 1, kalender: calendar }, null, 2)}\n`;
}

/** Never throws. @param text whole file as text */
export function parseCalendarFile(text: string): { readonly calendar: Calendar } | { readonly refused: CalendarRefusal } {
  const refuse = (why: CalendarRefusal['why'], stage: number | null = null, field: string | null = null) => ({
    refused: { why, stage, field },
  });
  if (text.length > MAX_LENGTH) return refuse('too-long');
  let raw: unknown;
  try {
    raw = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return refuse('no-json');
  }
  const head = calendarHeadSchema.safeParse(raw);
  if (!head.success) return refuse('other-file');
  if (head.data.versi !== 1) return refuse('newer');
  const parsed = calendarFileSchema.safeParse(raw);
  if (parsed.success) return { calendar: parsed.data.kalender };
  const path = (parsed.error.issues[0]?.path ?? []).slice(1);
  const at = path.indexOf('stages');
  const stage = at >= 0 && typeof path[at + 1] === 'number' ? (path[at + 1] as number) + 1 : null;
  const field = path.findLast((part) => typeof part === 'string' && part !== 'stages');
  // Without a field of its own, a stage is refused for its two days together.
  return stage !== null && field === undefined
    ? refuse('stage', stage)
    : refuse('field', stage, field === undefined ? 'stages' : String(field));
}
