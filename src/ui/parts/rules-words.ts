// Words of rules, stages and deadlines, wherever they are shown.
import type { Certainty, HeadingKind, ObjectKind, StageKind, Zone } from '../../model/rules.ts';
import type { Said } from '../said.ts';

type ModelKey =
  | `certainty.${Certainty}`
  | `heading.${HeadingKind}`
  | `object.${ObjectKind}`
  | `stageKind.${StageKind}`
  | `zone.${Zone}`
  | `reading.${'usual' | 'other' | 'unknown'}`
  | `fixing.${'before' | 'same-day' | 'after' | 'unknown'}`
  | `where.${'before' | 'between' | 'after'}`
  | `noStage.${'only-seen' | 'no-calendar' | 'undated'}`
  | `namesObject.${'no' | 'unknown'}`;

const MODEL = {
  'certainty.reported': { id: 'Menurut sumber yang disebut', en: 'According to the source named' },
  'certainty.general': { id: 'Pengetahuan umum; naskahnya belum dibuka', en: 'General knowledge; its text was not opened' },
  'certainty.unclear': { id: 'Belum jelas: sumber berbeda atau terpotong', en: 'Unclear: sources differ or are cut off' },
  'heading.ethics': { id: 'Kode etik', en: 'Code of ethics' },
  'heading.discipline': { id: 'Disiplin', en: 'Discipline' },
  'object.bakal-calon': { id: 'bakal calon', en: 'prospective candidate' },
  'object.calon': { id: 'calon', en: 'candidate' },
  'object.parpol': { id: 'partai politik', en: 'political party' },
  'object.tim': { id: 'tim pemenangan', en: 'winning team' },
  'stageKind.support': { id: 'dukungan perseorangan', en: 'support for independents' },
  'stageKind.registration': { id: 'pendaftaran', en: 'registration' },
  'stageKind.review': { id: 'penelitian persyaratan', en: 'review of requirements' },
  'stageKind.fixing': { id: 'penetapan calon', en: 'candidates are set' },
  'stageKind.numbers': { id: 'nomor urut', en: 'numbers are drawn' },
  'stageKind.campaign': { id: 'kampanye', en: 'campaign' },
  'stageKind.quiet': { id: 'masa tenang', en: 'quiet period' },
  'stageKind.voting': { id: 'pemungutan suara', en: 'voting' },
  'stageKind.counting': { id: 'penghitungan dan rekapitulasi', en: 'counting' },
  'stageKind.other': { id: 'lainnya', en: 'other' },
  'zone.Asia/Jakarta': { id: 'WIB (Jakarta)', en: 'WIB (Jakarta)' },
  'zone.Asia/Makassar': { id: 'WITA (Makassar)', en: 'WITA (Makassar)' },
  'zone.Asia/Jayapura': { id: 'WIT (Jayapura)', en: 'WIT (Jayapura)' },
  'reading.usual': { id: 'Biasanya dibaca begini pada masa itu; belum pasti', en: 'Usually read so at that time; not certain' },
  'reading.other': { id: 'Biasanya bukan pada masa itu; belum tertutup kemungkinannya', en: 'Usually not at that time; not ruled out' },
  'reading.unknown': { id: 'Mungkin; masanya belum diketahui', en: 'Possible; the time is not known' },
  'fixing.before': { id: 'Sebelum penetapan calon', en: 'Before candidates were set' },
  'fixing.same-day': {
    id: 'Pada hari penetapan calon: sebelum atau sesudahnya belum diketahui',
    en: 'On the day on which candidates were set: before or after is not known',
  },
  'fixing.after': { id: 'Sesudah penetapan calon', en: 'After candidates were set' },
  'fixing.unknown': { id: 'Sebelum atau sesudah penetapan calon: tidak diketahui', en: 'Before or after candidates were set: not known' },
  'where.before': { id: 'Sebelum tahapan pertama', en: 'Before the first stage' },
  'where.between': { id: 'Di antara dua tahapan', en: 'Between two stages' },
  'where.after': { id: 'Sesudah tahapan terakhir', en: 'After the last stage' },
  'noStage.only-seen': {
    id: 'Tidak diketahui: situs tidak menyebut kapan tindakan itu terjadi. Terlihat pada {day}; terjadinya hari itu atau sebelumnya.',
    en: 'Not known: the site does not say when the act happened. It was seen on {day}; it happened then or earlier.',
  },
  'noStage.no-calendar': {
    id: 'Tidak diketahui: kalender tahapan belum dipilih di Pengaturan.',
    en: 'Not known: no calendar of stages has been chosen in the settings.',
  },
  'noStage.undated': {
    id: 'Tidak diketahui: tanggal tahapan belum ditetapkan dalam kalender.',
    en: 'Not known: the calendar’s stages have no dates yet.',
  },
  'namesObject.no': {
    id: 'Baris ini tidak menyebut {what}; apakah tetap berlaku, belum pasti.',
    en: 'This row does not name a {what}; whether it holds all the same is not certain.',
  },
  'namesObject.unknown': {
    id: 'Belum diketahui apakah yang didukung termasuk yang disebut baris ini.',
    en: 'It is not known whether whoever was supported is one whom this row names.',
  },
} as const satisfies Record<ModelKey, Said>;

