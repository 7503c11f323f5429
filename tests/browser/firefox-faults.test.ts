// What happens to the storage in a real Firefox: its event page sleeps between any two steps, and its database's file is damaged.
import { describe, expect, test } from 'vitest';
import { whyNoFirefox } from '../../src/cli/firefox.ts';
import { verifyChain } from '../../src/evidence/chain.ts';
import { append, damageFirefox, openFirefox, readFirefoxLog } from '../faults/firefox-damage.ts';
import { dropProfile, newProfile } from '../faults/session.ts';

const reason = whyNoFirefox();

describe.skipIf(reason !== null)(`Firefox${reason === null ? '' : ` (${reason})`}`, () => {
  test('an event page that sleeps after each word loses nothing and keeps nothing twice', async () => {
    const profile = newProfile();
    const { firefox } = await openFirefox(profile, { 'extensions.background.idle.timeout': 1000 });
    try {
      const isAwake = () =>
        firefox.inOwnPage<boolean>(`return browser.extension.getViews().some(({ location }) => /background/.test(location.pathname));`);
      const acknowledged: [number, string][] = [];
      let sleeps = 0;
      for (let n = 0; n < 6; n++) {
        acknowledged.push(...(await append(firefox, 1)));
        await expect.poll(isAwake, { timeout: 20_000 }).toBe(false);
        sleeps++;
      }
      const log = await readFirefoxLog(firefox);
      expect(sleeps).toBe(6);
      expect(log.map(({ seq }) => seq)).toEqual([0, 1, 2, 3, 4, 5, 6]);
      for (const [seq, mark] of acknowledged) expect(log[seq]?.canonical).toContain(mark);
      expect((await verifyChain(log.map(({ line }) => line))).ok).toBe(true);
    } finally {
      await firefox.close();
      dropProfile(profile);
    }
  });

  test('a database whose file is gone or spoiled is never taken for a new installation, and all comes back', async () => {
    const seen = await damageFirefox('the first page overwritten');
    expect(seen).toMatchObject({ acknowledged: 40, lost: 0, chain: true });
    expect(['wiped', 'unopenable']).toContain(seen.condition);
  });
});
