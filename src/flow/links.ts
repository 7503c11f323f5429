// The background's part in ties between accounts and people: looks namesakes up, and takes each step down.
import { toBase64 } from '../lib/base64.ts';
import { isStillSame, refusalOf, tieOf, toTies } from '../match/links.ts';
import { compareNames } from '../match/names/compare-names.ts';
import { nameKeys } from '../match/names/name-keys.ts';
import type { ReadAddress } from '../match/read-facts.ts';
import type { Account, GuardedAccount, SiteId } from '../model/account.ts';
import {
  isReason,
  type LinkAnswer,
  type LinkedAccount,
  type LinkRefusal,
  type LinkRequest,
  type LinkStep,
  type Namesakes,
  type Person,
  type PictureAnswer,
} from '../model/link.ts';
import { isProposedRow, isSameAccount, type Tie } from '../model/tie.ts';
import type { TiePicture } from './tie-picture.ts';

/** A row of the registry with the end of the person's number, as finding by name gives it. */
export interface NamedRow extends GuardedAccount {
  readonly numberEnd: string | null;
}

export interface LinkWorld {
  readonly now: () => Date;
  readonly readAddress: ReadAddress;
  readonly steps: () => Promise<readonly LinkStep[]>;
  readonly append: (step: LinkStep, picture?: TiePicture['bytes']) => Promise<void>;
  /** The bytes that a proposal was kept with; null if there are none, or if they are not as they were kept. */
  readonly picture: (linkId: string) => Promise<Uint8Array<ArrayBuffer> | null>;
  /** Of the profile in this tab; null where it cannot be taken. */
  readonly takePicture: (tabId: number, account: LinkedAccount) => Promise<TiePicture | null>;
  /** Rows of every person with one of these keys (name-keys.ts) in their name, and titles of lists that cannot be asked by name. */
  readonly rowsByName: (keys: readonly string[]) => Promise<{ readonly rows: readonly NamedRow[]; readonly notAsked: readonly string[] }>;
  /** Whether the lists, without monitors' ties, give this account to anybody. */
  readonly isListed: (account: LinkedAccount) => Promise<boolean>;
  /** Times of the last look-ups by name, ISO; memory of the session. */
  readonly loadLookUps: () => Promise<readonly string[]>;
  readonly saveLookUps: (times: readonly string[]) => Promise<void>;
  /** Called after each step that changes what an account is tied to. */
  readonly changed: () => Promise<void>;
}

export interface Links {
  answer(request: LinkRequest): Promise<Namesakes | LinkAnswer | PictureAnswer>;
  /** All ties as they are now. */
  ties(): Promise<Tie[]>;
  /** A tie's account was seen on a site: notes a new handle or number. False if it cannot be that account any more. */
  seen(ties: readonly Tie[], row: GuardedAccount, platform: SiteId, account: Account): Promise<boolean>;
}

/** More namesakes than this are not shown: a name that common says too little, and a list is not to be read out name by name. */
export const MOST_NAMESAKES = 10;
/** Look-ups by name within an hour. A monitor needs a few; whoever tries out names one after the other needs thousands. */
export const MOST_LOOK_UPS = 40;
const HOUR = 3_600_000;

type Refused = { readonly refused: LinkRefusal };

