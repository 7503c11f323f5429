import { expect, test } from 'vitest';
import { guardedAccountSchema } from '../../src/model/account.ts';

const old = { platform: 'x', id: '1', handle: 'asn', person: 'Siti', unit: '', status: 'PNS', basis: '' };
const list = { title: 'ASN', issuer: 'BKD', legalBasis: '', madeOn: '2026-11-01', expiresOn: '2026-12-31', region: null };

test('a row that was kept before its list was recorded stays valid, and stays as it was', () => {
  expect(guardedAccountSchema.parse(old)).toEqual(old);
});

test('a row names its list whole or not at all', () => {
  const region = { scheme: 'kemendagri', code: '17.71', name: 'Kota Contoh' };
  for (const one of [list, { ...list, region }]) expect(guardedAccountSchema.parse({ ...old, list: one })).toEqual({ ...old, list: one });
  for (const field of Object.keys(list))
    expect(guardedAccountSchema.safeParse({ ...old, list: { ...list, [field]: undefined } }).success, field).toBe(false);
  for (const wrong of [
    { issuer: '' },
    { title: '' },
    { madeOn: '2026-02-30' },
    { expiresOn: 'lusa' },
    { region: '17.71' },
    { users: 'Bawaslu' },
  ])
    expect(guardedAccountSchema.safeParse({ ...old, list: { ...list, ...wrong } }).success, JSON.stringify(wrong)).toBe(false);
});
