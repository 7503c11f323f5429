// How an account is tied to a person by monitors: proposed with reasons, confirmed by somebody else, ended with a reason. Every step
// is an entry of its own and stays.
import { z } from 'zod';
import { guardedAccountSchema, platformIdSchema } from './account.ts';
import { artefactSchema } from './capture.ts';

/** How much two names agree. It never says that they are one person's. */
export const nameBandSchema = z.enum(['strong', 'medium', 'weak']);
export type NameBand = z.infer<typeof nameBandSchema>;

const raritySchema = z.enum(['little', 'common', 'uncommon', 'rare']);
const partSchema = z.string().max(300);
const sideSchema = z.enum(['list', 'profile']);

/** What was found when two names were compared. */
export const nameReasonSchema = z.discriminatedUnion('kind', [
  /** Titles, degrees and forms of address that were taken off first. */
  z.strictObject({ kind: z.literal('titles'), side: sideSchema, removed: z.array(z.string().max(100)).max(20) }),
  /** same · spelling: old or other spelling · joined: written as one or as two words · slip: one letter too many or two changed round · initial: only the first letter. */
  z.strictObject({
    kind: z.literal('agrees'),
    list: partSchema,
    profile: partSchema,
    how: z.enum(['same', 'spelling', 'joined', 'slip', 'initial']),
    rarity: raritySchema,
  }),
  /** A part that only one of the names has. */
  z.strictObject({ kind: z.literal('only'), side: sideSchema, part: partSchema, rarity: raritySchema }),
  /** The parts stand in another order. */
  z.strictObject({ kind: z.literal('order') }),
  /** Only one word agrees. */
  z.strictObject({ kind: z.literal('one-word') }),
  /** Titles or words of the two names speak of a man and of a woman. */
  z.strictObject({ kind: z.literal('sex') }),
]);
export type NameReason = z.infer<typeof nameReasonSchema>;

/** An account as a profile's address names it. At least one of `id`, `handle`. */
export const linkedAccountSchema = z
  .strictObject({
    platform: platformIdSchema,
    id: z.string().min(1).max(256).nullable(),
    handle: z.string().min(1).max(256).nullable(),
  })
  .refine(({ id, handle }) => id !== null || handle !== null);
export type LinkedAccount = z.infer<typeof linkedAccountSchema>;

/** A person of a list, without accounts. Namesakes are told apart by unit and the end of their number. */
export const personSchema = z.strictObject({
  person: guardedAccountSchema.shape.person,
  unit: guardedAccountSchema.shape.unit,
  status: guardedAccountSchema.shape.status,
  /** Last three digits of NIP or NI PPPK, or null where the list has none. */
  numberEnd: z
    .string()
    .regex(/^\d{3}$/)
    .nullable(),
  listId: z.uuid().nullable(),
});
export type Person = z.infer<typeof personSchema>;

/** The name a person gives at this computer. The program cannot know who types it. */
export const signerSchema = z.string().trim().min(3).max(200);

const common = { linkId: z.uuid(), at: z.iso.datetime() };
/** A reason in the monitor's own words; never empty. */
export const statementSchema = z.string().trim().min(1).max(2000);
/** Letters that a reason has at the least: fewer say nothing that somebody else could check. */
export const LEAST_LETTERS = 10;
export function isReason(text: string): boolean {
  return (text.match(/\p{L}/gu)?.length ?? 0) >= LEAST_LETTERS;
}

export const outcomeSchema = z.enum(['impersonation', 'hijacked', 'not-the-person']);
/** impersonation: somebody else pretends to be the person · hijacked: the account is in other hands · not-the-person: a mistake or a namesake. */
export type Outcome = z.infer<typeof outcomeSchema>;

