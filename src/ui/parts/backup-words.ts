// Words of the line that tells how much lies on this computer alone.
import type { Said } from '../said.ts';

export const BACKUP_STATE_WORDS = {
  'backup.never': {
    id: 'Belum pernah dicadangkan: {n} bukti hanya ada di komputer ini.',
    en: 'Never backed up: {n} {n|capture exists|captures exist} on this computer only.',
  },
  'backup.due': {
    id: 'Waktunya mencadangkan: {n} bukti baru hanya ada di komputer ini. Cadangan terakhir {days} hari lalu.',
    en: 'Time for a backup: {n} new {n|capture exists|captures exist} on this computer only. Last backup {days} {days|day|days} ago.',
  },
  'backup.fresh': {
    id: 'Cadangan terakhir {days} hari lalu. Bukti baru sejak itu: {n}.',
    en: 'Last backup {days} {days|day|days} ago. New captures since then: {n}.',
  },
  'backup.today': { id: 'Dicadangkan hari ini. Bukti baru sejak itu: {n}.', en: 'Backed up today. New captures since then: {n}.' },
  'backup.open': { id: 'Buat cadangan', en: 'Make a backup' },
} as const satisfies Record<string, Said>;
