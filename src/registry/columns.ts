// What headings and fixed words of the lists mean, in the spellings that offices use.
import type { GuardedAccount, PlatformId } from '../model/account.ts';
import { CAMPAIGN_FIELDS, type CampaignField } from './campaign-columns.ts';
import { LINK_FIELDS, type LinkField } from './link-columns.ts';

export type Field =
  | CampaignField
  | LinkField
  | 'person'
  | 'nip'
  | 'unit'
  | 'agency'
  | 'status'
  | 'basis'
  | 'candidate'
  | 'office'
  | 'region'
  | 'official'
  | 'word'
  | 'tag'
  | 'platform'
  | 'id'
  | 'account';

/** What a column holds: a field, or the accounts of one site. */
export type Column = { readonly field: Field } | { readonly site: PlatformId };
export type ListKind = 'guarded' | 'watched';

const ACCOUNTS: Readonly<Record<string, readonly string[]>> = {
  platform: ['platform', 'situs', 'site', 'media', 'mediasosial', 'medsos', 'socialmedia', 'aplikasi', 'jenismedsos', 'jenismediasosial'],
  id: ['id', 'idakun', 'accountid', 'userid', 'idpengguna', 'idnumerik', 'numericid', 'uid'],
  account: [
    'akun',
    'account',
    'handle',
    'username',
    'namaakun',
    'accountname',
    'namapengguna',
    'user',
    'tautan',
    'link',
    'url',
    'tautanakun',
    'tautanprofil',
    'linkakun',
    'linkprofil',
    'profil',
    'profile',
    'profileurl',
    'akunmedsos',
    'akunmediasosial',
  ],
};

const FIELDS: Readonly<Record<ListKind, Readonly<Record<string, readonly string[]>>>> = {
  guarded: {
    person: ['nama', 'person', 'name', 'namalengkap', 'fullname', 'namapegawai', 'namaasn', 'pegawai'],
    nip: ['nip', 'nipppk', 'nippppk', 'nip3k', 'nipasn', 'nipni', 'nomorindukpegawai', 'nomorinduk', 'ninip', 'nippns', 'employeenumber'],
    unit: ['unitkerja', 'unit', 'workunit', 'satuankerja', 'satker', 'bagian', 'bidang'],
    agency: [
      'instansi',
      'opd',
      'skpd',
      'dinas',
      'agency',
      'organisasi',
      'organization',
      'organisation',
      'instansiinduk',
      'perangkatdaerah',
    ],
    status: ['status', 'statuspegawai', 'statuskepegawaian', 'statusasn', 'jenisasn', 'employmentstatus'],
    basis: ['dasar', 'basis', 'sumber', 'source', 'dasarpencatatan', 'sumberdata'],
    ...LINK_FIELDS,
    ...ACCOUNTS,
  },
  watched: {
    candidate: ['calon', 'candidate', 'namacalon', 'kandidat', 'paslon', 'namapaslon', 'pasangancalon'],
    office: ['jabatan', 'office', 'posisi', 'position'],
    region: ['wilayah', 'region', 'daerah', 'area'],
    official: ['resmi', 'official', 'akunresmi', 'terdaftar', 'terdaftarkpu', 'registered'],
    word: ['kata', 'word', 'words', 'katakunci', 'keyword', 'keywords'],
    tag: ['tagar', 'hashtag', 'hashtags', 'tag'],
    ...CAMPAIGN_FIELDS,
    ...ACCOUNTS,
  },
};

const PLATFORMS: Readonly<Record<PlatformId, readonly string[]>> = {
  facebook: ['facebook', 'fb', 'facebookcom'],
  instagram: ['instagram', 'ig', 'insta', 'instagramcom'],
  x: ['x', 'twitter', 'xtwitter', 'twitterx', 'xcom', 'twittercom'],
  tiktok: ['tiktok', 'tiktokcom'],
  youtube: ['youtube', 'yt', 'youtubecom'],
  threads: ['threads', 'thread', 'threadsnet', 'threadscom'],
};

