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
  /** Of that, with a function of an extension on the stack, by samples of the engine's profiler. */
  readonly own: number;
  /** The longest extension's share of one task. */
  readonly longestOwn: number;
  /** The longest task in which an extension's code ran, whoever else ran in it. */
  readonly longestTask: number;
  readonly byFunction: ReadonlyMap<string, number>;
}

/** Reads a trace; the page is the one that marked the time `mark`. */
export function readTrace(trace: string, mark: string): Told {
  const { traceEvents } = JSON.parse(trace) as { traceEvents: TraceEvent[] };
  const marked = traceEvents.find((event) => event.name === mark);
  if (marked === undefined) throw new Error(`the trace holds no mark ${mark}`);
  const { pid, tid } = marked;
  const tasks = traceEvents.filter((event) => event.pid === pid && event.tid === tid && event.name === 'RunTask' && event.ph === 'X');
  tasks.sort((a, b) => a.ts - b.ts);
  const main = tasks.reduce((sum, task) => sum + (task.tdur ?? task.dur ?? 0), 0) / 1000;

  const profiles = traceEvents.filter((event) => event.pid === pid && event.name === 'Profile');
  const byFunction = new Map<string, number>();
  const shares = new Map<TraceEvent, number>();
  let own = 0;
  for (const profile of profiles) {
    if (profile.tid !== tid && profiles.length > 1) continue;
    const nodes = new Map<number, ProfileNode>();
    const names = new Map<number, string | null>();
    /** The innermost extension's function of a stack; null if there is none. */
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
    let at = 0;
    const chunks = traceEvents
      .filter((event) => event.pid === pid && event.name === 'ProfileChunk' && event.id === profile.id)
      .sort((a, b) => a.ts - b.ts);
    for (const { args } of chunks) {
      const data = args?.data as { cpuProfile?: { nodes?: ProfileNode[]; samples?: number[] }; timeDeltas?: number[] } | undefined;
      for (const node of data?.cpuProfile?.nodes ?? []) nodes.set(node.id, node);
      (data?.cpuProfile?.samples ?? []).forEach((id, i) => {
        const delta = data?.timeDeltas?.[i] ?? 0;
        time += delta;
        const name = nameOf(id);
        if (name === null) return;
        const ms = delta / 1000;
        while (at < tasks.length - 1 && (tasks[at]?.ts ?? 0) + (tasks[at]?.dur ?? 0) < time) at++;
        own += ms;
        byFunction.set(name, (byFunction.get(name) ?? 0) + ms);
        const task = tasks[at];
        if (task !== undefined && time >= task.ts) shares.set(task, (shares.get(task) ?? 0) + ms);
      });
    }
  }
  return {
    main,
    own,
    longestOwn: Math.max(0, ...shares.values()),
    longestTask: Math.max(0, ...[...shares.keys()].map((task) => (task.dur ?? 0) / 1000)),
    byFunction,
  };
}
