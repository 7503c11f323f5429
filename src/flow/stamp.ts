// Trusted time: asks authorities in turn for a stamp over the log, keeps what they answer, and remembers what nobody answered yet.
import { type Bytes, parseBase64, toBase64 } from '../evidence/bytes.ts';
import { type Checkpoint, toOrigin } from '../evidence/checkpoint.ts';
import { imprintOf } from '../evidence/stamp.ts';
import { readTimestampAnswer, toTimestampRequest } from '../evidence/timestamp.ts';
import { sha256 } from '../lib/hash.ts';
import { type EvidenceRecord, logLineSchema, recordSchema, type SealedRecord } from '../model/evidence.ts';
import type { FromUi } from '../model/messages.ts';
import type {
  Authority,
  Stamp,
  StampAnswer,
  StampFailure,
  StampMemory,
  StampOrder,
  StampRefusal,
  StampRequest,
  StampTry,
} from '../model/stamp.ts';

/** What came back over the network. `bytes` are whatever the server sent: nothing of them is believed. */
export type Sent = { readonly bytes: Bytes } | { readonly failed: StampFailure; readonly status: number | null };

export interface StampWorld {
  readonly authorities: readonly Authority[];
  /** Whether the user has switched this one on. */
  isAllowed(authority: Authority): Promise<boolean>;
  /** Sends one request and nothing besides; never throws. */
  send(authority: Authority, request: Bytes): Promise<Sent>;
  load(): Promise<StampMemory>;
  save(memory: StampMemory): Promise<void>;
  /** The log's last record; null while nothing was kept. */
  head(): Promise<Pick<SealedRecord, 'seq' | 'line'> | null>;
  records(seqs: readonly number[]): Promise<SealedRecord[]>;
  append(records: readonly EvidenceRecord[], at: string): Promise<SealedRecord[]>;
  now(): Date;
}

export type StampSaid = StampAnswer | StampRequest | { readonly refused: StampRefusal } | null;

const HOUR = 3_600_000;
const MOST_WAITING = 20;
const MOST_TRIES = 30;
/** How far back it is looked for what no stamp is about: far more than is kept between two of them. */
const LOOK_BACK = 500;

