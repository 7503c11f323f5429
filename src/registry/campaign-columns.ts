// What headings and fixed words of a campaign list mean, in the spellings that people use.
import type { Seat, Standing, TargetKind } from '../model/campaign.ts';

export type CampaignField = 'kind' | 'seat' | 'number' | 'standing' | 'since' | 'party' | 'team' | 'from' | 'to' | 'affixes' | 'note';

/** Plain words as columns.ts makes them: letters and digits only. "No." and "nomor" alone number the rows of most lists. */
export const CAMPAIGN_FIELDS: Readonly<Record<CampaignField, readonly string[]>> = {
  kind: ['jenis', 'jenissasaran', 'jenisakun', 'kind', 'type', 'targettype', 'targetkind'],
  seat: ['tingkat', 'tingkatpemilihan', 'pemilihan', 'jenispemilihan', 'level', 'seat', 'election', 'electionlevel'],
  number: ['nomorurut', 'nourut', 'nomorurutcalon', 'nomorurutpaslon', 'nomorpaslon', 'nopaslon', 'ballotnumber', 'candidatenumber'],
  standing: ['statuspencalonan', 'statuscalon', 'pencalonan', 'status', 'standing', 'candidacy', 'candidacystatus'],
  since: ['sejak', 'statussejak', 'tanggalpenetapan', 'tanggalstatus', 'since', 'standingsince'],
  party: ['partai', 'parpol', 'partaipolitik', 'partaipengusung', 'pengusung', 'koalisi', 'party', 'parties'],
  team: ['tim', 'namatim', 'timkampanye', 'timpemenangan', 'timsukses', 'relawan', 'team', 'campaignteam'],
  from: ['mulai', 'berlakumulai', 'tanggalmulai', 'mulaiaktif', 'aktifmulai', 'dari', 'from', 'start', 'startdate', 'activefrom'],
  to: ['sampai', 'hingga', 'berlakusampai', 'tanggalselesai', 'aktifsampai', 'to', 'until', 'end', 'enddate', 'activeto'],
  affixes: ['imbuhan', 'denganimbuhan', 'affix', 'affixes', 'withaffixes'],
  note: ['catatan', 'keterangan', 'note', 'notes', 'remarks'],
};

/** How each column is called in messages. */
export const CAMPAIGN_HEADINGS: Readonly<Record<CampaignField, string>> = {
  kind: 'jenis',
  seat: 'tingkat',
  number: 'nomor urut',
  standing: 'status pencalonan',
  since: 'sejak',
  party: 'partai',
  team: 'tim',
  from: 'mulai',
  to: 'sampai',
  affixes: 'imbuhan',
  note: 'catatan',
};

const KINDS: Readonly<Record<TargetKind, readonly string[]>> = {
  candidate: ['calon', 'bakalcalon', 'balon', 'bacalon', 'paslon', 'pasangancalon', 'kandidat', 'caleg', 'bacaleg', 'candidate', 'pair'],
  party: ['partai', 'parpol', 'partaipolitik', 'party', 'politicalparty'],
  team: ['tim', 'timkampanye', 'timsukses', 'timses', 'timpemenangan', 'relawan', 'akunpemenangan', 'team', 'campaignteam', 'volunteers'],
};

const STANDING_WORDS: Readonly<Record<Standing, readonly string[]>> = {
  'bakal calon': ['bakalcalon', 'balon', 'bacalon', 'bacaleg', 'bakalpasangancalon', 'bakalpaslon', 'prospectivecandidate', 'prospective'],
  calon: ['calon', 'paslon', 'pasangancalon', 'caleg', 'calontetap', 'ditetapkan', 'calonditetapkan', 'candidate', 'fixed'],
};

// A pair is named by either of its two offices. Only whole words of an office count: "Sekretaris DPRD" is none of these.
const SEAT_PATTERNS: readonly (readonly [Seat, RegExp])[] = [
  ['president', /^(?:pilpres|(?:wakil )?presiden(?: ri)?(?: (?:dan|&) wakil presiden(?: ri)?)?|(?:vice )?president)$/],
  ['dprd-prov', /^dprd(?: |-)?prov(?:insi|\.)?$|^provincial council$/],
  ['dprd-kab', /^dprd(?: |-)?(?:kab(?:upaten|\.)?(?: ?\/ ?kota)?|kota)$|^(?:regency|city) council$/],
  ['dpr', /^dpr(?: |-)?(?:ri)?$/],
  ['dpd', /^dpd(?: |-)?(?:ri)?$/],
  ['governor', /^(?:pilgub|(?:wakil )?gubernur(?: (?:dan|&) wakil gubernur)?|(?:vice |deputy )?governor)$/],
  ['regent', /^(?:pilbup|(?:wakil )?bupati(?: (?:dan|&) wakil bupati)?|(?:vice |deputy )?regent)$/],
  ['mayor', /^(?:pilwalkot|pilwali|(?:wakil )?wali ?kota(?: (?:dan|&) wakil wali ?kota)?|(?:vice |deputy )?mayor)$/],
];

export function parseKind(word: string): TargetKind | null {
  return findKey(KINDS, word);
}

export function parseStanding(word: string): Standing | null {
  return findKey(STANDING_WORDS, word);
}

/** The office that a text names, if it names one and nothing else ("Calon", "Anggota" and "Pemilihan" before it aside); else null. */
export function parseSeat(text: string): Seat | null {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^(?:(?:bakal )?calon|anggota|caleg|pemilihan|cawa|cagub|member of) /, '')
    .replace(/^anggota /, '');
  return SEAT_PATTERNS.find(([, pattern]) => pattern.test(plain))?.[0] ?? null;
}

/** 1 to 999 of "2", "02", "No. 2", "Nomor urut 2"; null if it is none. */
export function parseNumber(text: string): number | null {
  const digits = /^(?:(?:no|nomor|nomer)\.?\s*(?:urut\s*)?)?0*([1-9]\d{0,2})$/i.exec(text.normalize('NFKC').trim())?.[1];
  return digits === undefined ? null : Number(digits);
}

/** Names between ; | , or line ends, each once. */
export function parseParties(text: string): string[] {
  const names = text
    .split(/[;|,\n]/)
    .map((name) => name.normalize('NFC').replace(/\s+/g, ' ').trim())
    .filter((name) => name !== '' && name !== '-');
  return [...new Set(names)];
}

function findKey<Key extends string>(words: Readonly<Record<Key, readonly string[]>>, word: string): Key | null {
  for (const key of Object.keys(words) as Key[]) if (words[key].includes(word)) return key;
  return null;
}
