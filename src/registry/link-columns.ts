// What headings and fixed words of a list say of how an account is known to be somebody's, in the spellings that offices use.
import type { Link } from '../model/account.ts';

export type LinkField = 'linkSource' | 'linkState' | 'earlier' | 'earlierFrom' | 'earlierTo';

/** Plain words as columns.ts makes them. "Sumber" and "dasar" alone are the issuer's own words (basis), not one of the fixed ones. */
export const LINK_FIELDS: Readonly<Record<LinkField, readonly string[]>> = {
  linkSource: [
    'sumbertautan',
    'asaltautan',
    'sumberhubungan',
    'sumberakun',
    'asalakun',
    'akundinyatakanoleh',
    'linksource',
    'tiesource',
    'accountsource',
  ],
  linkState: [
    'keadaantautan',
    'kepastiantautan',
    'statustautan',
    'kepastian',
    'konfirmasi',
    'statuskonfirmasi',
    'verifikasi',
    'statusverifikasi',
    'dipastikan',
    'dipastikanoleh',
    'linkstate',
    'linkstatus',
    'tiestate',
    'confirmation',
    'confirmedby',
    'verification',
  ],
  earlier: [
    'namaakunlama',
    'akunlama',
    'handlelama',
    'usernamelama',
    'namapenggunalama',
    'namaakunsebelumnya',
    'akunsebelumnya',
    'earlierhandle',
    'earlierhandles',
    'previoushandle',
    'previoushandles',
    'oldhandle',
    'oldhandles',
    'formerhandle',
    'formerhandles',
    'oldusername',
    'previoususername',
  ],
  earlierFrom: [
    'namalamasejak',
    'akunlamasejak',
    'namalamapertamaterlihat',
    'akunlamapertamaterlihat',
    'pertamaterlihat',
    'firstseen',
    'earlierfirstseen',
    'oldhandlefirstseen',
  ],
  earlierTo: [
    'namalamasampai',
    'akunlamasampai',
    'namalamaterakhirterlihat',
    'akunlamaterakhirterlihat',
    'terakhirterlihat',
    'lastseen',
    'earlierlastseen',
    'oldhandlelastseen',
  ],
};

/** How each column is called in messages. */
export const LINK_HEADINGS: Readonly<Record<LinkField, string>> = {
  linkSource: 'sumber tautan',
  linkState: 'kepastian tautan',
  earlier: 'nama akun lama',
  earlierFrom: 'pertama terlihat',
  earlierTo: 'terakhir terlihat',
};

const SOURCES: Readonly<Record<Link['source'], readonly string[]>> = {
  declared: [
    'pernyataansendiri',
    'pernyataanpegawai',
    'pernyataanorangnya',
    'dinyatakansendiri',
    'dinyatakanpegawai',
    'dinyatakanorangnya',
    'diakuisendiri',
    'pengakuansendiri',
    'yangbersangkutan',
    'declared',
    'selfdeclared',
    'declaredbytheperson',
    'declaredbyperson',
  ],
  personnel: [
    'kepegawaian',
    'bagiankepegawaian',
    'badankepegawaian',
    'kantorkepegawaian',
    'dinyatakankepegawaian',
    'datakepegawaian',
    'bkd',
    'bkpp',
    'bkpsdm',
    'bkn',
    'personnel',
    'personneloffice',
    'declaredbythepersonneloffice',
    'hr',
  ],
  monitor: ['pemantau', 'temuanpemantau', 'ditemukanpemantau', 'hasilpemantauan', 'monitor', 'foundbyamonitor', 'foundbymonitor'],
  other: ['lain', 'lainnya', 'lainlain', 'sumberlain', 'other'],
};

const STATES: Readonly<Record<Exclude<Link['state'], 'unstated'>, readonly string[]>> = {
  two: ['dua', '2', 'duaorang', '2orang', 'dipastikanduaorang', 'dikonfirmasiduaorang', 'two', 'bytwo', 'twopeople', 'confirmedbytwo'],
  one: ['satu', '1', 'satuorang', '1orang', 'dipastikansatuorang', 'dikonfirmasisatuorang', 'one', 'byone', 'oneperson', 'confirmedbyone'],
  unconfirmed: [
    'belum',
    '0',
    'nol',
    'belumdipastikan',
    'belumdikonfirmasi',
    'belumdiperiksa',
    'belumdiverifikasi',
    'tidak',
    'none',
    'no',
    'unconfirmed',
    'unverified',
    'notyet',
  ],
};

/** What may be written, for messages. */
export const SOURCE_WORDS = 'pernyataan sendiri, kepegawaian, pemantau, atau lainnya';
export const STATE_WORDS = 'dua orang, satu orang, atau belum';

/** @param word as toPlainWord makes it */
export function parseSource(word: string): Link['source'] | null {
  return findKey(SOURCES, word);
}

/** @param word as toPlainWord makes it. "Terverifikasi" alone does not say by how many, and is none. */
export function parseState(word: string): Link['state'] | null {
  return findKey(STATES, word);
}

function findKey<Key extends string>(words: Readonly<Record<Key, readonly string[]>>, word: string): Key | null {
  for (const key of Object.keys(words) as Key[]) if (words[key].includes(word)) return key;
  return null;
}