/** All that is asked about stamps. Between the orders the user decides; nothing is sent but by `stamp-now` and `askIfDue`. */
export function keepStamps(world: StampWorld) {
  /** Where nothing new was found: spares reading the log each minute. */
  let lookedAt = -1;

  async function checkpointOf(head: Pick<SealedRecord, 'seq' | 'line'>): Promise<Checkpoint> {
    const [first] = await world.records([0]);
    const genesis = recordSchema.parse(JSON.parse(first?.canonical ?? 'null'));
    if (genesis.type !== 'genesis') throw new Error('the log has no first record');
    return { origin: toOrigin(genesis.body.logId), size: head.seq + 1, head: await sha256(head.line) };
  }

  /** The request for the log as it is now: the one that waits already, or a new one, which waits from now on. */
  async function toRequest(head: Pick<SealedRecord, 'seq' | 'line'>): Promise<StampRequest> {
    const checkpoint = await checkpointOf(head);
    const imprint = await imprintOf(checkpoint);
    const memory = await world.load();
    const waiting = memory.waiting.find((one) => one.imprint === imprint);
    if (waiting !== undefined) return waiting;
    const { der, nonce } = toTimestampRequest(imprint);
    const made: StampRequest = {
      ...checkpoint,
      imprint,
      nonce,
      request: toBase64(der),
      requestedAt: world.now().toISOString(),
      savedAt: null,
      tries: [],
    };
    await world.save({ ...memory, waiting: [...memory.waiting, made].slice(-MOST_WAITING) });
    return made;
  }

  async function change(imprint: string, alter: (request: StampRequest) => StampRequest): Promise<void> {
    const memory = await world.load();
    await world.save({ ...memory, waiting: memory.waiting.map((one) => (one.imprint === imprint ? alter(one) : one)) });
  }

  /** Keeps an answer if it is to this request; what waited and proves less than it is forgotten. */
  async function keep(request: StampRequest, answer: Bytes, authority: Stamp['authority']): Promise<StampAnswer> {
    const read = readTimestampAnswer(answer, { hash: request.imprint, nonce: request.nonce });
    if ('refused' in read) return read;
    const [last] = await world.records([request.size - 1]);
    if (last === undefined || (await sha256(last.line)) !== request.head) return { refused: 'other-log' };
    const receivedAt = world.now().toISOString();
    const body: Stamp = {
      authority,
      size: request.size,
      head: request.head,
      imprint: request.imprint,
      statedAt: read.stampedAt,
      requestedAt: request.requestedAt,
      receivedAt,
      request: request.request,
      answer: toBase64(answer),
    };
    const [kept] = await world.append([{ version: 1, type: 'stamp', body }], receivedAt).catch(() => []);
    if (kept === undefined) return { refused: 'storage' };
    const memory = await world.load();
    // A file that was taken away may come back with an earlier time than this one: its request stays.
    const isLeft = (one: StampRequest) => one.imprint !== request.imprint && (one.size > request.size || one.savedAt !== null);
    await world.save({ ...memory, waiting: memory.waiting.filter(isLeft) });
    return { seq: kept.seq, statedAt: read.stampedAt, authority: authority.name };
  }

  /** The log's last record and what no stamp is about yet, other stamps apart: a stamp over nothing but a stamp would say nothing new. */
  async function unstamped(): Promise<{ readonly head: Pick<SealedRecord, 'seq' | 'line'>; readonly types: readonly string[] } | null> {
    const head = await world.head();
    if (head === null) return null;
    const from = Math.max(0, head.seq - LOOK_BACK);
    const rows = await world.records(Array.from({ length: head.seq - from + 1 }, (_, i) => from + i));
    const read = rows.map((row) => ({ seq: row.seq, type: typeOf(row), row }));
    // While an authority was being asked, something may have been kept: what counts is what a stamp is about, not where it stands.
    const size = Math.max(0, ...read.map(({ type, row }) => (type === 'stamp' ? sizeOf(row) : 0)));
    const types = read.filter(({ seq, type }) => seq >= size && type !== 'stamp').map(({ type }) => type ?? '');
    return types.length === 0 ? null : { head, types };
  }

  async function ask(): Promise<StampAnswer> {
    const head = (await unstamped())?.head ?? null;
    if (head === null) return { refused: 'nothing-new' };
    const allowed: Authority[] = [];
    for (const one of world.authorities) if (await world.isAllowed(one)) allowed.push(one);
    if (allowed.length === 0) return { refused: 'no-authority' };
    const request = await toRequest(head);
    const der = parseBase64(request.request) ?? new Uint8Array();
    const tried: StampTry[] = [];
    for (const authority of allowed) {
      const sent = await world.send(authority, der);
      let why: { readonly failed: StampFailure; readonly status: number | null };
      if ('failed' in sent) why = sent;
      else {
        const answer = await keep(request, sent.bytes, { name: authority.name, url: authority.url });
        if (!('refused' in answer) || !isFailure(answer.refused)) return answer;
        why = { failed: answer.refused, status: null };
      }
      const one: StampTry = { authorityId: authority.id, triedAt: world.now().toISOString(), why: why.failed, status: why.status };
      tried.push(one);
      await change(request.imprint, (now) => ({ ...now, tries: [...now.tries, one].slice(-MOST_TRIES) }));
    }
    return { tried };
  }

  async function saveAsFile(): Promise<StampRequest | { readonly refused: StampRefusal }> {
    const head = (await unstamped())?.head ?? null;
    if (head === null) return { refused: 'nothing-new' };
    const request = await toRequest(head);
    const savedAt = world.now().toISOString();
    await change(request.imprint, (now) => ({ ...now, savedAt }));
    return { ...request, savedAt };
  }

  /** A file says which request it answers by what it holds, not by its name. */
  async function takeFile(text: string, name: string): Promise<StampAnswer> {
    const bytes = parseBase64(text);
    if (bytes === null) return { refused: 'not-an-answer' };
    let refused: StampRefusal = 'other-request';
    for (const request of (await world.load()).waiting) {
      const answer = await keep(request, bytes, { name, url: null });
      if (!('refused' in answer) || !isFailure(answer.refused)) return answer;
      if (answer.refused === 'not-an-answer' || answer.refused === 'not-granted') refused = answer.refused;
    }
    return { refused };
  }

  async function obey(order: StampOrder): Promise<StampSaid> {
    switch (order.type) {
      case 'stamp-now':
        return ask();
      case 'stamp-save':
        return saveAsFile();
      case 'stamp-take':
        return takeFile(order.answer, order.authority);
      case 'stamp-drop': {
        const memory = await world.load();
        await world.save({ ...memory, waiting: memory.waiting.filter(({ imprint }) => imprint !== order.imprint) });
        return null;
      }
      case 'stamp-auto':
        await world.save({ ...(await world.load()), auto: order.on });
        return null;
    }
  }

  async function askIfDue(): Promise<void> {
    const memory = await world.load();
    if (!memory.auto) return;
    const now = world.now();
    // A clock that was set back must not keep it silent for long.
    if (memory.autoTriedAt !== null && Math.abs(now.getTime() - Date.parse(memory.autoTriedAt)) < HOUR) return;
    const head = await world.head();
    if (head === null || head.seq === lookedAt) return;
    if ((await unstamped())?.types.includes('capture') !== true) {
      lookedAt = head.seq;
      return;
    }
    await world.save({ ...(await world.load()), autoTriedAt: now.toISOString() });
    await ask();
  }

  // One at a time: each of them reads what is remembered and writes it back.
  let turn: Promise<unknown> = Promise.resolve();
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const mine = turn.then(work, work);
    turn = mine.catch(() => undefined);
    return mine;
  }

  return {
    /** What one of our own pages asks for; what is no order about stamps goes to the others. */
    answer: (message: FromUi, others: (message: Exclude<FromUi, StampOrder>) => Promise<unknown>): Promise<unknown> =>
      isOrder(message) ? inTurn(() => obey(message)) : others(message),
    /** Asks by itself: only where the user wants it, at most once an hour, and only about captures that no stamp is about yet. */
    askIfDue: (): Promise<void> => inTurn(askIfDue),
  };
}

function isOrder(message: FromUi): message is StampOrder {
  return message.type.startsWith('stamp-');
}

/** Null where the line cannot be read. */
function typeOf({ line }: SealedRecord): string | null {
  const parsed = logLineSchema.safeParse(JSON.parse(line));
  return parsed.success ? parsed.data.type : null;
}

/** How many lines a stamp is about; 0 where its record cannot be read. */
function sizeOf({ canonical }: SealedRecord): number {
  const parsed = recordSchema.safeParse(JSON.parse(canonical ?? 'null'));
  return parsed.success && parsed.data.type === 'stamp' ? parsed.data.body.size : 0;
}

/** Whether the answer itself is at fault, so that another authority may do better. */
function isFailure(refused: StampRefusal): refused is StampFailure {
  return refused !== 'nothing-new' && refused !== 'no-authority' && refused !== 'other-log' && refused !== 'storage';
}
