// Rows of people: the dialog of who reacted, and a profile's lists of followers and followed.
import { findAll } from '../../lib/dom.ts';
import type { Account } from '../../model/account.ts';
import type { PageContext } from '../../model/platform.ts';
import type { Reading } from '../../model/sighting.ts';
import { NO_TARGET, type Target, toCommentTarget, toPost, toSighting, toUnreadable, toWords } from './facts.ts';
import { keyOf, type PageLink, readLink, readName, readWords } from './page-parts.ts';
import { toReaction } from './reactions.ts';
import { DIALOG, FORM_CONTROLS, OWNER, SELECTED_TAB } from './selectors.ts';
import type { Link } from './urls.ts';

/** A list of people: a dialog of reactions, or a profile's list of follows with the tab that says whose. */
interface PeopleList {
  readonly box: Element;
  readonly follow: Link | null;
}

const ANY_BASE = new URL('https://www.facebook.com/');

/** Dialogs with people and without posts, words to write or things to tick. */
function isReactionDialog(dialog: Element): boolean {
  return (
    dialog.querySelector(OWNER) === null &&
    dialog.querySelector(FORM_CONTROLS) === null &&
    dialog.querySelector(DIALOG) === null &&
    peopleIn(dialog).length > 0
  );
}

function peopleIn(box: Element): PageLink[] {
  return [...box.querySelectorAll('a[href]')].flatMap((element) => {
    const one = readLink(element, ANY_BASE);
    return one !== null && one.link.kind === 'profile' && one.link.commentId === null ? [one] : [];
  });
}

function findFollowList(tab: Element): PeopleList | null {
  const link = readLink(tab, ANY_BASE)?.link ?? null;
  if (link === null || link.action !== 'follow' || link.account === null) return null;
  const owner = keyOf(link.account);
  for (let box = tab.parentElement; box !== null; box = box.parentElement) {
    if (box.matches('[role="main"], body')) return { box, follow: link };
    const others = peopleIn(box).filter((one) => keyOf(one.link.account) !== owner && one.element !== tab);
    if (others.length > 0) return { box, follow: link };
  }
  return null;
}

/** Rows within `root` of all lists of people, also of a list that `root` is a part of. */
export function findRows(root: ParentNode): Element[] {
  const element = 'closest' in root ? (root as Element) : null;
  const around = element?.parentElement?.closest(DIALOG) ?? null;
  const dialogs = (around === null ? findAll(root, DIALOG) : [around])
    .filter(isReactionDialog)
    .map((box): PeopleList => ({ box, follow: null }));
  const tabs = around === null ? findAll(element?.closest('body') ?? root, SELECTED_TAB) : [];
  const follows = tabs.flatMap((tab) => findFollowList(tab) ?? []);
  return [...dialogs, ...follows].flatMap(findRowsOf).filter((row) => element === null || element.contains(row));
}

function findRowsOf(list: PeopleList): Element[] {
  const owner = keyOf(list.follow?.account ?? null);
  const people = peopleIn(list.box).filter(
    (one) => list.follow === null || (keyOf(one.link.account) !== owner && one.element.closest(OWNER) === null),
  );
  const keys = people.map((one) => keyOf(one.link.account));
  const rows = people.flatMap((one, index) => (keys.indexOf(keys[index] ?? null) === index ? [widen(one, people, list.box)] : []));
  return rows;
}

/** The largest box around a link that holds nobody else and not the head of the list. */
function widen(one: PageLink, people: readonly PageLink[], list: Element): Element {
  const key = keyOf(one.link.account);
  const others = people.filter((other) => keyOf(other.link.account) !== key);
  let row = one.element;
  for (let box = row.parentElement; box !== null && box !== list; box = box.parentElement) {
    const here = box;
    if (others.some((other) => here.contains(other.element)) || here.querySelector('h1, h2, [role="tablist"], [role="tab"]') !== null)
      break;
    row = here;
  }
  return row;
}

/** Reads a row that `findRows` gave; [] for anything else. */
export function readRow(row: Element, page: PageContext): Reading[] {
  const links = (row.matches('a[href]') ? [row] : [...row.querySelectorAll('a[href]')]).flatMap(
    (element) => readLink(element, page.url) ?? [],
  );
  const first = links.find((one) => one.link.kind === 'profile');
  const account = first?.link.account ?? null;
  if (account === null) return [];
  const actor = { ...account, name: readName(links, keyOf(account)) };
  const dialog = row.closest(DIALOG);
  if (dialog !== null) return isReactionDialog(dialog) ? [readReaction(row, dialog, actor, page)] : [];
  const tab = findTabFor(row);
  return tab === null ? [] : [readFollow(tab, actor)];
}

function readReaction(row: Element, dialog: Element, actor: Account, page: PageContext): Reading {
  const target = readDialogTarget(dialog, page);
  const icon = findIcon(row, actor);
  const title =
    toWords(dialog.getAttribute('aria-label')) ??
    (dialog.querySelector('h2') === null ? null : readWords(dialog.querySelector('h2') as Element));
  const shown = icon ?? title;
  return toSighting({
    source: 'page',
    action: 'like',
    actor,
    reaction: icon === null ? 'other' : toReaction(icon, null),
    reactionShown: shown?.slice(0, 200) ?? null,
    ...target,
  });
}

/** The name of the small picture of the reaction beside the person's own picture. */
function findIcon(row: Element, actor: Account): string | null {
  const icons = [...row.querySelectorAll('img[alt], [role="img"][aria-label], svg[aria-label]')].filter(
    (icon) => icon.closest('[role="button"]') === null,
  );
  const names = icons.map((icon) => toWords(icon.getAttribute('alt') ?? icon.getAttribute('aria-label'))).filter((name) => name !== null);
  // The person's own picture is described by the person's name.
  return names.find((name) => actor.name === null || !name.includes(actor.name)) ?? null;
}

/** The post or comment the reactions are on, where a link in the dialog names it; otherwise unknown, and left so. */
function readDialogTarget(dialog: Element, page: PageContext): { post: Target; thread: Target | null } {
  const links = [...dialog.querySelectorAll('a[href]')].flatMap((element) => readLink(element, page.url) ?? []);
  const lists = links.filter((one) => one.link.kind === 'list' && one.link.action === 'like' && one.link.postId !== null);
  const [one] = lists;
  if (one === undefined || lists.some((other) => other.link.postId !== one.link.postId)) return { post: NO_TARGET, thread: null };
  const post = toPost(one.link);
  return one.link.commentId === null
    ? { post, thread: null }
    : { post: toCommentTarget(post, one.link.commentId, one.link.rootId, null), thread: post };
}

function findTabFor(row: Element): Link | null {
  for (let box = row.parentElement; box !== null; box = box.parentElement) {
    const tab = [...box.querySelectorAll(SELECTED_TAB)]
      .map((one) => readLink(one, ANY_BASE)?.link ?? null)
      .find((link) => link?.action === 'follow');
    if (tab) return tab;
  }
  return null;
}

function readFollow(tab: Link, person: Account): Reading {
  const owner = tab.account;
  if (owner === null) return toUnreadable('page', 'list-row', ['post']);
  const [actor, followed] = tab.following ? [owner, person] : [person, owner];
  return toSighting({ source: 'page', action: 'follow', actor, post: { ...NO_TARGET, url: followed.url, author: followed } });
}
