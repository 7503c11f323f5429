// First import of every entry point: without it zod probes `new Function`, which a strict CSP reports as a violation.
import { z } from 'zod';

z.config({ jitless: true });
