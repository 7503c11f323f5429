// One import from the first look to the saved list. Knows neither the page nor the worker: messages come in and go out.
import type { ImportPlan } from '../../model/import-plan.ts';
import type { Papers, RegistryRow } from '../../model/registry.ts';
import type { Found } from '../../registry/clashes.ts';
import type { Column, ListKind } from '../../registry/columns.ts';
import { type ImportedCampaign, importCampaign, importGuarded, type ListSource } from '../../registry/import-list.ts';
import { lookAtFile } from '../../registry/look-at-file.ts';
import { sayIgnored } from '../../registry/propose-layout.ts';
import type { RegistryWriter, WriteMeta } from '../../registry/registry-writer.ts';
import { keysOf, toPlainText } from '../../registry/same-account.ts';
import type { Refusal, TableFile } from '../../registry/table/table.ts';
import type { Comparison } from '../../store/compare-lists.ts';
import type { ImportCopy } from '../../store/import-copy.ts';
import type { KeptList } from '../../store/lists.ts';
import type { Language } from '../said.ts';
import type { FromImport, LookedTable, Report, Stage } from './import-messages.ts';
import { startReport } from './import-report.ts';

/** What an import needs of the world. */
export interface ImportWorld {
  post(message: FromImport): void;
  openWriter(meta: WriteMeta, papers: Papers): Promise<RegistryWriter>;
  /** The lists in use but this one, to compare with. */
  openComparison(listId: string): Promise<Comparison>;
  putCampaign(list: Pick<KeptList, 'listId' | 'file' | 'importedAt' | 'watched' | 'words' | 'refused'>): Promise<void>;
  keepCopy(plan: ImportPlan, files: readonly File[], told: (part: number) => void): Promise<readonly File[] | null>;
  findCopy(): Promise<ImportCopy | null>;
  dropCopy(): Promise<void>;
  /** ISO 8601 UTC. */
  now(): string;
}

interface ReadImport {
  readonly plan: ImportPlan;
  readonly report: Report;
  readonly writer: RegistryWriter | null;
  readonly campaign: ImportedCampaign | null;
}

/** Rows that are refused and claim an account; more of them than this is no list with some mistakes. */
const MAX_CLAIMS = 100_000;
const TELL_EVERY = 5000;

export function makeImport(world: ImportWorld) {
  let files: readonly File[] = [];
  let read: ReadImport | null = null;

  async function look(kind: ListKind, given: readonly File[], signal: AbortSignal): Promise<void> {
    files = given;
    const tables: LookedTable[] = [];
    const refused: Refusal[] = [];
    for (const [file, one] of files.entries()) {
      const looked = await lookAtFile(one.name, one, kind, signal);
      if ('reason' in looked) refused.push(looked);
      else
        for (const [sheet, found] of looked.sheets.entries()) {
          if (found === null) continue;
          if ('reason' in found) refused.push(found);
          else {
            const { layout, headerRow, firstRows, notes } = found.proposal;
            tables.push({
              file,
              sheet,
              isHidden: found.isHidden,
              rows: found.rows,
              headerRow,
              layout,
              firstRows,
              notes: [...looked.table.notes, ...notes],
            });
          }
        }
    }
    world.post({ type: 'looked', files: files.map(({ name }) => name), tables, refused });
  }

  async function start(plan: ImportPlan, language: Language, signal: AbortSignal): Promise<void> {
    const copies = await world.keepCopy(plan, files, (part) => world.post({ type: 'progress', stage: 'copy', rows: 0, refused: 0, part }));
    if (signal.aborted) await world.dropCopy();
    signal.throwIfAborted();
    files = copies ?? files;
    await readAll(plan, language, signal);
  }

  async function resume(language: Language, signal: AbortSignal): Promise<void> {
    const copy = await world.findCopy();
    if (copy === null) return world.post({ type: 'failed', why: 'nothing-to-resume' });
    files = copy.files;
    await readAll(copy.plan, language, signal);
  }

  async function readAll(plan: ImportPlan, language: Language, signal: AbortSignal): Promise<void> {
    const report = startReport(language);
    const { sources, notes, isOpened } = await openSources(plan, files, report.refused, signal);
    let rows = 0;
    let lastTold = -TELL_EVERY;
    const ears = (stage: Stage) => ({
      signal,
      refused: stage === 'read' ? report.refused : () => undefined,
      warned: stage === 'read' ? report.warned : () => undefined,
      told(count: number, part: number) {
        rows = count;
        if (count - lastTold < TELL_EVERY && part < 1) return;
        lastTold = count;
        world.post({ type: 'progress', stage, rows: count, refused: report.count.refused, part });
      },
    });
    if (plan.papers === null) {
      const campaign = await importCampaign(sources, ears('read'));
      for (const { platform } of campaign.rows) report.account(platform);
      const whole = report.finish(rows, campaign.words.length, [...notes, ...campaign.notes], isOpened && campaign.isWhole);
      read = { plan, report: whole, writer: null, campaign };
    } else {
      const meta = { listId: plan.listId, origin: 'file' as const, files: plan.files, importedAt: world.now() };
      const writer = await world.openWriter(meta, plan.papers);
      try {
        const comparison = await world.openComparison(plan.listId);
        const claims: Found<RegistryRow>[] = [];
        const take = async (found: readonly Found<RegistryRow>[], more: readonly Found<RegistryRow>[]) => {
          for (const { row } of found) report.account(row.platform);
          for (const one of more) if (claims.length < MAX_CLAIMS) claims.push(one);
          const own = found.map(({ row }) => row);
          await writer.add(own);
          await comparison.check(own);
        };
        const isRead = await importGuarded(sources, take, ears('read'));
        const all = rows;
        if (claims.length > 0) {
          lastTold = -TELL_EVERY;
          await addContested(sources, claims, writer, ears('check'));
        }
        const isWhole = isOpened && isRead && claims.length < MAX_CLAIMS;
        read = { plan, report: report.finish(all, 0, notes, isWhole, comparison.result()), writer, campaign: null };
      } catch (error) {
        await writer.abort();
        throw error;
      }
    }
    world.post({ type: 'read', report: read.report, plan });
  }

  async function save(): Promise<void> {
    if (read === null || !read.report.isWhole) return;
    const { plan, report, writer, campaign } = read;
    const refused = report.refusedCount;
    const tell = (part: number) => world.post({ type: 'progress', stage: 'save', rows: report.rows, refused, part });
    tell(0);
    if (writer !== null) {
      const { list, ambiguous } = await writer.finish(refused, tell);
      read = null;
      await world.dropCopy();
      world.post({ type: 'saved', entries: list.counts.accounts, ambiguous, ambiguousCount: list.counts.ambiguous });
    } else if (campaign !== null) {
      const { rows: watched, words } = campaign;
      const file = plan.files.join(', ').slice(0, 300);
      await world.putCampaign({ listId: plan.listId, file, importedAt: world.now(), watched, words, refused });
      read = null;
      await world.dropCopy();
      world.post({ type: 'saved', entries: watched.length + words.length, ambiguous: [], ambiguousCount: 0 });
    }
  }

  /** Leaves everything as it was before. */
  async function end(): Promise<void> {
    const writer = read?.writer ?? null;
    read = null;
    files = [];
    await writer?.abort();
    await world.dropCopy();
  }

  return { look, start, resume, save, end };
}

