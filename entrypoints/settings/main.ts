import '../../src/model/zod-setup.ts';
import { mount } from 'svelte';
import { loadSettings } from '../../src/browser/settings.ts';
import { platforms } from '../../src/platforms/index.ts';
import { NetraDb } from '../../src/store/db.ts';
import { openLists } from '../../src/store/lists.ts';
import Settings from '../../src/ui/settings/Settings.svelte';
import '../../src/ui/theme.css';

const target = document.getElementById('app');
if (target !== null)
  mount(Settings, { target, props: { sites: platforms, lists: openLists(new NetraDb()), settings: await loadSettings() } });
