// Rows of the joint decree (SKB) of 2022 as press reports tell them. Their exact wording is not confirmed.
import type { Row } from '../../model/rules.ts';
import * as from from './sources.ts';

const ARTICLES = {
  id: 'Nomor pasal berasal dari pemberitaan, bukan dari naskah SKB.',
  en: 'The article numbers come from press reports, not from the decree itself.',
};
const CALON_OR_BAKAL = {
  id: 'Sumber berbeda: ada yang menulis baris ini untuk “calon”, ada yang untuk “bakal calon”.',
  en: 'Sources differ: some word this row for candidates, others for prospective candidates.',
};
const REPLY_QUOTE = {
  id: 'Balasan dan kutipan tidak disebut sendiri; di sini dibaca sebagai komentar dan membagikan.',
  en: 'Replies and quotes are not named on their own; they are read here as comments and shares.',
};
const APPEAR = {
  id: 'Baris ini tentang mengunggah. Tampil dalam unggahan pihak lain belum tentu termasuk.',
  en: 'This row is about posting. Being shown in somebody else’s post is not necessarily meant.',
};
const LEVEL = {
  id: 'KASN pernah merekomendasikan tingkat sedang dalam perkara unggahan: ancaman bukan hasil.',
  en: 'KASN once recommended the medium level in a case of posting: what is threatened is not what follows.',
};
const CUT_OFF = {
  id: 'Pemberitaan yang ada terpotong; pasal dan tingkatnya belum jelas.',
  en: 'The reports found are cut off; article and level are unclear.',
};

type Half<More extends keyof Row = never> = Pick<Row, 'heading' | 'usually' | 'range' | 'unsureRange' | 'confirmed' | More>;
const ethics: Half<'norms'> = {
  heading: 'ethics',
  usually: 'before-fixing',
  range: 'moral',
  norms: [{ text: 'PP 42/2004 pasal 11 huruf c', only: 'PNS' }],
  unsureRange: [],
  confirmed: false,
};
const discipline: Half = { heading: 'discipline', usually: 'after-fixing', range: 'berat', confirmed: false, unsureRange: [LEVEL] };
const ETHICS_SOURCES = [from.SKB_SEMARANG, from.SKB_KOMPAS, from.SKB_TRIBUN, from.SKB_TECHNOZ];
const FREE_OF_INFLUENCE = { text: 'UU 5/2014 pasal 9 ayat 2 (kini UU 20/2023)', only: 'ASN' } as const;
const pp94 = (where: string) => ({ text: `PP 94/2021 ${where}`, only: 'PNS' }) as const;
const UNREAD = { text: 'SKB 2022, Lampiran II (pasal belum jelas)', only: 'ASN' } as const;