const STATUSES: Readonly<Record<GuardedAccount['status'], readonly string[]>> = {
  PNS: ['pns', 'pegawainegerisipil', 'asnpns', 'pnsasn'],
  PPPK: [
    'pppk',
    'p3k',
    'asnpppk',
    'pppkpenuhwaktu',
    'p3kpenuhwaktu',
    'pppkparuhwaktu',
    'p3kparuhwaktu',
    'pppkpw',
    'pegawaipemerintahdenganperjanjiankerja',
  ],
  'non-ASN': [
    'nonasn',
    'bukanasn',
    'pegawainonasn',
    'tenaganonasn',
    'honorer',
    'tenagahonorer',
    'pegawaihonorer',
    'pegawaitidaktetap',
    'ptt',
    'tenagahonorerlepas',
    'tenagaharianlepas',
    'thl',
  ],
};

const YES = ['ya', 'y', 'yes', 'true', 'benar', '1', 'resmi', 'terdaftar', 'official'];
const NO = ['tidak', 't', 'tdk', 'no', 'n', 'false', 'salah', '0', 'tidakresmi', 'bukan', 'tidakterdaftar', 'belum', 'belumterdaftar'];

/** Letters and digits only, lower case: "Unit_Kerja " and "unit kerja" are one. */
export function toPlainWord(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

/** What a heading means in a list, or null. "nama/person" counts if its parts agree. */
export function findColumn(kind: ListKind, heading: string): Column | null {
  const whole = columnOf(kind, heading);
  if (whole !== null) return whole;
  const parts = heading
    .split(/[/(),|]/)
    .map((part) => columnOf(kind, part))
    .filter((column) => column !== null);
  const [first] = parts;
  if (first === undefined) return null;
  const same = parts.every((part) => nameOf(part) === nameOf(first));
  // "kata/tagar": the column holds either, as written.
  if (!same && parts.every((part) => nameOf(part) === 'word' || nameOf(part) === 'tag')) return { field: 'word' };
  if (!same && parts.every((part) => nameOf(part) === 'unit' || nameOf(part) === 'agency')) return { field: 'unit' };
  // "NIP/NI PPPK": one number in two spellings.
  if (nameOf(first) === 'nip') return first;
  return same ? first : null;
}

/** The fields that a list of this kind may have, in the order in which people ask for them. */
export function fieldsOf(kind: ListKind): Field[] {
  return Object.keys(FIELDS[kind]) as Field[];
}

/** What tells a column's meaning in one word: a field's or a site's name. */
export function nameOf(column: Column): string {
  return 'field' in column ? column.field : column.site;
}

function columnOf(kind: ListKind, heading: string): Column | null {
  const word = toPlainWord(heading);
  if (word === '') return null;
  for (const [field, words] of Object.entries(FIELDS[kind])) if (words.includes(word)) return { field: field as Field };
  const site = parsePlatform(word.replace(/^(?:akun|account|link|tautan|url|medsos)/, '').replace(/\d{1,2}$/, ''));
  return site === null ? null : { site };
}

export function parsePlatform(text: string): PlatformId | null {
  return findKey(PLATFORMS, toPlainWord(text).replace(/^www/, ''));
}

export function parseStatus(text: string): GuardedAccount['status'] | null {
  return findKey(STATUSES, toPlainWord(text));
}

/** true, false, null for an empty cell; undefined if it is none of these. */
export function parseOfficial(text: string): boolean | null | undefined {
  const word = toPlainWord(text);
  if (word === '') return null;
  if (YES.includes(word)) return true;
  return NO.includes(word) ? false : undefined;
}

function findKey<Key extends string>(words: Readonly<Record<Key, readonly string[]>>, word: string): Key | null {
  for (const key of Object.keys(words) as Key[]) if (words[key].includes(word)) return key;
  return null;
}
