// How many different people the rows name, in 8 bytes a row: by NIP where there is one, else by name and office.
import type { RegistryRow } from '../model/registry.ts';
import { toPlainText } from './same-account.ts';

const START = 4096;

export class PeopleCount {
  #hashes = new Float64Array(START);
  #used = 0;

  add({ nip, person, unit }: RegistryRow): void {
    if (this.#used === this.#hashes.length) {
      const more = new Float64Array(this.#used * 2);
      more.set(this.#hashes);
      this.#hashes = more;
    }
    this.#hashes[this.#used++] = hashOf(nip ?? toPlainText(`${person}\n${unit}`));
  }

  count(): number {
    const all = this.#hashes.subarray(0, this.#used).sort();
    let count = 0;
    for (let i = 0; i < all.length; i++) if (i === 0 || all[i] !== all[i - 1]) count++;
    return count;
  }
}

/** 53 bits, for counting only. */
function hashOf(text: string): number {
  let a = 0x9e3779b1;
  let b = 0x85ebca6b;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    a = Math.imul(a ^ code, 0x5f356495);
    b = Math.imul(b ^ code, 0x1b873593);
    a ^= a >>> 15;
    b ^= b >>> 13;
  }
  return ((Math.imul(a ^ (b >>> 16), 0xc2b2ae35) >>> 0) & 0x1fffff) * 0x100000000 + (Math.imul(b ^ (a >>> 13), 0x9e3779b1) >>> 0);
}
