// Who else stands in an item: links to other accounts, their pictures, their items, and their names in plain text. What it gives is
// covered in everything that is handed on. The act's own words and whoever may be shown are left as they are.
import { findAll, hrefOf, textOf } from '../lib/dom.ts';
import type { Account, SiteId } from '../model/account.ts';
import { handleKey } from '../model/account-key.ts';
import type { BoxWhy } from '../model/capture.ts';
import type { Place } from '../model/platform.ts';

export type Key = Pick<Account, 'id' | 'handle'>;

/** What of an item is looked through, and by whom its addresses are understood. */
export interface Scene {
  readonly item: Element;
  /** Innermost element of the act's own words; null if it has none, or they were not found. */
  readonly words: Element | null;
  readonly site: SiteId;
  /** Whoever may be shown: the actor, and the campaign whose item it is. */
  readonly shown: readonly Key[];
  /** Accounts that readers found here; those who may not be shown are looked for by name. */
  readonly met: readonly Account[];
  /** All items inside the item: none of them is part of its source. */
  readonly inner: readonly Element[];
  /** Those of them that belong to nobody who may be shown. */
  readonly others: readonly Element[];
  readonly placeOf: (url: URL) => Pick<Place, 'kind' | 'account'> | null;
  readonly base: URL;
}

/** One thing to be covered. `person`: number of the account, from 1; null where it is not known whose it is. */
export interface Covered {
  readonly node: Element | Text;
  readonly why: BoxWhy;
  readonly person: number | null;
  /** Of a text node: which part of it, UTF-16 units; missing: all. */
  readonly part?: readonly [from: number, to: number];
}
export interface People {
  readonly covered: readonly Covered[];
  /** Links and pictures of whoever may be shown: no box is drawn over them. */
  readonly kept: readonly Element[];
  /** Texts that name somebody, longest first, with the number of the account. */
  readonly names: readonly { readonly text: string; readonly person: number }[];
  /** There was more than is looked through: then everything but what may be shown has to be covered. */
  readonly isTooMuch: boolean;
}

const PICTURES = 'img, svg image, video, canvas, [style*="background-image"]';
/** What is passed on inside an item stands in such a box, and may name its author without a link. */
const BOX = '[role="link"]:not(a), blockquote, article, [role="article"]';
const WRITING = 'input:not([type="hidden"]), textarea, [contenteditable]:not([contenteditable="false"]), [role="textbox"]';
/** CSS pixels: smaller pictures are signs, larger ones are what the item is about. */
const PORTRAIT = { least: 22, most: 110 };
const MOST_LINKS = 3000;
const MOST_PICTURES = 500;
const MOST_NAMES = 1000;
/** Shorter names stand inside too many other words. */
const SHORTEST = 3;

