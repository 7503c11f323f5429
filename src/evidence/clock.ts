// What the log's own times tell of the computer's clock. The order of records is the chain's and no clock's: a clock that was put back
// alters nothing of it, but whoever reads times has to know.

/** A place at which the clock stood earlier than at the line before. Times are ISO 8601, UTC. */
export interface ClockStep {
  readonly seq: number;
  readonly before: string;
  readonly at: string;
}

/** A time is taken when a step of work begins, and clocks are put right by seconds every day: less than this is no news. ms */
const SLACK_MS = 60_000;

/** A line is canonical: its members stand in one order. Whether it is whole is the chain's to say. */
const LINE = /^\{"at":"([^"]+)".*"seq":(\d+)/;

/** Places at which the clock went back by more than a minute. A clock that was put forward cannot be told from a pause, and is not. */
export function findClockSteps(lines: readonly string[]): ClockStep[] {
  const steps: ClockStep[] = [];
  let before: string | null = null;
  for (const line of lines) {
    const [, at, seq] = LINE.exec(line) ?? [];
    if (at === undefined) continue;
    if (before !== null && Date.parse(before) - Date.parse(at) > SLACK_MS) steps.push({ seq: Number(seq), before, at });
    before = at;
  }
  return steps;
}
