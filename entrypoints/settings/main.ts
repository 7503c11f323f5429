import '../../src/model/zod-setup.ts';
import { mount } from 'svelte';
import { readEnvironment } from '../../src/browser/environment.ts';
import { loadSettings } from '../../src/browser/settings.ts';
import { vaultPorts } from '../../src/browser/vault-memory.ts';
import { evidenceFormat } from '../../src/evidence/format.ts';
import { fingerprint } from '../../src/evidence/keys.ts';
import { signSsh, verifySsh } from '../../src/evidence/signatures.ts';
import { platforms } from '../../src/platforms/index.ts';
import { NetraDb } from '../../src/store/db.ts';
import { openEvidence } from '../../src/store/evidence.ts';
import { readSecondCopy } from '../../src/store/left.ts';
import { openLinks } from '../../src/store/links.ts';
import { openLists } from '../../src/store/lists.ts';
import { openPackages } from '../../src/store/packages.ts';
import { openRegistry } from '../../src/store/registry.ts';
import { openLookup } from '../../src/store/registry-lookup.ts';
import { openRestore } from '../../src/store/restore.ts';
import { LIST_KEY, openVault, sealerOf } from '../../src/store/vault.ts';
import { keepThrice } from '../../src/store/vault-copies.ts';
import { openBackupDesk } from '../../src/ui/settings/backup-desk.ts';
import Settings from '../../src/ui/settings/Settings.svelte';
import '../../src/ui/theme.css';

const PACKAGE = 'netra-paket-register';
const target = document.getElementById('app');
if (target !== null) {
  const db = new NetraDb();
  const vault = openVault(keepThrice(vaultPorts));
  const wrap = sealerOf(vault, LIST_KEY);
  const registry = openRegistry(db, { wrap });
  const links = openLinks(db, vault);
  const software = `Netra ${readEnvironment().extensionVersion}`;
  const format = evidenceFormat(software);
  const evidence = openEvidence(db, format, { sealer: vault.sealer, secondCopy: readSecondCopy });
  const { signingKey } = evidence;
  const packages = openPackages(db, wrap, {
    sign: async (bytes) => signSsh(await signingKey(), bytes, PACKAGE),
    fingerprint: async () => fingerprint(await signingKey()),
    async verify(signature, bytes) {
      const publicKey = await verifySsh(signature, bytes, PACKAGE);
      return publicKey === null ? null : fingerprint({ publicKey });
    },
  });
  const sealAnew = async () => {
    await packages.sealAnew();
    await links.sealAnew();
  };
  const lists = openLists(db, registry, openLookup(db, { wrap }));
  const backups = openBackupDesk({ evidence, links, lists, restore: openRestore(db, format, vault.sealer), software });
  mount(Settings, {
    target,
    props: { sites: platforms, lists, packages, backups, vault, wrap, sealAnew, settings: await loadSettings() },
  });
}
