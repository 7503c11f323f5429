// Trusted time (RFC 3161): somebody else's statement of when a hash was there. Off until the user switches an authority on.
import { z } from 'zod';
import { hashSchema } from './hash.ts';
import type { Citation } from './rules.ts';

/** Somebody who states the time. Data, not code: the sources say where the address was read. */
export interface Authority {
  readonly id: string;
  readonly name: string;
  /** HTTPS only: where the request is sent. */
  readonly url: string;
  /** Who runs it, and whose root certificate checks its answers. */
  readonly about: { readonly id: string; readonly en: string };
  readonly sources: readonly Citation[];
  /** Somebody of ours has asked it and has checked its answer. */
  readonly confirmed: boolean;
}

/** A request is 69 bytes, an answer with its certificates 3 to 7 kB; more than this is not one. */
export const MOST_ANSWER_BYTES = 65_536;
const base64 = (bytes: number) =>
  z
    .string()
    .max(Math.ceil(bytes / 3) * 4)
    .regex(/^[A-Za-z0-9+/]+={0,2}$/);

/** What an answer was found to lack, or why there was none. */
export const stampFailureSchema = z.enum([
  'unreachable', // no connection, no such host, no valid certificate
  'timeout',
  'http', // an HTTP status other than 200
  'too-big',
  'not-an-answer', // its bytes are no RFC 3161 answer
  'not-granted', // the authority refuses
  'other-hash', // it stamps another hash than the one asked for
  'other-request', // it answers another request
]);
export type StampFailure = z.infer<typeof stampFailureSchema>;

/**
 * An authority's answer about the log as it was: every line up to `size` was there at `statedAt`, at the latest. Checked when it
 * was kept: granted, about the hash and the number that were asked. NOT checked: the authority's signature.
 */
export const stampSchema = z.strictObject({
  authority: z.strictObject({
    /** From the table of authorities; of a file, the monitor's own word. */
    name: z.string().min(1).max(200),
    /** Where the request was sent; null where the answer came as a file. */
    url: z.url().max(500).nullable(),
  }),
  /** How many lines of the log it is about, from the first. */
  size: z.number().int().positive(),
  /** SHA-256 of the last of these lines. */
  head: hashSchema,
  /** SHA-256 of the checkpoint's text (origin, size, head): all that left the computer. */
  imprint: hashSchema,
  /** The time that the answer states, ISO 8601 UTC. */
  statedAt: z.iso.datetime(),
  /** The computer's clock when the request was made, and when the answer came. */
  requestedAt: z.iso.datetime(),
  receivedAt: z.iso.datetime(),
  /** The request and the answer, byte for byte, base64. */
  request: base64(1024),
  answer: base64(MOST_ANSWER_BYTES),
});
export type Stamp = z.infer<typeof stampSchema>;
/** A stamp with the number of its own record. */
export interface KeptStamp {
  readonly seq: number;
  readonly body: Stamp;
}

/** A request that nobody has answered yet. */
export const stampRequestSchema = z.strictObject({
  /** The checkpoint that is to be stamped. */
  origin: z.string().max(200),
  size: z.number().int().positive(),
  head: hashSchema,
  imprint: hashSchema,
  nonce: z.string().regex(/^[0-9a-f]{2,64}$/),
  request: base64(1024),
  requestedAt: z.iso.datetime(),
  /** When it was saved as a file, for an answer that comes as a file; null if never. */
  savedAt: z.iso.datetime().nullable(),
  /** Authorities that were asked in vain, the last ones. */
  tries: z
    .array(
      z.strictObject({
        authorityId: z.string().max(50),
        triedAt: z.iso.datetime(),
        why: stampFailureSchema,
        /** Of an HTTP failure. */
        status: z.number().int().nullable(),
      }),
    )
    .max(30),
});
export type StampRequest = z.infer<typeof stampRequestSchema>;
export type StampTry = StampRequest['tries'][number];

/** What is remembered of stamping besides the log, in storage.local: hashes and times, no personal data. */
export const stampMemorySchema = z.strictObject({
  /** Ask by itself after captures, at most once an hour. */
  auto: z.boolean(),
  autoTriedAt: z.iso.datetime().nullable(),
  /** Oldest first. */
  waiting: z.array(stampRequestSchema).max(20),
});
export type StampMemory = z.infer<typeof stampMemorySchema>;
/** Before the user chose anything. */
export const NO_STAMPS: StampMemory = { auto: false, autoTriedAt: null, waiting: [] };

/** Our own pages → background: all of it only on the user's command. */
export const stampOrderSchema = z.discriminatedUnion('type', [
  /** Ask the authorities that are switched on, in turn. Answer: StampAnswer. */
  z.strictObject({ type: z.literal('stamp-now') }),
  /** A request to be saved as a file; nothing is sent. Answer: StampRequest or { refused }. */
  z.strictObject({ type: z.literal('stamp-save') }),
  /** An answer that came as a file. Answer: StampAnswer. */
  z.strictObject({ type: z.literal('stamp-take'), answer: base64(MOST_ANSWER_BYTES), authority: z.string().min(1).max(200) }),
  /** Forget a request that waits. */
  z.strictObject({ type: z.literal('stamp-drop'), imprint: hashSchema }),
  z.strictObject({ type: z.literal('stamp-auto'), on: z.boolean() }),
]);
export type StampOrder = z.infer<typeof stampOrderSchema>;

/**
 * nothing-new: nothing was kept since the last stamp · no-authority: none is switched on · other-log: the log is not the one that
 * was to be stamped any more · storage: it could not be written.
 */
export type StampRefusal = 'nothing-new' | 'no-authority' | 'other-log' | 'storage' | StampFailure;
export type StampAnswer =
  | {
      /** Of the record: its number, the time that it states, and who states it. */
      readonly seq: number;
      readonly statedAt: string;
      readonly authority: string;
    }
  | {
      /** Nobody answered rightly: what each of them did. The request waits. */
      readonly tried: readonly StampTry[];
    }
  | {
      /** Nothing was sent, or nothing kept. */
      readonly refused: StampRefusal;
    };
