// Keys that the user trusts for packages of lists, in storage.local.
import { browser } from 'wxt/browser';
import { z } from 'zod';
import { type Signer, signerSchema } from '../model/registry.ts';

export async function loadSigners(): Promise<readonly Signer[]> {
  const kept = await browser.storage.local.get('signers');
  const parsed = z.array(signerSchema).safeParse(kept['signers']);
  return parsed.success ? parsed.data : [];
}

export async function saveSigners(signers: readonly Signer[]): Promise<void> {
  await browser.storage.local.set({ signers });
}
