// How two logs stand to each other, in words: accuses nobody, since the files alone cannot tell how it came to be.
import { type Said, utc } from './verify-words.ts';

/** A log, as far as words are about it. */
interface Log {
  readonly lines: readonly string[];
  readonly madeAt: string | null;
}

/**
 * other: two logs · same: the same lines · beginning: `shorter` (0 or 1) is how the other began; `late`: though it was made later ·
 * fork: the same until line `at`, then two histories.
 */
export type Relation =
  | { readonly kind: 'other' | 'same' }
  | { readonly kind: 'beginning'; readonly shorter: 0 | 1; readonly late: boolean }
  | { readonly kind: 'fork'; readonly at: number; readonly ends: readonly [End, End] };

/** One of two histories from where they part. */
export interface End {
  /** When its first own line was sealed, by its computer's clock. */
  readonly at: string | null;
  /** Lines in all, and SHA-256 of the last one. */
  readonly size: number;
  readonly head: string;
}

const WHY: Said = {
  id: 'Ini terjadi bila cadangan yang sama dipulihkan lalu dipakai di dua komputer, bila penyimpanan peramban kembali ke keadaan lama, atau bila catatan dibuat ulang. Berkasnya sendiri tidak dapat menunjukkan yang mana: tanyakan pemantau, dan bandingkan dengan kode harian yang pernah diberikan.',
  en: 'This happens where one backup was restored and used on two computers, where the browser’s storage went back to an earlier state, or where the log was made anew. The files themselves cannot show which: ask the monitor, and compare with the daily codes that were given.',
};
const SAME: Said = { id: 'Tidak ada baris yang sama.', en: 'No line is the same.' };

const timeOf = (iso: string | null): Said =>
  iso === null ? { id: 'pada waktu yang tidak tertulis', en: 'at a time that is not stated' } : utc(iso);

/** One or more plain sentences. @param a the file that is named first */
export function relationWords(a: Log, b: Log, relation: Relation): Said {
  switch (relation.kind) {
    case 'other':
      return {
        id: 'Dua catatan yang berlainan, bukan satu riwayat: tidak ada yang dapat dibandingkan.',
        en: 'Two different logs, not one history: there is nothing to compare.',
      };
    case 'same':
      return {
        id: `Riwayatnya sama: ${a.lines.length} baris yang sama.`,
        en: `The history is the same, line by line; lines: ${a.lines.length}.`,
      };
    case 'beginning': {
      const isFirst = relation.shorter === 0;
      const [short, long] = isFirst ? ([a, b] as const) : ([b, a] as const);
      const [first, second] = isFirst ? ['pertama', 'kedua'] : ['kedua', 'pertama'];
      const [one, two] = isFirst ? ['first', 'second'] : ['second', 'first'];
      const cut = `Berkas ${first} (${short.lines.length} baris) adalah awal dari berkas ${second} (${long.lines.length} baris)`;
      const head = `The ${one} file (lines: ${short.lines.length}) is the beginning of the ${two} file (lines: ${long.lines.length})`;
      if (!relation.late) return { id: `${cut}: cocok.`, en: `${head}: they agree.` };
      const [at, later] = [timeOf(short.madeAt), timeOf(long.madeAt)];
      return {
        id: `${cut}, tetapi dibuat belakangan: ${at.id}, sedangkan yang lebih panjang ${later.id}. Yang belakangan seharusnya memuat semua baris sebelumnya. ${WHY.id}`,
        en: `${head}, but was made later: ${at.en}, and the longer one ${later.en}. The later one should hold all lines before it. ${WHY.en}`,
      };
    }
    case 'fork': {
      const [x, y] = relation.ends;
      const { at } = relation;
      const id = (end: End) => `nomor ${at} dicatat ${timeOf(end.at).id}, seluruhnya ${end.size} baris, sidik akhir ${end.head}`;
      const en = (end: End) => `number ${at} recorded ${timeOf(end.at).en}, lines in all: ${end.size}, last fingerprint ${end.head}`;
      const same = at === 0 ? SAME : { id: `Nomor 0 sampai ${at - 1} sama.`, en: `Numbers 0 to ${at - 1} are the same.` };
      return {
        id: `Dua riwayat berbeda sejak baris nomor ${at}. ${same.id} Berkas pertama: ${id(x)}. Berkas kedua: ${id(y)}. ${WHY.id}`,
        en: `Two different histories from line ${at} on. ${same.en} First file: ${en(x)}. Second file: ${en(y)}. ${WHY.en}`,
      };
    }
  }
}
