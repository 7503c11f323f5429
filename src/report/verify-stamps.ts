// Trusted time of a bundle: that each stamp is about this log, and that its files are the ones that the record keeps.
import { isSameBytes } from '../evidence/bytes.ts';
import { checkStamp, type StampFault } from '../evidence/stamp.ts';
import { sha256 } from '../lib/hash.ts';
import type { KeptStamp } from '../model/stamp.ts';
import { isStampPath, RECORD_FILES, stampPath } from './layout.ts';
import type { ReadBundle } from './read-bundle.ts';
import { toStampFiles } from './stamps.ts';
import type { Verdicts } from './verdicts.ts';
import { utcWords } from './words.ts';

const FAULTS: Readonly<Partial<Record<StampFault, string>>> = {
  imprint: 'sidiknya bukan sidik titik rantai itu',
  request: 'permintaannya menyangkut hal lain',
  time: 'jawabannya menyatakan waktu lain',
  'other-hash': 'jawabannya menyangkut sidik lain',
  'other-request': 'jawabannya untuk permintaan lain',
};
const MOST_TOLD = 5;

/** @param lines the log @param origin its name */
export async function checkStamps(
  bundle: ReadBundle,
  stamps: readonly KeptStamp[],
  lines: readonly string[],
  origin: string,
  verdicts: Verdicts,
): Promise<void> {
  const named = new Set<string>();
  for (const stamp of stamps) {
    const { seq, body } = stamp;
    const faults = (await checkStamp(body, origin)).map((fault) => FAULTS[fault] ?? 'jawabannya tidak dapat dibaca');
    if ((await sha256(lines[body.size - 1] ?? '')) !== body.head) faults.push('baris rantainya lain');
    if (faults.length > 0) verdicts.fail('time', `Cap waktu pada catatan ${seq} tidak berlaku: ${faults.join('; ')}.`, RECORD_FILES.stamp);
    for (const { name, bytes } of toStampFiles(stamp, origin)) {
      named.add(name);
      const file = bundle.texts.get(name);
      if (file === undefined || !isSameBytes(file, bytes))
        verdicts.fail('time', 'Ada berkas cap waktu yang hilang atau bukan yang dicatat.', name);
    }
  }
  const strays = [...bundle.files.keys()].filter((name) => isStampPath(name) && !named.has(name));
  if (strays.length > 0) verdicts.fail('time', 'Ada berkas cap waktu yang tidak disebut catatan mana pun.', ...strays);
  if (stamps.length === 0) {
    verdicts.leaveOut('time');
    verdicts.note('log', 'Tanpa waktu tepercaya: semua waktu hanya menurut jam komputer pemantau.');
    return;
  }
  const told = stamps
    .slice(0, MOST_TOLD)
    .map(
      ({ body: { size, statedAt, authority } }) =>
        `baris 0–${size - 1} sudah ada paling lambat ${utcWords(statedAt)} menurut “${authority.name}”${authority.url === null ? ' (nama dari pemantau)' : ''}`,
    );
  if (stamps.length > MOST_TOLD) told.push(`dan ${stamps.length - MOST_TOLD} cap lain`);
  verdicts.pass(
    'time',
    `Sidik dan nomor permintaan ${stamps.length} cap waktu cocok: ${told.join('; ')}. Tanda tangan otoritas TIDAK diperiksa di sini: pakai openssl ts -verify (${stampPath(stamps[0]?.seq ?? 0, 'tsr')}, lihat BACA-SAYA.txt).`,
  );
}
