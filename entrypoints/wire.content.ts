import { defineContentScript } from 'wxt/utils/define-content-script';
import { hookWire } from '../src/flow/hook-wire.ts';

export default defineContentScript({
  matches: [],
  registration: 'runtime',
  runAt: 'document_start',
  world: 'MAIN',
  main: () => hookWire(window, document),
});