export const ROWS: readonly Row[] = [
  {
    ...ethics,
    rowId: 'etik-1',
    what: {
      id: 'Memasang spanduk, baliho, atau alat peraga lain bakal calon',
      en: 'Putting up banners or other displays of a prospective candidate',
    },
    acts: [],
    objects: ['bakal-calon'],
    certainty: 'reported',
    unsure: [ARTICLES],
    sources: ETHICS_SOURCES,
  },
  {
    ...ethics,
    rowId: 'etik-2',
    what: {
      id: 'Sosialisasi atau kampanye bakal calon di media sosial atau daring',
      en: 'Promoting or campaigning for a prospective candidate on social media or online',
    },
    acts: ['post', 'share', 'quote'],
    objects: ['bakal-calon'],
    certainty: 'reported',
    unsure: [ARTICLES],
    sources: ETHICS_SOURCES,
  },
  {
    ...ethics,
    rowId: 'etik-3',
    what: {
      id: 'Menghadiri deklarasi atau kampanye bakal calon dan memberi dukungan secara aktif',
      en: 'Attending a prospective candidate’s declaration or campaign and giving active support',
    },
    acts: [],
    objects: ['bakal-calon'],
    certainty: 'reported',
    unsure: [ARTICLES],
    sources: ETHICS_SOURCES,
  },
  {
    ...ethics,
    rowId: 'etik-4',
    what: {
      id: 'Mengunggah, mengomentari, membagikan, menyukai, bergabung dengan atau mengikuti akun atau grup pemenangan bakal calon',
      en: 'Posting, commenting, sharing, liking, joining or following an account or group for winning of a prospective candidate',
    },
    acts: ['like', 'comment', 'reply', 'share', 'quote', 'post', 'follow'],
    objects: ['bakal-calon', 'tim'],
    certainty: 'reported',
    unsure: [ARTICLES, REPLY_QUOTE],
    sources: ETHICS_SOURCES,
  },
  {
    ...ethics,
    rowId: 'etik-5',
    what: {
      id: 'Mengunggah untuk umum foto bersama bakal calon, tim sukses dengan simbol keberpihakan atau atribut partai, atau alat peraga partai',
      en: 'Posting in public a photo with a prospective candidate, with a winning team showing partisan symbols or party attributes, or with party props',
    },
    acts: ['post', 'appear'],
    objects: ['bakal-calon', 'tim', 'parpol'],
    certainty: 'reported',
    unsure: [ARTICLES, APPEAR],
    sources: ETHICS_SOURCES,
  },
  {
    ...ethics,
    rowId: 'etik-6',
    what: {
      id: 'Ikut kegiatan kampanye, sosialisasi, atau pengenalan bakal calon',
      en: 'Taking part in campaigning, promotion or introduction of a prospective candidate',
    },
    acts: [],
    objects: ['bakal-calon'],
    certainty: 'reported',
    unsure: [ARTICLES],
    sources: ETHICS_SOURCES,
  },
  {
    ...ethics,
    rowId: 'etik-7',
    what: {
      id: 'Ikut deklarasi atau kampanye suami atau istri sendiri yang menjadi (bakal) calon',
      en: 'Joining the declaration or campaign of one’s own husband or wife who is a (prospective) candidate',
    },
    acts: [],
    objects: ['bakal-calon', 'calon'],
    certainty: 'reported',
    unsure: [ARTICLES],
    sources: ETHICS_SOURCES,
  },
  {
    ...discipline,
    rowId: 'disiplin-2',
    what: { id: 'Sosialisasi atau kampanye di media sosial atau daring', en: 'Promoting or campaigning on social media or online' },
    acts: ['post', 'share', 'quote'],
    objects: ['bakal-calon', 'calon'],
    norms: [FREE_OF_INFLUENCE, pp94('pasal 5 huruf n')],
    certainty: 'reported',
    unsure: [CALON_OR_BAKAL, ARTICLES],
    sources: [from.SKB_KOMPAS, from.SKB_TRIBUN, from.SKB_INNALAR, from.KASN_SEDANG],
  },
  {
    ...discipline,
    rowId: 'disiplin-6',
    what: {
      id: 'Mengunggah, mengomentari, membagikan, menyukai, bergabung dengan atau mengikuti akun atau grup pemenangan',
      en: 'Posting, commenting, sharing, liking, joining or following an account or group for winning',
    },
    acts: ['like', 'comment', 'reply', 'share', 'quote', 'post', 'follow'],
    objects: ['bakal-calon', 'calon', 'tim'],
    norms: [FREE_OF_INFLUENCE, pp94('pasal 5 huruf n angka 5')],
    certainty: 'reported',
    unsure: [CALON_OR_BAKAL, REPLY_QUOTE, ARTICLES],
    sources: [from.SKB_KOMPAS, from.SKB_TECHNOZ, from.SKB_INNALAR, from.KASN_SEDANG],
  },
  {
    ...discipline,
    rowId: 'disiplin-7',
    what: {
      id: 'Mengunggah untuk umum foto bersama calon, tim, atau alat peraga partai',
      en: 'Posting in public a photo with a candidate, a team or party props',
    },
    acts: ['post', 'appear'],
    objects: ['bakal-calon', 'calon', 'tim', 'parpol'],
    norms: [FREE_OF_INFLUENCE, pp94('pasal 5 huruf n')],
    certainty: 'reported',
    unsure: [CALON_OR_BAKAL, APPEAR, ARTICLES],
    sources: [from.SKB_KOMPAS, from.SKB_INNALAR, from.KASN_SEDANG],
  },
  {
    ...discipline,
    rowId: 'disiplin-8',
    what: {
      id: 'Kegiatan yang mengarah pada keberpihakan: pertemuan, ajakan, imbauan, seruan, pemberian barang',
      en: 'Activities that lean to one side: meetings, invitations, appeals, calls, gifts',
    },
    acts: [],
    objects: ['bakal-calon', 'calon', 'parpol'],
    norms: [pp94('pasal 5 huruf n angka 6')],
    certainty: 'reported',
    unsure: [ARTICLES],
    sources: [from.SKB_KOMPAS, from.PP94_SINDO],
  },
  {
    ...discipline,
    rowId: 'disiplin-3',
    what: { id: 'Mendekati partai untuk menjadi bakal calon', en: 'Approaching parties in order to become a prospective candidate' },
    acts: [],
    objects: ['parpol'],
    usually: 'before-fixing',
    range: 'sedang',
    norms: [UNREAD],
    certainty: 'unclear',
    unsure: [CUT_OFF],
    sources: [from.SKB_KOMPAS],
  },
  {
    ...discipline,
    rowId: 'disiplin-9',
    what: {
      id: 'Menjadi ahli, tim pemenangan, atau konsultan (bakal) calon',
      en: 'Being an expert, member of the winning team or consultant of a (prospective) candidate',
    },
    acts: [],
    objects: ['bakal-calon', 'calon', 'tim'],
    range: 'sedang',
    norms: [UNREAD],
    certainty: 'unclear',
    unsure: [CUT_OFF],
    sources: [from.SKB_KOMPAS],
  },
];
