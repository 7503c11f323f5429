import '../../src/model/zod-setup.ts';
import { mount } from 'svelte';
import { loadSettings } from '../../src/browser/settings.ts';
import Verify from '../../src/ui/verify/Verify.svelte';
import '../../src/ui/theme.css';

const target = document.getElementById('app');
if (target !== null) mount(Verify, { target, props: { settings: await loadSettings() } });
