import '../../src/model/zod-setup.ts';
import { mount } from 'svelte';
import { loadRuleBook } from '../../src/browser/rule-book.ts';
import { loadSettings } from '../../src/browser/settings.ts';
import Guide from '../../src/ui/guide/Guide.svelte';
import '../../src/ui/theme.css';

const target = document.getElementById('app');
if (target !== null) mount(Guide, { target, props: { settings: await loadSettings(), kept: await loadRuleBook() } });