export const RULES_WORDS = {
  ...MODEL,
  'rules.unconfirmed': { id: 'Periksa naskah resmi', en: 'Check the official text' },
  'rules.confirmed': { id: 'Sudah dicocokkan dengan naskah resmi', en: 'Compared with the official text' },
  'rules.partlyGeneral': {
    id: 'Sebagian pengetahuan umum, yang naskahnya belum dibuka',
    en: 'In part general knowledge, the text of which was not opened',
  },
  'rules.sources': { id: 'Sumber', en: 'Sources' },
  'rules.title': { id: 'Aturan yang mungkin terkait', en: 'Rules that may be concerned' },
  'rules.lead': {
    id: 'Bahan untuk petugas, bukan putusan. Netra tidak menentukan kesalahan atau hukuman.',
    en: 'Material for the officer, no ruling. Netra decides neither on fault nor on penalty.',
  },
  'rules.stage': { id: 'Tahapan saat tindakan itu terjadi', en: 'Stage at the time of the act' },
  'rules.headings': { id: 'Kemungkinan kelompok aturan', en: 'Possible headings' },
  'rules.noHeadings': { id: 'Tidak ada baris aturan ASN yang ditampilkan.', en: 'No rows for civil servants are shown.' },
  'rules.norms': { id: 'Norma yang dirujuk', en: 'Norms cited' },
  'rules.threat': { id: 'Rentang ancaman menurut SKB, bukan hasil', en: 'Range threatened by the decree, not the outcome' },
  'rules.or': { id: 'atau', en: 'or' },
  'rules.unsure': { id: 'Yang belum pasti', en: 'What is uncertain' },
  'rules.standing': { id: 'Status {status}', en: 'Status {status}' },
  'rules.recipients': { id: 'Dapat disampaikan kepada', en: 'Can be handed to' },
  'rules.deadline': { id: 'Batas waktu laporan', en: 'Time limit for reporting' },
  'rules.left': { id: 'Tersisa {n} hari kalender, sampai {day}', en: '{n} calendar days left, until {day}' },
  'rules.lastDay': { id: 'Hari ini hari terakhir, {day}', en: 'Today is the last day, {day}' },
  'rules.past': {
    id: 'Lewat {n} hari kalender (batasnya {day}). Tetap sampaikan sebagai informasi awal.',
    en: '{n} calendar days past (the limit was {day}). Hand it in as initial information all the same.',
  },
  'rules.leftShort': { id: 'Lapor: tersisa {n} hari', en: 'Report: {n} days left' },
  'rules.lastShort': { id: 'Lapor: hari terakhir', en: 'Report: last day' },
  'rules.pastShort': { id: 'Batas lapor lewat {n} hari', en: 'Time limit passed {n} days ago' },
  'rules.safe': {
    id: 'Bila hari diketahui dihitung sebagai hari pertama: sampai {day}. Paling aman sebelum itu.',
    en: 'If the day of knowing counts as the first: until {day}. Before that is safest.',
  },
  'rules.working': { id: 'Menurut hari kerja (hanya keterangan): sampai {day}', en: 'By working days (for information only): until {day}' },
  'rules.known': { id: 'Diketahui {day}', en: 'Known on {day}' },
  'rules.knownKept': { id: 'dihitung dari bukti pertama yang disimpan', en: 'counted from the first evidence kept' },
  'rules.knownStated': { id: 'dinyatakan pemantau, catatan nomor {seq}', en: 'stated by the monitor, record number {seq}' },
  'rules.stateKnown': { id: 'Nyatakan tanggal diketahui yang lain', en: 'State another day of knowing' },
  'rules.knownDay': { id: 'Hari diketahui', en: 'Day of knowing' },
  'rules.knownNote': { id: 'Bagaimana diketahui (boleh kosong)', en: 'How it became known (may be empty)' },
  'rules.knownMore': {
    id: 'Pernyataan ini menjadi catatan tetap dan ikut diekspor. Yang lama tidak dihapus; yang terakhir dipakai.',
    en: 'This statement becomes a permanent record and is exported as well. Earlier ones stay; the latest is used.',
  },
  'rules.keepKnown': { id: 'Catat tanggal ini', en: 'Record this day' },
  'rules.keptKnown': { id: 'Tanggal dicatat (nomor {seq}).', en: 'Day recorded (number {seq}).' },
  'rules.future': { id: 'Pilih hari ini atau hari yang sudah lewat.', en: 'Choose today or a day that has passed.' },
  'rules.toCalendar': { id: 'Pilih kalender di Pengaturan', en: 'Choose a calendar in the settings' },
  'rules.undatedStage': { id: 'tanggal belum ditetapkan', en: 'no dates set yet' },
} as const satisfies Record<string, Said>;
