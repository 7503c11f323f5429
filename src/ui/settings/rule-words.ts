// Words of the settings on calendar, holidays and recipients.
import type { CalendarRefusal } from '../../rules/calendar-file.ts';
import type { Said } from '../said.ts';

const REFUSED = {
  'calendarFile.too-long': {
    id: 'Berkas itu terlalu besar untuk sebuah kalender. Pilih berkas yang diekspor dari halaman ini.',
    en: 'That file is too large for a calendar. Choose a file exported from this page.',
  },
  'calendarFile.no-json': {
    id: 'Berkas itu bukan JSON yang utuh. Ekspor ulang kalendernya, lalu impor lagi.',
    en: 'That file is no complete JSON. Export the calendar once more and import it again.',
  },
  'calendarFile.other-file': {
    id: 'Berkas itu bukan kalender Netra. Pilih berkas yang diekspor dari halaman ini.',
    en: 'That file is no calendar of Netra’s. Choose a file exported from this page.',
  },
  'calendarFile.newer': {
    id: 'Berkas itu dibuat oleh versi Netra yang lebih baru. Perbarui Netra, lalu impor lagi.',
    en: 'That file was made by a newer Netra. Update Netra and import it again.',
  },
  'calendarFile.stage': {
    id: 'Tahapan nomor {stage}: isi tanggal mulai dan selesai (mulai tidak sesudah selesai), atau kosongkan keduanya. Perbaiki berkasnya, lalu impor lagi.',
    en: 'Stage {stage}: give a first and a last day (the first not after the last), or leave both empty. Correct the file and import it again.',
  },
  'calendarFile.field': {
    id: 'Isian “{field}” {stage} tidak ada atau salah bentuk. Perbaiki berkasnya, lalu impor lagi.',
    en: 'The field “{field}” {stage} is missing or has a wrong form. Correct the file and import it again.',
  },
} as const satisfies Record<`calendarFile.${CalendarRefusal['why']}`, Said>;

