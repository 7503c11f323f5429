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
import { openLinks } from '../../src/store/links.ts';
import { openLists } from '../../src/store/lists.ts';
import { openPackages } from '../../src/store/packages.ts';
import { openRegistry } from '../../src/store/registry.ts';
import { openLookup } from '../../src/store/registry-lookup.ts';
import { LIST_KEY, openVault, sealerOf } from '../../src/store/vault.ts';
import { keepThrice } from '../../src/store/vault-copies.ts';
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
  const { signingKey } = openEvidence(db, evidenceFormat(`Netra ${readEnvironment().extensionVersion}`), { sealer: vault.sealer });
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
  mount(Settings, {
    target,
    props: { sites: platforms, lists, packages, vault, wrap, sealAnew, settings: await loadSettings() },
  });
}
