// Request and answer to readings: finds the known containers, and hands each to the reader of its shape.
import { looksWhole, parseJsonDocuments } from '../../lib/json.ts';
import { placeStreamed, walkObjects } from '../../lib/walk.ts';
import type { Exchange, PageContext } from '../../model/platform.ts';
import type { Reading } from '../../model/sighting.ts';
import { toUnreadable } from './readings.ts';
import { keys, unrelated, wirePaths } from './selectors.ts';
import { readHub, readLikers } from './wire-lists.ts';
import type { Dict } from './wire-parts.ts';
import { isThreadList, readThread, readThreadList } from './wire-threads.ts';

/** Most blocks of a page hold settings: a text without any of these is not even parsed. */
const CONTAINERS = [keys.thread, keys.hub, keys.likers];

/** Reads one exchange. */
export function readWire(exchange: Exchange, _page: PageContext): Reading[] {
  if (!CONTAINERS.some((key) => exchange.body.includes(key)) && looksWhole(exchange.body)) return [];
  const { documents, broken } = parseJsonDocuments(exchange.body);
  const readings: Reading[] = [];
  for (const document of documents) walkObjects(placeStreamed(document), (found, key) => readContainer(found, key, exchange, readings));
  const listened = wirePaths.some((path) => exchange.url.pathname.includes(path)) || exchange.via === 'embedded';
  if (broken > 0 && listened) readings.push(toUnreadable('wire', 'payload', ['json']));
  return readings;
}

/** One look at the keys that are there is much cheaper than asking for each that is not. */
function mayHold(found: Dict, key: string): boolean {
  if (key === keys.likers) return true;
  for (const name in found) if (name === 'edges' || name === keys.thread) return true;
  return false;
}

/** Reads `found` if it is a known container; true where nothing inside it is to be visited. */
function readContainer(found: Dict, key: string, exchange: Exchange, readings: Reading[]): boolean {
  if (unrelated.has(key)) return true;
  if (!mayHold(found, key)) return false;
  if (key === keys.hub && Array.isArray(found['edges'])) readings.push(...readHub(found, exchange));
  else if (key === keys.likers && Array.isArray(found['users'])) readings.push(...readLikers(found, exchange));
  else if (isThreadList(found)) readings.push(...readThreadList(found, key, exchange));
  else if (Array.isArray(found[keys.thread])) readings.push(...readThread(found, null));
  else return false;
  return true;
}
