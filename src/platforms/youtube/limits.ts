// What a third-party viewer can see on YouTube at all.
import type { Limit } from '../../model/platform.ts';

export const limits: readonly Limit[] = [
  {
    action: 'like',
    visible: 'no',
    say: {
      id: 'YouTube tidak menunjukkan siapa yang menyukai video, komentar, atau pos; hanya jumlahnya.',
      en: 'YouTube does not show who liked a video, a comment or a post; only how many.',
    },
    source: 'Several public descriptions of the site, November 2026: even the channel owner gets counts only',
  },
  {
    action: 'share',
    visible: 'no',
    say: {
      id: 'YouTube tidak menunjukkan siapa yang membagikan video. Hanya pos komunitas yang meneruskan pos komunitas lain yang terlihat.',
      en: 'YouTube does not show who shared a video. Only a community post that passes on another community post can be seen.',
    },
    source: 'Public code for sharedPostRenderer, 2024 to August 2026; no list of sharers is known, November 2026',
  },
  {
    action: 'quote',
    visible: 'partly',
    say: {
      id: 'Hanya pos komunitas yang meneruskan pos komunitas lain yang terlihat, dan hanya di kanal yang meneruskannya.',
      en: 'Only a community post that passes on another community post can be seen, and only on the channel that passed it on.',
    },
    source: 'Public code for sharedPostRenderer, 2024 to August 2026',
  },
  {
    action: 'comment',
    visible: 'partly',
    say: {
      id: 'Komentar terlihat beserta nama pengguna dan id kanal. Urutan "Teratas" menyembunyikan sebagian; pilih "Terbaru". Waktunya hanya kira-kira ("2 jam yang lalu").',
      en: 'Comments are shown with handle and channel id. The order "Top" leaves some out; choose "Newest". Times are only relative ("2 hours ago").',
    },
    source: 'Recorded answers of 2026-01; measured publicly on 2026-09: 1,128 top comments by "Top", 3,775 by "Newest", on one video',
  },
  {
    action: 'reply',
    visible: 'partly',
    say: {
      id: 'Balasan baru terlihat setelah dibuka di bawah komentarnya.',
      en: 'Replies are seen once they are opened below their comment.',
    },
    source: 'Recorded answers of 2026-01',
  },
  {
    action: 'follow',
    visible: 'no',
    say: { id: 'Daftar pelanggan kanal tidak dibaca.', en: 'Lists of subscribers are not read.' },
    source: 'Shown to the channel owner only, November 2026',
  },
];
