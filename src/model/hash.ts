// What a hash looks like, wherever one is named.
import { z } from 'zod';

/** SHA-256, 64 lower-case hex digits. */
export const hashSchema = z.string().regex(/^[0-9a-f]{64}$/);
