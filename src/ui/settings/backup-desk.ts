// What the settings page does with backups: makes one and reads it back, looks into one, puts one in place of an empty log.
import { loadBackupNote, loadReminder, saveBackupNote } from '../../browser/backup-memory.ts';
import { loadRuleBook, saveRuleBook } from '../../browser/rule-book.ts';
import { loadSettings, saveSettings } from '../../browser/settings.ts';
import { loadSigners, saveSigners } from '../../browser/signers.ts';
import { toBackground } from '../../browser/to-background.ts';
import type { PackedList, PackedLists } from '../../model/backup.ts';
import type { BackupState } from '../../model/backup-state.ts';
import type { LinkStep } from '../../model/link.ts';
import { type Refusal, settingsSchema } from '../../model/messages.ts';
import { OWN_LIST_ID } from '../../model/own-list.ts';
import { ruleBookSchema } from '../../model/rules.ts';
import { BackupRefused, toSecret } from '../../report/backup-file.ts';
import { type ReadBackup, readBackup } from '../../report/backup-read.ts';
import { newHeir, toRestored } from '../../report/backup-succession.ts';
import { writeBackup } from '../../report/backup-write.ts';
import { type Comparison, compareLogs, logOfBackup } from '../../report/compare.ts';
import { readBackupState } from '../../store/backed-up.ts';
import type { EvidenceStore } from '../../store/evidence.ts';
import type { LinkStore } from '../../store/links.ts';
import type { KeptList, ListStore } from '../../store/lists.ts';
import type { Restore } from '../../store/restore.ts';
import type { Saving } from '../parts/save-file.ts';
import { spoken } from '../parts/speech.svelte.ts';

export interface BackupWorld {
  readonly evidence: EvidenceStore;
  readonly links: LinkStore;
  readonly lists: ListStore;
  readonly restore: Restore;
  readonly software: string;
}

/** Told while it runs: what is being done, and which part of it is done, 0 to 1. */
export type Told = (step: 'writing' | 'checking' | 'restoring', part: number) => void;

/** Raised where the background refuses; `refusal` is the reason, in the words of the model. */
export class Refused extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal);
    this.refusal = refusal;
  }
}

/** What came of a backup. */
export interface MadeBackup {
  readonly read: ReadBackup;
  readonly how: 'file' | 'before';
}

/** What stands here already, if anything: a log of its own, or one that this backup belongs to. */
export type Place =
  | { readonly kind: 'empty' }
  | { readonly kind: 'taken' | 'unsound' }
  | { readonly kind: 'same'; readonly comparison: Comparison };

/** What could not be put back beside the evidence, and the new key. */
export interface Left {
  readonly links: boolean;
  readonly settings: boolean;
  /** "SHA256:…" of the key that signs from now on. */
  readonly fingerprint: string;
}

/** Raised where the disk has too little room for both copies. */
export class NoRoom extends Error {}

export type BackupDesk = ReturnType<typeof openBackupDesk>;

export function openBackupDesk({ evidence, links, lists, restore, software }: BackupWorld) {
  return {
    state: async (): Promise<BackupState | null> => readBackupState(evidence, await loadBackupNote(), await loadReminder(), new Date()),
    isEmpty: async () => (await evidence.head()) === null,

    /** @throws Refused, Locked, CannotBackUp; the sink is left as it is then */
    async make(typed: string, saving: Saving, told: Told): Promise<MadeBackup> {
      const secret = await toSecret(typed);
      const backupId = crypto.randomUUID();
      // Everything that may be locked is read before the log says that a backup was begun.
      const steps = await links.steps();
      const packed = packLists(await lists.all());
      const settings = { settings: await loadSettings(), ruleBook: await loadRuleBook(), signers: [...(await loadSigners())] };
      await evidence.records([0]);
      const heir = await newHeir();
      const begun = await toBackground.backup(backupId, heir.fingerprint);
      if ('refused' in begun) throw new Refused(begun.refused);
      const size = begun.seq + 1;
      const madeAt = new Date().toISOString();
      const stream = await writeBackup(
        {
          backupId,
          madeAt,
          software,
          size,
          records: evidence.records,
          blob: evidence.blob,
          key: await evidence.signingKey(),
          heir,
          links: steps,
          picture: pictureBy(links, steps),
          lists: packed,
          settings,
        },
        secret,
        (records) => told('writing', records / size),
      );
      await stream.pipeTo(saving.sink, { preventAbort: true });
      const { file, how } = await saving.finish();
      const read = await readBackup(file, secret, undefined, undefined, (part) => told('checking', part));
      if (read.head.backupId !== backupId || read.head.size !== size) throw new BackupRefused('damaged');
      await saving.hand();
      await saveBackupNote({ at: madeAt, logId: read.head.logId, size, checked: how });
      return { read, how };
    },

    /** Reads and checks a whole backup; nothing is written. @throws BackupRefused */
    read: async (file: Blob, typed: string, told: Told): Promise<ReadBackup> =>
      readBackup(file, await toSecret(typed), undefined, undefined, (part) => told('checking', part)),

    /** Whether it can be put back here. @throws Locked */
    async place(read: ReadBackup, name: string): Promise<Place> {
      const storage = await toBackground.storageState();
      if (storage === null || !['fresh', 'sound', 'wiped'].includes(storage.condition)) return { kind: 'unsound' };
      if (storage.condition === 'wiped') return { kind: (storage.inJournal ?? 0) > 0 ? 'unsound' : 'empty' };
      if ((await evidence.head()) === null) return { kind: 'empty' };
      const [genesis] = await evidence.records([0]);
      if (genesis?.canonical?.includes(`"${read.head.logId}"`) !== true) return { kind: 'taken' };
      const log = logOfBackup(name, read);
      const own = { ...log, name: 'komputer ini', lines: (await evidence.lines()).map(({ line }) => line), madeAt: null };
      const [comparison] = await compareLogs([log, own], spoken());
      return comparison === undefined ? { kind: 'taken' } : { kind: 'same', comparison };
    },

    /**
     * Puts a backup that was read in place of an empty log: all of it, or nothing.
     * @throws BackupRefused, NotEmpty, NoRoom, Locked
     */
    async restore(file: Blob, typed: string, known: ReadBackup, told: Told): Promise<Left> {
      const secret = await toSecret(typed);
      await expectRoom(file.size);
      const key = await evidence.signingKey();
      const left = await restore.run(async (write) => {
        const pictures: { hash: string; bytes: Uint8Array<ArrayBuffer> }[] = [];
        const read = await readBackup(
          file,
          secret,
          ({ rows, blobs }) => write(rows, blobs),
          async (one) => void pictures.push(one),
          (part) => told('restoring', part),
        );
        // The file may have been changed since it was looked into.
        if (read.head.backupId !== known.head.backupId || read.head.head !== known.head.head) throw new BackupRefused('damaged');
        const hasLinks = await putLinks(links, read.links, pictures);
        await putLists(lists, read.lists);
        const hasSettings = await putSettings(read);
        const at = new Date().toISOString();
        const record = await toRestored(read, key, at);
        return { record, at, of: { links: !hasLinks, settings: !hasSettings, fingerprint: record.body.keyFingerprint } };
      });
      await saveBackupNote({ at: known.head.madeAt, logId: known.head.logId, size: known.head.size, checked: 'file' });
      await toBackground.restored();
      await toBackground.listsChanged().catch(() => undefined);
      await toBackground.settingsChanged().catch(() => undefined);
      return left;
    },
  };
}

