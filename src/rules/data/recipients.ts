// Who receives a finding today. Institutions change: the user can edit all of it.
import type { Recipient, Remark } from '../../model/rules.ts';
import * as from from './sources.ts';

export const RECIPIENTS: readonly Recipient[] = [
  {
    name: 'Bawaslu Kabupaten/Kota',
    role: {
      id: 'Menerima laporan dan informasi awal; mengkaji, lalu meneruskan kepada instansi yang berwenang.',
      en: 'Receives reports and initial information; studies them and forwards to the competent body.',
    },
    sources: [from.PLACE, from.PENERUSAN, from.REPORT_BOTH],
    confirmed: false,
  },
  {
    name: 'Panwaslu Kecamatan',
    role: {
      id: 'Pengawas terdekat dengan tempat kejadian; menerima laporan dan informasi awal.',
      en: 'The supervisor nearest to the place; receives reports and initial information.',
    },
    sources: [from.REPORT_KECAMATAN],
    confirmed: false,
  },
  {
    name: 'BKPSDM/BKPP',
    role: {
      id: 'Badan kepegawaian daerah: aduan masyarakat tentang pegawainya, dan pelaksanaan hukuman oleh pejabat pembina kepegawaian.',
      en: 'Regional personnel agency: complaints about its staff, and what the appointing authority decides.',
    },
    sources: [from.REPORT_BOTH],
    confirmed: false,
  },
  {
    name: 'Kantor Regional BKN',
    role: {
      id: 'Menerima penerusan dari Bawaslu sejak KASN tidak ada lagi.',
      en: 'Receives what Bawaslu forwards, since KASN no longer exists.',
    },
    sources: [from.SE_MENPANRB, from.PENERUSAN],
    confirmed: false,
  },
];

/** Why the list above has to stay editable. */
export const RECIPIENT_REMARK: Remark = {
  say: {
    id: 'Penerima dapat berubah: Mahkamah Konstitusi meminta lembaga independen dibentuk sebelum Oktober 2027.',
    en: 'Recipients may change: the Constitutional Court asked for an independent body by October 2027.',
  },
  certainty: 'reported',
  confirmed: false,
  sources: [from.MK_121],
};