export function serveLinks(world: LinkWorld): Links {
  const ties = async () => toTies(await world.steps());

  // One after the other, by what is on disk: two sightings at once must not each write down another number.
  let noting: Promise<boolean> = Promise.resolve(true);
  async function note(row: GuardedAccount, platform: SiteId, account: Account): Promise<boolean> {
    const tie = tieOf(await ties(), row);
    if (tie === null || !isStillSame(tie, platform, account)) return false;
    const { id, handle } = tie.lastAccount;
    const now = { platform: row.platform, id: account.id ?? id, handle: account.handle ?? handle };
    if (now.id === id && now.handle === handle) return true;
    await world.append({ linkId: tie.linkId, at: world.now().toISOString(), kind: 'seen', account: now });
    return true;
  }

  async function append(step: LinkStep, picture: TiePicture | null = null): Promise<LinkAnswer> {
    try {
      await (picture === null ? world.append(step) : world.append(step, picture.bytes));
    } catch {
      return { refused: 'storage' };
    }
    await world.changed();
    return step.kind === 'proposed' ? { linkId: step.linkId, hasPicture: picture !== null } : { linkId: step.linkId };
  }

  async function isAllowed(): Promise<boolean> {
    const now = world.now().getTime();
    const recent = (await world.loadLookUps()).filter((at) => now - Date.parse(at) < HOUR);
    if (recent.length >= MOST_LOOK_UPS) return false;
    await world.saveLookUps([...recent, new Date(now).toISOString()]);
    return true;
  }

  async function find(url: string, name: string): Promise<Namesakes | Refused> {
    const account = readProfile(url, world.readAddress);
    if (account === null) return { refused: 'not-profile' };
    const known = await ties();
    if (tieOf(known, account) !== null) return { refused: 'listed' };
    const isEnded = known.some((tie) => tie.from === 'listed' && isSameAccount(tie.account, account));
    if (!isEnded && (await world.isListed(account))) return { refused: 'listed' };
    const keys = nameKeys(name);
    if (keys.length === 0) return { refused: 'no-agreement' };
    const { rows, notAsked } = await world.rowsByName(keys);
    const people = toPeople(rows, name, account);
    if (people.length === 0) return { refused: notAsked.length > 0 ? 'too-long' : 'no-agreement' };
    return people.length > MOST_NAMESAKES ? { refused: 'too-many' } : { account, people, notAsked };
  }

  async function propose(request: Extract<LinkRequest, { type: 'propose-link' }>): Promise<LinkAnswer> {
    const { url, name, words, by, statement } = request;
    if (!isReason(statement)) return { refused: 'too-short' };
    const found = await find(url, name);
    if ('refused' in found) return found;
    // Compared anew here: what the panel showed a while ago decides nothing.
    const chosen = found.people.find(({ person }) => isSamePerson(person, request.person) && person.numberEnd === request.person.numberEnd);
    if (chosen === undefined) return { refused: 'no-agreement' };
    const picture = request.tabId === null ? null : await world.takePicture(request.tabId, found.account).catch(() => null);
    const step: LinkStep = {
      linkId: crypto.randomUUID(),
      at: world.now().toISOString(),
      kind: 'proposed',
      by,
      account: found.account,
      person: chosen.person,
      band: chosen.band,
      reasons: [...chosen.reasons],
      shown: { url, name, words },
      statement,
      others: chosen.others.slice(0, MOST_OTHERS),
      picture: picture?.artefact ?? null,
    };
    return append(step, picture);
  }

  async function confirm({ linkId, by, statement }: Extract<LinkRequest, { type: 'confirm-link' }>): Promise<LinkAnswer> {
    if (!isReason(statement)) return { refused: 'too-short' };
    const step: LinkStep = { linkId, at: world.now().toISOString(), kind: 'confirmed', by, statement };
    const tie = (await ties()).find((one) => one.linkId === linkId) ?? null;
    const refused = refusalOf(tie, step);
    return refused === null ? append(step) : { refused };
  }

  async function end({ account, person, outcome, by, reason }: Extract<LinkRequest, { type: 'end-link' }>): Promise<LinkAnswer> {
    if (!isReason(reason)) return { refused: 'too-short' };
    const known = await ties();
    const mine = known.filter((tie) => isSameAccount(tie.account, account) && tie.person.person === person.person);
    const live = mine.find((tie) => tie.ended === null);
    if (live === undefined && mine.length > 0) return { refused: 'ended' };
    // Only what some list ties can be ended as a list's.
    if (live === undefined && !(await world.isListed(account))) return { refused: 'gone' };
    const listed = live === undefined ? { account, person: { ...person, numberEnd: null } } : null;
    const linkId = live?.linkId ?? crypto.randomUUID();
    return append({ linkId, at: world.now().toISOString(), kind: 'ended', by, outcome, reason, listed });
  }

  return {
    ties,
    async answer(request) {
      switch (request.type) {
        case 'find-namesakes':
          return (await isAllowed()) ? find(request.url, request.name) : { refused: 'too-often' };
        case 'propose-link':
          return propose(request);
        case 'confirm-link':
          return confirm(request);
        case 'end-link':
          return end(request);
        case 'link-picture': {
          const bytes = await world.picture(request.linkId);
          return bytes === null ? { refused: 'gone' } : { png: toBase64(bytes) };
        }
      }
    },
    async seen(known, row, platform, account) {
      if (!isProposedRow(row)) return true;
      const tie = tieOf(known, row);
      if (tie === null || !isStillSame(tie, platform, account)) return false;
      const { id, handle } = tie.lastAccount;
      if ((account.id ?? id) === id && (account.handle ?? handle) === handle) return true;
      // What cannot be written down is no match either: the next sighting could not be told from it.
      noting = noting.then(() => note(row, platform, account)).catch(() => false);
      return noting;
    },
  };
}

/** The account whose page an address is; null if it is no account's own page. */
export function readProfile(url: string, readAddress: ReadAddress): LinkedAccount | null {
  const read = URL.canParse(url) ? readAddress(new URL(url)) : null;
  if (read === null || read.place.kind !== 'profile' || read.place.account === null) return null;
  const { id, handle } = read.place.account;
  return id === null && handle === null ? null : { platform: read.platform, id, handle };
}

const BANDS = ['strong', 'medium', 'weak'] as const;

/** As many as the schema of a step takes. */
const MOST_OTHERS = 20;

function toPeople(rows: readonly NamedRow[], name: string, profile: LinkedAccount): Namesakes['people'] {
  const people: {
    person: Person;
    accounts: LinkedAccount[];
    band: Namesakes['people'][number]['band'];
    reasons: Namesakes['people'][number]['reasons'];
  }[] = [];
  for (const row of rows) {
    const person: Person = { person: row.person, unit: row.unit, status: row.status, numberEnd: row.numberEnd, listId: row.listId ?? null };
    const account = { platform: row.platform, id: row.id, handle: row.handle };
    const known = people.find((one) => isSamePerson(one.person, person) && one.person.numberEnd === person.numberEnd);
    if (known !== undefined) {
      if (!known.accounts.some((one) => isSameAccount(one, account))) known.accounts.push(account);
      continue;
    }
    const { band, reasons } = compareNames(row.person, name);
    if (band !== null) people.push({ person, accounts: [account], band, reasons });
  }
  const isOther = (one: LinkedAccount) => one.platform === profile.platform && !isSameAccount(one, profile);
  return people
    .map((one) => ({ ...one, others: one.accounts.filter(isOther) }))
    .sort((a, b) => BANDS.indexOf(a.band) - BANDS.indexOf(b.band));
}

function isSamePerson(one: Pick<Person, 'person' | 'unit' | 'status' | 'listId'>, other: typeof one): boolean {
  return one.person === other.person && one.unit === other.unit && one.status === other.status && one.listId === other.listId;
}
