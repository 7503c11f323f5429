// The lock: what is kept of it on disk. Without the passphrase or the recovery sheet nothing here opens anything.
import { z } from 'zod';

const boxSchema = z.strictObject({
  /** Base64. */
  salt: z.string().max(100),
  /** Rounds of PBKDF2-HMAC-SHA-256. */
  rounds: z.number().int().min(1).max(10_000_000),
  /** The vault's key, sealed under what was stretched; base64. */
  sealed: z.string().max(400),
});

export const vaultRecordSchema = z.strictObject({
  /** Form of this record. */
  version: z.literal(1),
  /** Opens with the passphrase. */
  byPassphrase: boxSchema,
  /** Opens with the code of the recovery sheet. */
  byRecovery: boxSchema,
  /** When the lock was set. */
  createdAt: z.iso.datetime(),
  /** When the passphrase was last set. */
  changedAt: z.iso.datetime(),
  /** Wrong tries since it was last opened, and when the last one was: each further one has to wait longer. */
  wrongTries: z.number().int().nonnegative(),
  lastWrongAt: z.iso.datetime().nullable(),
  /** Minutes without use after which it locks itself. */
  autoLockMinutes: z.number().int().min(1).max(1440),
  /** How often this record was written: of its copies the newest counts. */
  saves: z.number().int().nonnegative().default(0),
});
export type VaultRecord = z.infer<typeof vaultRecordSchema>;

/** The key while it is open; in memory only (storage.session). */
export const vaultSessionSchema = z.strictObject({ key: z.string().max(100), usedAt: z.iso.datetime() });
export type VaultSession = z.infer<typeof vaultSessionSchema>;

/** none: no passphrase was set · locked · open · lost: something sealed lies here, and this record is in none of its places. */
export type VaultState = 'none' | 'locked' | 'open' | 'lost';

/** What came of a try to open it. misread: the recovery code has a sign that cannot be right; wait: too many wrong tries. */
export type Opened = 'open' | { readonly refused: 'wrong' | 'misread' } | { readonly refused: 'wait'; readonly seconds: number };

/** Fewest signs of a passphrase: five plain words are well above it. */
export const FEWEST_SIGNS = 12;

/**
 * Why a new passphrase will not do: too few signs, blanks at its ends not counted, or one sign over and over; null if it will do.
 * Looks at the form that keys are made from.
 */
export function weaknessOf(passphrase: string): 'short' | 'repeated' | null {
  const signs = [...passphrase.normalize('NFKC').trim()];
  if (signs.length < FEWEST_SIGNS) return 'short';
  return new Set(signs.filter((sign) => sign.trim() !== '')).size < 2 ? 'repeated' : null;
}
