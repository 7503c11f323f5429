// npm run -s verify -- FILE [FILE…] [--json]
// Checks bundles (zip, or the folder unpacked from one) and backups, and compares the logs of several. Ends with 0: whole and in
// agreement, 1: not whole, or two histories of one log, 2: cannot be read.
import { lstatSync, openAsBlob, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import type { BackupRefusal } from '../model/backup.ts';
import type { Check, Verification } from '../model/bundle.ts';
import { type BundleFiles, LIMITS } from '../report/archive.ts';
import { BackupRefused, isBackup, toSecret } from '../report/backup-file.ts';
import { type ReadBackup, readBackup } from '../report/backup-read.ts';
import { type Comparison, compareLogs, type LogView, logOfBackup, logOfBundle } from '../report/compare.ts';
import { askBundle } from '../report/daily.ts';
import { toVisible } from '../report/markup.ts';
import { verifyBundle } from '../report/verify.ts';

z.config({ jitless: true });

function stop(message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(2);
}

function readOptions() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: { json: { type: 'boolean', default: false }, kode: { type: 'string' }, 'sandi-dari': { type: 'string' } },
    });
  } catch (error) {
    return stop(
      `verify: pilihan tidak dikenal (${(error as Error).message.split('.')[0]}). Pemakaian: npm run -s verify -- [--json] [--kode "dua belas kata"] [--sandi-dari BERKAS] BERKAS.zip [BERKAS.zip …]`,
    );
  }
}

/** The files of an unpacked bundle. Links and special files are listed and cannot be read: a bundle holds none. */
function openFolder(folder: string): BundleFiles {
  const names: string[] = [];
  const walk = (here: string): void => {
    for (const entry of readdirSync(here, { withFileTypes: true })) {
      const path = join(here, entry.name);
      if (names.length > LIMITS.entries) return;
      if (entry.isDirectory()) walk(path);
      else names.push(relative(folder, path).split(sep).join('/'));
    }
  };
  walk(folder);
  return {
    folder: null,
    names,
    async read(name) {
      const stat = lstatSync(join(folder, name));
      if (!stat.isFile() || stat.size > LIMITS.fileBytes) throw new Error(`not a plain file of a bundle: ${name}`);
      return new Uint8Array(readFileSync(join(folder, name)));
    },
  };
}

const MARKS = { pass: '✓ baik ', fail: '✗ GAGAL', cannot: '? belum' } as const;
const TITLES: Readonly<Record<Check['check'], string>> = {
  archive: 'Zip',
  structure: 'Susunan',
  payload: 'Isi',
  tags: 'Keterangan',
  sshsig: 'Tanda tangan SSH',
  der: 'Tanda tangan OpenSSL',
  key: 'Kunci',
  log: 'Rantai catatan',
  records: 'Catatan',
  artefacts: 'Gambar dan sumber',
  time: 'Sidik cap waktu',
};
const MOST_FILES = 20;

/** Names come from a stranger: what would steer a terminal is written out. */
function toPlain(text: string): string {
  return toVisible(text).replace(/[\n\t]/g, ' ');
}

function toTable({ ok, bundleId, keyFingerprint, earlierKeys, checks }: Verification): string {
  const lines = checks.flatMap(({ check, verdict, say, files }) => [
    `${MARKS[verdict]}  ${TITLES[check].padEnd(22)}${toPlain(say)}`,
    ...files.slice(0, MOST_FILES).map((file) => `             - ${toPlain(file)}`),
    ...(files.length > MOST_FILES ? [`             - dan ${files.length - MOST_FILES} berkas lain`] : []),
  ]);
  const verdict = ok
    ? 'UTUH: isi tidak berubah sejak ditandatangani. Cocokkan sidik jari kunci dengan yang tertulis di berita acara penyerahan.'
    : 'TIDAK UTUH: jangan dipakai sebelum sebabnya jelas.';
  return [
    `Nomor      ${toPlain(bundleId ?? 'tidak diketahui')}`,
    `Kunci      ${keyFingerprint ?? 'tidak ada tanda tangan yang sah'}`,
    ...earlierKeys.map((one) => `Kunci lama ${one}`),
    '',
    ...lines,
    '',
    verdict,
    'Keutuhan bukan bukti siapa penulisnya. Semua isi adalah dugaan.',
    '',
  ].join('\n');
}

const BACKUP_WORDS = {
  'not-a-backup': 'Ini bukan berkas cadangan Netra.',
  'wrong-secret': 'Kata sandi tidak membuka berkas ini.',
  damaged: 'Berkas terpotong atau berubah.',
  newer: 'Dibuat oleh Netra yang lebih baru. Perbarui Netra.',
  unsigned: 'Kunci atau tanda tangannya bukan milik catatan di dalamnya.',
} as const satisfies Record<BackupRefusal, string>;

