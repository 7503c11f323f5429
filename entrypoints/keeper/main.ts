import { passOnToWorker } from '../../src/browser/journal-port.ts';

passOnToWorker();
