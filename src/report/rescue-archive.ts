// What is left of the evidence as a plain zip, without a signature: for when the database cannot be opened at all. Anybody can read
// it, and whoever has the log's signed checkpoint can check it line by line.
import { makeZip } from 'client-zip';
import { artefactsIn } from '../model/artefacts-in.ts';
import type { Artefact } from '../model/capture.ts';
import { recordSchema, type SealedRecord } from '../model/evidence.ts';
import { pathOf } from './layout.ts';

export interface RescueInput {
  /** Random part of the file's name. */
  readonly archiveId: string;
  /** ISO 8601 UTC. */
  readonly createdAt: string;
  readonly software: string;
  /** What happened to the storage, one plain Indonesian sentence. */
  readonly what: string;
  /** All records that could be read, in order of their numbers. */
  readonly records: readonly SealedRecord[];
  /** Numbers of records that are gone. */
  readonly missing: readonly { readonly from: number; readonly to: number }[];
  /** Null where it is gone. */
  readonly readBlob: (hash: string) => Promise<Uint8Array | null>;
}

export interface RescueArchive {
  readonly name: string;
  readonly blob: Blob;
  readonly records: number;
  readonly artefacts: number;
  readonly missingArtefacts: readonly string[];
}

const artefactsOf = ({ canonical }: SealedRecord): readonly Artefact[] => {
  if (canonical === null) return [];
  try {
    const record = recordSchema.parse(JSON.parse(canonical));
    return artefactsIn(record);
  } catch {
    return [];
  }
};

/** Writes the zip into memory, images one at a time. Says which of them are gone; never fails for what is missing. */
export async function writeRescueArchive(input: RescueInput): Promise<RescueArchive> {
  const artefacts = new Map(input.records.flatMap(artefactsOf).map((one) => [pathOf(one), one]));
  const lost: string[] = [];
  const at = new Date(input.createdAt);
  const folder = `netra-cadangan-${input.createdAt.slice(0, 10)}-${input.archiveId.slice(0, 8)}`;
  const file = (name: string, text: string) => ({ name: `${folder}/${name}`, input: text, lastModified: at });
  const stream = makeZip(
    (async function* () {
      yield file('log.ndjson', input.records.map(({ line }) => `${line}\n`).join(''));
      yield file(
        'catatan.ndjson',
        // Of erased content only the line is left.
        input.records
          .flatMap(({ canonical, salt, seq }) => (canonical === null ? [] : `{"record":${canonical},"salt":"${salt}","seq":${seq}}\n`))
          .join(''),
      );
      for (const [path, { hash }] of artefacts) {
        const bytes = await input.readBlob(hash).catch(() => null);
        if (bytes === null) lost.push(path);
        else yield { name: `${folder}/${path}`, input: bytes, lastModified: at };
      }
      yield file('hilang.txt', toMissing(input, lost));
      yield file('BACA-SAYA.txt', toReadme(input));
    })(),
  );
  const blob = await new Response(stream as ReadableStream<Uint8Array<ArrayBuffer>>).blob();
  return {
    name: `${folder}.zip`,
    blob: blob.slice(0, blob.size, 'application/zip'),
    records: input.records.length,
    artefacts: artefacts.size - lost.length,
    missingArtefacts: lost,
  };
}

function toMissing({ missing }: RescueInput, lost: readonly string[]): string {
  if (missing.length === 0 && lost.length === 0) return 'Tidak ada yang diketahui hilang.\n';
  return [
    ...missing.map(({ from, to }) => (from === to ? `catatan nomor ${from}` : `catatan nomor ${from} sampai ${to}`)),
    ...lost.map((path) => `berkas ${path}`),
    '',
  ].join('\n');
}

function toReadme({ createdAt, software, what, records }: RescueInput): string {
  return [
    `Cadangan bukti Netra, ditulis ${createdAt} oleh ${software}.`,
    what,
    `Isi: ${records.length} catatan. log.ndjson: baris rantai. catatan.ndjson: isi tiap catatan. data/: gambar, sumber, dan salinan.`,
    'Yang hilang ditulis dalam hilang.txt.',
    'Cadangan ini TIDAK ditandatangani: kunci tanda tangan tidak dapat dibaca. Setiap baris rantai memuat sidik (SHA-256) baris sebelumnya;',
    'setiap gambar dan sumber bernama sidiknya sendiri. Bandingkan dengan berkas bukti yang pernah diekspor, atau dengan kata harian yang dicatat.',
    'Semua isi adalah dugaan, bukan putusan.',
    '',
  ].join('\n');
}
