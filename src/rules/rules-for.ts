// What may be at issue with an act: facts of the stage, rows that name such acts, the days that remain. It judges nothing.
import type { HeadingKind, ObjectKind, Range, Recipient, Remark, Row, RuleBook } from '../model/rules.ts';
import type { Action, Reaction } from '../model/sighting.ts';
import { POLARITY } from './data/guide.ts';
import { ROWS } from './data/rows.ts';
import { RANGES, STANDINGS } from './data/sanctions.ts';
import { type Deadline, deadlineOf, type Known } from './deadline.ts';
import { type ActTime, type Fixing, type StageAt, stageAt } from './stage-at.ts';

export interface RulesInput {
  readonly action: Action;
  readonly reaction: Reaction | null;
  /** Whose campaign it was about, where that is known. 'candidate': which of the two, the day on which candidates were set decides. */
  readonly object: 'candidate' | ObjectKind | null;
  /** As the registry's issuer states it. */
  readonly status: 'PNS' | 'PPPK' | 'non-ASN';
  readonly time: ActTime;
  readonly known: Known;
  readonly book: RuleBook;
  /** ISO 8601 with an offset or Z. */
  readonly now: string;
}

/** A row as far as it concerns this person. */
export interface MaybeRow extends Pick<Row, 'rowId' | 'what' | 'certainty' | 'sources' | 'confirmed' | 'unsure'> {
  readonly norms: readonly string[];
  /** The range that the row threatens for PNS; null for everybody else. */
  readonly range: Range | null;
  /** yes: the row's wording names this object · no: it names others · unknown: whose campaign it was is not known. */
  readonly namesObject: 'yes' | 'no' | 'unknown';
}

export interface Heading {
  readonly kind: HeadingKind;
  /** usual: the heading under which acts of this stage are usually read · other: not the usual one, and not ruled out. */
  readonly reading: 'usual' | 'other' | 'unknown';
  readonly rows: readonly MaybeRow[];
}

export interface Rules {
  readonly stage: StageAt;
  /** null: not known. */
  readonly object: ObjectKind | null;
  /** Every heading that has a row on such acts, always in the same order: none comes first because it fits better. */
  readonly headings: readonly Heading[];
  readonly standing: readonly Remark[];
  /** Said beside acts that can mean disapproval; it changes no heading. */
  readonly polarity: Remark | null;
  readonly recipients: readonly Recipient[];
  readonly deadline: Deadline;
}

const NOT_SUPPORT: readonly Reaction[] = ['angry', 'sad', 'haha', 'other'];
const WORDS: readonly Action[] = ['comment', 'reply', 'quote', 'post'];

/** Pure: same input, same output. Never a verdict, and never one single sanction. */
export function rulesFor({ action, reaction, object, status, time, known, book, now }: RulesInput): Rules {
  const stage = stageAt(time, book.calendar, book.timeZone);
  const named = object === 'candidate' ? candidateAt(stage) : object;
  const rows = status === 'non-ASN' ? [] : ROWS.filter((row) => row.acts.includes(action));
  const headings = (['ethics', 'discipline'] as const).flatMap((kind): Heading[] => {
    const own = rows.filter((row) => row.heading === kind);
    return own.length === 0 ? [] : [{ kind, reading: readingOf(own, stage), rows: own.map((row) => toMaybe(row, named, status)) }];
  });
  return {
    stage,
    object: named,
    headings,
    standing: STANDINGS[status],
    polarity: WORDS.includes(action) || (reaction !== null && NOT_SUPPORT.includes(reaction)) ? POLARITY : null,
    recipients: book.recipients,
    deadline: deadlineOf(known, now, book.calendar, book.timeZone, book.holidays),
  };
}

/** After a calendar's last stage it may be about another election: whose candidates those were, that calendar does not tell. */
function settingAt(stage: StageAt): Fixing {
  return stage.kind === 'known' && stage.where === 'after' ? 'unknown' : stage.fixing;
}

function candidateAt(stage: StageAt): ObjectKind | null {
  const fixing = settingAt(stage);
  return fixing === 'before' ? 'bakal-calon' : fixing === 'after' ? 'calon' : null;
}

function readingOf(rows: readonly Row[], stage: StageAt): Heading['reading'] {
  const fixing = settingAt(stage);
  if (fixing !== 'before' && fixing !== 'after') return 'unknown';
  return rows.some(({ usually }) => usually === `${fixing}-fixing`) ? 'usual' : 'other';
}

function toMaybe(row: Row, object: ObjectKind | null, status: RulesInput['status']): MaybeRow {
  const { rowId, what, certainty, sources, confirmed, unsure, unsureRange } = row;
  // PP 94/2021 and PP 42/2004 speak of PNS: printed for nobody else.
  const isPns = status === 'PNS';
  return {
    rowId,
    what,
    certainty,
    sources,
    confirmed,
    norms: row.norms.filter(({ only }) => isPns || only === 'ASN').map(({ text }) => text),
    range: isPns ? RANGES[row.range] : null,
    unsure: isPns ? [...unsure, ...unsureRange] : unsure,
    namesObject: object === null ? 'unknown' : row.objects.includes(object) ? 'yes' : 'no',
  };
}
