// The model in JSON Schema, so that a bundle's records explain themselves to any program.
import { z } from 'zod';
import { bundledRecordSchema, logLineSchema } from './evidence.ts';

/** File name to JSON Schema (draft 2020-12): one line of a record file, and one line of the log. */
export function toJsonSchemas(): Readonly<Record<string, unknown>> {
  return {
    'record.json': z.toJSONSchema(bundledRecordSchema, { reused: 'ref' }),
    'log-line.json': z.toJSONSchema(logLineSchema),
  };
}
