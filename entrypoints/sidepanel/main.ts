import '../../src/model/zod-setup.ts';
import { mount } from 'svelte';
import { loadSettings } from '../../src/browser/settings.ts';
import { vaultPorts } from '../../src/browser/vault-memory.ts';
import { readProfile } from '../../src/flow/links.ts';
import { platforms, readAddress } from '../../src/platforms/index.ts';
import { NetraDb } from '../../src/store/db.ts';
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
  mount(Panel, {
    target,
    props: {
      sites: platforms,
      lists: openLists(new NetraDb()),
      settings,
      vault: openVault(keepThrice(vaultPorts)),
      isProfile,
      pinned: Number.isInteger(tab) ? tab : null,
    },
  });
}
