// The model's own values in plain words: acts, reactions, grades, states, and a sentence for every refusal.
import type { Agreement } from '../../model/capture.ts';
import type { FindingStatus } from '../../model/finding.ts';
import type { Grade } from '../../model/match.ts';
import type { HealthState, Refusal } from '../../model/messages.ts';
import type { Limit } from '../../model/platform.ts';
import type { Action, Reaction } from '../../model/sighting.ts';
import type { Said } from '../said.ts';
import { CAMPAIGN_WORDS } from './campaign-words.ts';

type ModelKey =
  | `act.${Action}`
  | `acts.${Action}`
  | `listing.${Action}`
  | `reaction.${Reaction}`
  | `grade.${Grade}`
  | `gradeMore.${Grade}`
  | `status.${FindingStatus}`
  | `health.${HealthState}`
  | `healthMore.${HealthState}`
  | `refusal.${Refusal}`
  | `visible.${Limit['visible']}`
  | `field.${Agreement['field']}`
  | `agree.${Agreement['state']}`
  | `idFrom.${NonNullable<Agreement['idFrom']>}`;

export const MODEL_WORDS = {
  ...CAMPAIGN_WORDS,
  'act.like': { id: 'Memberi reaksi pada kiriman', en: 'Reacted to a post' },
  'act.comment': { id: 'Mengomentari kiriman', en: 'Commented on a post' },
  'act.reply': { id: 'Membalas', en: 'Replied' },
  'act.share': { id: 'Membagikan kiriman', en: 'Shared a post' },
  'act.quote': { id: 'Membagikan kiriman dengan kata sendiri', en: 'Shared a post with own words' },
  'act.post': { id: 'Mengunggah kiriman', en: 'Published a post' },
  'act.follow': { id: 'Mengikuti akun', en: 'Follows an account' },
  'act.appear': { id: 'Tampil dalam unggahan pihak lain', en: 'Shown in somebody else’s post' },
  'acts.like': { id: 'Suka dan reaksi', en: 'Likes and reactions' },
  'acts.comment': { id: 'Komentar', en: 'Comments' },
  'acts.reply': { id: 'Balasan', en: 'Replies' },
  'acts.share': { id: 'Bagikan', en: 'Shares' },
  'acts.quote': { id: 'Bagikan dengan kata sendiri', en: 'Shares with own words' },
  'acts.post': { id: 'Kiriman', en: 'Posts' },
  'acts.follow': { id: 'Ikuti', en: 'Follows' },
  'acts.appear': { id: 'Tampil dalam foto atau tulisan', en: 'Shown in pictures or words' },
  'listing.like': { id: 'reaksi', en: 'reactions' },
  'listing.comment': { id: 'komentar', en: 'comments' },
  'listing.reply': { id: 'balasan', en: 'replies' },
  'listing.share': { id: 'pembagian', en: 'shares' },
  'listing.quote': { id: 'kutipan', en: 'quotes' },
  'listing.post': { id: 'kiriman', en: 'posts' },
  'listing.follow': { id: 'pengikut', en: 'followers' },
  'listing.appear': { id: 'foto', en: 'pictures' },
  'reaction.like': { id: 'suka', en: 'like' },
  'reaction.love': { id: 'super (hati)', en: 'love' },
  'reaction.care': { id: 'peduli', en: 'care' },
  'reaction.haha': { id: 'haha', en: 'haha' },
  'reaction.wow': { id: 'wow', en: 'wow' },
  'reaction.sad': { id: 'sedih', en: 'sad' },
  'reaction.angry': { id: 'marah', en: 'angry' },
  'reaction.other': { id: 'lainnya', en: 'other' },
  'grade.id': { id: 'Nomor akun sama', en: 'Same account number' },
  'grade.handle': { id: 'Hanya nama akun sama – perlu dipastikan', en: 'Only the account name is the same – to be confirmed' },
  'gradeMore.id': {
    id: 'Nomor tetap akun di situs sama dengan yang ada di daftar ASN.',
    en: 'The site’s permanent number of the account is the one in the civil-servant list.',
  },
  'gradeMore.handle': {
    id: 'Nama akun dapat berganti pemilik. Buka profilnya dan pastikan sebelum dipakai.',
    en: 'Account names can change hands. Open the profile and make sure before using it.',
  },
  'status.seen': { id: 'Terlihat, belum disimpan', en: 'Seen, not kept' },
  'status.captured': { id: 'Bukti disimpan, belum ditinjau', en: 'Evidence kept, not reviewed' },
  'status.confirmed': { id: 'Dugaan dikuatkan', en: 'Allegation upheld' },
  'status.set-aside': { id: 'Dikesampingkan', en: 'Set aside' },
  'health.reading': { id: 'Netra membaca halaman ini', en: 'Netra reads this page' },
  'health.nothing': { id: 'Belum ada yang dapat dibaca di sini', en: 'Nothing to read here yet' },
  'health.partly': { id: 'Hanya sebagian terbaca', en: 'Only partly readable' },
  'health.blind': { id: 'Netra tidak dapat membaca halaman ini', en: 'Netra cannot read this page' },
  'healthMore.reading': {
    id: 'Yang dibaca hanya yang sudah tampil di layar Anda. Nama yang tidak muncul tidak membuktikan apa-apa.',
    en: 'Only what has been shown on your screen is read. A name that does not appear proves nothing.',
  },
  'healthMore.nothing': {
    id: 'Buka kiriman, komentar, atau daftar reaksi. Netra membaca begitu isinya tampil.',
    en: 'Open a post, its comments or its list of reactions. Netra reads as soon as they are shown.',
  },
  'healthMore.partly': {
    id: 'Sebagian isi tidak dapat dibaca. Periksa sendiri bagian itu; nama yang tidak muncul tidak membuktikan apa-apa.',
    en: 'Some of the content cannot be read. Check that part yourself; a name that does not appear proves nothing.',
  },
  'healthMore.blind': {
    id: 'Situs mungkin berubah. Periksa sendiri isinya; yang penting dapat disimpan sebagai bukti dengan “Tandai manual” di bawah.',
    en: 'The site may have changed. Check the content yourself; what matters can be kept as evidence with “Mark by hand” below.',
  },
  'refusal.gone': {
    id: 'Belum disimpan: isi ini sudah tidak ada di halaman. Gulir sampai tampil lagi, lalu coba lagi.',
    en: 'Not kept: the item is no longer on the page. Scroll until it shows again, then try again.',
  },
  'refusal.not-kept': {
    id: 'Belum disimpan: temuan ini tidak ada lagi di Netra karena sudah dihapus di jendela lain. Bila masih diperlukan, buka isinya di situs dan ambil bukti lagi.',
    en: 'Not kept: this finding is no longer in Netra, for it was deleted in another window. If it is still needed, open the item on the site and take evidence of it again.',
  },
  'refusal.under-way': {
    id: 'Sedang disimpan: bukti yang sama sedang diambil. Tunggu hasilnya.',
    en: 'Being kept: the same evidence is being taken right now. Wait for the outcome.',
  },
  'refusal.not-visible': {
    id: 'Belum disimpan: tab atau jendelanya tidak terlihat. Buka jendela itu di layar, lalu coba lagi.',
    en: 'Not kept: the tab or window is not visible. Bring the window onto the screen, then try again.',
  },
  'refusal.off-screen': {
    id: 'Belum disimpan: isi ini berada di luar layar atau tertutup. Gulir sampai terlihat utuh, lalu coba lagi.',
    en: 'Not kept: the item is off screen or covered. Scroll until all of it is visible, then try again.',
  },
  'refusal.changed': {
    id: 'Belum disimpan: halaman bergerak saat gambar diambil. Tunggu sampai halaman tenang, lalu coba lagi.',
    en: 'Not kept: the page moved while the picture was taken. Wait until it is still, then try again.',
  },
  'refusal.no-picture': {
    id: 'Belum disimpan: peramban tidak memberi gambar. Pastikan jendela ini terlihat dan tidak diperkecil, lalu coba lagi.',
    en: 'Not kept: the browser gave no picture. Make sure that this window can be seen and is not minimised, then try again.',
  },
  'refusal.no-permission': {
    id: 'Belum disimpan: peramban belum mengizinkan gambar. Klik ikon Netra di bilah alat pada tab ini, lalu coba lagi.',
    en: 'Not kept: the browser has not allowed a picture. Click the Netra icon in the toolbar on this tab, then try again.',
  },
  'refusal.too-slow': {
    id: 'Belum disimpan: peramban terlalu lama memberi gambar. Pastikan jendela tidak diperkecil, lalu coba lagi.',
    en: 'Not kept: the browser took too long over the picture. Make sure the window is not minimised, then try again.',
  },
  'refusal.other-tab': {
    id: 'Belum disimpan: tab lain sedang di depan. Kembali ke tab halaman itu, lalu coba lagi.',
    en: 'Not kept: another tab is in front. Go back to the page’s tab, then try again.',
  },
  'refusal.storage': {
    id: 'Belum disimpan: komputer tidak dapat menulis ke penyimpanan. Periksa ruang kosong, lalu coba lagi.',
    en: 'Not kept: the computer could not write to storage. Check for free space, then try again.',
  },
  'refusal.storage-unsound': {
    id: 'Belum disimpan: penyimpanan Netra perlu dipulihkan. Buka halaman “Temuan & ekspor”, ikuti petunjuk pemulihan di halaman itu, lalu coba lagi.',
    en: 'Not kept: Netra’s storage has to be repaired. Open the page “Findings & export”, follow the repair on that page, then try again.',
  },
  'refusal.storage-stopped': {
    id: 'Belum disimpan: penulisan ke disk gagal, dan Netra berhenti menulis. Bukti yang sudah ada tetap utuh. Kosongkan ruang disk, tutup peramban, buka, lalu coba lagi.',
    en: 'Not kept: writing to the disk failed, and Netra has stopped writing. Evidence kept so far is whole. Free some disk space, close the browser, open it, then try again.',
  },
  'refusal.locked': {
    id: 'Belum disimpan: Netra terkunci. Buka kuncinya di panel atau di Pengaturan, lalu coba lagi.',
    en: 'Not kept: Netra is locked. Open the lock in the panel or in the settings, then try again.',
  },
  'refusal.disk-full': {
    id: 'Belum disimpan: ruang disk hampir habis. Melihat dan mengekspor bukti tetap bisa. Kosongkan ruang disk, lalu coba lagi.',
    en: 'Not kept: the disk is nearly full. Looking at evidence and exporting it still work. Free some space, then try again.',
  },
  'refusal.restoring': {
    id: 'Belum disimpan: cadangan sedang dipulihkan. Tunggu sampai selesai, lalu coba lagi.',
    en: 'Not kept: a backup is being restored. Wait until it is done, then try again.',
  },
  'refusal.no-list': {
    id: 'Belum disimpan: daftar akun belum dimuat. Tunggu sebentar atau impor daftar di Pengaturan, lalu coba lagi.',
    en: 'Not kept: the lists are not loaded. Wait a moment or import them in Settings, then try again.',
  },
  'refusal.page-silent': {
    id: 'Belum disimpan: halaman tidak menjawab. Muat ulang halaman itu, lalu coba lagi.',
    en: 'Not kept: the page does not answer. Reload the page, then try again.',
  },
  'refusal.not-listed': {
    id: 'Belum disimpan: orang itu tidak ada di daftar ASN. Pilih orangnya dari daftar, lalu coba lagi.',
    en: 'Not kept: that person is not on the civil-servant list. Choose the person from the list, then try again.',
  },
  'refusal.not-campaign': {
    id: 'Belum disimpan: akun itu tidak ada di daftar kampanye. Pilih akunnya dari daftar, lalu coba lagi.',
    en: 'Not kept: that account is not on the campaign list. Choose the account from the list, then try again.',
  },
  'refusal.pick-again': {
    id: 'Belum disimpan: bagian itu sudah berubah sejak Anda memilihnya. Pilih bagian itu di halaman sekali lagi.',
    en: 'Not kept: the part has changed since you picked it. Pick it on the page again.',
  },
  'refusal.on-hold': {
    id: 'Belum dihapus: ada temuan yang sedang ditahan untuk proses hukum. Cabut penahanannya dengan alasan, lalu coba lagi.',
    en: 'Not deleted: a finding is under a legal hold. Lift the hold with a reason, then try again.',
  },
  'refusal.not-set-aside': {
    id: 'Belum dihapus: ada temuan yang tidak dikesampingkan. Kesampingkan dahulu atau pilih alasan lain, lalu coba lagi.',
    en: 'Not deleted: a finding has not been set aside. Set it aside or choose another reason, then try again.',
  },
  'refusal.no-such-words': {
    id: 'Belum disimpan: salah satu tulisan itu tidak ada dalam sumber atau salinan halaman. Periksa ejaannya, tulis sendiri-sendiri bila terpisah oleh tautan, lalu coba lagi.',
    en: 'Not kept: one of those words is not in the page’s source or copy. Check the spelling, write words that a link separates one by one, then try again.',
  },
  'refusal.no-original': {
    id: 'Belum disimpan: gambar asli tidak disimpan di komputer ini, jadi kotaknya tidak dapat dibuka. Ambil bukti baru bila isinya masih ada, lalu coba lagi.',
    en: 'Not kept: the original picture is not on this computer, so its boxes cannot be opened. Take new evidence if the item is still there, then try again.',
  },
  'refusal.too-big': {
    id: 'Belum disimpan: bagian yang dipilih terlalu besar. Pilih bagian yang lebih sempit, lalu coba lagi.',
    en: 'Not kept: the picked part is too big. Pick a narrower one, then try again.',
  },
  'visible.yes': { id: 'Terlihat', en: 'Shown' },
  'visible.partly': { id: 'Sebagian', en: 'Partly' },
  'visible.no': { id: 'Tidak terlihat', en: 'Not shown' },
  'field.actor': { id: 'Akun', en: 'Account' },
  'field.target': { id: 'Sasaran', en: 'Target' },
  'field.item': { id: 'Nomor komentar/kiriman', en: 'Number of the item' },
  'field.text': { id: 'Kata-kata', en: 'Words' },
  'field.reaction': { id: 'Reaksi', en: 'Reaction' },
  'field.at': { id: 'Waktu menurut situs', en: 'Time as the site states it' },
  'field.action': { id: 'Jenis perbuatan', en: 'Kind of act' },
  'field.tags': { id: 'Akun yang ditandai', en: 'Tagged accounts' },
  'agree.same': { id: 'Sama di layar dan di data situs', en: 'Same on screen and in the site’s data' },
  'agree.differs': { id: 'Berbeda: perlu diperiksa', en: 'Differs: needs checking' },
  'agree.page-only': { id: 'Hanya di layar', en: 'On screen only' },
  'agree.wire-only': { id: 'Hanya di data situs', en: 'In the site’s data only' },
  'agree.neither': { id: 'Tidak ada di keduanya', en: 'In neither' },
  'idFrom.other-answer': {
    id: 'Nomor akun diambil dari jawaban situs yang lain untuk nama akun yang sama, bukan dari perbuatan ini',
    en: 'The account’s number was taken from another answer of the site for the same account name, not from this act',
  },
} as const satisfies Record<ModelKey, Said>;
