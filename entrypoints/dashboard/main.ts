import '../../src/model/zod-setup.ts';
import { mount } from 'svelte';
import { readEnvironment } from '../../src/browser/environment.ts';
import { loadSettings } from '../../src/browser/settings.ts';
import { evidenceFormat } from '../../src/evidence/format.ts';
import { platforms } from '../../src/platforms/index.ts';
import { NetraDb } from '../../src/store/db.ts';
import { openEvidence } from '../../src/store/evidence.ts';
import Dashboard from '../../src/ui/review/Dashboard.svelte';
import '../../src/ui/theme.css';

const target = document.getElementById('app');
if (target !== null) {
  const software = `Netra ${readEnvironment().extensionVersion}`;
  const evidence = openEvidence(new NetraDb(), evidenceFormat(software));
  mount(Dashboard, { target, props: { sites: platforms, evidence, software, settings: await loadSettings() } });
}
