// The lock: what opens it, what does not, and that nothing but its own box changes with the passphrase.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { newRecoveryCode, openBytes, parseRecoveryCode, sealBytes, stretch } from '../../src/lib/passphrase.ts';
import { type VaultRecord, type VaultSession, vaultRecordSchema } from '../../src/model/vault.ts';
import { Locked, WrongBox } from '../../src/store/sealer.ts';
import { openVault, type Vault } from '../../src/store/vault.ts';

/** Few rounds: what is asked here does not depend on their number. */
const ROUNDS = 10;
const text = new TextEncoder();

function world() {
  let now = Date.parse('2026-11-22T08:00:00Z');
  let record: VaultRecord | null = null;
  let session: VaultSession | null = null;
  const writes: VaultRecord[] = [];
  const vault = (): Vault =>
    openVault(
      {
        load: async () => structuredClone(record),
        save: async (next) => {
          record = structuredClone(next);
          if (next !== null) writes.push(structuredClone(next));
        },
        loadSession: async () => session,
        saveSession: async (next) => {
          session = next;
        },
        now: () => new Date(now),
      },
      ROUNDS,
    );
  return {
    vault,
    writes,
    kept: () => record,
    wait: (seconds: number) => {
      now += seconds * 1000;
    },
    restart: () => {
      session = null;
    },
  };
}

const SAY = 'kuda hijau makan di pasar';

describe('a vault', () => {
  test('without a passphrase nothing is sealed, and what was kept plain is read after one was set', async () => {
    const { vault } = world();
    const plain = await vault().wrap(text.encode('kunci daftar'), 'list');
    expect([await vault().state(), plain[0]]).toEqual(['none', 0]);
    await vault().create(SAY);
    expect(await vault().unwrap(plain, 'list')).toEqual(text.encode('kunci daftar'));
  });
  test('locked after a restart; opened by the passphrase; what was sealed before is read again', async () => {
    const { vault, restart } = world();
    await vault().create(SAY);
    const box = await vault().wrap(text.encode('kunci daftar'), 'list');
    expect(box[0]).toBe(1);
    expect(new TextDecoder().decode(box)).not.toContain('kunci daftar');
    restart();
    expect(await vault().state()).toBe('locked');
    await expect(vault().unwrap(box, 'list')).rejects.toThrow(Locked);
    await expect(vault().wrap(text.encode('x'), 'list')).rejects.toThrow(Locked);
    expect(await vault().unlock('kuda hijau makan di pasir')).toEqual({ refused: 'wrong' });
    expect(await vault().state()).toBe('locked');
    expect(await vault().unlock(SAY)).toBe('open');
    expect(await vault().unwrap(box, 'list')).toEqual(text.encode('kunci daftar'));
  });
  test('a box of another purpose, of another vault or with one bit changed does not open', async () => {
    const [one, other] = [world(), world()];
    await one.vault().create(SAY);
    await other.vault().create(SAY);
    const box = await one.vault().wrap(text.encode('kunci daftar'), 'list');
    await expect(one.vault().unwrap(box, 'image')).rejects.toThrow(WrongBox);
    await expect(other.vault().unwrap(box, 'list')).rejects.toThrow(WrongBox);
    for (let at = 1; at < box.length; at++) {
      const bent = box.slice();
      bent[at] = (bent[at] ?? 0) ^ 1;
      await expect(one.vault().unwrap(bent, 'list'), `byte ${at}`).rejects.toThrow(WrongBox);
    }
  });
  test('ten wrong tries: each waits longer, none destroys anything, and the right one opens once its wait is over', async () => {
    const { vault, restart, wait, kept } = world();
    await vault().create(SAY);
    restart();
    const before = kept()?.byPassphrase;
    const waits: number[] = [];
    for (let n = 0; n < 10; n++) {
      let answer = await vault().unlock(`salah ${n}`);
      if (typeof answer === 'object' && answer.refused === 'wait') {
        waits.push(answer.seconds);
        // Even the right passphrase waits, or waiting would tell which one is right.
        expect(await vault().unlock(SAY)).toMatchObject({ refused: 'wait' });
        wait(answer.seconds);
        answer = await vault().unlock(`salah ${n}`);
      }
      expect(answer).toEqual({ refused: 'wrong' });
    }
    expect(waits).toEqual([5, 15, 30, 60, 120, 300, 600]);
    expect(kept()?.byPassphrase).toEqual(before);
    wait(600);
    expect(await vault().unlock(SAY)).toBe('open');
    expect(kept()?.wrongTries).toBe(0);
  });
  test('a wrong try counts before it is tried', async () => {
    const { vault, restart, writes } = world();
    await vault().create(SAY);
    restart();
    await vault().unlock('salah');
    expect(writes.at(-1)?.wrongTries).toBe(1);
  });
  test('a clock that was set back does not lock the owner out', async () => {
    const { vault, restart, wait } = world();
    await vault().create(SAY);
    restart();
    for (let n = 0; n < 4; n++) await vault().unlock('salah');
    wait(-10 * 365 * 86_400);
    expect(await vault().unlock(SAY)).toBe('open');
  });
  test('a changed passphrase opens what the old one sealed; the old one opens nothing', async () => {
    const { vault, restart } = world();
    await vault().create(SAY);
    const box = await vault().wrap(text.encode('bukti'), 'record');
    expect(await vault().change('salah', 'kalimat baru yang panjang')).toEqual({ refused: 'wrong' });
    expect(await vault().change(SAY, 'kalimat baru yang panjang')).toBe('open');
    restart();
    expect(await vault().unlock(SAY)).toEqual({ refused: 'wrong' });
    expect(await vault().unlock('kalimat baru yang panjang')).toBe('open');
    expect(await vault().unwrap(box, 'record')).toEqual(text.encode('bukti'));
  });
  test('the recovery sheet opens it and sets a new passphrase; a renewed sheet ends the old one', async () => {
    const { vault, restart, wait } = world();
    const code = await vault().create(SAY);
    const box = await vault().wrap(text.encode('bukti'), 'record');
    restart();
    expect(
      await vault().recover(
        code.replace(/^./, (sign) => (sign === '7' ? '8' : '7')),
        'baru sekali ini',
      ),
    ).toEqual({ refused: 'misread' });
    expect(await vault().recover(await newRecoveryCode(), 'baru sekali ini')).toEqual({ refused: 'wrong' });
    expect(await vault().recover(code.toLowerCase().replaceAll('-', ' '), 'baru sekali ini')).toBe('open');
    expect(await vault().unwrap(box, 'record')).toEqual(text.encode('bukti'));
    const renewed = await vault().renewRecovery();
    restart();
    expect(await vault().recover(code, 'lagi')).toEqual({ refused: 'wrong' });
    wait(600);
    expect(await vault().recover(renewed ?? '', 'lagi sekali')).toBe('open');
    expect(await vault().unlock('baru sekali ini')).toEqual({ refused: 'wrong' });
  });
  test('locks itself once nobody used it for the set time, not before', async () => {
    const { vault, wait } = world();
    await vault().create(SAY);
    await vault().autoLock(10);
    wait(9 * 60);
    expect(await vault().lockIfIdle()).toBe(false);
    await vault().touch();
    wait(9 * 60);
    expect(await vault().lockIfIdle()).toBe(false);
    wait(60);
    expect(await vault().lockIfIdle()).toBe(true);
    expect(await vault().state()).toBe('locked');
  });
  test('what is kept on disk holds neither key, passphrase nor recovery code', async () => {
    const { vault, kept } = world();
    const code = await vault().create(SAY);
    const disk = JSON.stringify(vaultRecordSchema.parse(kept()));
    for (const secret of [SAY, code, code.replaceAll('-', '')]) expect(disk).not.toContain(secret);
  });
  test('a second vault over the first is refused: the first one’s boxes would never open again', async () => {
    const { vault } = world();
    await vault().create(SAY);
    await expect(vault().create('lain')).rejects.toThrow();
  });
});

