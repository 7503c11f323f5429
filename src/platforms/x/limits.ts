// What somebody who is neither the author nor the actor can see on X at all.
import type { Limit } from '../../model/platform.ts';

export const limits: readonly Limit[] = [
  {
    action: 'like',
    visible: 'no',
    say: {
      id: 'Di X, siapa yang menyukai sebuah kiriman hanya terlihat oleh penulis kiriman itu dan oleh yang menyukainya; pemantau hanya melihat jumlahnya.',
      en: 'On X only a post’s author and the person who liked it can see who liked it; a monitor sees the number only.',
    },
    source: 'X Engineering, likes made private 11–12 June 2024; the web client links /likes on one’s own posts only. Checked 2026-11.',
  },
  {
    action: 'share',
    visible: 'partly',
    say: {
      id: 'Daftar yang memposting ulang terlihat, tetapi akun yang dikunci, ditangguhkan, atau memblokir Anda tidak ditampilkan.',
      en: 'The list of reposters is shown, without accounts that are protected, withheld, or have blocked you.',
    },
    source: 'Recorded Retweeters answers 2023–2026: withheld accounts come as UserUnavailable. Checked 2026-11.',
  },
  {
    action: 'quote',
    visible: 'partly',
    say: {
      id: 'Daftar kutipan terlihat, tetapi kutipan dari akun yang dikunci atau memblokir Anda tidak ditampilkan.',
      en: 'The list of quotes is shown, without those by accounts that are protected or have blocked you.',
    },
    source: 'The web client’s /quotes page. Checked 2026-11.',
  },
  {
    action: 'reply',
    visible: 'partly',
    say: {
      id: 'Balasan terlihat, tetapi X menyembunyikan sebagian di balik “tampilkan lagi”, dan balasan yang disembunyikan penulis ada di halaman tersendiri.',
      en: 'Replies are shown, but X folds some away behind “show more”, and replies that the author hid are on a page of their own.',
    },
    source: 'Recorded TweetDetail answers (ShowMoreThreads cursors) and the ModeratedTimeline query. Checked 2026-11.',
  },
  {
    action: 'comment',
    visible: 'no',
    say: { id: 'X tidak mengenal komentar; yang ada adalah balasan.', en: 'X has no comments; it has replies.' },
    source: 'How the site is built. Checked 2026-11.',
  },
  {
    action: 'post',
    visible: 'partly',
    say: {
      id: 'Kiriman akun publik terlihat; kiriman akun yang dikunci hanya terlihat oleh pengikutnya.',
      en: 'Posts of public accounts are shown; those of protected accounts are shown to their followers only.',
    },
    source: 'How the site is built. Checked 2026-11.',
  },
  {
    action: 'follow',
    visible: 'partly',
    say: {
      id: 'Daftar pengikut dan yang diikuti terlihat, tetapi tidak lengkap dan tanpa waktu.',
      en: 'Lists of followers and followed accounts are shown, but incompletely and without times.',
    },
    source: 'The web client’s /followers and /following pages. Checked 2026-11.',
  },
];
