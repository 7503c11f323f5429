// The recorded set's rule, as its README states it.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isPage, type KnownRequest, readSavedPage, readSavedPayload } from '../../src/cli/readings.ts';
import { at, parseJson } from '../../src/lib/json.ts';
import type { Platform } from '../../src/model/platform.ts';
import type { Reading, Sighting } from '../../src/model/sighting.ts';

/** [actor id, username, action, target id, first 40 characters of text, extra…] */
type TruthRow = (string | null)[];
interface Truth {
  platform: string;
  kind: string;
  actions: TruthRow[];
  target_alt?: string;
}
export interface Asked {
  source: 'page' | 'wire';
  scored: boolean;
  url: string;
  unwrap?: string;
  request?: KnownRequest;
}
export interface Score {
  found: number;
  missed: string[];
  wrong: string[];
  /** Sightings with act, actor id or handle, and direct target all there. */
  complete: number;
  sightings: number;
}

export const recordedFolder = process.env['NETRA_RECORDED'] ?? join(import.meta.dirname, '../../../shared/recorded');
export const hasRecorded = existsSync(join(recordedFolder, 'TRUTH.json'));

const loadJson = <T>(name: string): T => JSON.parse(readFileSync(join(recordedFolder, name), 'utf8')) as T;
export const truths = (): Record<string, Truth> => (hasRecorded ? loadJson('TRUTH.json') : {});
export const asked = (): Record<string, Asked> => (hasRecorded ? loadJson('REQUESTS.json') : {});

export function readRecorded(platform: Platform, file: string, ask: Asked): Reading[] {
  let text = readFileSync(join(recordedFolder, file), 'utf8');
  const url = new URL(ask.url);
  if (isPage(text)) return readSavedPage(platform, text, url, ask.source);
  if (ask.unwrap !== undefined) text = JSON.stringify(at(parseJson(text), ...ask.unwrap.split('.')));
  return readSavedPayload(platform, text, url, ask.request ?? {});
}

function actOf(row: TruthRow): { action: string; reaction: string | null } {
  const action = row[2] ?? '';
  if (action === 'repost') return { action: 'share', reaction: null };
  if (action.startsWith('reaction')) return { action: 'like', reaction: action.split(':')[1] ?? null };
  return { action, reaction: null };
}

const fold = (text: string | null | undefined) => (text ?? '').replace(/^@/, '').toLowerCase();

function meets(sighting: Sighting, row: TruthRow, truth: Truth): boolean {
  const act = actOf(row);
  if (sighting.action !== act.action || (act.reaction !== null && sighting.reaction !== act.reaction)) return false;
  const [actorId, username, , target, , ...extra] = row;
  const { id, handle, name } = sighting.actor;
  // Where the page shows no stable id the truth's first column may hold the handle, and its second the display name
  // (YouTube of 2018: "Gary Walker", whose link is /user/GaryJohnWalker1).
  const sameActor =
    (fold(actorId) !== '' && (id === actorId || fold(handle) === fold(actorId))) ||
    (fold(username) !== '' && (fold(handle) === fold(username) || (fold(actorId) === '' && fold(name) === fold(username))));
  const targets: unknown[] = [
    sighting.post.id,
    ...sighting.post.otherIds,
    sighting.thread?.id ?? null,
    ...(sighting.thread?.otherIds ?? []),
  ];
  const own: unknown[] = [sighting.item.id, ...sighting.item.otherIds];
  const sameTarget =
    (target ?? '') !== '' && (targets.includes(target ?? null) || (truth.target_alt !== undefined && targets.includes(truth.target_alt)));
  const sameItem = extra.some((part) => part !== null && part !== '' && own.includes(part));
  const namesNeither = (target ?? '') === '' && extra.length === 0;
  return sameActor && (sameTarget || sameItem || namesNeither);
}

const optional = (row: TruthRow) =>
  row[1] === '(viewer)' ||
  row[0] === '(viewer)' ||
  row.slice(5).some((part) => part === 'retweeted' || part === 'quoted' || part === 'promoted');

/** Scores one file's readings against its truth. */
export function score(readings: readonly Reading[], truth: Truth): Score {
  const acts = readings.filter(
    (reading): reading is Sighting => reading.kind === 'sighting' && reading.action !== 'post' && reading.action !== 'follow',
  );
  const missed = truth.actions.filter((row) => !optional(row) && !acts.some((act) => meets(act, row, truth)));
  const wrong = acts.filter((act) => !truth.actions.some((row) => meets(act, row, truth)));
  const required = truth.actions.filter((row) => !optional(row)).length;
  return {
    found: required - missed.length,
    missed: missed.map((row) => row.join(' | ')),
    wrong: wrong.map(
      (act) =>
        `${act.action} by ${act.actor.id ?? act.actor.handle ?? act.actor.name} on ${act.post.id} item ${act.item.id}: ${act.text?.slice(0, 40) ?? ''}`,
    ),
    complete: acts.filter((act) => (act.actor.id ?? act.actor.handle) !== null && (act.post.id ?? act.post.url) !== null).length,
    sightings: acts.length,
  };
}
