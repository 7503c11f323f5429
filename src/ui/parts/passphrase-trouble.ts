// One check for every passphrase that is set: of the lock, of a backup, of a package.
import { FEWEST_SIGNS, weaknessOf } from '../../model/vault.ts';
import { t } from './speech.svelte.ts';

/** Why this passphrase will not do, in the language spoken; null if it will. */
export function passphraseTrouble(passphrase: string): string | null {
  const weakness = weaknessOf(passphrase);
  if (weakness === null) return null;
  return weakness === 'short' ? t('lock.tooShort', { n: FEWEST_SIGNS }) : t('lock.repeated');
}
