// Every sentence that a check or a comparison may say, in both languages. Documents for receivers are Indonesian; these are for whoever checks.
import type { ClockStep } from '../evidence/clock.ts';
import type { StampFault } from '../evidence/stamp.ts';
import type { Check } from '../model/bundle.ts';
import type { Erasure } from '../model/erasure.ts';
import { ERASURE_WORDS } from './later-words.ts';
import { utcWords } from './words.ts';

export interface Said {
  readonly id: string;
  readonly en: string;
}
export type Language = keyof Said;

const said = (id: string, en: string): Said => ({ id, en });

/** Several of them in a row. */
export function joinSaid(parts: readonly Said[], between: string): Said {
  return said(parts.map(({ id }) => id).join(between), parts.map(({ en }) => en).join(between));
}

/** "2026-11-22 12:15:03 UTC" */
export const utc = (iso: string): Said => said(utcWords(iso), `${iso.slice(0, 10)} ${iso.slice(11, 19)} UTC`);

/** What is said of a check that passed. */
export const PASSED: Readonly<Record<Check['check'], Said>> = {
  archive: said('Zip aman dan utuh.', 'The zip is safe and whole.'),
  structure: said('Susunan berkas bukti lengkap, tanpa berkas tambahan.', 'The evidence file has all its parts and no others.'),
  payload: said('Semua isi sama dengan sidik jarinya.', 'All content is the same as its fingerprints.'),
  tags: said('Semua berkas keterangan sama dengan sidik jarinya.', 'All descriptions are the same as their fingerprints.'),
  sshsig: said('Tanda tangan SSH sah.', 'The SSH signatures are valid.'),
  der: said('Tanda tangan OpenSSL sah.', 'The OpenSSL signatures are valid.'),
  key: said('Semua tanda tangan dan catatan menyebut kunci yang sama.', 'All signatures and records name the same key.'),
  log: said(
    'Rantai catatan utuh dari awal sampai titik tanda tangan.',
    'The chain of records is whole from its start to where it was signed.',
  ),
  records: said('Semua catatan cocok dengan rantai dan bentuknya benar.', 'All records agree with the chain and are of the right form.'),
  artefacts: said(
    'Semua gambar dan sumber yang disebut catatan ada dan sama.',
    'All pictures and sources that records name are there and the same.',
  ),
  time: said('Sidik dan nomor permintaan semua cap waktu cocok.', 'Fingerprints and request numbers of all time stamps agree.'),
};

export const ZIP = {
  unsafe: said('Tidak diperiksa: zip tidak aman atau tidak utuh.', 'Not checked: the zip is not safe or not whole.'),
  unpacked: said(
    'Folder hasil bongkaran: semua berkasnya terbaca. Bentuk zip tidak diperiksa.',
    'An unpacked folder: all its files can be read. The form of the zip was not checked.',
  ),
  damagedFile: said('Ada berkas yang rusak atau tidak dapat dibaca.', 'A file is damaged or cannot be read.'),
  tooMany: (most: number) => said(`Zip berisi lebih dari ${most} berkas.`, `The zip holds more than ${most} files.`),
  unsafeName: said('Nama berkas tidak aman.', 'A file’s name is not safe.'),
  encrypted: said('Berkas dalam zip dikunci dengan sandi.', 'A file in the zip is locked with a password.'),
  fullFolder: said('Folder berisi data.', 'A folder holds data.'),
  notWhole: said(
    'Bukan zip yang utuh: terpotong, rusak, atau dapat dibaca dengan lebih dari satu cara.',
    'Not a whole zip: cut off, damaged, or to be read in more than one way.',
  ),
  trailing: said('Zip memuat komentar atau data setelah akhirnya.', 'The zip holds a comment, or data after its end.'),
  special: said('Zip memuat tautan atau berkas khusus.', 'The zip holds links or special files.'),
  largeFile: said('Berkas dalam zip terlalu besar.', 'A file in the zip is too large.'),
  bomb: said('Berkas mengembang tidak wajar (bom zip).', 'A file unpacks to far more than it should (a zip bomb).'),
  large: said('Isi zip seluruhnya terlalu besar.', 'The whole content of the zip is too large.'),
  end: said('Akhir zip diubah.', 'The end of the zip was changed.'),
  altered: said(
    'Keterangan berkas dalam zip diubah (tanggal, hak akses, atau versi).',
    'What the zip says of its files was changed (dates, rights or versions).',
  ),
  folders: said('Zip harus berisi tepat satu folder.', 'The zip must hold one folder and nothing beside it.'),
  doubleName: said(
    'Nama berkas ganda, atau hanya berbeda huruf besar dan kecil.',
    'Two files have one name, or names that differ only in capitals.',
  ),
  twin: said('Satu nama dipakai untuk berkas dan folder.', 'One name is used for a file and a folder.'),
} as const;