describe('the recovery code', () => {
  test('is read back however it is written, and one misread sign is noticed most of the time', async () => {
    let unnoticed = 0;
    for (let n = 0; n < 200; n++) {
      const code = await newRecoveryCode();
      expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){7}[0-9A-HJKMNP-TV-Z]{4}$/);
      expect(await parseRecoveryCode(` ${code.toLowerCase().replaceAll('-', ' ').replaceAll('1', 'l').replaceAll('0', 'o')} `)).toBe(code);
      const at = (n * 7) % 35;
      const bent = code.slice(0, at) + (code[at] === '2' ? '3' : '2') + code.slice(at + 1);
      if (code[at] !== '-' && (await parseRecoveryCode(bent)) !== null) unnoticed++;
    }
    expect(unnoticed).toBeLessThan(8);
  });
  test('anything else is no code', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ maxLength: 60 }), async (text) => {
        expect(await parseRecoveryCode(text)).toBeNull();
      }),
    );
  });
});

test('sealed bytes open under their key only, whatever they are', async () => {
  const salt = new Uint8Array(16);
  const [right, wrong] = [await stretch('a', salt, ROUNDS), await stretch('b', salt, ROUNDS)];
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (given) => {
      const bytes = new Uint8Array(given);
      const box = await sealBytes(right, bytes, 'x');
      expect(await openBytes(right, box, 'x')).toEqual(bytes);
      expect(await openBytes(wrong, box, 'x')).toBeNull();
    }),
    { numRuns: 50 },
  );
});
