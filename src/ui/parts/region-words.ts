// Words of choosing a region.
import type { Level } from '../../regions/regions.ts';
import type { Said } from '../said.ts';

const LEVELS = {
  'region.province': { id: 'provinsi', en: 'province' },
  'region.regency': { id: 'kabupaten/kota', en: 'regency or city' },
  'region.district': { id: 'kecamatan', en: 'district' },
} as const satisfies Record<`region.${Level}`, Said>;

export const REGION_WORDS = {
  ...LEVELS,
  'region.hint': {
    id: 'Ketik sebagian nama, misalnya “kab sukab”, atau kode. Panah atas dan bawah untuk memilih, Enter untuk memakai, Esc untuk menutup.',
    en: 'Type part of a name, such as “kab sukab”, or a code. Up and down arrows to choose, Enter to use, Esc to close.',
  },
  'region.found': { id: '{n} wilayah ditemukan', en: '{n} {n|region|regions} found' },
  'region.first': {
    id: '{n} wilayah pertama; ketik lebih banyak untuk mempersempit',
    en: 'The first {n} regions; type more to narrow it down',
  },
  'region.none': { id: 'Tidak ada wilayah dengan kata-kata ini.', en: 'No region fits these words.' },
  'region.broken': {
    id: 'Daftar wilayah tidak dapat dibuka. Muat ulang halaman ini.',
    en: 'The list of regions cannot be opened. Reload this page.',
  },
  'region.clear': { id: 'Kosongkan', en: 'Clear' },
  'region.notice': {
    id: 'Kode Kemendagri. Memuat keterangan dari idn-area-data, tersedia menurut Open Database License (ODbL) 1.0.',
    en: 'Codes of the ministry of home affairs. Contains information from idn-area-data, made available under the Open Database License (ODbL) 1.0.',
  },
} as const satisfies Record<string, Said>;
