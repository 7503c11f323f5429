import '../../src/model/zod-setup.ts';
import { mount } from 'svelte';
import { loadBackupNote, loadReminder } from '../../src/browser/backup-memory.ts';
import { loadSettings } from '../../src/browser/settings.ts';
import { vaultPorts } from '../../src/browser/vault-memory.ts';
import { evidenceFormat } from '../../src/evidence/format.ts';
import { readProfile } from '../../src/flow/links.ts';
import { platforms, readAddress } from '../../src/platforms/index.ts';
import { readBackupState } from '../../src/store/backed-up.ts';
import { NetraDb } from '../../src/store/db.ts';
import { openEvidence } from '../../src/store/evidence.ts';
import { openLists } from '../../src/store/lists.ts';
import { openVault } from '../../src/store/vault.ts';
import { keepThrice } from '../../src/store/vault-copies.ts';
import Panel from '../../src/ui/now/Panel.svelte';
import '../../src/ui/theme.css';

const target = document.getElementById('app');
const tab = Number(new URL(location.href).searchParams.get('tab') ?? 'x');
if (target !== null) {
  const settings = await loadSettings();
  const isProfile = (url: URL) => readProfile(url.href, readAddress) !== null;
  const db = new NetraDb();
  const vault = openVault(keepThrice(vaultPorts));
  const evidence = openEvidence(db, evidenceFormat(''), { sealer: vault.sealer });
  const backup = async () => readBackupState(evidence, await loadBackupNote(), await loadReminder(), new Date());
  mount(Panel, {
    target,
    props: {
      sites: platforms,
      lists: openLists(db),
      settings,
      vault,
      isProfile,
      backup,
      pinned: Number.isInteger(tab) ? tab : null,
    },
  });
}
