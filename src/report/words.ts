// The model in plain Indonesian.
import { zoneName } from '../lib/time.ts';
import { type Account, type EarlierHandle, type GuardedAccount, type Link, PLATFORM_NAMES, type SiteId } from '../model/account.ts';
import type { Agreement, Artefact, Capture, HiddenWhy } from '../model/capture.ts';
import type { Decision } from '../model/evidence.ts';
import type { Grade, Hand, Reason } from '../model/match.ts';
import type { Action, Reaction } from '../model/sighting.ts';
import { dateWords, targetWords } from './campaign-words.ts';

export { dateWords, joinWords } from './campaign-words.ts';

export const PLATFORM_WORDS: Readonly<Record<SiteId, string>> = {
  ...PLATFORM_NAMES,
  other: 'Situs lain',
};

/** What the account did, as a verb with its object. */
export const ACTION_WORDS: Readonly<Record<Action, string>> = {
  like: 'menyukai kiriman',
  comment: 'mengomentari kiriman',
  reply: 'membalas',
  share: 'membagikan kiriman',
  quote: 'membagikan dengan komentar sendiri kiriman',
  post: 'mengunggah kiriman sendiri',
  follow: 'mengikuti akun',
  appear: 'tampil dalam unggahan pihak lain',
};

/** The act in words; of a reaction also which one: anger is not liking. */
export function actWords({ action, reaction }: { readonly action: Action; readonly reaction: Reaction | null }): string {
  if (action !== 'like' || reaction === null || reaction === 'like') return ACTION_WORDS[action];
  return `memberi reaksi “${REACTION_WORDS[reaction]}” pada kiriman`;
}

export const LISTING_WORDS: Readonly<Record<Action, string>> = {
  like: 'daftar suka',
  comment: 'daftar komentar',
  reply: 'daftar balasan',
  share: 'daftar bagikan',
  quote: 'daftar kutipan',
  post: 'daftar kiriman',
  follow: 'daftar pengikut',
  appear: 'daftar foto',
};

export const REACTION_WORDS: Readonly<Record<Reaction, string>> = {
  like: 'suka',
  love: 'super (hati)',
  care: 'peduli',
  haha: 'haha',
  wow: 'wow',
  sad: 'sedih',
  angry: 'marah',
  other: 'lainnya',
};

export const GRADE_WORDS: Readonly<Record<Grade, string>> = {
  id: 'nomor akun sama',
  handle: 'hanya nama akun sama: perlu dipastikan',
};

export const FIELD_WORDS: Readonly<Record<Agreement['field'], string>> = {
  actor: 'Akun',
  target: 'Sasaran',
  item: 'Nomor komentar/kiriman',
  text: 'Kata-kata',
  reaction: 'Reaksi',
  at: 'Waktu menurut situs',
  tags: 'Akun yang ditandai',
  action: 'Jenis perbuatan',
};
/** Where an account's number came from that stands on neither side of the comparison. */
export const ID_FROM_WORDS = 'nomor akun diambil dari jawaban situs yang lain untuk nama akun yang sama, bukan dari perbuatan ini';

export const STATE_WORDS: Readonly<Record<Agreement['state'], string>> = {
  same: '✓ sama pada halaman dan data situs',
  differs: '✗ BERBEDA antara halaman dan data situs',
  'page-only': '– hanya terbaca pada halaman',
  'wire-only': '– hanya terbaca pada data situs',
  neither: '– tidak ada pada keduanya',
};

export const ROLE_WORDS: Readonly<Record<Artefact['role'], string>> = {
  screenshot: 'Tangkapan layar',
  crop: 'Potongan tangkapan layar',
  source: 'Sumber HTML asli (dibuka sebagai teks)',
  copy: 'Salinan HTML yang sudah dibuat aman',
  redacted: 'Potongan tangkapan layar, orang lain ditutup',
  'redacted-source': 'Sumber HTML, nama orang lain diganti (dibuka sebagai teks)',
  'redacted-copy': 'Salinan HTML yang aman, nama orang lain diganti',
};

/** Why text of the source was not to be seen in the picture. */
export const HIDDEN_WORDS: Readonly<Record<HiddenWhy, string>> = {
  'not-drawn': 'tidak digambar oleh halaman',
  transparent: 'tembus pandang',
  'same-colour': 'sewarna dengan latarnya',
  tiny: 'terlalu kecil',
  masked: 'diganti titik',
  blurred: 'dikaburkan',
  turned: 'dibalik',
  reversed: 'ditulis terbalik arah',
  reordered: 'urutannya lain daripada dalam sumber',
  clipped: 'terpotong',
  covered: 'tertutup sesuatu',
  outside: 'berada di luar bagian itu',
  'off-screen': 'di luar layar',
};

export const VERDICT_WORDS: Readonly<Record<Decision['verdict'], string>> = {
  confirmed: 'Dikuatkan oleh peninjau (tetap dugaan)',
  'set-aside': 'Dikesampingkan oleh peninjau',
};

export const GESTURE_WORDS: Readonly<Record<Capture['gesture'], string>> = {
  panel: 'tombol di panel',
  shortcut: 'pintasan papan ketik',
  menu: 'menu klik kanan',
};

/** By hand: what ties the picked part to the registry's row. */
export const HAND_WORDS: Readonly<Record<Hand['actorFrom'], string>> = {
  item: 'Tautan di dalam bagian yang dipilih menuju akun itu.',
  around: 'Hanya tautan di dekat bagian yang dipilih yang menuju akun itu: perlu dipastikan.',
  monitor: 'Tidak ada tautan akun pada halaman: pemantau memilih orangnya dari daftar.',
};

