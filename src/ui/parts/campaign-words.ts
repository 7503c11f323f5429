// Words for what a campaign list says of a target, and for marking an account oneself.
import type { Seat, Standing, TargetKind } from '../../model/campaign.ts';
import type { Said } from '../said.ts';

type ModelKey = `target.${TargetKind}` | `seat.${Seat}` | `standing.${Standing}`;

const MODEL = {
  'target.candidate': { id: 'calon', en: 'candidate' },
  'target.party': { id: 'partai', en: 'party' },
  'target.team': { id: 'tim kampanye', en: 'campaign team' },
  'seat.president': { id: 'Presiden dan Wakil Presiden', en: 'President and Vice President' },
  'seat.dpr': { id: 'DPR', en: 'DPR (national parliament)' },
  'seat.dpd': { id: 'DPD', en: 'DPD (senate)' },
  'seat.dprd-prov': { id: 'DPRD provinsi', en: 'provincial council' },
  'seat.dprd-kab': { id: 'DPRD kabupaten/kota', en: 'regency or city council' },
  'seat.governor': { id: 'Gubernur dan Wakil Gubernur', en: 'Governor and Deputy' },
  'seat.regent': { id: 'Bupati dan Wakil Bupati', en: 'Regent and Deputy' },
  'seat.mayor': { id: 'Wali Kota dan Wakil Wali Kota', en: 'Mayor and Deputy' },
  'standing.bakal calon': { id: 'bakal calon', en: 'prospective candidate' },
  'standing.calon': { id: 'calon', en: 'candidate' },
} as const satisfies Record<ModelKey, Said>;

