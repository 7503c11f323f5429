// Later words on a finding in plain Indonesian.
import type { Erasure } from '../model/erasure.ts';
import type { EvidenceRecord } from '../model/evidence.ts';
import type { CorrectedField } from '../model/note.ts';
import type { Recheck } from '../model/recheck.ts';
import type { StepRecord } from './trail.ts';
import { dateWords, VERDICT_WORDS } from './words.ts';

export const CORRECTED_WORDS: Readonly<Record<CorrectedField, string>> = {
  person: 'Nama orang',
  unit: 'Unit kerja',
  handle: 'Nama akun',
  name: 'Nama tampil',
  act: 'Perbuatan',
  text: 'Kata-kata',
  'stated-time': 'Waktu menurut situs',
  target: 'Sasaran',
  address: 'Alamat',
  other: 'Lainnya',
};

export const RECHECK_WORDS: Readonly<Record<Recheck['state'], string>> = {
  there: 'masih ada',
  deleted: 'sudah dihapus, menurut pemantau',
  renamed: 'nama akun berubah',
  unsure: 'tidak dapat dipastikan',
};

/** What Netra itself met, apart from what the monitor says. */
export function seenWords(seen: Recheck['seen']): string {
  if (seen.kind === 'nothing') return 'Netra tidak membaca perbuatan itu di tab yang dibuka; itu tidak berarti sudah dihapus';
  if (seen.kind === 'same-act') return 'Netra membaca perbuatan yang sama di tab yang dibuka';
  const act = seen.sameAct ? ', dan membaca perbuatan yang sama' : '';
  return `Netra membaca nomor akun yang sama dengan nama akun @${seen.handleNow}, dahulu @${seen.handleThen}${act}`;
}

export const ERASURE_WORDS: Readonly<Record<Erasure['reason'], string>> = {
  'retention-reached': 'masa simpan habis',
  'set-aside': 'dugaan dikesampingkan',
  'subject-request': 'permintaan pemilik data',
  'mistaken-capture': 'salah tangkap',
};

export const ASKER_WORDS: Readonly<Record<Erasure['askedBy'], string>> = {
  monitor: 'pemantau',
  coordinator: 'koordinator',
  'data-subject': 'pemilik data',
  authority: 'lembaga berwenang',
};

/** What kind of record was destroyed. */
export const TYPE_WORDS: Readonly<Partial<Record<EvidenceRecord['type'], string>>> = {
  capture: 'tangkapan',
  decision: 'keputusan peninjau',
  handover: 'penyerahan',
  known: 'tanggal diketahui',
  note: 'catatan atau koreksi',
  recheck: 'pemeriksaan ulang',
  hold: 'penahanan',
  redaction: 'perubahan penutup gambar',
};

/** One step of the chain of custody, in a few words. */
export function stepWords(record: StepRecord): string {
  switch (record.type) {
    case 'capture':
      return 'Ditangkap';
    case 'decision':
      return VERDICT_WORDS[record.body.verdict];
    case 'known':
      return `Diketahui pada ${dateWords(record.body.knownOn)}, menurut pemantau`;
    case 'note':
      return record.body.kind === 'note' ? 'Catatan ditambahkan' : `Koreksi ditambahkan: ${CORRECTED_WORDS[record.body.field]}`;
    case 'recheck':
      return `Diperiksa ulang: ${RECHECK_WORDS[record.body.state]}`;
    case 'hold':
      return record.body.state === 'set' ? 'Ditahan: tidak boleh dihapus' : 'Penahanan dicabut';
    case 'redaction':
      return `Penutup gambar diubah: ${record.body.added.length} kotak ditambah, ${record.body.removed.length} dibuka`;
    case 'handover':
      return `Diekspor ke berkas bukti ${record.body.bundleId}`;
  }
}
