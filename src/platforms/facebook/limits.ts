// What somebody else than the owner can see on Facebook at all.
import type { Limit } from '../../model/platform.ts';

export const limits = [
  {
    action: 'like',
    visible: 'yes',
    say: {
      id: 'Daftar orang yang bereaksi terlihat pada kiriman dan komentar yang boleh dilihat pemantau. Daftarnya dimuat bertahap; nama yang tidak ada di daftar tidak membuktikan apa pun.',
      en: 'Who reacted is shown on posts and comments that the monitor may see. The list loads in steps; a name that is not in it proves nothing.',
    },
    source: 'Help pages quoted by third parties and public code, read 2026-11; not tried on a logged-in site',
  },
  {
    action: 'share',
    visible: 'partly',
    say: {
      id: 'Daftar pembagian hanya memuat pembagian yang boleh dilihat pemantau dan dibatasi oleh Facebook. Pembagian juga terlihat di profil orang yang membagikan.',
      en: 'The list of shares holds only shares that the monitor may see, and Facebook cuts it short. Shares are also seen on the profile of whoever shared.',
    },
    source: 'github.com/Khenggg/facebook-share-time-scraper, documentation of 2026-09',
  },
  {
    action: 'quote',
    visible: 'partly',
    say: {
      id: 'Pembagian dengan kata-kata sendiri terlihat seperti pembagian biasa: hanya yang boleh dilihat pemantau.',
      en: 'Shares with words of one’s own are seen as other shares are: only those that the monitor may see.',
    },
    source: 'github.com/Khenggg/facebook-share-time-scraper, documentation of 2026-09',
  },
  {
    action: 'comment',
    visible: 'partly',
    say: {
      id: 'Urutan bawaan menyembunyikan sebagian komentar. Pilih urutan yang menampilkan semua komentar.',
      en: 'The order first offered hides some comments. Choose the order that shows all comments.',
    },
    source: 'Recorded payloads of 2024-04 and 2025-06 (intent tokens of the comment list)',
  },
  {
    action: 'reply',
    visible: 'partly',
    say: {
      id: 'Balasan terlipat sampai pemantau membukanya.',
      en: 'Replies are folded until the monitor opens them.',
    },
    source: 'Recorded pages of 2025-06 and 2026-09',
  },
  {
    action: 'post',
    visible: 'partly',
    say: {
      id: 'Hanya kiriman publik dan kiriman yang dibagikan kepada akun pemantau yang terlihat.',
      en: 'Only public posts and posts shared with the monitor’s account are seen.',
    },
    source: 'Facebook privacy settings; last checked 2026-11',
  },
  {
    action: 'follow',
    visible: 'partly',
    say: {
      id: 'Daftar pengikut terlihat hanya bila pemilik profil mengizinkannya.',
      en: 'Followers are listed only where the owner of the profile allows it.',
    },
    source: 'Facebook privacy settings; last checked 2026-11',
  },
] as const satisfies readonly Limit[];
