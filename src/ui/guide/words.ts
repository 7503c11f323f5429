// Words of the guide: plain ones, for civil servants.
import type { Said } from '../said.ts';

export const GUIDE_WORDS = {
  'guide.title': { id: 'Apa yang dilarang, dan apa yang tidak', en: 'What is barred, and what is not' },
  'guide.lead': {
    id: 'Netralitas ASN di media sosial, dengan kata-kata biasa. Halaman ini tidak memuat data siapa pun; boleh dicetak dan dibagikan.',
    en: 'Neutrality of civil servants on social media, in plain words. This page holds nobody’s data; print it and pass it on.',
  },
  'guide.caution': {
    id: 'Bukan naskah hukum dan bukan nasihat hukum. Isinya dihimpun dari sumber yang disebut; yang bertanda “periksa naskah resmi” belum dicocokkan dengan naskah aslinya.',
    en: 'No legal text and no legal advice. It was put together from the sources named; what is marked “check the official text” was not compared with the original yet.',
  },
  'guide.print': { id: 'Cetak', en: 'Print' },
  'guide.social': {
    id: 'Yang dilarang di media sosial, menurut SKB 2022',
    en: 'What is barred on social media, according to the decree of 2022',
  },
  'guide.socialMore': {
    id: 'Berlaku untuk akun kampanye: akun calon atau bakal calon, partai, tim, dan grup pemenangan. Tindakan yang sama ada di bawah dua kelompok aturan; mana yang dipakai, petugas yang menentukan.',
    en: 'About campaign accounts: of candidates or prospective candidates, parties, teams and groups for winning. The same acts stand under two headings; which one is used, the officer decides.',
  },
  'guide.act': { id: 'Tindakan', en: 'Act' },
  'guide.whom': { id: 'Untuk siapa', en: 'For whom' },
  'guide.basis': { id: 'Dasar yang dirujuk', en: 'Basis cited' },
  'guide.offline': { id: 'Yang dilarang di luar layar', en: 'What is barred off the screen' },
  'guide.allowed': { id: 'Yang tidak disebut dilarang', en: 'What is not named as barred' },
  'guide.uncertain': { id: 'Yang belum pasti', en: 'What is uncertain' },
  'guide.ranges': { id: 'Ancaman menurut aturan, menurut status', en: 'What the rules threaten, by status' },
  'guide.rangesMore': {
    id: 'Ancaman bukan hasil: pejabat yang berwenang memilih dari rentang itu setelah pemeriksaan, atau tidak menjatuhkan apa pun.',
    en: 'What is threatened is not what follows: the competent official chooses from the range after hearing, or imposes nothing.',
  },
  'guide.pns': { id: 'PNS dan CPNS', en: 'PNS and CPNS (permanent, on probation)' },
  'guide.pppk': { id: 'PPPK (penuh dan paruh waktu)', en: 'PPPK (contract, full and part time)' },
  'guide.nonAsn': { id: 'Bukan ASN', en: 'No civil servant' },
  'guide.stages': { id: 'Tahapan', en: 'Stages' },
  'guide.stagesOwn': { id: 'Kalender yang dipakai di komputer ini: {title}', en: 'The calendar in use on this computer: {title}' },
  'guide.stagesExample': {
    id: 'Belum ada kalender yang dipilih. Sebagai contoh: {title}.',
    en: 'No calendar has been chosen. As an example: {title}.',
  },
  'guide.from': { id: 'Tanggal', en: 'Dates' },
  'guide.report': { id: 'Menyampaikan dugaan', en: 'Handing in an allegation' },
  'guide.references': { id: 'Sumber', en: 'Sources' },
  'guide.printed': { id: 'Netra {version}, dicetak {day}', en: 'Netra {version}, printed {day}' },
} as const satisfies Record<string, Said>;