export const CAMPAIGN_WORDS = {
  ...MODEL,
  'campaign.number': { id: 'nomor urut {n}', en: 'ballot number {n}' },
  'campaign.since': { id: '{standing} sejak {day}', en: '{standing} since {day}' },
  'campaign.between': { id: 'berlaku {from} – {to}', en: 'valid {from} – {to}' },
  'campaign.from': { id: 'berlaku mulai {from}', en: 'valid from {from}' },
  'campaign.to': { id: 'berlaku sampai {to}', en: 'valid until {to}' },
  'campaign.official': { id: 'terdaftar KPU', en: 'registered with the KPU' },
  'campaign.notOfficial': { id: 'tidak terdaftar KPU', en: 'not registered with the KPU' },
  'campaign.own': { id: 'ditandai sendiri oleh pemantau', en: 'marked by the monitor' },
  'campaign.form': { id: 'tertulis', en: 'written' },
  'campaign.datedSeen': {
    id: 'Situs tidak menyebut waktu perbuatan: masa berlaku dihitung dari hari terlihat.',
    en: 'The site states no time of the act: the days are counted from when it was seen.',
  },
  'mark.title': { id: 'Tandai akun ini sebagai akun kampanye', en: 'Mark this account as a campaign account' },
  'mark.why': {
    id: 'Akun calon, partai, atau tim yang belum ada di daftar kampanye. Disimpan di daftar “Ditandai sendiri” di komputer ini.',
    en: 'An account of a candidate, party or team that is not on the campaign list yet. Kept in the list “Ditandai sendiri” on this computer.',
  },
  'mark.look': { id: 'Cari akun di halaman ini', en: 'Look for the account on this page' },
  'mark.none': {
    id: 'Tidak ada akun yang terbaca di halaman ini. Buka profil atau kirimannya, lalu coba lagi.',
    en: 'No account can be read on this page. Open its profile or a post of it and try again.',
  },
  'mark.which': { id: 'Akun yang dimaksud', en: 'Which account' },
  'mark.link': { id: 'dari tautan yang diklik', en: 'from the link that was clicked' },
  'mark.address': { id: 'dari alamat halaman', en: 'from the page’s address' },
  'mark.item': { id: 'pembuat kiriman yang tampil', en: 'author of a post on screen' },
  'mark.id': { id: 'nomor akun {id}', en: 'account number {id}' },
  'mark.noId': {
    id: 'Nomor akun belum terbaca: hanya nama akun yang dicatat, dan nama akun dapat berpindah tangan.',
    en: 'The account’s number has not been read: only its name is recorded, and names can change hands.',
  },
  'mark.known': { id: 'Akun ini sudah ada di daftar kampanye, untuk:', en: 'This account is on the campaign list already, for:' },
  'mark.both': { id: 'Akun ini ada di daftar ASN, atas nama:', en: 'This account is on the civil-servant list, under:' },
  'mark.bothSure': {
    id: 'Saya sudah memastikan bahwa akun ini juga akun kampanye',
    en: 'I have made sure that this account is a campaign account as well',
  },
  'mark.candidate': { id: 'Untuk siapa', en: 'For whom' },
  'mark.choose': { id: 'Pilih…', en: 'Choose…' },
  'mark.new': { id: 'Calon, partai, atau tim baru', en: 'A new candidate, party or team' },
  'mark.name': { id: 'Nama calon, pasangan, partai, atau tim', en: 'Name of the candidate, pair, party or team' },
  'mark.office': { id: 'Jabatan yang dicalonkan (boleh kosong)', en: 'Office stood for (may be empty)' },
  'mark.region': { id: 'Wilayah (boleh kosong)', en: 'Region (may be empty)' },
  'mark.kind': { id: 'Akun ini milik', en: 'Whose account it is' },
  'mark.official': { id: 'Terdaftar di KPU', en: 'Registered with the KPU' },
  'mark.yes': { id: 'ya', en: 'yes' },
  'mark.no': { id: 'tidak', en: 'no' },
  'mark.unknown': { id: 'tidak tahu', en: 'not known' },
  'mark.from': { id: 'Berlaku mulai (boleh kosong)', en: 'Valid from (may be empty)' },
  'mark.to': { id: 'Berlaku sampai (boleh kosong)', en: 'Valid until (may be empty)' },
  'mark.days': {
    id: 'Kosong berarti selalu berlaku: aturan netralitas mencakup sebelum, selama, dan sesudah kampanye.',
    en: 'Empty means always: the neutrality rules cover the time before, during and after the campaign.',
  },
  'mark.note': { id: 'Catatan (boleh kosong)', en: 'Note (may be empty)' },
  'mark.save': { id: 'Ya, tandai akun ini', en: 'Yes, mark this account' },
  'mark.change': { id: 'Simpan perubahan', en: 'Save changes' },
  'mark.saved': {
    id: 'Akun ditandai. Halaman yang terbuka dibaca ulang.',
    en: 'The account is marked. Open pages are read anew.',
  },
  'mark.missing': {
    id: 'Belum ditandai: pilih akunnya, untuk siapa, dan milik siapa akun itu.',
    en: 'Not marked: choose the account, for whom, and whose account it is.',
  },
  'mark.missingSure': {
    id: 'Belum ditandai: akun ini ada di daftar ASN. Pastikan dulu, lalu beri tanda centang.',
    en: 'Not marked: this account is on the civil-servant list. Make sure first, then tick the box.',
  },
  'mark.badDays': {
    id: 'Belum ditandai: tanggal akhir lebih awal daripada tanggal mulai.',
    en: 'Not marked: the last day is before the first.',
  },
  'mark.own': { id: 'Akun yang ditandai sendiri', en: 'Accounts marked by yourself' },
  'mark.markedAt': { id: 'ditandai {when}', en: 'marked {when}' },
  'mark.edit': { id: 'Ubah', en: 'Change' },
  'mark.remove': { id: 'Hapus tanda', en: 'Remove mark' },
  'mark.removeYes': { id: 'Ya, hapus tanda', en: 'Yes, remove mark' },
  'mark.removed': { id: 'Tanda dihapus. Bukti yang sudah disimpan tetap ada.', en: 'Mark removed. Evidence already kept stays.' },
} as const satisfies Record<string, Said>;
