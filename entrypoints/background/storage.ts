// Where all of it is kept: the database, the lock, what watches over the evidence, and the lists.
import { readEnvironment } from '../../src/browser/environment.ts';
import { connectJournal, hasOffscreen } from '../../src/browser/journal-port.ts';
import * as memory from '../../src/browser/settings.ts';
import { storagePorts } from '../../src/browser/storage-memory.ts';
import { vaultPorts } from '../../src/browser/vault-memory.ts';
import { evidenceFormat } from '../../src/evidence/format.ts';
import { NetraDb } from '../../src/store/db.ts';
import { speakToJournal } from '../../src/store/journal.ts';
import { openLinks } from '../../src/store/links.ts';
import { openListSource } from '../../src/store/list-source.ts';
import { openSafeguard } from '../../src/store/safeguard.ts';
import { LIST_KEY, openVault, sealerOf } from '../../src/store/vault.ts';
import { keepThrice } from '../../src/store/vault-copies.ts';

export function openStorage() {
  const db = new NetraDb();
  const vault = openVault(keepThrice(vaultPorts));
  const storage = openSafeguard({
    db,
    format: evidenceFormat(`Netra ${readEnvironment().extensionVersion}`),
    connect: async () => speakToJournal(await connectJournal()),
    sealer: vault.sealer,
    ...storagePorts,
    scrubs: hasOffscreen(),
    now: () => new Date(),
  });
  const kept = openListSource(db, { wrap: sealerOf(vault, LIST_KEY) }, memory);
  return { vault, storage, kept, ties: openLinks(db, vault, storage.tied) };
}
