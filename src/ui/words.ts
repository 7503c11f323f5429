// Every word of the interface, in both languages. Names from pages and lists are never filled in here: they are shown apart, isolated.

import { GUIDE_WORDS } from './guide/words.ts';
import { HAND_WORDS } from './now/hand-words.ts';
import { NOW_WORDS } from './now/words.ts';
import { BACKUP_STATE_WORDS } from './parts/backup-words.ts';
import { DAILY_CODE_WORDS } from './parts/daily-words.ts';
import { LINK_WORDS } from './parts/link-words.ts';
import { LOCK_WORDS } from './parts/lock-words.ts';
import { MODEL_WORDS } from './parts/model-words.ts';
import { REGION_WORDS } from './parts/region-words.ts';
import { RULES_WORDS } from './parts/rules-words.ts';
import { STAMP_WORDS } from './parts/stamp-words.ts';
import { CAPTURE_WORDS } from './review/capture-words.ts';
import { LATER_WORDS } from './review/later-words.ts';
import { RESCUE_WORDS } from './review/rescue-words.ts';
import { REVIEW_WORDS } from './review/words.ts';
import type { Language, Said } from './said.ts';
import { BACKUP_WORDS } from './settings/backup-words.ts';
import { PACKAGE_WORDS } from './settings/package-words.ts';
import { RULE_SETTINGS_WORDS } from './settings/rule-words.ts';
import { SETTINGS_WORDS } from './settings/words.ts';
import { VERIFY_WORDS } from './verify/words.ts';

export type { Language, Said };

const COMMON = {
  'app.name': { id: 'Netra', en: 'Netra' },
  'app.dashboard': { id: 'Temuan & ekspor', en: 'Findings & export' },
  'app.settings': { id: 'Pengaturan', en: 'Settings' },
  'app.verify': { id: 'Periksa berkas bukti', en: 'Check an evidence file' },
  'app.guide': { id: 'Panduan aturan', en: 'Guide to the rules' },
  'app.skip': { id: 'Langsung ke isi', en: 'Skip to content' },
  'app.cancel': { id: 'Batal', en: 'Cancel' },
  'app.loading': { id: 'Memuat…', en: 'Loading…' },
  'app.storeBroken': {
    id: 'Penyimpanan Netra di komputer ini tidak dapat dibuka. Tutup peramban, buka lagi, lalu coba sekali lagi. Jangan hapus data peramban: bukti dapat ikut terhapus.',
    en: 'Netra’s storage on this computer cannot be opened. Close the browser, open it again and try once more. Do not clear browser data: evidence could be erased with it.',
  },
  'app.failed': { id: 'Tidak berhasil. Coba sekali lagi.', en: 'That did not work. Try once more.' },
  'app.nip': {
    id: 'Tampaknya NIP. Yang ditulis di sini tersimpan tetap dan ikut diekspor; nama dan unit kerja sudah cukup.',
    en: 'This looks like a NIP. What is written here is kept for good and is exported; name and office are enough.',
  },
} as const satisfies Record<string, Said>;

export const WORDS = {
  ...COMMON,
  ...BACKUP_STATE_WORDS,
  ...BACKUP_WORDS,
  ...CAPTURE_WORDS,
  ...DAILY_CODE_WORDS,
  ...LINK_WORDS,
  ...LOCK_WORDS,
  ...PACKAGE_WORDS,
  ...MODEL_WORDS,
  ...NOW_WORDS,
  ...HAND_WORDS,
  ...REGION_WORDS,
  ...RULES_WORDS,
  ...STAMP_WORDS,
  ...GUIDE_WORDS,
  ...LATER_WORDS,
  ...RESCUE_WORDS,
  ...REVIEW_WORDS,
  ...RULE_SETTINGS_WORDS,
  ...SETTINGS_WORDS,
  ...VERIFY_WORDS,
};
export type Key = keyof typeof WORDS;
export type Fill = Readonly<Record<string, string | number>>;

const PLURALS = { id: new Intl.PluralRules('id'), en: new Intl.PluralRules('en') } as const;

/**
 * The words of a key; `{n}` and the like are filled in, numbers by the language's rules. `{n|one|more}` chooses by the number.
 * Unknown places stay visible.
 */
export function say(language: Language, key: Key, fill: Fill = {}): string {
  const said: Said = WORDS[key];
  return said[language].replace(/\{(\w+)(?:\|([^|}]*)\|([^}]*))?\}/g, (place: string, name: string, one?: string, more?: string) => {
    const value = fill[name];
    if (one !== undefined) return typeof value === 'number' && PLURALS[language].select(value) === 'one' ? one : (more ?? one);
    if (value === undefined) return place;
    return typeof value === 'number' ? value.toLocaleString(language) : value;
  });
}
