// How long a report may wait, and the days on which offices are closed.
import type { Calendar, Holiday, Remark } from '../../model/rules.ts';
import * as from from './sources.ts';

/** Days from the day on which it became known. */
export const DAYS = 7;

export const DEADLINES: Readonly<Record<Calendar['election'], Remark>> = {
  pemilu: {
    say: {
      id: 'Pemilu: laporan paling lambat 7 hari sejak diketahui. Undang-undang menulis hari kerja, peraturan Bawaslu hanya “hari”: hitunglah hari kalender.',
      en: 'General election: report within 7 days of knowing. The law says working days, Bawaslu’s regulation only “days”: count calendar days.',
    },
    certainty: 'unclear',
    confirmed: false,
    sources: [from.PLACE, from.UU7_454],
  },
  pilkada: {
    say: {
      id: 'Pilkada: laporan paling lambat 7 hari sejak diketahui atau ditemukan; dihitung sebagai hari kalender.',
      en: 'Regional election: report within 7 days of knowing or finding; counted as calendar days.',
    },
    certainty: 'general',
    confirmed: false,
    sources: [from.UU1_134],
  },
};

const FIXED = [
  ['01-01', 'Tahun Baru'],
  ['05-01', 'Hari Buruh'],
  ['06-01', 'Hari Lahir Pancasila'],
  ['08-17', 'Hari Kemerdekaan'],
  ['12-25', 'Natal'],
] as const;

/** Only holidays that fall on the same day every year; the others are set anew each year and are the user's to add. */
export const HOLIDAYS: readonly Holiday[] = [2026, 2027, 2028, 2029].flatMap((year) =>
  FIXED.map(([day, name]) => ({ day: `${year}-${day}`, name, sources: [from.GENERAL], confirmed: false })),
);