export const BAG = {
  missing: said('Ada berkas wajib yang hilang.', 'A required file is missing.'),
  notBagIt: said('Bukan bentuk BagIt 1.0.', 'Not of the form BagIt 1.0.'),
  folder: said('Nama folder bukan nomor berkas bukti.', 'The folder’s name is not the number of the evidence file.'),
  oxum: (sum: string) =>
    said(`Jumlah isi tidak sama dengan yang tertulis (${sum}).`, `The amount of content is not the one that is stated (${sum}).`),
  strays: said('Ada berkas yang tidak terdaftar.', 'A file is not listed.'),
  noManifest: said('Daftar sidik jari tidak ada atau tidak dapat dibaca.', 'The list of fingerprints is missing or cannot be read.'),
  misplaced: said('Daftar sidik jari memuat nama yang bukan bagiannya.', 'The list of fingerprints holds names that do not belong there.'),
  unlisted: said('Ada berkas wajib yang tidak terdaftar.', 'A required file is not listed.'),
  changed: said('Ada berkas yang berubah, rusak, atau hilang.', 'A file was changed, damaged or is missing.'),
} as const;

export const KEY = {
  none: said('Tidak diperiksa: tidak ada tanda tangan yang sah.', 'Not checked: there is no valid signature.'),
  ssh: said('Tanda tangan SSH tidak sah untuk isinya.', 'The SSH signature is not valid for its content.'),
  der: said('Tanda tangan OpenSSL tidak sah untuk isinya.', 'The OpenSSL signature is not valid for its content.'),
  pem: said('Kunci publik tidak dapat dibaca.', 'The public key cannot be read.'),
  signers: said('Daftar penanda tangan tidak dapat dibaca.', 'The list of signers cannot be read.'),
  differ: said('Kunci pada berkas-berkas itu tidak sama.', 'The keys in these files are not the same.'),
  notBoth: said('Tidak ada kunci yang menandatangani kedua daftar.', 'No key signed both lists.'),
  stated: said('Sidik jari kunci tidak sama dengan yang tertulis.', 'The key’s fingerprint is not the one that is stated.'),
  broken: (seq: number) =>
    said(
      `Pergantian kunci pada catatan nomor ${seq} tidak ada, tidak menyambung, atau tidak ditandatangani kunci sebelumnya.`,
      `The change of key at record ${seq} is missing, does not continue the chain, or was not signed by the key before.`,
    ),
  notFirst: said('Kunci bukan yang disebut catatan pertama.', 'The key is not the one that the first record names.'),
  notLast: said('Kunci bukan yang disebut catatan pemulihan terakhir.', 'The key is not the one that the last repair names.'),
  movedLog: (seq: number) =>
    said(
      `Catatan diteruskan dari cadangan di peramban lain sejak nomor ${seq}.`,
      `From number ${seq} on, the log was continued out of a backup in another browser.`,
    ),
  moved: (seq: number, from: string, to: string) =>
    said(
      `Kunci diganti pada catatan nomor ${seq} karena pemulihan dari cadangan, disahkan tanda tangan kunci lama: dari ${from} ke ${to}. Kedua sidik jari ada di berita acara penyerahan.`,
      `The key was changed at record ${seq} because a backup was restored, and the old key signed for it: from ${from} to ${to}. Both fingerprints stand in the handover form.`,
    ),
  repaired: (seq: number, lost: number) =>
    said(
      `Rantai dipulihkan pada catatan nomor ${seq} setelah kehilangan data; ${lost} catatan tidak kembali.`,
      `The chain was repaired at record ${seq} after data were lost; records that did not come back: ${lost}.`,
    ),
  lost: (seq: number, from: string, to: string) =>
    said(
      `Kunci diganti pada catatan nomor ${seq} karena kunci lama hilang: dari ${from} ke ${to}. Tanyakan pemantau, dan cocokkan kedua sidik jari dengan berita acara penyerahan.`,
      `The key was changed at record ${seq} because the old one was lost: from ${from} to ${to}. Ask the monitor, and compare both fingerprints with the handover form.`,
    ),
} as const;