export function findPeople(scene: Scene): People {
  const { item, words, site, others, base } = scene;
  const numbers = new Map<string, number>();
  const names = new Map<string, number>();
  const covered: Covered[] = [];
  const kept: Element[] = [];
  const isShown = (account: Key) => scene.shown.some((one) => isSameKey(site, one, account));
  const numberOf = (key: string) => numbers.get(key) ?? (numbers.set(key, numbers.size + 1).get(key) as number);
  const isOthers = (element: Element) => others.some((one) => one.contains(element));

  function addName(text: string | null, person: number): void {
    const name = text?.replace(/\s+/g, ' ').trim() ?? '';
    if (name.length >= SHORTEST && name.length <= 200 && names.size < MOST_NAMES && !names.has(name)) names.set(name, person);
  }
  function personOf(account: Account): number {
    const person = numberOf(toKey(site, account));
    addName(account.name, person);
    if (account.handle !== null) {
      addName(account.handle, person);
      addName(`@${account.handle}`, person);
    }
    if (account.id !== null && account.id.length > 4) addName(account.id, person);
    return person;
  }

  for (const account of scene.met) if ((account.id !== null || account.handle !== null) && !isShown(account)) personOf(account);
  for (const other of others) covered.push({ node: other, why: 'item', person: null });

  /** Links to accounts, by whether they may be shown. */
  const links = new Map<Element, boolean>();
  /** What whoever may be shown is called: a namesake must not cover them. */
  const callings = new Set(scene.met.filter(isShown).map(({ name }) => toCalling(name ?? '')));
  const all = findAll(item, 'a[href]');
  for (const link of all.slice(0, MOST_LINKS)) {
    const url = hrefOf(link, base);
    const place = url === null ? null : scene.placeOf(url);
    if (place?.account == null) continue;
    if (isShown(place.account)) {
      if (place.kind !== 'profile') continue;
      links.set(link, true);
      kept.push(link);
      callings.add(toCalling(textOf(link)));
      continue;
    }
    const person = personOf(place.account);
    if (place.kind !== 'profile' || isOthers(link)) continue;
    links.set(link, false);
    // The act's own words are never altered, also where they name somebody: the record holds them whole.
    if (words?.contains(link) === true) continue;
    covered.push({ node: link, why: 'account', person });
    addName(textOf(link).replace(/^@/, ''), person);
  }
  const pictures = findAll(item, PICTURES);
  for (const picture of pictures.slice(0, MOST_PICTURES)) {
    if (isOthers(picture) || words?.contains(picture) === true || covered.some(({ node }) => node.contains(picture))) continue;
    const { width, height } = picture.getBoundingClientRect();
    if (Math.min(width, height) < PORTRAIT.least || Math.max(width, height) > PORTRAIT.most) continue;
    if (width / height > 1.34 || height / width > 1.34) continue;
    if (isOfShown(picture, item, links)) kept.push(picture);
    else covered.push({ node: picture, why: 'picture', person: null });
  }
  for (const field of findAll(item, WRITING)) {
    if (isOthers(field) || words?.contains(field) === true) continue;
    const form = field.closest('form');
    const whole = form !== null && item.contains(form) && form !== item && (words === null || !form.contains(words)) ? form : field;
    if (!covered.some(({ node }) => node === whole)) covered.push({ node: whole, why: 'viewer', person: null });
  }
  const sorted = [...names]
    .filter(([text]) => !callings.has(toCalling(text)))
    .map(([text, person]) => ({ text, person }))
    .sort((a, b) => b.text.length - a.text.length);
  covered.push(...namesInText(item, sorted, (element) => element === words || isOthers(element) || links.get(element) !== undefined));
  const isTooMuch = all.length > MOST_LINKS || pictures.length > MOST_PICTURES || names.size >= MOST_NAMES;
  return { covered, kept, names: sorted, isTooMuch };
}

const toCalling = (name: string) => name.replace(/\s+/g, ' ').trim().toLowerCase();

/** A picture is the account's whose links stand nearest around it. One that stands with nobody's, or in a box of its own, is covered. */
function isOfShown(picture: Element, item: Element, links: ReadonlyMap<Element, boolean>): boolean {
  for (let up: Element | null = picture; up !== null; up = up === item || up.matches(BOX) ? null : up.parentElement) {
    const near = [...links].filter(([link]) => up?.contains(link) === true || link.contains(up));
    if (near.length > 0) return near.every(([, isShown]) => isShown);
  }
  return false;
}

function* namesInText(item: Element, names: People['names'], isLeft: (element: Element) => boolean): Generator<Covered> {
  const find = toFinder(names);
  if (find === null) return;
  const walker = item.ownerDocument.createTreeWalker(item, 5, {
    acceptNode: (node) => (node.nodeType === 1 && isLeft(node as Element) ? 2 : 1),
  });
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (node.nodeType !== 3) continue;
    for (const { from, to, person } of find(node.nodeValue ?? '')) yield { node: node as Text, why: 'account', person, part: [from, to] };
  }
}

export type Finder = (text: string) => { readonly from: number; readonly to: number; readonly person: number }[];

/** Finds names as whole words, without regard to case; the longest first. Null if there are none. */
export function toFinder(names: People['names']): Finder | null {
  if (names.length === 0) return null;
  const persons = new Map(names.map(({ text, person }) => [text.toLowerCase(), person]));
  const any = names.map(({ text }) => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&').replace(/ /g, '\\s+')).join('|');
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}_])(?:${any})(?![\\p{L}\\p{N}_])`, 'giu');
  return (text) =>
    [...text.matchAll(pattern)].map((found) => ({
      from: found.index,
      to: found.index + found[0].length,
      person: persons.get(found[0].replace(/\s+/g, ' ').toLowerCase()) ?? 0,
    }));
}

const toKey = (site: SiteId, { id, handle }: Key) => (handle === null ? `#${id}` : (handleKey(site, handle) ?? handle));

/** The same account: by the site's number where both have one, else by the account's name. */
export function isSameKey(site: SiteId, one: Key, other: Key): boolean {
  if (one.id !== null && other.id !== null) return one.id === other.id;
  if (one.handle === null || other.handle === null) return false;
  const key = handleKey(site, one.handle);
  return key !== null && key === handleKey(site, other.handle);
}
