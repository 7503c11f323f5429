// What a third-party viewer can see on TikTok at all.
import type { Limit } from '../../model/platform.ts';

export const limits: readonly Limit[] = [
  {
    action: 'like',
    visible: 'no',
    say: {
      id: 'TikTok tidak menunjukkan siapa yang menyukai video atau komentar; hanya jumlahnya.',
      en: 'TikTok does not show who liked a video or a comment; only how many.',
    },
    source: 'Public descriptions of the site, 2026; an account may open its own list of liked videos to others, which is not read',
  },
  {
    action: 'share',
    visible: 'partly',
    say: {
      id: 'Posting ulang hanya terlihat di profil orang yang memposting ulang, pada tab Posting ulang, tanpa waktunya.',
      en: 'Reposts are seen only on the profile of the person who reposted, under its reposts tab, without a time.',
    },
    source: 'Public code for /api/repost/item_list/, seen until 2026-10',
  },
  {
    action: 'quote',
    visible: 'no',
    say: { id: 'Duet dan stitch dibaca sebagai video biasa.', en: 'Duets and stitches are read as plain videos.' },
    source: 'Not settled which field names the original, November 2026',
  },
  {
    action: 'comment',
    visible: 'partly',
    say: {
      id: 'Komentar terlihat setelah panelnya dibuka dan digulir; TikTok menentukan urutannya sendiri.',
      en: 'Comments are seen once their panel is opened and scrolled; TikTok chooses the order.',
    },
    source: 'Recorded page of about 2025-11: 20 of 242 comments on show',
  },
  {
    action: 'reply',
    visible: 'partly',
    say: {
      id: 'Balasan baru terlihat setelah dibuka di bawah komentarnya.',
      en: 'Replies are seen once they are opened below their comment.',
    },
    source: 'Recorded page of about 2025-11',
  },
  {
    action: 'follow',
    visible: 'partly',
    say: {
      id: 'Daftar pengikut hanya terlihat jika pemiliknya mengizinkan, dan hanya dibaca bila alamat halaman menyebut daftar yang mana.',
      en: 'Lists of followers are seen only if their owner allows it, and are read only where the address says which list it is.',
    },
    source: 'Public code for the dialog, 2026-05: its tabs carry words and generated classes only',
  },
];
