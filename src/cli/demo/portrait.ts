// One picture of page and panel beside each other, as a person sees them: the browser gives each its own.
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { Panel } from '../chromium.ts';

/** Leaves `file`, a PNG; the page goes on as it was. */
export async function portray(page: Page, panel: Panel, folder: string, file: string): Promise<void> {
  const parts = [join(folder, '.page.png'), join(folder, '.panel.png')] as const;
  await page.screenshot({ path: parts[0] });
  await panel.evaluate(`document.getElementById('found')?.scrollIntoView({ block: 'start' })`);
  await panel.screenshot(parts[1]);
  const [left, right] = parts.map((part) => readFileSync(part).toString('base64'));
  const canvas = await page.context().newPage();
  await canvas.setContent(
    `<body style="margin:0;display:inline-flex;align-items:flex-start;background:#d5dde2;gap:2px"><img src="data:image/png;base64,${left}"><img src="data:image/png;base64,${right}"></body>`,
  );
  await canvas.locator('body').screenshot({ path: file });
  await canvas.close();
  await page.bringToFront();
  for (const part of parts) rmSync(part);
}