export const RULE_SETTINGS_WORDS = {
  ...REFUSED,
  'calendarFile.ofStage': { id: 'pada tahapan nomor {n}', en: 'of stage {n}' },
  'calendarFile.ofCalendar': { id: 'pada kalender', en: 'of the calendar' },
  'ruleSet.title': { id: 'Aturan dan tahapan', en: 'Rules and stages' },
  'ruleSet.lead': {
    id: 'Dipakai untuk menunjukkan tahapan, batas waktu, dan penerima pada setiap temuan. Semua isinya dapat Anda ubah; cocokkan dengan naskah resmi.',
    en: 'Used to show stage, time limit and recipients with every finding. You can change all of it; compare it with the official text.',
  },
  'ruleSet.zone': { id: 'Zona waktu wilayah', en: 'Time zone of the area' },
  'ruleSet.calendar': { id: 'Kalender tahapan', en: 'Calendar of stages' },
  'ruleSet.choose': { id: 'Kalender yang dipakai', en: 'Calendar in use' },
  'ruleSet.none': { id: 'Belum dipilih', en: 'None chosen' },
  'ruleSet.own': { id: '{title} (yang dipakai)', en: '{title} (the one in use)' },
  'ruleSet.ownPast': {
    id: '{title} (yang dipakai; semua tahapannya sudah lewat, hanya contoh)',
    en: '{title} (the one in use; all of its stages are over, an example only)',
  },
  'ruleSet.example': { id: '{title} (contoh yang sudah lewat)', en: '{title} (a past example)' },
  'ruleSet.template': { id: '{title} (tanggal belum ditetapkan)', en: '{title} (no dates set yet)' },
  'ruleSet.name': { id: 'Nama kalender', en: 'Name of the calendar' },
  'ruleSet.election': { id: 'Jenis', en: 'Kind' },
  'ruleSet.pemilu': { id: 'Pemilu', en: 'General election' },
  'ruleSet.pilkada': { id: 'Pilkada', en: 'Regional election' },
  'ruleSet.stages': { id: 'Tahapan', en: 'Stages' },
  'ruleSet.stage': { id: 'Tahapan {n}', en: 'Stage {n}' },
  'ruleSet.stageName': { id: 'Nama', en: 'Name' },
  'ruleSet.kind': { id: 'Arti', en: 'Meaning' },
  'ruleSet.from': { id: 'Mulai', en: 'First day' },
  'ruleSet.to': { id: 'Selesai', en: 'Last day' },
  'ruleSet.source': { id: 'Sumber', en: 'Source' },
  'ruleSet.confirmed': { id: 'Sudah saya cocokkan dengan naskah resmi', en: 'I compared it with the official text' },
  'ruleSet.remove': { id: 'Hapus {what}', en: 'Remove {what}' },
  'ruleSet.addStage': { id: 'Tambah tahapan', en: 'Add a stage' },
  'ruleSet.holidays': { id: 'Hari libur', en: 'Holidays' },
  'ruleSet.holidaysMore': {
    id: 'Hanya untuk hitungan hari kerja. Yang tersedia hanya hari libur bertanggal tetap; tambahkan hari raya dan cuti bersama tahun berjalan.',
    en: 'For the count of working days only. Only holidays of a fixed date are shipped; add the religious and joint holidays of the year.',
  },
  'ruleSet.holiday': { id: 'Hari libur {n}', en: 'Holiday {n}' },
  'ruleSet.day': { id: 'Tanggal', en: 'Day' },
  'ruleSet.addHoliday': { id: 'Tambah hari libur', en: 'Add a holiday' },
  'ruleSet.recipients': { id: 'Penerima', en: 'Recipients' },
  'ruleSet.recipient': { id: 'Penerima {n}', en: 'Recipient {n}' },
  'ruleSet.role': { id: 'Menerima apa', en: 'Receives what' },
  'ruleSet.addRecipient': { id: 'Tambah penerima', en: 'Add a recipient' },
  'ruleSet.save': { id: 'Simpan perubahan', en: 'Save changes' },
  'ruleSet.unsaved': { id: 'Ada perubahan yang belum disimpan.', en: 'There are changes that are not saved yet.' },
  'ruleSet.saved': { id: 'Perubahan disimpan.', en: 'Changes saved.' },
  'ruleSet.reset': { id: 'Kembalikan ke bawaan', en: 'Reset to what was shipped' },
  'ruleSet.resetSure': { id: 'Buang semua perubahan Anda di bagian ini?', en: 'Throw away all your changes in this section?' },
  'ruleSet.resetYes': { id: 'Ya, kembalikan', en: 'Yes, reset' },
  'ruleSet.resetDone': { id: 'Dikembalikan ke bawaan.', en: 'Reset to what was shipped.' },
  'ruleSet.export': { id: 'Ekspor kalender', en: 'Export the calendar' },
  'ruleSet.import': { id: 'Impor kalender', en: 'Import a calendar' },
  'ruleSet.imported': { id: 'Kalender “{title}” dibaca. Periksa, lalu simpan.', en: 'Calendar “{title}” was read. Check it, then save.' },
  'ruleSet.wrongStage': {
    id: 'Tahapan {n}: isi nama, lalu kedua tanggal (mulai tidak sesudah selesai) atau kosongkan keduanya.',
    en: 'Stage {n}: give a name, and both days (the first not after the last) or neither.',
  },
  'ruleSet.wrongHoliday': { id: 'Hari libur {n}: isi tanggal dan nama.', en: 'Holiday {n}: give a day and a name.' },
  'ruleSet.wrongRecipient': { id: 'Penerima {n}: isi nama dan apa yang diterima.', en: 'Recipient {n}: give a name and what is received.' },
  'ruleSet.wrongName': { id: 'Isi nama kalender.', en: 'Give the calendar a name.' },
} as const satisfies Record<string, Said>;
