// npm run build: the extension for both browser families, in .output/.
import { buildExtension } from './steps.ts';

process.exit(buildExtension('chrome') && buildExtension('firefox') ? 0 : 1);
