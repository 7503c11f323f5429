// Collects what fails, and says what passed only where nothing failed.
import type { Check } from '../model/bundle.ts';

export type CheckName = Check['check'];

const PASSED: Readonly<Record<CheckName, string>> = {
  archive: 'Zip aman dan utuh.',
  structure: 'Susunan berkas bukti lengkap, tanpa berkas tambahan.',
  payload: 'Semua isi sama dengan sidik jarinya.',
  tags: 'Semua berkas keterangan sama dengan sidik jarinya.',
  sshsig: 'Tanda tangan SSH sah.',
  der: 'Tanda tangan OpenSSL sah.',
  key: 'Semua tanda tangan dan catatan menyebut kunci yang sama.',
  log: 'Rantai catatan utuh dari awal sampai titik tanda tangan.',
  records: 'Semua catatan cocok dengan rantai dan bentuknya benar.',
  artefacts: 'Semua gambar dan sumber yang disebut catatan ada dan sama.',
  time: 'Sidik dan nomor permintaan semua cap waktu cocok.',
};

export class Verdicts {
  readonly #failed = new Map<CheckName, { says: Set<string>; files: Set<string> }>();
  readonly #cannot = new Map<CheckName, string>();
  readonly #notes = new Map<CheckName, string[]>();
  readonly #absent = new Set<CheckName>();
  readonly #passed = new Map<CheckName, string>();

  /** All checks, in the order in which they are told. */
  names(): CheckName[] {
    return Object.keys(PASSED) as CheckName[];
  }

  /** @param say a plain Indonesian sentence @param files the files that it is about */
  fail(check: CheckName, say: string, ...files: readonly string[]): void {
    const failed = this.#failed.get(check) ?? { says: new Set<string>(), files: new Set<string>() };
    failed.says.add(say);
    for (const file of files) failed.files.add(file);
    this.#failed.set(check, failed);
  }

  /** The check could not be made; a failure told before stands. */
  cannot(check: CheckName, say: string): void {
    this.#cannot.set(check, say);
  }

  /** Says more truly what it means that this check passed. */
  pass(check: CheckName, say: string): void {
    this.#passed.set(check, say);
  }

  /** There was nothing to check: it is not told as passed. */
  leaveOut(check: CheckName): void {
    this.#absent.add(check);
  }

  /** What whoever reads the verdict has to know though the check passed. */
  note(check: CheckName, say: string): void {
    this.#notes.set(check, [...(this.#notes.get(check) ?? []), say]);
  }

  toChecks(): Check[] {
    const told = this.names().filter((check) => !this.#absent.has(check) || this.#failed.has(check));
    return told.map((check) => {
      const failed = this.#failed.get(check);
      if (failed !== undefined) return { check, verdict: 'fail', say: [...failed.says].join(' '), files: [...failed.files] };
      const cannot = this.#cannot.get(check);
      return cannot === undefined
        ? {
            check,
            verdict: 'pass',
            say: [this.#passed.get(check) ?? PASSED[check], ...(this.#notes.get(check) ?? [])].join(' '),
            files: [],
          }
        : { check, verdict: 'cannot', say: cannot, files: [] };
    });
  }
}