const ERASURE_EN: Readonly<Record<Erasure['reason'], string>> = {
  'retention-reached': 'its time of keeping was over',
  'set-aside': 'the allegation was set aside',
  'subject-request': 'the person concerned asked for it',
  'mistaken-capture': 'captured by mistake',
};

export const LOG = {
  erased: (count: number, seq: number, reason: Erasure['reason']) =>
    said(
      `Isi ${count} catatan dimusnahkan menurut catatan nomor ${seq} (${ERASURE_WORDS[reason]}); barisnya tetap ada.`,
      `By record ${seq}, the content of ${count} record(s) was destroyed (${ERASURE_EN[reason]}); their lines stay.`,
    ),
  erasedBack: (seqs: readonly number[]) =>
    said(
      `Isi catatan nomor ${seqs.join(', ')} ada, padahal dinyatakan dimusnahkan.`,
      `The content of record ${seqs.join(', ')} is there though it is said to be destroyed.`,
    ),
  erasedAhead: (seq: number) => said(`Catatan nomor ${seq} memusnahkan yang belum ada.`, `Record ${seq} destroys what was not there yet.`),
  checkpoint: said('Titik tanda tangan rantai tidak dapat dibaca.', 'Where the chain was signed cannot be read.'),
  otherChain: said('Titik tanda tangan milik rantai lain.', 'The signature belongs to another chain.'),
  unreadable: said('Rantai catatan tidak ada atau tidak dapat dibaca.', 'The chain of records is missing or cannot be read.'),
  at: (seq: number, why: Said) => said(`nomor ${seq} ${why.id}`, `number ${seq} ${why.en}`),
  morePlaces: (count: number) => said(`dan ${count} tempat lain`, `and ${count} other place(s)`),
  broken: (told: readonly Said[]) => {
    const { id, en } = joinSaid(told, '; ');
    return said(`Rantai catatan putus: ${id}.`, `The chain of records is broken: ${en}.`);
  },
  record: (line: number) =>
    said(
      `Catatan pada baris ${line} tidak cocok dengan rantai atau bentuknya salah.`,
      `The record in line ${line} does not agree with the chain, or its form is wrong.`,
    ),
  clock: (first: ClockStep, others: number) => {
    const [before, at] = [utc(first.before), utc(first.at)];
    return said(
      `Jam komputer mundur pada catatan nomor ${first.seq}: dari ${before.id} ke ${at.id}${others === 0 ? '' : `, dan pada ${others} tempat lain`}. ${CLOCK_ORDER.id}`,
      `The computer’s clock went back at record ${first.seq}: from ${before.en} to ${at.en}${others === 0 ? '' : `, and in ${others} other place(s)`}. ${CLOCK_ORDER.en}`,
    );
  },
} as const;

/** What a clock that went back means for the order of records. */
export const CLOCK_ORDER = said(
  'Urutan catatan ditentukan rantai, bukan jam; waktu yang tertulis di sekitarnya perlu dipastikan dari sumber lain.',
  'The chain gives the order of records, not the clock; the times stated near it need another source.',
);