/** The site's name; of a site without a reader its host. */
export function siteWords(site: SiteId, address: string): string {
  if (site !== 'other') return PLATFORM_WORDS[site];
  return URL.canParse(address) ? `${PLATFORM_WORDS.other} (${new URL(address).hostname})` : PLATFORM_WORDS.other;
}

/** A row of a list: its account and the site that this account is on. */
export function listedWords({ platform, handle, id }: Pick<GuardedAccount, 'platform' | 'handle' | 'id'>): string {
  return `${handle === null ? id : `@${handle}`} (${PLATFORM_WORDS[platform]})`;
}

const SOURCE_WORDS: Readonly<Record<Link['source'], string>> = {
  declared: 'dinyatakan orangnya sendiri',
  personnel: 'dinyatakan badan kepegawaian',
  monitor: 'ditemukan pemantau, menurut daftar',
  other: 'sumber lain',
};
const LINK_STATE_WORDS: Readonly<Record<Link['state'], string>> = {
  two: 'dipastikan dua orang',
  one: 'dipastikan satu orang',
  unconfirmed: 'belum dipastikan siapa pun: jangan dipakai sebelum dipastikan',
  unstated: 'berapa orang yang memastikan tidak disebutkan dalam daftar',
};

/** How the account is tied to the person, and how many people looked at it. */
export function linkWords({ source, state }: Link, isProposed: boolean): string {
  return `${isProposed ? 'diusulkan pemantau, tidak berasal dari daftar' : SOURCE_WORDS[source]}; ${LINK_STATE_WORDS[state]}`;
}

/** "@lama (1 Jan 2023 sampai 5 Mar 2024)" */
export function earlierWords({ handle, firstSeenOn, lastSeenOn }: EarlierHandle): string {
  const [first, last] = [firstSeenOn, lastSeenOn].map((day) => (day === null ? null : dateWords(day)));
  const seen =
    first != null && last != null
      ? ` (terlihat ${first} sampai ${last})`
      : first != null
        ? ` (pertama terlihat ${first})`
        : last != null
          ? ` (terakhir terlihat ${last})`
          : '';
  return `@${handle}${seen}`;
}

/** NIP: birth date, month of appointment, sex, serial; with or without blanks or dots between. */
const NIP =
  /(?<!\d)(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])[ .]?(?:19|20)\d{2}(?:0[1-9]|1[0-2]|21)[ .]?[12][ .]?\d{3}(?!\d)/g;

/** Text in which civil-service numbers are covered. */
export function hideNip(text: string): string {
  return text.replace(NIP, '[NIP ditutup]');
}

/** "@handle", else the shown name in quotes, else the id. */
export function accountWords({ handle, name, id }: Account): string {
  if (handle !== null) return `@${handle}`;
  return name !== null ? `“${name}”` : (id ?? 'tanpa nama');
}

/** One sentence on why the target counts as a campaign's. */
export function reasonWords(reason: Reason): string {
  if (reason.kind === 'word') {
    const { word } = reason.watched;
    const where = reason.where === 'own' ? 'Kata-kata akun itu sendiri memuat' : 'Kiriman yang ditanggapi memuat';
    const form = reason.form === undefined ? '' : `, tertulis “${reason.form}”`;
    return `${where} kata kampanye “${word}”${form} (${targetWords(reason.watched)}).${datedWords(reason.dated)}`;
  }
  const { handle, id, official } = reason.watched;
  const named = `${handle === null ? id : `@${handle}`} (${targetWords(reason.watched)})`;
  const whose =
    official === true
      ? 'akun kampanye terdaftar KPU'
      : official === false
        ? 'akun kampanye tidak terdaftar KPU'
        : 'akun pada daftar kampanye';
  if (reason.kind === 'stated') return `Menurut pemantau, isi ini menyangkut ${whose} ${named}; halaman tidak menyatakannya lewat tautan.`;
  const how = reason.kind === 'author' ? 'Kiriman itu dibuat oleh' : 'Kata-katanya menandai';
  return `${how} ${whose} ${named}; kecocokan: ${GRADE_WORDS[reason.grade]}.${datedWords(reason.dated)}`;
}

function datedWords(dated: 'act' | 'seen' | undefined): string {
  return dated === 'seen' ? ' Situs tidak menyebut waktu perbuatan: masa berlaku dihitung dari hari terlihat.' : '';
}

/** "22 November 2026 12.15.03 UTC" of an ISO 8601 UTC time. */
export function utcWords(iso: string): string {
  return `${dateWords(iso)} ${iso.slice(11, 19).replaceAll(':', '.')} UTC`;
}

/** "22 November 2026 20.15.03 WITA (UTC+08:00, Asia/Makassar)" of a local ISO time with offset; the text itself where it has another form. */
export function localWords(local: string, zone: string): string {
  const [, date, time = '', offset = ''] = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d(?::\d\d)?)(?:\.\d+)?([+-]\d\d:\d\d|Z)$/.exec(local) ?? [];
  if (date === undefined || !Number.isFinite(Date.parse(date))) return `${local} (${zone})`;
  const name = zoneName(zone);
  return `${dateWords(date)} ${time.replaceAll(':', '.')} ${name === null ? '' : `${name} `}(UTC${offset === 'Z' ? '+00:00' : offset}, ${zone})`;
}
