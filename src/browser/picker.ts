// Brings the picking script into one tab, where the monitor's gesture allows it: no site is asked for, and no other tab is touched.
import { browser } from 'wxt/browser';
import type { ToPicker } from '../model/pick.ts';
import { toPage } from './messages.ts';

/** True once the picking script answered; false where the browser does not let us in (no gesture on this tab, or its own pages). */
export async function startPicker(tabId: number, message: ToPicker): Promise<boolean> {
  if ((await toPage(tabId, message)) === true) return true;
  try {
    await browser.scripting.executeScript({ target: { tabId }, files: ['/content-scripts/pick.js'] });
  } catch {
    return false;
  }
  return (await toPage(tabId, message)) === true;
}
