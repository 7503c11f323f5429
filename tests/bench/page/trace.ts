// What a browser's trace tells of one page's main thread, and how much of it is an extension's.

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly id?: string;
  readonly args?: { readonly data?: Record<string, unknown>; readonly name?: string };
}
interface ProfileNode {
  readonly id: number;
  readonly parent?: number;
  readonly callFrame: { readonly url?: string; readonly functionName: string };
}

export const CATEGORIES = [
  'devtools.timeline',
  'disabled-by-default-devtools.timeline',
  'blink.user_timing',
  'disabled-by-default-v8.cpu_profiler',
  'v8.execute',
];

/** All times in milliseconds. */
export interface Told {
  /** Work of the page's main thread, as the processor's time. */
  readonly main: number;
  /** Of that, inside a function of an extension: its calls, and the promises that they left to the same task. */
  readonly own: number;
  /** The longest extension's share of one task, as the processor's time. */
  readonly longestOwn: number;
  /** The longest extension's share of one task by the clock: with what other processes took of the processor meanwhile. */
  readonly longestByClock: number;
  /** Of the extension's functions, by samples of the engine's profiler: which, rather than how long. */
  readonly byFunction: ReadonlyMap<string, number>;
}

interface Share {
  cpu: number;
  clock: number;
}

const isExtensions = (event: TraceEvent) => String(event.args?.data?.['url'] ?? '').startsWith('chrome-extension://');

/** Reads a trace; the page is the one that marked the time `mark`. */
export function readTrace(trace: string, mark: string): Told {
  const { traceEvents } = JSON.parse(trace) as { traceEvents: TraceEvent[] };
  const marked = traceEvents.find((event) => event.name === mark);
  if (marked === undefined) throw new Error(`the trace holds no mark ${mark}`);
  const { pid, tid } = marked;
  // Parents before what runs inside them.
  const whole = traceEvents
    .filter((event) => event.pid === pid && event.tid === tid && event.ph === 'X' && event.dur !== undefined)
    .sort((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0));
  const tasks = whole.filter(({ name }) => name === 'RunTask');
  const samples = readSamples(
    traceEvents.filter((event) => event.pid === pid),
    tid,
  );

  const shares: Share[] = [];
  let at = 0;
  for (const task of tasks) {
    const end = task.ts + (task.dur ?? 0);
    while (at < whole.length && (whole[at] as TraceEvent).ts < task.ts) at++;
    const inside: TraceEvent[] = [];
    for (let i = at; i < whole.length && (whole[i] as TraceEvent).ts < end; i++) if (whole[i] !== task) inside.push(whole[i] as TraceEvent);
    const share = shareOf(inside, samples);
    if (share.clock > 0) shares.push(share);
  }
  const byFunction = new Map<string, number>();
  for (const { name, ms } of samples) if (name !== null) byFunction.set(name, (byFunction.get(name) ?? 0) + ms);
  return {
    main: tasks.reduce((sum, task) => sum + (task.tdur ?? task.dur ?? 0), 0) / 1000,
    own: shares.reduce((sum, { cpu }) => sum + cpu, 0) / 1000,
    longestOwn: Math.max(0, ...shares.map(({ cpu }) => cpu)) / 1000,
    longestByClock: Math.max(0, ...shares.map(({ clock }) => clock)) / 1000,
    byFunction,
  };
}

const CALLS: ReadonlySet<string> = new Set(['FunctionCall', 'EvaluateScript', 'v8.compile']);

/** What of one task is an extension's. Microseconds. */
function shareOf(inside: readonly TraceEvent[], samples: readonly Sample[]): Share {
  const calls = outermost(inside.filter((event) => CALLS.has(event.name) && isExtensions(event)));
  const share = sum(calls);
  // Promises name nobody. What is in calls was counted; of the rest, the part that the samples show.
  for (const promises of outermost(inside.filter(({ name }) => name === 'RunMicrotasks'))) {
    const isIn = (time: number, event: TraceEvent) => time >= event.ts && time <= event.ts + (event.dur ?? 0);
    if (calls.some((call) => isIn(promises.ts, call))) continue;
    const counted = calls.filter((call) => isIn(call.ts, promises));
    const rest = samples.filter(({ time }) => isIn(time, promises) && !counted.some((call) => isIn(time, call)));
    const part = rest.filter(({ name }) => name !== null).length / Math.max(1, rest.length);
    const [own, all] = [sum(counted), sum([promises])];
    share.cpu += (all.cpu - own.cpu) * part;
    share.clock += (all.clock - own.clock) * part;
  }
  return share;
}

/** Without those that run inside another. */
function outermost(events: readonly TraceEvent[]): TraceEvent[] {
  let end = 0;
  return events.filter((event) => {
    if (event.ts < end) return false;
    end = event.ts + (event.dur ?? 0);
    return true;
  });
}

const sum = (events: readonly TraceEvent[]): Share => ({
  cpu: events.reduce((all, { tdur, dur }) => all + (tdur ?? dur ?? 0), 0),
  clock: events.reduce((all, { dur }) => all + (dur ?? 0), 0),
});

interface Sample {
  /** Microseconds, as the trace's own. */
  readonly time: number;
  /** The innermost extension's function of the stack; null if there is none. */
  readonly name: string | null;
  readonly ms: number;
}

/** Longer than this between two samples, and the profiler did not get to look. Microseconds. */
const GAP = 3000;

function readSamples(traceEvents: readonly TraceEvent[], tid: number): Sample[] {
  const samples: Sample[] = [];
  const profiles = traceEvents.filter((event) => event.name === 'Profile');
  for (const profile of profiles) {
    if (profile.tid !== tid && profiles.length > 1) continue;
    const nodes = new Map<number, ProfileNode>();
    const names = new Map<number, string | null>();
    const nameOf = (id: number): string | null => {
      const known = names.get(id);
      if (known !== undefined) return known;
      const node = nodes.get(id);
      const name =
        node === undefined
          ? null
          : node.callFrame.url?.startsWith('chrome-extension://') === true
            ? node.callFrame.functionName || '(anonymous)'
            : node.parent === undefined
              ? null
              : nameOf(node.parent);
      names.set(id, name);
      return name;
    };
    let time = Number(profile.args?.data?.['startTime'] ?? profile.ts);
    const chunks = traceEvents.filter((event) => event.name === 'ProfileChunk' && event.id === profile.id).sort((a, b) => a.ts - b.ts);
    for (const { args } of chunks) {
      const data = args?.data as { cpuProfile?: { nodes?: ProfileNode[]; samples?: number[] }; timeDeltas?: number[] } | undefined;
      for (const node of data?.cpuProfile?.nodes ?? []) nodes.set(node.id, node);
      (data?.cpuProfile?.samples ?? []).forEach((id, i) => {
        const delta = data?.timeDeltas?.[i] ?? 0;
        time += delta;
        samples.push({ time, name: nameOf(id), ms: Math.min(delta, GAP) / 1000 });
      });
    }
  }
  return samples.sort((a, b) => a.time - b.time);
}