/** One step in the life of a tie. The first of a tie is `proposed`, or `ended` where a list's own tie is ended. */
export const linkStepSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    ...common,
    kind: z.literal('proposed'),
    by: signerSchema,
    account: linkedAccountSchema,
    person: personSchema,
    band: nameBandSchema,
    reasons: z.array(nameReasonSchema).max(60),
    /** What was on show: the profile's address, the name and words there as the monitor wrote them down. */
    shown: z.strictObject({ url: z.string().max(4000), name: z.string().min(1).max(500), words: z.string().max(5000) }),
    /** Why, beside the name, the monitor thinks so. */
    statement: statementSchema,
    /** Other accounts on the same site that the lists gave this person then; missing: not looked up, in a step of an older version. */
    others: z.array(linkedAccountSchema).max(20).optional(),
    /**
     * All that was visible of the profile in the window then, kept beside the steps (LinkStore.picture). null: it could not be taken;
     * missing: not taken, in a step of an older version.
     */
    picture: artefactSchema.nullable().optional(),
  }),
  z.strictObject({ ...common, kind: z.literal('confirmed'), by: signerSchema, statement: statementSchema }),
  /** The account was seen with another handle or number than before. */
  z.strictObject({ ...common, kind: z.literal('seen'), account: linkedAccountSchema }),
  z.strictObject({
    ...common,
    kind: z.literal('ended'),
    by: signerSchema,
    outcome: outcomeSchema,
    reason: statementSchema,
    /** Whose tie it was, if the tie came from a list; null for a proposed one. */
    listed: z.strictObject({ account: linkedAccountSchema, person: personSchema }).nullable(),
  }),
]);
export type LinkStep = z.infer<typeof linkStepSchema>;

/** Why a step was not taken: each has a sentence in the interface's words. */
export const LINK_REFUSALS = [
  'not-profile', // the address is not that of one account
  'listed', // the account is tied already: by a list, or by a tie that was not ended
  'no-agreement', // the name agrees with nobody on the list, or with too little
  'too-long', // nobody found, and a list in use is too long to be asked by name
  'too-many', // more namesakes than may be shown
  'too-often', // more look-ups by name within an hour than are allowed
  'too-short', // a reason of fewer than LEAST_LETTERS letters
  'same-signer', // whoever confirms has to be somebody else
  'ended', // the tie is ended already
  'gone', // there is no such tie
  'no-list', // the registry is not loaded
  'storage', // could not be written to disk
] as const;
export type LinkRefusal = (typeof LINK_REFUSALS)[number];

/** People on the list whose name agrees with the one a profile shows, namesakes together. */
export interface Namesakes {
  readonly account: LinkedAccount;
  readonly people: readonly {
    readonly person: Person;
    /** Accounts that the lists know of this person, for telling namesakes apart. */
    readonly accounts: readonly LinkedAccount[];
    /** Those of them on the same site: they speak against the tie. */
    readonly others: readonly LinkedAccount[];
    readonly band: NameBand;
    readonly reasons: readonly NameReason[];
  }[];
  /** Titles of lists in use that cannot be asked by name: too long for it. Namesakes may be on them. */
  readonly notAsked: readonly string[];
}

/** What our own pages ask about ties. */
export const linkRequestSchema = z.discriminatedUnion('type', [
  /** Answer: Namesakes or { refused: LinkRefusal }. Nothing is kept. */
  z.strictObject({ type: z.literal('find-namesakes'), url: z.string().max(4000), name: z.string().min(1).max(500) }),
  /** Answer of this and the next two: { linkId } or { refused: LinkRefusal }. */
  z.strictObject({
    type: z.literal('propose-link'),
    url: z.string().max(4000),
    name: z.string().min(1).max(500),
    words: z.string().max(5000),
    person: personSchema,
    by: signerSchema,
    statement: statementSchema,
    /** The tab that shows the profile: a picture of it is kept with the proposal. null: none. */
    tabId: z.number().int().nullable(),
  }),
  z.strictObject({ type: z.literal('confirm-link'), linkId: z.uuid(), by: signerSchema, statement: statementSchema }),
  /** Ends the tie of this account and person, whether a monitor proposed it or a list states it. */
  z.strictObject({
    type: z.literal('end-link'),
    account: linkedAccountSchema,
    person: personSchema.pick({ person: true, unit: true, status: true, listId: true }),
    outcome: outcomeSchema,
    by: signerSchema,
    reason: statementSchema,
  }),
  /** The picture that a proposal was kept with. Answer: { png } or { refused: LinkRefusal }. */
  z.strictObject({ type: z.literal('link-picture'), linkId: z.uuid() }),
]);
export type LinkRequest = z.infer<typeof linkRequestSchema>;
/** Steps that are taken, as against what is only asked. */
export type LinkChange = Exclude<LinkRequest, { type: 'find-namesakes' | 'link-picture' }>;
/** `linkId`: the step is on disk (of a proposal also whether a picture is) · `refused`: why it was not taken. */
export type LinkAnswer = { readonly linkId: string; readonly hasPicture?: boolean } | { readonly refused: LinkRefusal };
/** `png`: base64, since messages carry no bytes. */
export type PictureAnswer = { readonly png: string } | { readonly refused: LinkRefusal };
