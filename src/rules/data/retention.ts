// How long a finding is kept unless the user says otherwise. No law that was read names a number of days: these are proposals.

import type { RetentionStart } from '../../model/retention.ts';
import type { Remark } from '../../model/rules.ts';
import * as from from './sources.ts';

/** A period and what it rests on. */
export interface Period extends Remark {
  /** Whole days. */
  readonly days: number;
}

export const PERIODS: Readonly<Record<RetentionStart, Period>> = {
  'handed-over': {
    days: 365,
    say: {
      id: 'Setelah diserahkan: setahun, agar pemantau masih dapat menjelaskan yang diserahkannya sampai perkara itu selesai.',
      en: 'After handing over: one year, so that the monitor can still explain what was handed over until the matter is settled.',
    },
    certainty: 'general',
    confirmed: false,
    sources: [from.PDP_END, from.GENERAL],
  },
  'set-aside': {
    days: 30,
    say: {
      id: 'Setelah dikesampingkan: tiga puluh hari, lalu tidak ada lagi tujuan untuk menyimpannya.',
      en: 'After being set aside: thirty days; then there is no purpose left to keep it for.',
    },
    certainty: 'general',
    confirmed: false,
    sources: [from.PDP_END, from.GENERAL],
  },
  'last-word': {
    days: 180,
    say: {
      id: 'Yang belum diserahkan: seratus delapan puluh hari sejak langkah terakhir, jauh setelah tenggat laporan lewat.',
      en: 'Not handed over: a hundred and eighty days from the last step, long after the deadline for reports has passed.',
    },
    certainty: 'general',
    confirmed: false,
    sources: [from.PDP_END, from.GENERAL],
  },
};
