// Ranges of sanctions for PNS as the rules threaten them, and what holds for others. Never printed for anybody who is no PNS.
import type { Range, Remark, Row } from '../../model/rules.ts';
import * as from from './sources.ts';

export const RANGES: Readonly<Record<Row['range'], Range>> = {
  moral: {
    name: { id: 'Sanksi moral', en: 'Moral sanction' },
    items: [
      { id: 'pernyataan secara tertutup', en: 'statement behind closed doors' },
      { id: 'pernyataan secara terbuka', en: 'statement in public' },
    ],
    certainty: 'reported',
    confirmed: false,
    sources: [{ label: 'PP 42/2004 pasal 15 (PNS), menurut pemberitaan SKB 2022', where: from.SKB_KOMPAS.where }],
  },
  sedang: {
    name: { id: 'Hukuman disiplin tingkat sedang', en: 'Disciplinary penalty of medium level' },
    items: [
      { id: 'potongan tunjangan kinerja 25% selama 6 bulan', en: 'performance allowance cut by 25% for 6 months' },
      { id: 'potongan tunjangan kinerja 25% selama 9 bulan', en: 'performance allowance cut by 25% for 9 months' },
      { id: 'potongan tunjangan kinerja 25% selama 12 bulan', en: 'performance allowance cut by 25% for 12 months' },
    ],
    certainty: 'reported',
    confirmed: false,
    sources: [from.PP94_GEMPITA, from.PP94_ANTARA],
  },
  berat: {
    name: { id: 'Hukuman disiplin tingkat berat', en: 'Disciplinary penalty of heavy level' },
    items: [
      { id: 'penurunan jabatan setingkat lebih rendah selama 12 bulan', en: 'a post one level lower for 12 months' },
      {
        id: 'pembebasan dari jabatan menjadi jabatan pelaksana selama 12 bulan',
        en: 'release from the post to an executing post for 12 months',
      },
      {
        id: 'pemberhentian dengan hormat tidak atas permintaan sendiri sebagai PNS',
        en: 'honourable dismissal as PNS, not at own request',
      },
    ],
    certainty: 'reported',
    confirmed: false,
    sources: [from.PP94_GEMPITA, from.PP94_ANTARA],
  },
};

/** What the person's standing means for the rows, by the registry's own word. */
export const STANDINGS: Readonly<Record<'PNS' | 'PPPK' | 'non-ASN', readonly Remark[]>> = {
  PNS: [
    {
      say: { id: 'Aturan disiplin PNS berlaku pula untuk CPNS.', en: 'The discipline rules for PNS hold for CPNS (on probation) as well.' },
      certainty: 'reported',
      confirmed: false,
      sources: [from.PP94_CPNS],
    },
    {
      say: {
        id: 'Atasan langsung wajib bertindak begitu mengetahui; ini bukan perkara yang menunggu aduan.',
        en: 'The direct superior has to act once informed; this does not depend on a complaint.',
      },
      certainty: 'reported',
      confirmed: false,
      sources: [from.PP94_SUPERIOR],
    },
  ],
  PPPK: [
    {
      say: {
        id: 'Untuk PPPK berlaku aturan disiplin instansinya sendiri dan perjanjian kerjanya. Ancaman untuk PNS tidak berlaku, jadi tidak ditampilkan. Tanyakan kepada BKPSDM/BKPP.',
        en: 'For PPPK (contract civil servants) the agency’s own discipline rules and the work contract hold. What threatens PNS does not hold for them, so it is not shown. Ask the personnel agency.',
      },
      certainty: 'reported',
      confirmed: false,
      sources: [from.PP49],
    },
  ],
  'non-ASN': [
    {
      say: {
        id: 'Untuk yang menurut daftar bukan ASN, baris aturan ASN tidak ditampilkan. Apakah ada aturan lain, tanyakan kepada instansi atau Bawaslu.',
        en: 'For people who are no civil servants according to the list, the rows for civil servants are not shown. Whether other rules hold, ask the office or Bawaslu.',
      },
      certainty: 'general',
      confirmed: false,
      sources: [from.GENERAL],
    },
  ],
};
