// npm run -s verify -- FILE [--json]
// Checks a bundle (zip, or the folder unpacked from one). Ends with 0: whole, 1: not whole, 2: cannot be read.
import { lstatSync, openAsBlob, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import type { Check, Verification } from '../model/bundle.ts';
import { type BundleFiles, LIMITS } from '../report/archive.ts';
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
    return parseArgs({ allowPositionals: true, options: { json: { type: 'boolean', default: false }, kode: { type: 'string' } } });
  } catch (error) {
    return stop(
      `verify: pilihan tidak dikenal (${(error as Error).message.split('.')[0]}). Pemakaian: npm run -s verify -- [--json] [--kode "dua belas kata"] BERKAS.zip`,
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
};
const MOST_FILES = 20;

/** Names come from a stranger: what would steer a terminal is written out. */
function toPlain(text: string): string {
  return toVisible(text).replace(/[\n\t]/g, ' ');
}

function toTable({ ok, bundleId, keyFingerprint, checks }: Verification): string {
  const lines = checks.flatMap(({ check, verdict, say, files }) => [
    `${MARKS[verdict]}  ${TITLES[check].padEnd(22)}${toPlain(say)}`,
    ...files.slice(0, MOST_FILES).map((file) => `             - ${toPlain(file)}`),
    ...(files.length > MOST_FILES ? [`             - dan ${files.length - MOST_FILES} berkas lain`] : []),
  ]);
  const verdict = ok
    ? 'UTUH: isi tidak berubah sejak ditandatangani. Cocokkan sidik jari kunci dengan yang tertulis di kertas.'
    : 'TIDAK UTUH: jangan dipakai sebelum sebabnya jelas.';
  return [
    `Nomor      ${toPlain(bundleId ?? 'tidak diketahui')}`,
    `Kunci      ${keyFingerprint ?? 'tidak ada tanda tangan yang sah'}`,
    '',
    ...lines,
    '',
    verdict,
    'Keutuhan bukan bukti siapa penulisnya. Semua isi adalah dugaan.',
    '',
  ].join('\n');
}

async function open(path: string): Promise<Blob | BundleFiles> {
  return lstatSync(path).isDirectory() ? openFolder(path) : openAsBlob(path);
}

const { values, positionals } = readOptions();
if (positionals.length > 1) stop('verify: hanya satu berkas sekali periksa. Ulangi untuk berkas berikutnya.');
const path = positionals[0] ?? stop('verify: sebutkan satu berkas. Contoh: npm run -s verify -- berkas-bukti.zip');
try {
  const verification = await verifyBundle(await open(path));
  process.stdout.write(values.json ? `${JSON.stringify(verification, null, 2)}\n` : toTable(verification));
  process.exitCode = verification.ok ? 0 : 1;
  if (values.kode !== undefined && verification.ok) {
    const answer = await askBundle(values.kode, await open(path));
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
    if (size === null) process.exitCode = 1;
  }
} catch (error) {
  const why = (error as NodeJS.ErrnoException).code ?? (error as Error).message;
  stop(`verify: ${path} tidak dapat dibaca (${why}). Periksa nama dan tempatnya.`);
}
