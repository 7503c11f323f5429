// What a third-party viewer can see on Threads at all.
import type { Limit } from '../../model/platform.ts';

const CHECKED = 'checked 2026-11';

export const limits: readonly Limit[] = [
  {
    action: 'like',
    visible: 'partly',
    say: {
      id: 'Daftar penyuka ada di "Lihat aktivitas", tetapi urutan baku berhenti sekitar 100 akun; pilih urutan terbaru untuk melihat sisanya.',
      en: 'Likers are listed under "View activity", but the default order stops near 100 accounts; choose most recent to see the rest.',
    },
    source: `Public code, verified by its author 2026-07-09, ${CHECKED}`,
  },
  {
    action: 'share',
    visible: 'partly',
    say: {
      id: 'Repost tampak di "Lihat aktivitas" dan di tab repost profil, dengan batas yang sama seperti penyuka.',
      en: 'Reposts are listed under "View activity" and on the profile\'s reposts tab, with the same cap as likers.',
    },
    source: `Public code, verified by its author 2026-07-09, ${CHECKED}`,
  },
  {
    action: 'quote',
    visible: 'partly',
    say: {
      id: 'Kutipan tampak di "Lihat aktivitas" dan pada kiriman yang mengutip.',
      en: 'Quotes are listed under "View activity" and show on the quoting post.',
    },
    source: `Public code and recorded page of 2026-06, ${CHECKED}`,
  },
  {
    action: 'reply',
    visible: 'partly',
    say: {
      id: 'Balasan publik tampak di halaman kiriman; sebagian disembunyikan pemilik kiriman atau dilipat oleh Threads.',
      en: 'Public replies show on the post page; some are hidden by the owner or folded by Threads.',
    },
    source: `Recorded page of 2026-06, ${CHECKED}`,
  },
  {
    action: 'comment',
    visible: 'no',
    say: { id: 'Di Threads komentar adalah balasan.', en: 'On Threads a comment is a reply.' },
    source: `Recorded page of 2026-06, ${CHECKED}`,
  },
  {
    action: 'post',
    visible: 'yes',
    say: {
      id: 'Kiriman akun publik tampak seluruhnya; akun privat hanya bagi pengikutnya.',
      en: 'Posts of public accounts are visible; those of private accounts only to their followers.',
    },
    source: `Recorded pages, 2025-2026, ${CHECKED}`,
  },
  {
    action: 'follow',
    visible: 'no',
    say: {
      id: 'Daftar pengikut Threads tidak dibaca: jendelanya tidak menyebut akun mana yang diikuti.',
      en: 'Follower lists of Threads are not read: the pop-up does not name the account that is followed.',
    },
    source: `No recording known, ${CHECKED}`,
  },
];
