// Collects what fails, and says what passed only where nothing failed.
import type { Check } from '../model/bundle.ts';
import { joinSaid, type Language, PASSED, type Said } from './verify-words.ts';

export type CheckName = Check['check'];

export class Verdicts {
  readonly #failed = new Map<CheckName, { says: Map<string, Said>; files: Set<string> }>();
  readonly #cannot = new Map<CheckName, Said>();
  readonly #notes = new Map<CheckName, Said[]>();
  readonly #absent = new Set<CheckName>();
  readonly #passed = new Map<CheckName, Said>();

  /** All checks, in the order in which they are told. */
  names(): CheckName[] {
    return Object.keys(PASSED) as CheckName[];
  }

  /** @param files the files that it is about */
  fail(check: CheckName, say: Said, ...files: readonly string[]): void {
    const failed = this.#failed.get(check) ?? { says: new Map<string, Said>(), files: new Set<string>() };
    // Once each, also where the sentence was made anew.
    failed.says.set(say.id, say);
    for (const file of files) failed.files.add(file);
    this.#failed.set(check, failed);
  }

  /** The check could not be made; a failure told before stands. */
  cannot(check: CheckName, say: Said): void {
    this.#cannot.set(check, say);
  }

  /** Says more truly what it means that this check passed. */
  pass(check: CheckName, say: Said): void {
    this.#passed.set(check, say);
  }

  /** There was nothing to check: it is not told as passed. */
  leaveOut(check: CheckName): void {
    this.#absent.add(check);
  }

  /** What whoever reads the verdict has to know though the check passed. */
  note(check: CheckName, say: Said): void {
    this.#notes.set(check, [...(this.#notes.get(check) ?? []), say]);
  }

  toChecks(language: Language): Check[] {
    const told = this.names().filter((check) => !this.#absent.has(check) || this.#failed.has(check));
    return told.map((check) => {
      const failed = this.#failed.get(check);
      if (failed !== undefined)
        return { check, verdict: 'fail', say: joinSaid([...failed.says.values()], ' ')[language], files: [...failed.files] };
      const cannot = this.#cannot.get(check);
      if (cannot !== undefined) return { check, verdict: 'cannot', say: cannot[language], files: [] };
      const said = joinSaid([this.#passed.get(check) ?? PASSED[check], ...(this.#notes.get(check) ?? [])], ' ');
      return { check, verdict: 'pass', say: said[language], files: [] };
    });
  }
}
