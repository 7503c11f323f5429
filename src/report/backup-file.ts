// The sealed file of a backup: an archive inside an age file under a passphrase. `age -d` opens it without Netra.
import { Decrypter, Encrypter } from 'age-encryption';
import { parseRecoveryCode } from '../lib/passphrase.ts';
import type { BackupRefusal } from '../model/backup.ts';
import { BrokenTar, readTar, type TarFile, toTar } from './tar.ts';

const AGE = 'age-encryption.org/v1\n';
/** Unpacked bytes of one file in a backup: an image of the screen is far below it. */
export const MOST_FILE_BYTES = 256 * 1024 ** 2;

/** A backup that is not taken; `where` names the part at which it shows, '' where it shows at once. */
export class BackupRefused extends Error {
  readonly refusal: BackupRefusal;
  readonly where: string;
  constructor(refusal: BackupRefusal, where = '') {
    super(where === '' ? refusal : `${refusal}: ${where}`);
    this.refusal = refusal;
    this.where = where;
  }
}

/** Whether a file is sealed as backups are. What is inside, only its passphrase tells. */
export async function isBackup(source: Blob): Promise<boolean> {
  return new TextDecoder().decode(await source.slice(0, AGE.length).arrayBuffer()) === AGE;
}

/** What was typed, as the file is sealed with it: one passphrase on two keyboards is one, and a recovery code is as it was printed. */
export async function toSecret(typed: string): Promise<string> {
  return (await parseRecoveryCode(typed)) ?? typed.trim().normalize('NFKC');
}

/** Seals an archive of these files, piece by piece. @param madeAt ISO 8601, the time of every file inside */
export async function sealBackup(files: AsyncIterable<TarFile>, secret: string, madeAt: string): Promise<ReadableStream<Uint8Array>> {
  const made = toTar(files, Math.floor(Date.parse(madeAt) / 1000));
  const plain = new ReadableStream<Uint8Array>(
    {
      async pull(to) {
        const { value, done } = await made.next();
        if (done === true) to.close();
        else to.enqueue(value);
      },
      cancel: () => made.return(undefined).then(() => undefined),
    },
    { highWaterMark: 0 },
  );
  const age = new Encrypter();
  age.setPassphrase(secret);
  return age.encrypt(plain);
}

/** The files of a sealed archive, in order. @throws BackupRefused */
export async function* openBackup(source: Blob, secret: string, told: (part: number) => void = () => undefined): AsyncGenerator<TarFile> {
  if (!(await isBackup(source))) throw new BackupRefused('not-a-backup');
  const age = new Decrypter();
  age.addPassphrase(secret);
  let done = 0;
  const counted = new TransformStream<Uint8Array, Uint8Array>({
    transform(piece, to) {
      done += piece.length;
      told(done / source.size);
      to.enqueue(piece);
    },
  });
  let plain: ReadableStream<Uint8Array>;
  try {
    plain = await age.decrypt(source.stream().pipeThrough(counted));
  } catch (error) {
    // The library tells a passphrase that does not fit in these words; everything else is a header that was changed.
    throw new BackupRefused(/no identity matched/i.test(String(error)) ? 'wrong-secret' : 'damaged');
  }
  let last = '';
  try {
    for await (const file of readTar(piecesOf(plain), Math.min(MOST_FILE_BYTES, source.size))) {
      last = file.name;
      yield file;
    }
  } catch (error) {
    if (error instanceof BackupRefused) throw error;
    // What age refuses was cut off or changed as well.
    throw new BackupRefused('damaged', error instanceof BrokenTar ? error.where : last);
  }
}

async function* piecesOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader();
  try {
    for (;;) {
      const { value, done } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}
