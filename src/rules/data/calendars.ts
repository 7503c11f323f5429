// Calendars that are shipped: a past one as a worked example, and empty ones for elections whose days are not set.
import type { Calendar, Citation, Stage, StageKind } from '../../model/rules.ts';
import * as from from './sources.ts';

const stage = (name: string, kind: StageKind, days: readonly [string, string] | null, sources: Citation[]): Stage => ({
  name,
  kind,
  from: days?.[0] ?? null,
  to: days?.[1] ?? null,
  sources,
  confirmed: false,
});
const pilkada = (name: string, kind: StageKind, first: string, last = first) => stage(name, kind, [first, last], [from.PKPU2]);

const PILKADA_2024: Calendar = {
  title: 'Pilkada 2024',
  election: 'pilkada',
  stages: [
    pilkada('Pemenuhan persyaratan dukungan perseorangan', 'support', '2024-05-05', '2024-08-19'),
    pilkada('Pengumuman pendaftaran', 'registration', '2024-08-24', '2024-08-26'),
    pilkada('Pendaftaran pasangan calon', 'registration', '2024-08-27', '2024-08-29'),
    pilkada('Penelitian persyaratan', 'review', '2024-08-27', '2024-09-21'),
    pilkada('Penetapan pasangan calon', 'fixing', '2024-09-22'),
    pilkada('Pengundian nomor urut', 'numbers', '2024-09-23'),
    pilkada('Kampanye', 'campaign', '2024-09-25', '2024-11-23'),
    // One report counts the quiet period from the 23rd, which the campaign's last day contradicts.
    stage('Masa tenang', 'quiet', ['2024-11-24', '2024-11-26'], [from.GENERAL]),
    pilkada('Pemungutan suara', 'voting', '2024-11-27'),
    pilkada('Penghitungan dan rekapitulasi suara', 'counting', '2024-11-27', '2024-12-16'),
  ],
};

const undated = (title: string, election: Calendar['election'], sources: Citation[]): Calendar => ({
  title,
  election,
  stages: (
    [
      ['Pendaftaran peserta dan calon', 'registration'],
      ['Penelitian persyaratan', 'review'],
      ['Penetapan calon', 'fixing'],
      ['Kampanye', 'campaign'],
      ['Masa tenang', 'quiet'],
      ['Pemungutan suara', 'voting'],
      ['Penghitungan dan rekapitulasi suara', 'counting'],
    ] as const
  ).map(([name, kind]) => stage(name, kind, null, sources)),
});

/** Worked example first, then the coming elections with their days left open. */
export const CALENDARS: readonly Calendar[] = [
  PILKADA_2024,
  undated('Pemilu nasional 2029', 'pemilu', [from.MK_135, from.KOMISI_II]),
  undated('Pemilu daerah sesudah 2029', 'pilkada', [from.MK_135]),
];