export const FILES = {
  missing: said('Ada berkas yang disebut catatan tetapi tidak ada atau rusak.', 'A file that a record names is missing or damaged.'),
  other: said('Ada berkas yang isinya bukan yang dicatat.', 'The content of a file is not what was recorded.'),
  otherPicture: said('Ada gambar yang jenis atau ukurannya bukan yang dicatat.', 'The kind or size of a picture is not what was recorded.'),
  notLeft: said('Ada berkas yang disebut tidak disertakan, padahal ada.', 'A file is said to be left out though it is there.'),
  leftUnknown: said(
    'Daftar berkas yang tidak disertakan menyebut berkas yang tidak dikenal.',
    'The list of files left out names files that nobody knows.',
  ),
  leftUnreadable: said('Daftar berkas yang tidak disertakan tidak dapat dibaca.', 'The list of files left out cannot be read.'),
  strays: said('Ada berkas bukti yang tidak disebut catatan mana pun.', 'There is a picture or source that no record names.'),
  redactionAlone: said(
    'Ada perubahan penutup gambar yang tangkapannya tidak disertakan.',
    'A change of what is covered in a picture comes without its capture.',
  ),
  noOrigin: said('Ada berkas turunan yang asalnya tidak disertakan.', 'What a file was made from is not stated.'),
  otherOrigin: said('Ada gambar turunan yang tidak cocok dengan asalnya.', 'A picture does not fit the one that it was made from.'),
  handed: said(
    'Semua gambar dan sumber yang diserahkan ada dan sama.',
    'All pictures and sources that were handed on are there and the same.',
  ),
  left: (count: number) =>
    said(
      `${count} berkas asli tidak disertakan karena dapat memperlihatkan orang lain; sidik jarinya tetap tertulis pada catatannya.`,
      `Original files left out because they may show other people: ${count}; their fingerprints stand in their records.`,
    ),
  originals: (count: number, reason: string | undefined) =>
    said(
      `Berkas ini memuat ${count} berkas asli yang dapat memperlihatkan orang lain. ${reason === undefined ? 'Tidak ada alasan tertulis.' : `Alasan pemantau: “${reason}”.`}`,
      `This file holds ${count} original file(s) that may show other people. ${reason === undefined ? 'No reason is stated.' : `The monitor’s reason: “${reason}”.`}`,
    ),
} as const;

/** What does not hold of a time stamp, as clauses. */
const FAULTS: Readonly<Partial<Record<StampFault, Said>>> = {
  imprint: said('sidiknya bukan sidik titik rantai itu', 'its fingerprint is not that of this point of the chain'),
  request: said('permintaannya menyangkut hal lain', 'its request is about something else'),
  time: said('jawabannya menyatakan waktu lain', 'its answer states another time'),
  'other-hash': said('jawabannya menyangkut sidik lain', 'its answer is about another fingerprint'),
  'other-request': said('jawabannya untuk permintaan lain', 'its answer is to another request'),
};

export const TIME = {
  fault: (fault: StampFault) => FAULTS[fault] ?? said('jawabannya tidak dapat dibaca', 'its answer cannot be read'),
  otherLine: said('baris rantainya lain', 'its line of the chain is another'),
  invalid: (seq: number, faults: readonly Said[]) => {
    const { id, en } = joinSaid(faults, '; ');
    return said(`Cap waktu pada catatan ${seq} tidak berlaku: ${id}.`, `The time stamp of record ${seq} does not hold: ${en}.`);
  },
  files: said('Ada berkas cap waktu yang hilang atau bukan yang dicatat.', 'A time stamp’s file is missing or is not the recorded one.'),
  strays: said('Ada berkas cap waktu yang tidak disebut catatan mana pun.', 'There is a time stamp’s file that no record names.'),
  none: said(
    'Tanpa waktu tepercaya: semua waktu hanya menurut jam komputer pemantau.',
    'Without trusted time: all times are by the monitor’s own clock.',
  ),
  stood: (size: number, statedAt: string, name: string, isNamedByHand: boolean) => {
    const at = utc(statedAt);
    return said(
      `baris 0–${size - 1} sudah ada paling lambat ${at.id} menurut “${name}”${isNamedByHand ? ' (nama dari pemantau)' : ''}`,
      `lines 0–${size - 1} existed by ${at.en} according to “${name}”${isNamedByHand ? ' (a name that the monitor gave)' : ''}`,
    );
  },
  more: (count: number) => said(`dan ${count} cap lain`, `and ${count} other stamp(s)`),
  passed: (count: number, told: readonly Said[], file: string) => {
    const { id, en } = joinSaid(told, '; ');
    return said(
      `Sidik dan nomor permintaan ${count} cap waktu cocok: ${id}. Tanda tangan otoritas TIDAK diperiksa di sini: pakai openssl ts -verify (${file}, lihat BACA-SAYA.txt).`,
      `Fingerprints and request numbers of ${count} time stamp(s) agree: ${en}. The authority’s signature is NOT checked here: use openssl ts -verify (${file}, see BACA-SAYA.txt).`,
    );
  },
} as const;
