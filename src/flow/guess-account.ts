// Whose profile an address is, on a site without a reader: only by the ways of writing that many sites share. It decides who is covered
// in a picture, and never who did something.
import type { Pictured } from './measure.ts';

const PARTS = new Set(['u', 'user', 'users', 'profile', 'profil', 'people', 'member', 'members', 'author', 'penulis', 'in']);

export const guessAccount: Pictured['placeOf'] = (url) => {
  const [first = '', second = '', third] = url.pathname.split('/').filter((part) => part !== '');
  const handle =
    first.startsWith('@') && second === '' ? first.slice(1) : PARTS.has(first.toLowerCase()) && third === undefined ? second : '';
  const name = handle.replace(/^@/, '').slice(0, 256);
  return name === '' ? null : { kind: 'profile', account: { id: null, handle: name, name: null, url: null } };
};