async function openSources(plan: ImportPlan, files: readonly File[], refuse: (one: Refusal) => void, signal: AbortSignal) {
  const opened: (TableFile | null)[] = [];
  for (const [at, file] of files.entries()) {
    const isUsed = plan.tables.some((table) => table.file === at);
    const looked = isUsed ? await lookAtFile(plan.files[at] ?? file.name, file, plan.kind, signal) : null;
    if (looked !== null && 'reason' in looked) refuse(looked);
    opened.push(looked === null || 'reason' in looked ? null : looked.table);
  }
  const notes = new Set<string>();
  const sources: ListSource[] = [];
  for (const { file, sheet, headerRow, headings, columns } of plan.tables) {
    const table = opened[file];
    if (table == null) continue;
    const source = { file: plan.files[file] ?? '', sheet: table.sheets[sheet]?.name ?? null };
    const shared = plan.status === null ? {} : { shared: { status: plan.status } };
    const layout = { source, kind: plan.kind, headings, columns: columns as readonly (Column | null)[], ...shared };
    const ignored = sayIgnored(layout);
    for (const note of [...table.notes, ...(ignored === null ? [] : [ignored])]) notes.add(note);
    sources.push({ table, sheet, headerRow, layout });
  }
  return { sources, notes: [...notes], isOpened: sources.length === plan.tables.length };
}

/**
 * A row refused for its status still says whose an account is. Where another row gives that account to somebody else, both are handed
 * to the writer, which then uses neither.
 */
async function addContested(
  sources: readonly ListSource[],
  claims: readonly Found<RegistryRow>[],
  writer: RegistryWriter,
  ears: Parameters<typeof importGuarded>[2],
): Promise<void> {
  const byKey = new Map<string, RegistryRow[]>();
  for (const { row } of claims) for (const key of keysOf(row)) byKey.set(key, [...(byKey.get(key) ?? []), row]);
  const added = new Set<RegistryRow>();
  await importGuarded(
    sources,
    async (found) => {
      for (const { row } of found)
        for (const key of keysOf(row))
          for (const claim of byKey.get(key) ?? [])
            if (toPlainText(claim.person) !== toPlainText(row.person) && !added.has(claim)) {
              added.add(claim);
              await writer.add([claim]);
            }
    },
    ears,
  );
}
