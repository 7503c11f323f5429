// Setting and opening the lock, as a person does on the settings page.
import type { Page } from 'playwright-core';
import type { Netra } from '../../src/cli/chromium.ts';

export const SAY = 'kuda hijau makan di pasar';

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

/** Sets a passphrase on the settings page. Gives the code of the recovery sheet. */
export async function setLock(page: Page): Promise<string> {
  const box = page.locator('section[aria-labelledby=kunci]');
  await box.locator('input[type=password]').nth(0).fill(SAY);
  await box.locator('input[type=password]').nth(1).fill(SAY);
  await button(page, 'Pasang kunci').click();
  const code = await box.locator('.code').innerText();
  await button(page, 'Sudah saya simpan').click();
  return code;
}

/** Opens the lock on any page that shows its form. */
export async function unlock(page: Page): Promise<void> {
  await page.locator('input[autocomplete=current-password]').first().fill(SAY);
  await button(page, 'Buka kunci').click();
}

/** Sets the lock where there is none, and opens it where it is closed. */
export async function openLock(netra: Netra): Promise<void> {
  const page = await netra.extensionPage('settings.html');
  const form = button(page, 'Pasang kunci').or(button(page, 'Buka kunci'));
  await form.waitFor();
  if (await button(page, 'Pasang kunci').isVisible()) await setLock(page);
  else await unlock(page);
  await page.getByText('Kunci terpasang dan sekarang terbuka.').waitFor();
  await page.close();
}