/** Bytes that stay free beside what is put back. */
const HEADROOM = 300 * 1024 ** 2;

/** Database and second copy each take about what the file takes. Where the browser does not tell, it is tried. @throws NoRoom */
async function expectRoom(bytes: number): Promise<void> {
  const { quota, usage } = await navigator.storage.estimate();
  if (quota !== undefined && usage !== undefined && quota - usage < 2 * bytes + HEADROOM) throw new NoRoom();
}

/** Pictures lie beside the steps under their tie's name. */
function pictureBy(links: LinkStore, steps: readonly LinkStep[]) {
  return async (hash: string) => {
    const step = steps.find((one) => one.kind === 'proposed' && one.picture?.hash === hash);
    return step === undefined ? null : links.picture(step.linkId);
  };
}

/** Campaign lists whole, lists of the registry by their papers. */
function packLists(all: readonly KeptList[]): PackedLists {
  return {
    campaigns: all.flatMap(({ kind, listId, file, importedAt, watched, words, refused, papers, isOn }): PackedList[] =>
      kind !== 'campaign'
        ? []
        : [
            {
              listId,
              kind,
              file,
              importedAt,
              watched: [...watched],
              words: [...words],
              refused,
              ...(papers === undefined ? {} : { papers }),
              ...(isOn === undefined ? {} : { isOn }),
            },
          ],
    ),
    registry: all.flatMap(({ kind, listId, papers }) => (kind === 'guarded' && papers !== undefined ? [{ listId, papers }] : [])),
  };
}

/** Whether all steps stand here now. Where other ties stand already they stay, and these are not mixed in. */
async function putLinks(
  links: LinkStore,
  steps: readonly LinkStep[],
  pictures: readonly { hash: string; bytes: Uint8Array<ArrayBuffer> }[],
): Promise<boolean> {
  const there = await links.steps();
  if (there.some((step, at) => JSON.stringify(step) !== JSON.stringify(steps[at]))) return false;
  for (const step of steps.slice(there.length)) {
    const hash = step.kind === 'proposed' ? step.picture?.hash : undefined;
    await links.append(step, pictures.find((one) => one.hash === hash)?.bytes);
  }
  return true;
}

/** A list that is here already stays as it is; into the own one comes what it lacks. */
async function putLists(lists: ListStore, { campaigns }: PackedLists): Promise<void> {
  const there = await lists.campaigns();
  for (const { papers, isOn, ...list } of campaigns) {
    const own = there.find(({ listId }) => listId === list.listId);
    if (own === undefined)
      await lists.put({
        ...list,
        guarded: [],
        ...(papers === undefined ? {} : { papers }),
        ...(isOn === undefined ? {} : { isOn }),
      });
    else if (list.listId === OWN_LIST_ID)
      for (const row of list.watched) {
        const isThere = own.watched.some((one) => one.platform === row.platform && (one.id ?? one.handle) === (row.id ?? row.handle));
        if (!isThere) await lists.mark(row);
      }
  }
}

/** Whether all of them are of a form that this version knows. */
async function putSettings({ settings: packed }: ReadBackup): Promise<boolean> {
  const settings = settingsSchema.safeParse(packed.settings);
  const book = packed.ruleBook === null ? { success: true as const, data: null } : ruleBookSchema.safeParse(packed.ruleBook);
  if (settings.success) await saveSettings(settings.data);
  if (book.success && book.data !== null) await saveRuleBook(book.data);
  const there = await loadSigners();
  await saveSigners([...there, ...packed.signers.filter((one) => there.every(({ fingerprint }) => fingerprint !== one.fingerprint))]);
  return settings.success && book.success;
}
