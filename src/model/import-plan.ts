// What the user has decided about an import before it starts. Kept beside the copied files, so that it can go on after a crash.
import { z } from 'zod';
import { platformIdSchema, statusSchema } from './account.ts';
import { papersSchema } from './registry.ts';

/** What one column holds: a field of the list, or the accounts of one site; null: not read and not kept. */
export const planColumnSchema = z.union([
  z.strictObject({ field: z.string().min(1).max(40) }),
  z.strictObject({ site: platformIdSchema }),
  z.null(),
]);

/** One table of the import: which sheet of which file, where its headings are, and what its columns hold. */
export const planTableSchema = z.strictObject({
  /** Position among the import's files. */
  file: z.number().int().nonnegative(),
  /** Position among the file's sheets. */
  sheet: z.number().int().nonnegative(),
  /** Row of the headings as the file numbers it; null: every row is read. */
  headerRow: z.number().int().nonnegative().nullable(),
  headings: z.array(z.string().max(20_000)).max(400),
  columns: z.array(planColumnSchema).max(400),
});
export type PlanTable = z.infer<typeof planTableSchema>;

export const importPlanSchema = z.strictObject({
  /** guarded: civil servants' accounts · watched: a campaign's accounts and words. */
  kind: z.enum(['guarded', 'watched']),
  tables: z.array(planTableSchema).min(1).max(500),
  /** Names of the files, by position. */
  files: z.array(z.string().max(300)).min(1).max(50),
  /** Status of all rows where the list has no column for it. */
  status: statusSchema.nullable(),
  /** The list to replace, or a new one's id. */
  listId: z.uuid(),
  /** Only a list of civil servants' accounts has papers. */
  papers: papersSchema.nullable(),
});
export type ImportPlan = z.infer<typeof importPlanSchema>;
