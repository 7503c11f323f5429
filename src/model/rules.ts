// Law as data: stages of an election, rows of what may be at issue, deadlines, recipients. Each entry says where it is from.
import { z } from 'zod';
import { actionSchema } from './sighting.ts';

/** One text in both languages. */
export const saidSchema = z.strictObject({
  /** Indonesian, and English. */
  id: z.string().min(1).max(2000),
  en: z.string().min(1).max(2000),
});

/** Where an entry was read. */
export const citationSchema = z.strictObject({
  /** What it is, for people: "SKB 2022, Lampiran II". */
  label: z.string().min(1).max(300),
  /** Where it was read: an address, a number, an article. */
  where: z.string().min(1).max(500),
});
export type Citation = z.infer<typeof citationSchema>;

/** reported: a published source says so · general: general knowledge, no source opened · unclear: sources differ or are cut off. */
export const certaintySchema = z.enum(['reported', 'general', 'unclear']);
export type Certainty = z.infer<typeof certaintySchema>;

/** What every entry carries. */
const provenance = {
  /** At least one. */
  sources: z.array(citationSchema).min(1).max(20),
  /** Compared by a person with the official text. Where it is false every screen says "periksa naskah resmi". */
  confirmed: z.boolean(),
};

/** support … counting: in the order of an election · other: anything else that the user wants to note. */
export const stageKindSchema = z.enum([
  'support',
  'registration',
  'review',
  'fixing',
  'numbers',
  'campaign',
  'quiet',
  'voting',
  'counting',
  'other',
]);
export type StageKind = z.infer<typeof stageKindSchema>;

/** A stage (tahapan). Both days or neither: null means "tanggal belum ditetapkan". */
export const stageSchema = z
  .strictObject({
    /** As the official calendar calls it. */
    name: z.string().trim().min(1).max(200),
    kind: stageKindSchema,
    /** First and last day, local calendar days, both included. */
    from: z.iso.date().nullable(),
    to: z.iso.date().nullable(),
    ...provenance,
  })
  .refine(({ from, to }) => (from === null) === (to === null) && (from === null || to === null || from <= to));
export type Stage = z.infer<typeof stageSchema>;

export const calendarSchema = z.strictObject({
  /** What the user calls it, e.g. "Pilkada 2024". */
  title: z.string().trim().min(1).max(200),
  /** Which law counts: general election or election of regional heads. */
  election: z.enum(['pemilu', 'pilkada']),
  stages: z.array(stageSchema).max(100),
});
export type Calendar = z.infer<typeof calendarSchema>;

/** WIB, WITA, WIT. */
export const zoneSchema = z.enum(['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura']);
export type Zone = z.infer<typeof zoneSchema>;

export const holidaySchema = z.strictObject({
  /** Local calendar day on which offices are closed. */
  day: z.iso.date(),
  name: z.string().trim().min(1).max(200),
  ...provenance,
});
export type Holiday = z.infer<typeof holidaySchema>;

/** Who receives a finding or report. Institutions change: never a constant in code. */
export const recipientSchema = z.strictObject({
  name: z.string().trim().min(1).max(200),
  /** What is brought there. */
  role: saidSchema,
  ...provenance,
});
export type Recipient = z.infer<typeof recipientSchema>;

/** What the user can change; kept in storage.local, without personal data. */
export const ruleBookSchema = z.strictObject({
  /** null: none chosen yet, so no stage can be told. */
  calendar: calendarSchema.nullable(),
  /** The area's time zone: a day is a local calendar day there. */
  timeZone: zoneSchema,
  holidays: z.array(holidaySchema).max(500),
  recipients: z.array(recipientSchema).max(50),
});
export type RuleBook = z.infer<typeof ruleBookSchema>;

/** Whom an act was for, in the words of the rows. Who is a `calon` depends on the day on which candidates were set. */
export const objectSchema = z.enum(['bakal-calon', 'calon', 'parpol', 'tim']);
export type ObjectKind = z.infer<typeof objectSchema>;

/** ethics: kode etik · discipline: disiplin. */
export const headingSchema = z.enum(['ethics', 'discipline']);
export type HeadingKind = z.infer<typeof headingSchema>;

/** One row of the joint decree (SKB) of 2022, or of the law it cites. */
export const rowSchema = z.strictObject({
  /** Our own short name, e.g. "etik-4". */
  rowId: z.string().regex(/^[a-z]+-[a-z0-9]+$/),
  heading: headingSchema,
  /** What the row names, in plain words. */
  what: saidSchema,
  /** Acts of a sighting that the row may be about; empty where the row is about life off the screen. */
  acts: z.array(actionSchema),
  /** Whom the row's wording names. */
  objects: z.array(objectSchema).min(1),
  /** When the row is usually taken to apply; both headings are shown at any time all the same. */
  usually: z.enum(['before-fixing', 'after-fixing']),
  /** The norms that the row cites. `only`: it speaks of PNS and is printed for nobody else. */
  norms: z.array(z.strictObject({ text: z.string().min(1).max(300), only: z.enum(['PNS', 'ASN']) })).min(1),
  /** Which range of PNS sanctions the row threatens. */
  range: z.enum(['moral', 'sedang', 'berat']),
  certainty: certaintySchema,
  /** What is not known of the row, and of the range that it threatens. */
  unsure: z.array(saidSchema).max(10),
  unsureRange: z.array(saidSchema).max(10),
  ...provenance,
});
export type Row = z.infer<typeof rowSchema>;

/** A range of sanctions for PNS: always more than one, for nobody but the competent office chooses. */
export const rangeSchema = z.strictObject({
  name: saidSchema,
  /** All that the range holds. */
  items: z.array(saidSchema).min(2).max(10),
  certainty: certaintySchema,
  ...provenance,
});
export type Range = z.infer<typeof rangeSchema>;

/** A statement with its source. */
export const remarkSchema = z.strictObject({
  say: saidSchema,
  certainty: certaintySchema,
  ...provenance,
});
export type Remark = z.infer<typeof remarkSchema>;

/** A calendar as a file: one person of a team types it, the others take it in. */
export const calendarFileSchema = z.strictObject({
  /** Tells the file from any other JSON. */
  jenis: z.literal('netra-kalender'),
  /** Of the file's form. */
  versi: z.literal(1),
  kalender: calendarSchema,
});

/** What is read first of such a file: is it one, and is it of a form that this version knows. */
export const calendarHeadSchema = z.looseObject({ jenis: z.literal('netra-kalender'), versi: z.number() });
