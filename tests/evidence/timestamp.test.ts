// Trusted time: the request as openssl reads it, the answer as openssl's own authority gives it.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readTimestampAnswer, readTimestampRequest, toTimestampRequest } from '../../src/evidence/timestamp.ts';
import { sha256 } from '../../src/lib/hash.ts';
import { makeAuthority } from './openssl-authority.ts';

const authority = makeAuthority();
const { folder } = authority;
const run = (...args: string[]) => authority.run(args).said;
const DATA = 'netra/0198f3c0-0000-7000-8000-000000000001\n7\nAAAA\n';
const hash = await sha256(DATA);

beforeAll(() => writeFileSync(join(folder, 'data.txt'), DATA));
afterAll(() => authority.remove());

function stamp(name: string, request: Uint8Array): Uint8Array {
  const answer = authority.answer(request);
  writeFileSync(join(folder, `${name}.tsr`), answer);
  return answer;
}

describe('a request', () => {
  test('is what openssl would have asked', () => {
    const made = toTimestampRequest(hash);
    writeFileSync(join(folder, 'asked.tsq'), made.der);
    const said = run('ts', '-query', '-in', 'asked.tsq', '-text');
    expect(said).toContain('Hash Algorithm: sha256');
    expect(said).toContain('Certificate required: yes');
    expect(said.replace(/\W/g, '').toLowerCase()).toContain(made.nonce);
    expect(made.der.length).toBeLessThan(80);
  });
  test('has another number each time, and a well-formed one whatever the random bytes', () => {
    expect(toTimestampRequest(hash).nonce).not.toBe(toTimestampRequest(hash).nonce);
    for (const byte of [0x00, 0x7f, 0x80, 0xff]) {
      const { der } = toTimestampRequest(hash, new Uint8Array(8).fill(byte));
      writeFileSync(join(folder, 'odd.tsq'), der);
      expect(run('ts', '-query', '-in', 'odd.tsq', '-text')).toMatch(/Nonce: 0x/);
    }
  });
});

describe('a request as a file', () => {
  test('says again what it asks for; another one, or a bent one, does not', () => {
    const { der, nonce } = toTimestampRequest(hash);
    expect(readTimestampRequest(der)).toEqual({ hash, nonce });
    run('ts', '-query', '-data', 'data.txt', '-sha512', '-cert', '-out', 'else.tsq');
    expect(readTimestampRequest(readFileSync(join(folder, 'else.tsq')))).toBeNull();
    for (let at = 0; at < der.length; at++) {
      expect(readTimestampRequest(der.subarray(0, at))).toBeNull();
      const bent = Uint8Array.from(der);
      bent[at] = (bent[at] ?? 0) ^ 0x80;
      expect(readTimestampRequest(bent)).not.toEqual({ hash, nonce });
    }
  });
});

describe('an answer', () => {
  test('is verified by openssl and says when it was given', () => {
    const asked = toTimestampRequest(hash);
    const answer = stamp('good', asked.der);
    const read = readTimestampAnswer(answer, { hash, nonce: asked.nonce });
    expect(read).toMatchObject({ hash, nonce: asked.nonce });
    const said = run('ts', '-reply', '-in', 'good.tsr', '-text');
    const shown = /Time stamp: (.*)/.exec(said)?.[1] ?? '';
    expect('stampedAt' in read && Date.parse(read.stampedAt)).toBe(Date.parse(shown));
    expect(run('ts', '-verify', '-data', 'data.txt', '-in', 'good.tsr', '-CAfile', 'root.pem')).toContain('Verification: OK');
  });
  test('to another request, about another hash, or a refusal is not taken', async () => {
    const asked = toTimestampRequest(hash);
    const answer = stamp('other', asked.der);
    expect(readTimestampAnswer(answer, { hash, nonce: '4142434445464748' })).toEqual({ refused: 'other-request' });
    expect(readTimestampAnswer(answer, { hash: await sha256('else'), nonce: asked.nonce })).toEqual({ refused: 'other-hash' });
    const refused = stamp('refused', toTimestampRequest(hash).der.fill(0x01, 14, 16));
    expect(readTimestampAnswer(refused, { hash, nonce: asked.nonce })).toEqual({ refused: 'not-granted' });
    // A refusal that carries a stamp all the same: 30 82 .. .. 30 03 02 01 STATUS.
    const at = answer.findIndex((_byte, i) => [0x30, 0x03, 0x02, 0x01, 0x00].every((byte, j) => answer[i + j] === byte)) + 4;
    expect(at).toBe(8);
    expect(readTimestampAnswer(Uint8Array.from(answer).fill(1, at, at + 1), { hash, nonce: asked.nonce })).toMatchObject({ hash });
    for (const status of [2, 3, 5, 0x80])
      expect(readTimestampAnswer(Uint8Array.from(answer).fill(status, at, at + 1), { hash, nonce: asked.nonce })).toEqual({
        refused: 'not-granted',
      });
  });
  test('cut short or bent anywhere never breaks, and never says another hash or request', () => {
    const asked = toTimestampRequest(hash);
    const answer = stamp('bent', asked.der);
    for (let at = 0; at < answer.length; at += 3) {
      expect(readTimestampAnswer(answer.subarray(0, at), { hash, nonce: asked.nonce })).toEqual({ refused: 'not-an-answer' });
      const bent = Uint8Array.from(answer);
      bent[at] = (bent[at] ?? 0) ^ 0x21;
      const read = readTimestampAnswer(bent, { hash, nonce: asked.nonce });
      if ('hash' in read) expect([read.hash, read.nonce]).toEqual([hash, asked.nonce]);
    }
  });
  test('whatever comes, nothing breaks', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(readTimestampAnswer(bytes, { hash, nonce: '00' })).toHaveProperty('refused');
      }),
    );
  });
});