function toBackupTable({ head, captures, artefacts, erased, gone }: ReadBackup): string {
  return [
    `Cadangan   ${head.backupId}, dibuat ${head.madeAt}`,
    `Kunci      ${head.keyFingerprint}`,
    `Isi        ${head.size} baris catatan, ${captures} bukti, ${artefacts} gambar dan sumber`,
    ...(erased > 0 ? [`           ${erased} catatan telah dihapus isinya sebelum dicadangkan`] : []),
    ...(gone.length > 0 ? [`           ${gone.length} gambar atau sumber sudah hilang ketika dicadangkan`] : []),
    '',
    'UTUH: semua baris, isi, gambar, dan kunci penerus di dalamnya cocok.',
    '',
  ].join('\n');
}

function toComparison({ names, say }: Comparison): string {
  return `\n== Perbandingan\nBerkas pertama  ${toPlain(names[0])}\nBerkas kedua    ${toPlain(names[1])}\n${toPlain(say)}\n`;
}

async function open(path: string): Promise<Blob | BundleFiles> {
  return lstatSync(path).isDirectory() ? openFolder(path) : openAsBlob(path);
}

const { values, positionals } = readOptions();
if (positionals.length === 0) stop('verify: sebutkan satu berkas atau lebih. Contoh: npm run -s verify -- berkas-bukti.zip');
const logs: LogView[] = [];
const told: unknown[] = [];
let isWell = true;
for (const path of positionals) {
  try {
    await look(path);
  } catch (error) {
    const why = (error as NodeJS.ErrnoException).code ?? (error as Error).message;
    stop(`verify: ${path} tidak dapat dibaca (${why}). Periksa nama dan tempatnya.`);
  }
}
const comparisons = await compareLogs(logs);
if (values.json) process.stdout.write(`${JSON.stringify(positionals.length === 1 ? told[0] : { files: told, comparisons }, null, 2)}\n`);
else for (const one of comparisons) process.stdout.write(toComparison(one));
process.exitCode = isWell && comparisons.every(({ ok }) => ok) ? 0 : 1;

/** Checks one file and takes its log along for the comparison. */
async function look(path: string): Promise<void> {
  const source = await open(path);
  const say = (text: string) => process.stdout.write(values.json ? '' : text);
  if (positionals.length > 1) say(`\n== ${toPlain(path)}\n`);
  if (source instanceof Blob && (await isBackup(source))) {
    const read = await lookAtBackup(path, source);
    told.push(read);
    say(read.say);
    return;
  }
  const verification = await verifyBundle(source);
  told.push(verification);
  say(toTable(verification));
  isWell &&= verification.ok;
  if (!verification.ok) return;
  logs.push(await logOfBundle(path, source));
  if (values.kode !== undefined) await askWords(values.kode, source);
}

async function lookAtBackup(path: string, source: Blob) {
  if (values['sandi-dari'] === undefined)
    stop(`verify: ${path} adalah berkas tersandi. Tulis kata sandinya dalam sebuah berkas dan sebutkan: --sandi-dari BERKAS`);
  try {
    const read = await readBackup(source, await toSecret(readFileSync(values['sandi-dari'], 'utf8').trim()));
    logs.push(logOfBackup(path, read));
    return { ok: true, keyFingerprint: read.head.keyFingerprint, say: toBackupTable(read) };
  } catch (error) {
    if (!(error instanceof BackupRefused)) throw error;
    isWell = false;
    return { ok: false, keyFingerprint: null, say: `TIDAK UTUH: ${BACKUP_WORDS[error.refusal]} ${toPlain(error.where)}\n` };
  }
}

async function askWords(words: string, source: Blob | BundleFiles): Promise<void> {
  const answer = await askBundle(words, source);
  if ('wrong' in answer) {
    const which =
      answer.wrong.length > 0 ? `kata nomor ${answer.wrong.join(', ')} tidak dikenal` : `terbaca ${answer.count} kata, harus dua belas`;
    stop(`verify: kode harian tidak terbaca: ${which}.`);
  }
  const size = answer.found;
  process.stdout.write(
    size === null
      ? 'Kode harian tidak cocok. Periksa dahulu tiap kata. Bila semua benar, catatan ini bukan yang dulu memberi kode itu, atau sudah dibuat ulang atau dipotong.\n'
      : `Kode harian cocok: catatan sampai nomor ${size - 1} sama seperti saat kode itu diberikan.\n`,
  );
  isWell &&= size !== null;
}
