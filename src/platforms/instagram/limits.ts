// What a third-party viewer can see on Instagram at all.
import type { Limit } from '../../model/platform.ts';

const CHECKED = 'checked 2026-11';

export const limits: readonly Limit[] = [
  {
    action: 'like',
    visible: 'partly',
    say: {
      id: 'Instagram hanya menampilkan sekitar 98 akun penyuka per kiriman; pemilik kiriman juga dapat menyembunyikannya. Nama yang tidak tampak tidak membuktikan apa pun.',
      en: 'Instagram lists only about 98 accounts that liked a post, and the owner may hide the list. A name that is absent proves nothing.',
    },
    source: `Public measurements of 2026-09-13 (97 and 98 accounts, no cursor) and 2026-09-27 (98 of 193,647), ${CHECKED}`,
  },
  {
    action: 'comment',
    visible: 'partly',
    say: {
      id: 'Komentar tampak setelah masuk (login), tetapi Instagram menyembunyikan sebagian dan mengurutkannya sendiri.',
      en: 'Comments are visible after logging in, but Instagram hides some and orders them itself.',
    },
    source: `Public code and recorded pages, 2025-2026, ${CHECKED}`,
  },
  {
    action: 'reply',
    visible: 'partly',
    say: {
      id: 'Balasan baru tampak setelah dibuka satu per satu. Halaman hanya menyebut komentar teratas; balasan atas balasan dikenali dari data jaringan.',
      en: 'Replies show only once opened. The page names the topmost comment only; a reply to a reply is told by network data.',
    },
    source: `Recorded page of 2025-11 and payload of 2026-04, ${CHECKED}`,
  },
  {
    action: 'share',
    visible: 'partly',
    say: {
      id: 'Repost hanya tampak pada tab repost profil yang membagikan; tidak ada daftar pembagi per kiriman, dan bagikan ke story tidak tampak.',
      en: "Reposts show only on the sharer's own profile tab; there is no list of sharers per post, and shares to stories are not visible.",
    },
    source: `Public code, 2026, ${CHECKED}`,
  },
  {
    action: 'quote',
    visible: 'no',
    say: { id: 'Instagram tidak mengenal kutipan kiriman.', en: 'Instagram has no quoted posts.' },
    source: `Recorded pages, 2025-2026, ${CHECKED}`,
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
    visible: 'partly',
    say: {
      id: 'Daftar pengikut akun publik tampak sebagian dan menurut urutan Instagram; akun privat tidak menampilkannya.',
      en: "Lists of followers of public accounts show in part and in Instagram's own order; private accounts show none.",
    },
    source: `Public code, 2026, ${CHECKED}`,
  },
];
