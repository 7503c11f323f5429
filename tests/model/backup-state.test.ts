// What is said of backups is true: how many captures lie here alone, since when, and of this log only.
import { describe, expect, test } from 'vitest';
import { type BackupNote, DEFAULT_REMINDER } from '../../src/model/backup.ts';
import { toBackupState } from '../../src/model/backup-state.ts';

const LOG = '0198f3c0-0000-7000-8000-000000000001';
const at = (day: number, hour = 0) => new Date(Date.UTC(2026, 10, day, hour));
const note = (size: number, day = 1): BackupNote => ({ at: at(day).toISOString(), logId: LOG, size, checked: 'file' });
const log = (size: number, captures: readonly number[]) => ({ logId: LOG, size, captures });
const state = (one: BackupNote | null, of: ReturnType<typeof log>, day = 1) => toBackupState(one, of, DEFAULT_REMINDER, at(day, 12));

describe('the state of backups', () => {
  test('says nothing where nothing was captured', () => {
    expect(state(null, log(0, []))).toBeNull();
    expect(state(note(3), log(3, []), 30)).toBeNull();
  });

  test('never: all captures lie here alone; another log’s backup is none', () => {
    expect(state(null, log(4, [1, 2, 3]))).toEqual({ kind: 'never', captures: 3, days: null, checked: null });
    expect(state({ ...note(4), logId: LOG.replace('1', '2') }, log(4, [1, 2]))).toMatchObject({ kind: 'never', captures: 2 });
  });

  test('counts what came after the last line that went in', () => {
    expect(state(note(3), log(5, [1, 2, 3, 4]))).toEqual({ kind: 'fresh', captures: 2, days: 0, checked: 'file' });
  });

  test('is due after so many records, or after so many days with anything new', () => {
    expect(state(note(3), log(52, [1, 4]))?.kind).toBe('fresh');
    expect(state(note(3), log(53, [1, 4]))?.kind).toBe('due');
    expect(state(note(3), log(4, [1, 3]), 7)?.kind).toBe('fresh');
    expect(state(note(3), log(4, [1, 3]), 8)).toMatchObject({ kind: 'due', days: 7 });
    expect(state(note(4), log(4, [1, 3]), 300)?.kind).toBe('fresh');
  });

  test('a clock that was set back makes no negative days', () => {
    expect(state(note(3, 20), log(4, [1, 3]), 2)?.days).toBe(0);
  });
});
