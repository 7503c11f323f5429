import '../../src/model/zod-setup.ts';
import { mount } from 'svelte';
import { readEnvironment } from '../../src/browser/environment.ts';
import { loadSettings } from '../../src/browser/settings.ts';
import { toBackground } from '../../src/browser/to-background.ts';
import { vaultPorts } from '../../src/browser/vault-memory.ts';
import { evidenceFormat } from '../../src/evidence/format.ts';
import { platforms } from '../../src/platforms/index.ts';
import { NetraDb } from '../../src/store/db.ts';
import { openEvidence } from '../../src/store/evidence.ts';
import { readSecondCopy } from '../../src/store/left.ts';
import { openVault } from '../../src/store/vault.ts';
import { keepThrice } from '../../src/store/vault-copies.ts';
import Review from '../../src/ui/review/Review.svelte';
import '../../src/ui/theme.css';

const target = document.getElementById('app');
if (target !== null) {
  const software = `Netra ${readEnvironment().extensionVersion}`;
  // Asked first: the background looks through the storage before anybody opens it.
  const storage = await toBackground.storageState().catch(() => null);
  const db = new NetraDb();
  const vault = openVault(keepThrice(vaultPorts));
  const evidence = openEvidence(db, evidenceFormat(software), { secondCopy: readSecondCopy, sealer: vault.sealer });
  mount(Review, { target, props: { storage, db, vault, sites: platforms, evidence, software, settings: await loadSettings() } });
}
