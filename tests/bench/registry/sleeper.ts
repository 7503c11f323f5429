// A background as the browser starts one: it knows nothing until it is asked, and answers for one page.
import '../../../src/model/zod-setup.ts';
import { NetraDb } from '../../../src/store/db.ts';
import { type Asked, openLookup } from '../../../src/store/registry-lookup.ts';

interface Message {
  readonly data: readonly Asked[];
  readonly source: { postMessage(message: unknown): void };
  waitUntil(work: Promise<unknown>): void;
}

const lookup = openLookup(new NetraDb());
self.addEventListener('message', (event) => {
  const { data, source, waitUntil } = event as unknown as Message;
  const work = lookup.find(data).then(
    (rows) => source.postMessage({ found: rows.length }),
    (error: unknown) => source.postMessage({ found: String(error) }),
  );
  waitUntil.call(event, work);
});
